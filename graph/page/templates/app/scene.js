// The network and where its camera is. vis-network draws the edges and calls our painter for nodes.

const edgeWidth = (edge) => (edge.properties ? 1 + (edge.background ? 0.4 : 1.1) * Math.log2(edge.count) : edge.background ? 0.8 : 1.2);

const edgeLook = (edge) => ({
  color: { color: edge.background ? theme['edge-faint'] : theme.edge },
  width: edgeWidth(edge),
  dashes: edge.dashes ? [5, 4] : false,
  arrows: Object.fromEntries(['to', 'from'].map((end) => [end, {
    enabled: edge.arrows.includes(end), scaleFactor: edge.background || edge.properties ? 0.3 : 0.4,
  }])),
});

function openScene() {
  visData.nodes.add([...nodes.values()].map(({ id, x, y, size }) => (
    { id, x, y, size, shape: 'custom', ctxRenderer: paintNode, hidden: true })));
  visData.edges.add([...edges.values()].map((edge) => (
    { id: edge.id, from: edge.from, to: edge.to, hidden: true, ...edgeLook(edge) })));
  network = new vis.Network(byId('graph'), visData, read('network-options'));
  byId('graph').querySelector('.vis-network').removeAttribute('tabindex'); // the focus is the graph's own
  network.on('afterDrawing', paintOver);
  network.on('dragging', ({ nodes: moved }) => { if (moved.length) rememberPositions(moved); });
  scheme.addEventListener('change', () => {
    readTheme();
    visData.edges.update([...edges.values()].map((edge) => ({ id: edge.id, ...edgeLook(edge) })));
    network.redraw();
  });
}

function rememberPositions(ids) {
  for (const [id, at] of Object.entries(network.getPositions(ids))) Object.assign(nodes.get(id), at);
  forgetLabels();
}

/** Turn the camera so that the nodes and their labels fill what the panel leaves free of the stage. */
function fit(ids = [...visible.nodes], animated = true) {
  if (!ids.length) return;
  const free = freeStage();
  const { x, y, scale } = framing(ids, free.width, free.height);
  turn({ x, y }, scale, animated);
}

/** The middle and the scale at which nodes with their labels fill a rectangle. */
function framing(ids, width, height) {
  let scale = 1;
  for (let round = 0; round < 4; round += 1) {
    const [left, right, top, bottom] = extent(ids, scale);
    scale *= Math.min((width - 44) / (right - left), (height - 40) / (bottom - top));
    scale = Math.max(0.05, Math.min(scale, 1.35));
  }
  const [left, right, top, bottom] = extent(ids, scale).map((edge) => edge / scale);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

/** About how wide a line is, in heights of its characters. */
const roughly = (line) => [...line].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.62), 0);

/** The left, right, upper and lower edge of nodes with their labels, in pixels at a scale. */
function extent(ids, scale) {
  const em = labelPixels(scale);
  const boxes = ids.map((id) => {
    const { x, y, lines } = nodes.get(id);
    const reach = radius(nodes.get(id), scale) * scale;
    const half = Math.max(reach, (Math.max(0, ...lines.map(roughly)) * em) / 2);
    return [x * scale - half, x * scale + half, y * scale - reach, y * scale + reach + lines.length * em * 1.4];
  });
  return [0, 1, 2, 3].map((side) => boxes.reduce((far, box) => (side % 2 ? Math.max : Math.min)(far, box[side]),
    side % 2 ? -Infinity : Infinity));
}

const range = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)],
  [Infinity, -Infinity]);

/** The part of the stage that the panel leaves free, and how far its middle lies from the stage's. */
function freeStage() {
  const stage = byId('stage').getBoundingClientRect();
  let { left, right, top, bottom } = stage;
  if (!byId('views').hidden) top = byId('views').getBoundingClientRect().bottom;
  if (!byId('hint').hidden) bottom = byId('hint').getBoundingClientRect().top;
  const panel = byId('panel');
  if (!panel.hidden) {
    const cover = panel.getBoundingClientRect();
    if (cover.width > 0.8 * stage.width) bottom = Math.max(top + 120, Math.min(bottom, cover.top));
    else right = Math.max(left + 120, cover.left);
  }
  return { width: right - left, height: bottom - top,
    x: (left + right - stage.left - stage.right) / 2, y: (top + bottom - stage.top - stage.bottom) / 2 };
}

function turn(position, scale, animated) {
  const { x, y } = freeStage();
  const animation = animated && !calm.matches ? { duration: 320, easingFunction: 'easeInOutQuad' } : false;
  network.moveTo({ position, scale, offset: { x, y }, animation });
}

/** Move the camera, without zooming, where the panel would cover a node. */
function uncover(id) {
  const node = nodes.get(id);
  if (!node || byId('panel').hidden) return;
  const free = freeStage();
  const stage = byId('stage').getBoundingClientRect();
  const { x, y } = network.canvasToDOM(node);
  const middle = { x: stage.width / 2 + free.x, y: stage.height / 2 + free.y };
  const outside = Math.abs(x - middle.x) > free.width / 2 - 60 || Math.abs(y - middle.y) > free.height / 2 - 40;
  if (outside) turn(node, network.getScale(), true);
}

/** Bring a node into view without turning the camera more than needed. */
function centre(ids) {
  const points = ids.map((id) => nodes.get(id)).filter(Boolean);
  if (!points.length) return;
  const [left, right] = range(points.map((node) => node.x));
  const [top, bottom] = range(points.map((node) => node.y));
  turn({ x: (left + right) / 2, y: (top + bottom) / 2 }, Math.max(network.getScale(), 0.9), true);
}
