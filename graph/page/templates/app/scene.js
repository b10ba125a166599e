// The network, what of it is visible, where the camera is. vis-network draws the edges and calls our painter for nodes.

const GAZETTEER = 'background';
const REST = 'community/rest';
const GREY = '#8a8f98';
const narrow = window.matchMedia('(max-width: 640px)');
const roomy = window.matchMedia('(min-width: 1200px)');

/** Positions suit a wide screen; a tall one sees the drawing on its side. */
const tall = window.innerHeight > 1.2 * window.innerWidth;
const turned = (x, y) => (tall ? { x: y * 0.75, y: x * 1.25 } : { x, y });

const nodes = new Map(drawn.nodes.map((node) => [node.id, standing({ ...node, lines: node.label.split('\n') })]));
const edges = new Map(drawn.edges.map((edge) => [edge.id, edge]));
const overviews = new Map(read('overview-data').map((overview) => [overview.kind, overview]));
const groups = new Map();
const links = new Map();
join(edges);
const isolatedIds = [...nodes.values()].filter((node) => !node.edges.length).map((node) => node.id);
for (const overview of overviews.values()) addOverview(overview);

/** A wide screen takes in more names at once than a narrow one, which begins with the overview where there is one. */
const AT_ONCE = 250;
const manyLinked = drawn.nodes.length - isolatedIds.length > AT_ONCE;
const HOME = overviews.size && (manyLinked || narrow.matches) ? 'class' : 'whole';

const state = {
  view: { kind: HOME },
  dismissed: !roomy.matches,
  hiddenClasses: new Set(),
  hiddenProperties: new Set(),
  isolated: false,
  focus: null,
  places: new Map(),
  revealed: new Set(),
  selected: null,
  hovered: null,
};
const visible = { nodes: new Set(), edges: new Set() };
const visData = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
let network = null;

function standing(node) {
  const home = turned(node.x, node.y);
  return { ...node, ...home, home, edges: [] };
}

function join(some) {
  for (const edge of some.values()) {
    nodes.get(edge.from).edges.push(edge);
    if (edge.from !== edge.to) nodes.get(edge.to).edges.push(edge);
  }
}

/** Groups are nodes and links are edges of their own, shown in their overview only. */
function addOverview({ kind, groups: list, links: between }) {
  for (const { members, opened, ...group } of list) {
    const ids = members.map((at) => drawn.nodes[at].id);
    const type = kind === 'class' ? group.id.slice('class/'.length) : null;
    const { shape, colour } = classes.get(type ?? nodes.get(ids[0])?.type) ?? {};
    const places = new Map(opened.map(([at, x, y]) => [drawn.nodes[at].id, turned(x, y)]));
    groups.set(group.id, standing({ ...group, kind, type, members: ids, heart: new Set(ids), opened: places, lines: [],
      shape: type ? shape : 'dot', color: group.id === REST ? GREY : colour ?? GREY, degree: group.count }));
  }
  for (const link of between) {
    const one = { ...link, id: `${link.from} ${link.to}`, kind, background: link.properties[0][0] === GAZETTEER };
    links.set(one.id, one);
  }
  for (const { id } of list) nodes.set(id, groups.get(id));
  const shown = new Map(between.filter((link) => link.drawn).map((link) => {
    const one = links.get(`${link.from} ${link.to}`);
    return [one.id, Object.assign(one, { arrows: arrowsOf(one) })];
  }));
  for (const [id, link] of shown) edges.set(id, link);
  join(shown);
}

function arrowsOf({ properties: list }) {
  const [forward, backward] = [1, 2].map((at) => list.reduce((sum, item) => sum + item[at], 0));
  return backward ? (forward ? '' : 'from') : 'to';
}

const shownProperties = (link) => link.properties.filter(([name]) => !state.hiddenProperties.has(name));
/** How many relations of a link texts state; what the gazetteer says is not told as news. */
const saidCount = (link) => linkCount({ properties: link.properties.filter(([name]) => name !== GAZETTEER) });
const linkCount = (link) => shownProperties(link).reduce((sum, [, forward, backward]) => sum + forward + backward, 0);

function propertiesOf(edge) {
  if (edge.properties) return edge.properties.map(([name]) => name);
  return edge.background ? [GAZETTEER] : [...edge.forward, ...edge.backward];
}

const allowed = (edge) => propertiesOf(edge).some((name) => !state.hiddenProperties.has(name));

function shows(node) {
  if (node.heart) return !state.focus && state.view.kind === node.kind && !state.hiddenClasses.has(node.type);
  if (state.revealed.has(node.id)) return true;
  if (state.hiddenClasses.has(node.type)) return false;
  if (state.focus) return state.focus.has(node.id);
  if (state.view.kind !== 'whole') return showsOpened(node, groups.get(state.view.id));
  return node.edges.length ? node.edges.some(allowed) : state.isolated;
}

/** In an opened group: its members, and what they are linked to. */
function showsOpened(node, group) {
  if (!group?.opened.has(node.id)) return false;
  return group.heart.has(node.id) || node.edges.some((edge) => allowed(edge) && ofHeart(edge, group));
}

const ofHeart = (edge, group) => (group.heart.has(edge.from) && group.opened.has(edge.from))
  || (group.heart.has(edge.to) && group.opened.has(edge.to));

/** Work out what is visible and tell vis-network about what changed. */
function refresh() {
  const group = state.focus ? null : groups.get(state.view.id);
  const shown = new Set([...nodes.values()].filter(shows).map((node) => node.id));
  const linked = new Set([...edges.values()].filter((edge) => allowed(edge) && shown.has(edge.from) && shown.has(edge.to)
    && (!group || ofHeart(edge, group))).map((edge) => edge.id));
  update('nodes', shown);
  update('edges', linked);
  reckon([...shown]);
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

const neighbours = (id) => nodes.get(id).edges.filter((edge) => visible.edges.has(edge.id))
  .map((edge) => (edge.from === id ? edge.to : edge.from));
