// The network, what of it is visible, where the camera is. vis-network draws the edges and calls our painter for nodes.

const GAZETTEER = 'background';
const state = {
  hiddenClasses: new Set(),
  hiddenProperties: new Set(),
  isolated: false,
  focus: null,
  revealed: new Set(),
  selected: null,
  hovered: null,
};


/** Positions suit a wide screen; a tall one sees the drawing on its side. */
const tall = window.innerHeight > 1.2 * window.innerWidth;
const nodes = new Map(drawn.nodes.map((node) => [node.id, { ...node, lines: node.label.split('\n'), edges: [],
  x: tall ? node.y * 0.75 : node.x, y: tall ? node.x * 1.25 : node.y }]));
const edges = new Map(drawn.edges.map((edge) => [edge.id, edge]));
for (const edge of edges.values()) {
  nodes.get(edge.from).edges.push(edge);
  nodes.get(edge.to).edges.push(edge);
}
const isolatedIds = [...nodes.values()].filter((node) => !node.edges.length).map((node) => node.id);
const visible = { nodes: new Set(), edges: new Set() };
const visData = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
let network = null;

const propertiesOf = (edge) => (edge.background ? [GAZETTEER] : [...edge.forward, ...edge.backward]);
const allowed = (edge) => propertiesOf(edge).some((name) => !state.hiddenProperties.has(name));

function shows(node) {
  if (state.revealed.has(node.id)) return true;
  if (state.hiddenClasses.has(node.type)) return false;
  if (state.focus) return state.focus.has(node.id);
  return node.edges.length ? node.edges.some(allowed) : state.isolated;
}

/** Work out what is visible and tell vis-network about what changed. */
function refresh() {
  const shown = new Set([...nodes.values()].filter(shows).map((node) => node.id));
  const linked = new Set([...edges.values()]
    .filter((edge) => allowed(edge) && shown.has(edge.from) && shown.has(edge.to)).map((edge) => edge.id));
  update('nodes', shown);
  update('edges', linked);
  forgetLabels();
  showEmptiness();
  network?.redraw();
}

function update(kind, now) {
  const before = visible[kind];
  const changed = visData[kind].getIds().filter((id) => before.has(id) !== now.has(id));
  visible[kind] = now;
  if (changed.length) visData[kind].update(changed.map((id) => ({ id, hidden: !now.has(id) })));
}

function showEmptiness() {
  const note = byId('empty');
  const nothing = visible.nodes.size === 0;
  note.hidden = !nothing;
  if (!nothing) return;
  if (!entities.size) note.replaceChildren(say('empty'));
  else if (!edges.size) note.replaceChildren(say('noRelations'), showIsolatedButton());
  else note.replaceChildren(say('filtered'));
}

function showIsolatedButton() {
  return element('button', { type: 'button', class: 'tool', text: say('show'), onclick: () => setIsolated(true) });
}

const edgeLook = (edge) => ({
  color: { color: edge.background ? theme['edge-faint'] : theme.edge },
  width: edge.background ? 0.8 : 1.2,
  dashes: edge.dashes ? [5, 4] : false,
  arrows: Object.fromEntries(['to', 'from'].map((end) => [end, {
    enabled: edge.arrows.includes(end), scaleFactor: edge.background ? 0.3 : 0.4,
  }])),
});

function openScene() {
  visData.nodes.add([...nodes.values()].map(({ id, x, y, size }) => (
    { id, x, y, size, shape: 'custom', ctxRenderer: paintNode, hidden: true })));
  visData.edges.add([...edges.values()].map((edge) => (
    { id: edge.id, from: edge.from, to: edge.to, hidden: true, ...edgeLook(edge) })));
  network = new vis.Network(byId('graph'), visData, read('network-options'));
  network.on('afterDrawing', paintOver);
  network.on('dragging', ({ nodes: moved }) => { if (moved.length) rememberPositions(moved); });
  scheme.addEventListener('change', () => {
    readTheme();
    visData.edges.update([...edges.values()].map((edge) => ({ id: edge.id, ...edgeLook(edge) })));
    network.redraw();
  });
}

function rememberPositions(ids) {
  for (const [id, { x, y }] of Object.entries(network.getPositions(ids))) Object.assign(nodes.get(id), { x, y });
  forgetLabels();
}

/** Turn the camera so that the nodes and their labels fill what the panel leaves free of the stage. */
function fit(ids = [...visible.nodes], animated = true) {
  if (!ids.length) return;
  const free = freeStage();
  let scale = 1;
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (let round = 0; round < 4; round += 1) {
    [left, right, top, bottom] = extent(ids, scale);
    scale *= Math.min((free.width - 44) / (right - left), (free.height - 40) / (bottom - top));
    scale = Math.max(0.05, Math.min(scale, 1.35));
  }
  [left, right, top, bottom] = extent(ids, scale).map((edge) => edge / scale);
  turn({ x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animated);
}

/** The left, right, upper and lower edge of nodes with their labels, in pixels at a scale. */
function extent(ids, scale) {
  const em = labelPixels(scale);
  const boxes = ids.map((id) => {
    const { x, y, size, lines } = nodes.get(id);
    const half = Math.max(size * scale, (Math.max(...lines.map((line) => line.length)) * em) / 2);
    return [x * scale - half, x * scale + half, (y - size) * scale, (y + size) * scale + lines.length * em * 1.4];
  });
  return [0, 1, 2, 3].map((side) => boxes.reduce((far, box) => (side % 2 ? Math.max : Math.min)(far, box[side]),
    side % 2 ? -Infinity : Infinity));
}

const range = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)],
  [Infinity, -Infinity]);

/** The part of the stage that the panel leaves free, and how far its middle lies from the stage's. */
function freeStage() {
  const stage = byId('stage').getBoundingClientRect();
  const panel = byId('panel');
  if (panel.hidden) return { width: stage.width, height: stage.height, x: 0, y: 0 };
  const cover = panel.getBoundingClientRect();
  if (cover.width > 0.8 * stage.width) {
    const height = Math.max(120, cover.top - stage.top);
    return { width: stage.width, height, x: 0, y: (height - stage.height) / 2 };
  }
  const width = Math.max(120, cover.left - stage.left);
  return { width, height: stage.height, x: (width - stage.width) / 2, y: 0 };
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

const neighbours = (id) => nodes.get(id).edges.filter((edge) => visible.edges.has(edge.id))
  .map((edge) => (edge.from === id ? edge.to : edge.from));
