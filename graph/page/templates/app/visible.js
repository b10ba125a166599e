// What of the graph is seen: the state of the picture, and what follows from it.

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
  path: null,
  places: new Map(),
  added: new Set(),
  revealed: new Set(),
  hidden: new Set(),
  pins: new Map(),
  confidence: 0,
  years: null,
  colour: 'class',
  table: false,
  selected: null,
  hovered: null,
};
const visible = { nodes: new Set(), edges: new Set() };
const visData = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
let network = null;

const shownProperties = (link) => link.properties.filter(([name]) => !state.hiddenProperties.has(name));
/** How many relations of a link texts state; what the gazetteer says is not told as news. */
const saidCount = (link) => linkCount({ properties: link.properties.filter(([name]) => name !== GAZETTEER) });
const linkCount = (link) => shownProperties(link).reduce((sum, [, forward, backward]) => sum + forward + backward, 0);

function propertiesOf(edge) {
  if (edge.properties) return edge.properties.map(([name]) => name);
  return edge.background ? [GAZETTEER] : [...edge.forward, ...edge.backward];
}

const allowed = (edge) => propertiesOf(edge).some((name) => !state.hiddenProperties.has(name));

/** What a search found is shown whatever else holds; else what is hidden is not, nor a class that the legend hides. */
function shows(node) {
  if (state.revealed.has(node.id)) return true;
  if (state.hidden.has(node.id) || state.hiddenClasses.has(node.type)) return false;
  if (node.heart) return !state.focus && state.view.kind === node.kind;
  if (state.focus) return state.focus.has(node.id);
  if (state.added.has(node.id)) return true;
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

const isAdded = (edge) => [edge.from, edge.to].some((id) => state.added.has(id) || state.revealed.has(id));

/** Work out what is visible and tell vis-network about what changed. */
function refresh() {
  const group = state.focus ? null : groups.get(state.view.id);
  const shown = new Set([...nodes.values()].filter(shows).map((node) => node.id));
  const linked = new Set([...edges.values()].filter((edge) => allowed(edge) && shown.has(edge.from) && shown.has(edge.to)
    && (!group || ofHeart(edge, group) || isAdded(edge))).map((edge) => edge.id));
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

const neighbours = (id) => nodes.get(id).edges.filter((edge) => visible.edges.has(edge.id))
  .map((edge) => (edge.from === id ? edge.to : edge.from));
