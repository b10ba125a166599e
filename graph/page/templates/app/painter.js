// Drawing on the canvas: nodes, labels, and what is lit while the rest stands back.

const ALWAYS_WORDED = 25;
const ALWAYS_COUNTED = 60;
const PIN = 0.34;

/** vis-network's renderer of a node: its shape in the colour of its class, hollow where only the gazetteer knows it. */
function paintNode({ ctx, id, x, y }) {
  const node = nodes.get(id);
  return {
    drawNode: () => paintShape(ctx, node, network?.getScale() ?? 1, x, y),
    nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
  };
}

function paintShape(ctx, node, scale, x = node.x, y = node.y) {
  const size = radius(node, scale);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  ctx.lineJoin = 'round';
  const path = canvasPath(node.shape);
  ctx.lineWidth = 3 / size;
  ctx.strokeStyle = theme.canvas;
  ctx.stroke(path);
  ctx.fillStyle = node.background ? theme.canvas : colourOf(node);
  ctx.fill(path);
  if (node.background) {
    ctx.lineWidth = 1.6 / size;
    ctx.strokeStyle = colourOf(node);
    ctx.stroke(path);
  }
  if (state.pins.has(node.id)) paintPin(ctx, node);
  ctx.restore();
}

/** The mark of a node that stands where it was put. */
function paintPin(ctx, node) {
  ctx.beginPath();
  ctx.arc(0, 0, PIN, 0, 2 * Math.PI);
  ctx.fillStyle = node.background ? theme.ink : theme.canvas;
  ctx.fill();
}

function paintLabel(ctx, box, strong) {
  const { lines } = nodes.get(box.owner);
  ctx.font = `${strong ? 600 : 400} ${box.em}px ${theme.font}`;
  const step = (box.bottom - box.top) / lines.length;
  lines.forEach((line, at) => haloed(ctx, line, box.x, box.top + step * (at + 0.5), box.em, theme.ink));
}

function haloed(ctx, text, x, y, em, colour) {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = em * 0.28;
  ctx.strokeStyle = theme.canvas;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function paintEdgeLabel(ctx, box) {
  ctx.fillStyle = theme.canvas;
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, box.em * 0.4);
  ctx.fill();
  ctx.font = `${box.em}px ${theme.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = theme.muted;
  ctx.fillText(box.text, box.x, box.y);
}

/** Where an edge runs: from rim to rim, in which direction. */
function edgeLine(edge, scale) {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [near, far] = [radius(from, scale) + 2, radius(to, scale) + 2];
  return { start: { x: from.x + dx * near, y: from.y + dy * near }, end: { x: to.x - dx * far, y: to.y - dy * far }, dx, dy };
}

/** The arrowheads of an edge, each as three points. */
function arrowHeads(edge, { start, end, dx, dy }, scale) {
  const reach = Math.max(8, 7 / scale);
  const head = (tip, x, y) => [tip, { x: tip.x - x * reach - y * reach * 0.42, y: tip.y - y * reach + x * reach * 0.42 },
    { x: tip.x - x * reach + y * reach * 0.42, y: tip.y - y * reach - x * reach * 0.42 }];
  return [edge.arrows.includes('to') && head(end, dx, dy), edge.arrows.includes('from') && head(start, -dx, -dy)].filter(Boolean);
}

/** An edge from rim to rim, with its arrowheads. */
function paintEdge(ctx, edge, scale) {
  const line = edgeLine(edge, scale);
  ctx.strokeStyle = theme['edge-strong'];
  ctx.fillStyle = theme['edge-strong'];
  ctx.lineWidth = litWidth(edge, scale);
  ctx.setLineDash(edge.dashes ? [6, 4] : []);
  ctx.beginPath();
  ctx.moveTo(line.start.x, line.start.y);
  ctx.lineTo(line.end.x, line.end.y);
  ctx.stroke();
  ctx.setLineDash([]);
  for (const points of arrowHeads(edge, line, scale)) {
    ctx.beginPath();
    for (const { x, y } of points) ctx.lineTo(x, y);
    ctx.fill();
  }
}

const litWidth = (edge, scale) => Math.max(edge.properties ? edgeWidth(edge) : 1.5, 1.5 / scale);

/** What is lit: the neighbourhood of what is hovered or else selected; null where all stands equal. */
function lit() {
  const chosen = state.hovered ?? state.selected;
  if (!chosen) return null;
  if (chosen.kind === 'document') return litDocument(chosen.id);
  if (chosen.kind === 'path') return null;
  if (chosen.kind === 'edge' || chosen.kind === 'link') {
    const edge = edges.get(chosen.id);
    return edge && { nodes: [edge.from, edge.to], edges: [edge], heart: [edge.from, edge.to] };
  }
  if (!visible.nodes.has(chosen.id)) return null;
  const around = nodes.get(chosen.id).edges.filter((edge) => visible.edges.has(edge.id));
  return { nodes: [chosen.id, ...new Set(neighbours(chosen.id))], edges: around, heart: [chosen.id] };
}

function litDocument(number) {
  const inside = content.entities.filter((entity) => entity.documents.some(([at]) => at === number))
    .map((entity) => entity.id).filter((id) => visible.nodes.has(id));
  const said = (edge) => edge.statements?.some((at) => content.facts[at].evidence.some((item) => item.document === number));
  return { nodes: inside, edges: [...edges.values()].filter((edge) => visible.edges.has(edge.id) && said(edge)), heart: [] };
}

/** Whether there is room for words on every line. */
const fewEdges = () => visible.edges.size <= (isOverview() && !state.focus ? ALWAYS_COUNTED : ALWAYS_WORDED);

function paintOver(ctx) {
  const scale = network.getScale();
  const labels = allLabels(ctx, scale);
  const light = lit();
  for (const [id, box] of labels) paintLabel(ctx, box, weight(nodes.get(id)) > 0.6);
  if (!light) {
    if (fewEdges()) paintEdgeLabels(ctx, [...visible.edges].map((id) => edges.get(id)), labels, scale);
    return;
  }
  veil(ctx);
  for (const edge of light.edges) paintEdge(ctx, edge, scale);
  for (const id of light.nodes) paintShape(ctx, nodes.get(id), scale);
  paintLitLabels(ctx, light, labels, scale);
  for (const id of light.heart) paintRing(ctx, nodes.get(id), scale);
}

function paintLitLabels(ctx, light, labels, scale) {
  const room = roomWith(light.nodes, scale);
  const keep = new Map(light.nodes.filter((id) => labels.has(id)).map((id) => [id, labels.get(id)]));
  const heart = labelsFor(ctx, light.heart, scale, room, keep);
  for (const id of light.heart) if (!heart.has(id)) heart.set(id, labelBox(ctx, nodes.get(id), SIDES[0], scale));
  const others = labelsFor(ctx, light.nodes.filter((id) => !heart.has(id)), scale, room, keep);
  for (const edge of light.edges) {
    const box = edgeLabel(ctx, edge, scale, room);
    if (box) paintEdgeLabel(ctx, box);
  }
  for (const box of others.values()) paintLabel(ctx, box, false);
  for (const box of heart.values()) paintLabel(ctx, box, true);
}

function paintEdgeLabels(ctx, list, labels, scale) {
  const room = roomWith([...visible.nodes], scale);
  for (const box of labels.values()) room.take(box);
  for (const edge of list) {
    const box = edgeLabel(ctx, edge, scale, room);
    if (box) paintEdgeLabel(ctx, box);
  }
}

function veil(ctx) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 0.82;
  ctx.fillStyle = theme.canvas;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
}

function paintRing(ctx, node, scale) {
  ctx.beginPath();
  ctx.arc(node.x, node.y, radius(node, scale) + 4 / scale, 0, 2 * Math.PI);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 2 / scale;
  ctx.stroke();
}
