// The picture as SVG, for paper and for files: all that is seen, framed anew, its words as text.

const PAPER = { width: 1040, height: 550 };
const TITLE = 34;
const KEY = { line: 22, glyph: 14, gap: 20, em: 12.5, side: 20 };

/** What no XML can hold is made the sign for what is lost. */
const sound = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');

function drawnAs(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, typeof value === 'number' ? Number(value.toFixed(2)) : value);
  made.append(...children.flat(Infinity).filter(Boolean).map((child) => (typeof child === 'string' ? sound(child) : child)));
  return made;
}

/** All that is seen within a rectangle, in the colours of paper. */
function pictureGroup({ width, height }, top = 0) {
  const ids = [...visible.nodes];
  if (!ids.length) return null;
  const { x, y, scale } = framing(ids, width, height);
  const ctx = document.createElement('canvas').getContext('2d');
  const labels = labelsFor(ctx, ids, scale, roomWith(ids, scale));
  const list = [...visible.edges].map((id) => edges.get(id));
  const chosen = state.selected?.kind === 'node' && visible.nodes.has(state.selected.id) ? nodes.get(state.selected.id) : null;
  return drawnAs('g', { transform: `translate(${width / 2 - x * scale} ${top + height / 2 - y * scale}) scale(${scale})`, 'font-family': theme.font },
    list.map((edge) => drawnEdge(edge, scale)), ids.map((id) => drawnNode(nodes.get(id), scale)),
    fewEdges() ? drawnWords(ctx, list, labels, scale) : [],
    [...labels.values()].flatMap((box) => drawnLabel(box, weight(nodes.get(box.owner)) > 0.6)),
    chosen && drawnAs('circle', { cx: chosen.x, cy: chosen.y, r: radius(chosen, scale) + 4 / scale, fill: 'none', stroke: theme.accent,
      'stroke-width': 2 / scale }));
}

function drawnEdge(edge, scale) {
  const colour = edge.background ? theme['edge-faint'] : theme.edge;
  const line = edgeLine(edge, scale);
  return [drawnAs('line', { x1: line.start.x, y1: line.start.y, x2: line.end.x, y2: line.end.y, stroke: colour,
    'stroke-width': Math.max(edgeWidth(edge), 0.8 / scale), 'stroke-dasharray': edge.dashes ? '6 4' : null }),
  ...arrowHeads(edge, line, scale).map((points) => drawnAs('polygon', { fill: colour,
    points: points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ') }))];
}

function drawnNode(node, scale) {
  const size = radius(node, scale);
  const colour = colourOf(node);
  return drawnAs('path', { d: shapePath(node.shape), transform: `translate(${node.x} ${node.y}) scale(${size.toFixed(2)})`,
    fill: node.background ? theme.canvas : colour, stroke: node.background ? colour : theme.canvas, 'stroke-width': 1.6 / size },
  drawnAs('title', {}, node.heart ? groupName(node.id) : nameOf(node.id)));
}

function drawnLabel(box, strong) {
  const { lines } = nodes.get(box.owner);
  const step = (box.bottom - box.top) / lines.length;
  return lines.map((line, at) => drawnText(line, box.x, box.top + step * (at + 0.5), box.em, theme.ink, { halo: true,
    'font-weight': strong ? 600 : null }));
}

const drawnText = (text, x, y, em, colour, { halo = false, ...more } = {}) => drawnAs('text', { x, y: y + em * 0.35, 'font-size': em,
  fill: colour, 'text-anchor': 'middle', ...(halo ? { stroke: theme.canvas, 'stroke-width': em * 0.28, 'stroke-linejoin': 'round',
    'paint-order': 'stroke' } : {}), ...more }, text);

function drawnWords(ctx, list, labels, scale) {
  const room = roomWith([...visible.nodes], scale);
  for (const box of labels.values()) room.take(box);
  return list.map((edge) => edgeLabel(ctx, edge, scale, room)).filter(Boolean)
    .map((box) => drawnText(box.text, box.x, box.y, box.em, theme.muted, { halo: true }));
}

/** How many names some nodes stand for. */
const howMany = (some) => some.reduce((sum, node) => sum + (node.heart ? node.count : 1), 0);

/** What the colours, shapes and lines of the picture mean: rows of a sign and its words. */
function keyItems() {
  const seen = [...visible.nodes].map((id) => nodes.get(id));
  const some = [...visible.edges].map((id) => edges.get(id));
  const marked = (shape, fill, words, count) => (count ? { shape, fill, words: `${words} ${count.toLocaleString('en')}` } : null);
  const byClass = content.classes.map((item) => marked(item.shape, state.colour === 'class' ? item.colour : GREY,
    labelled(item.labels, item.id), howMany(seen.filter((node) => node.type === item.id))));
  const byCommunity = state.colour === 'community' ? communities.map(({ colour, members }) => marked('dot', colour,
    say('around', shortName(nameOf(members[0]))), members.filter((id) => visible.nodes.has(id)).length)) : [];
  const lines = [some.some((edge) => edge.dashes) && { dash: '5 4', words: say('planned') },
    some.some((edge) => edge.background) && { faint: true, words: say('gazetteer') }];
  return [...byClass, ...byCommunity, ...lines].filter(Boolean);
}

/** The rows of the key within a width, and how high they are. */
function drawnKey(width) {
  const ctx = document.createElement('canvas').getContext('2d');
  ctx.font = `${KEY.em}px ${theme.font}`;
  let [x, y] = [KEY.side, KEY.line / 2];
  const made = keyItems().flatMap((item) => {
    const wide = KEY.glyph + 8 + ctx.measureText(item.words).width + KEY.gap;
    if (x + wide > width - KEY.side && x > KEY.side) { x = KEY.side; y += KEY.line; }
    const parts = drawnKeyItem(item, x, y);
    x += wide;
    return parts;
  });
  return { made, height: made.length ? y + KEY.line : 0 };
}

function drawnKeyItem({ shape, fill, dash, words }, x, y) {
  const half = KEY.glyph / 2;
  const sign = shape || fill ? drawnAs('path', { d: shapePath(shape), fill, transform: `translate(${x + half} ${y}) scale(${half * 0.8})` })
    : drawnAs('line', { x1: x, y1: y, x2: x + KEY.glyph, y2: y, stroke: dash ? theme['edge-strong'] : theme.edge, 'stroke-width': 1.5,
      'stroke-dasharray': dash });
  return [sign, drawnText(words, x + KEY.glyph + 8, y, KEY.em, theme.ink, { 'text-anchor': 'start' })];
}

/** The whole picture with its title and its key, in the light colours of paper. */
function svgPicture() {
  return onPaper(() => {
    const { width, height } = pictureSize();
    const key = drawnKey(width);
    const whole = TITLE + height + key.height + 10;
    const title = [paperTitle(), limitWords()].filter(Boolean).join(' · ');
    return drawnAs('svg', { xmlns: SVG, width, height: whole, viewBox: `0 0 ${width} ${whole}`, role: 'img', 'aria-label': sound(title) },
      drawnAs('title', {}, title), drawnAs('rect', { width, height: whole, fill: theme.canvas }),
      drawnAs('g', { 'font-family': theme.font }, drawnText(title, KEY.side, TITLE / 2 + 2, 13, theme.muted, { 'text-anchor': 'start' })),
      pictureGroup({ width, height }, TITLE),
      drawnAs('g', { transform: `translate(0 ${TITLE + height + 6})`, 'font-family': theme.font }, key.made));
  });
}

/** Large enough for the names: as the stage, and more where there are many. */
function pictureSize() {
  const stage = byId('stage').getBoundingClientRect();
  const times = Math.max(1, Math.min(4, Math.sqrt(visible.nodes.size / 60)));
  return { width: Math.round(Math.max(stage.width, 960) * times), height: Math.round(Math.max(stage.height, 640) * times) };
}

/** Do something while the colours are those of paper. */
function onPaper(act) {
  const root = document.documentElement;
  const already = root.classList.contains('printing');
  root.classList.add('printing');
  readTheme();
  try { return act(); } finally {
    if (!already) root.classList.remove('printing');
    readTheme();
  }
}
