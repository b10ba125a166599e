// Views: a large graph opens on an overview, a node a class, community or province; each opens into its names, and there is a
// way back.

const overviewKinds = [...overviews.keys()];

const isOverview = () => overviews.has(state.view.kind);
const openedGroup = () => (state.view.kind === 'opened' ? groups.get(state.view.id) : null);

/** The path that stands for a view in the page's address. */
const viewPath = () => `/${state.view.kind === 'opened' ? state.view.id : state.view.kind}`;

/** The view that an address path stands for, or null. */
function viewOf(path) {
  const name = path.slice(1);
  if (groups.has(name)) return { kind: 'opened', id: name };
  return overviews.has(name) || name === 'whole' ? { kind: name } : null;
}

function setView(view) {
  change(() => {
    Object.assign(state, { view, focus: null, path: null, selected: null, hovered: null, dismissed: !roomy.matches });
    newSheet();
  }, { fitting: true });
  announce(viewTitle());
}

/** What was put somewhere by hand or added belongs to one picture, and goes with it. */
function newSheet() {
  for (const name of ['places', 'added', 'revealed', 'pins']) state[name] = new state[name].constructor();
}

const openGroup = (id) => setView({ kind: 'opened', id });

/** One step back: from an opened group to its overview. Whether there was one. */
function back() {
  const group = openedGroup();
  if (group) setView({ kind: group.kind });
  return Boolean(group);
}

/** Nodes stand where they are pinned, where they were arranged, or where an opened group or the whole graph has them. */
function placeNodes() {
  const opened = state.focus ? null : openedGroup()?.opened;
  const moved = [];
  for (const node of nodes.values()) {
    const { x, y } = state.pins.get(node.id) ?? state.places.get(node.id) ?? opened?.get(node.id) ?? node.home;
    if (node.x === x && node.y === y) continue;
    Object.assign(node, { x, y });
    moved.push({ id: node.id, x, y });
  }
  if (moved.length) visData.nodes.update(moved);
}

function groupName(id) {
  const group = groups.get(id);
  if (group.kind === 'class') return labelled(classes.get(group.type)?.labels, group.type);
  if (isRest(id)) return say(`rest-${group.kind}`);
  return group.kind === 'province' ? nameOf(id.slice('province/'.length)) : say('around', nameOf(group.members[0]));
}

const ofGroup = (group) => sayCount('countOfNames', group.count);

/** What a group's label says, in the language of the interface. */
function nameGroups() {
  for (const group of groups.values()) {
    const unnamed = group.kind === 'community' && !isRest(group.id);
    const words = unnamed ? shortName(nameOf(group.members[0])) : groupName(group.id);
    group.lines = [words, group.count.toLocaleString('en')];
  }
}

const shortName = (name) => ([...name].length > 11 ? `${[...name].slice(0, 10).join('')}…` : name);

const viewTitle = () => {
  const group = openedGroup();
  return group ? `${groupName(group.id)}, ${ofGroup(group)}` : say(`view-${state.view.kind}`);
};

/** The row above the graph: which view this is, the other views, the way back; undo and redo, the table, saving. */
function showViews() {
  const group = openedGroup();
  const here = group ? group.kind : state.view.kind;
  const buttons = [...overviewKinds, 'whole'].map((kind) => element('button', { type: 'button', 'data-key': kind,
    'aria-pressed': String(kind === here), text: say(`view-${kind}`), onclick: () => setView({ kind }) }));
  const tool = (key, shown, onclick) => (shown ? [element('button', { type: 'button', class: 'tool', 'data-key': key, onclick },
    key === 'back' ? element('span', { 'aria-hidden': 'true', text: '‹ ' }) : null, say(key))] : []);
  renew(byId('views'),
    ...(overviewKinds.length ? [element('div', { class: 'segments', role: 'group', 'aria-label': say('views') }, buttons)] : []),
    ...tool('back', group || state.focus, () => { escape(); byId('graph').focus(); }),
    ...tool('about', state.dismissed && state.view.kind !== 'whole' && !state.focus, tellOfView),
    ...(group ? [element('span', { class: 'here', text: `${groupName(group.id)} · ${group.count.toLocaleString('en')}` })] : []),
    element('div', { class: 'tools' }, historyButtons(), tableButton(), saveButton()));
}

const RING = { apart: 112, high: 62, step: 128, wide: 1.5 };

/** Where names that come into the picture stand: in rings around a node, where there is room, in the order in which they lie
 * about it in the whole graph. `standing` has the places that are taken. */
function arrange(id, around, standing) {
  const heart = standing.get(id) ?? nodes.get(id).home;
  const angle = (one) => Math.atan2(nodes.get(one).home.y - nodes.get(id).home.y, nodes.get(one).home.x - nodes.get(id).home.x);
  const left = [...new Set(around)].filter((one) => !standing.has(one)).sort((a, b) => angle(a) - angle(b) || (a < b ? -1 : 1));
  const slots = freeSlots(heart, [heart, ...standing.values()], left.length);
  return new Map([...standing, [id, heart], ...slots.map(({ x, y }, at) => [left[at], { x, y }])]);
}

function freeSlots(heart, taken, wanted) {
  const found = [];
  const crowded = ({ x, y }) => [...taken, ...found].some((at) => Math.abs(at.x - x) < RING.apart && Math.abs(at.y - y) < RING.high);
  for (let ring = 1; found.length < wanted; ring += 1) {
    const slots = Math.floor((2 * Math.PI * ring * RING.step * (1 + RING.wide)) / 2 / RING.apart);
    for (let slot = 0; slot < slots && found.length < wanted; slot += 1) {
      const turn = (2 * Math.PI * (slot + ((0.3 * ring) % 1))) / slots - Math.PI;
      const at = { x: heart.x + RING.wide * ring * RING.step * Math.cos(turn), y: heart.y + ring * RING.step * Math.sin(turn), turn };
      if (!crowded(at)) found.push(at);
    }
  }
  return found.sort((a, b) => a.turn - b.turn);
}

function tellOfView() {
  state.dismissed = false;
  select(null);
  showViews();
  byId('panel').focus();
  fit();
}
