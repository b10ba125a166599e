// Views: a large graph opens on an overview, a node a class or a community; each opens into its names, and there is a way back.

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
  Object.assign(state, { view, focus: null, selected: null, hovered: null, dismissed: !roomy.matches });
  state.revealed.clear();
  placeNodes();
  refresh();
  showViews();
  showPanel();
  showHint();
  writeAddress();
  fit(undefined, false);
  announce(viewTitle());
}

const openGroup = (id) => setView({ kind: 'opened', id });

/** One step back: from an opened group to its overview. Whether there was one. */
function back() {
  const group = openedGroup();
  if (group) setView({ kind: group.kind });
  return Boolean(group);
}

/** Nodes stand where the view puts them: in rings in a focus, where an opened group or else the whole graph has them. */
function placeNodes() {
  const places = state.focus ? state.places : openedGroup()?.opened;
  const moved = [];
  for (const node of nodes.values()) {
    const { x, y } = places?.get(node.id) ?? node.home;
    if (node.x === x && node.y === y) continue;
    Object.assign(node, { x, y });
    moved.push({ id: node.id, x, y });
  }
  if (moved.length) visData.nodes.update(moved);
}

function groupName(id) {
  const group = groups.get(id);
  if (group.kind === 'class') return labelled(classes.get(group.type)?.labels, group.type);
  return id === REST ? say('smallGroups') : say('around', nameOf(group.members[0]));
}

const ofGroup = (group) => sayCount('countOfNames', group.count);

/** What a group's label says, in the language of the interface. */
function nameGroups() {
  for (const group of groups.values()) {
    const named = group.kind === 'class' || group.id === REST;
    const words = named ? groupName(group.id) : shortName(nameOf(group.members[0]));
    group.lines = [words, group.count.toLocaleString('en')];
  }
}

const shortName = (name) => ([...name].length > 11 ? `${[...name].slice(0, 10).join('')}…` : name);

const viewTitle = () => {
  const group = openedGroup();
  return group ? `${groupName(group.id)}, ${ofGroup(group)}` : say(`view-${state.view.kind}`);
};

/** The row above the graph: which view this is, the other views, and the way back. */
function showViews() {
  const row = byId('views');
  row.hidden = !overviewKinds.length;
  if (row.hidden) return;
  const group = openedGroup();
  const here = group ? group.kind : state.view.kind;
  const buttons = [...overviewKinds, 'whole'].map((kind) => element('button', { type: 'button', 'data-view': kind,
    'aria-pressed': String(kind === here), text: say(`view-${kind}`), onclick: () => { setView({ kind }); byId('views').querySelector(`[data-view=${kind}]`).focus(); } }));
  row.replaceChildren(element('div', { class: 'segments', role: 'group', 'aria-label': say('views') }, buttons),
    ...(group || state.focus ? [element('button', { type: 'button', class: 'tool', onclick: () => { escape(); byId('graph').focus(); } },
      element('span', { 'aria-hidden': 'true', text: '‹ ' }), say('back'))] : []),
    ...(state.dismissed && state.view.kind !== 'whole' && !state.focus ? [element('button', { type: 'button', class: 'tool',
      'data-view': 'about', text: say('about'), onclick: tellOfView })] : []),
    ...(group ? [element('span', { class: 'here', text: `${groupName(group.id)} · ${group.count.toLocaleString('en')}` })] : []));
}

const RING = { apart: 112, high: 62, step: 128, wide: 1.5 };

/** Stand around a node in rings, where there is room, in the order in which the neighbours lie about it in the whole graph. */
function arrange(id, around) {
  const places = new Map([...(state.focus ?? [])].map((one) => [one, { x: nodes.get(one).x, y: nodes.get(one).y }]));
  const heart = places.get(id) ?? nodes.get(id).home;
  places.set(id, heart);
  const angle = (one) => Math.atan2(nodes.get(one).home.y - nodes.get(id).home.y, nodes.get(one).home.x - nodes.get(id).home.x);
  const left = [...new Set(around)].filter((one) => !places.has(one)).sort((a, b) => angle(a) - angle(b) || (a < b ? -1 : 1));
  const crowded = ({ x, y }) => [...places.values()].some((at) => Math.abs(at.x - x) < RING.apart && Math.abs(at.y - y) < RING.high);
  const taken = [];
  for (let ring = 1; taken.length < left.length; ring += 1) {
    const slots = Math.floor((2 * Math.PI * ring * RING.step * (1 + RING.wide)) / 2 / RING.apart);
    for (let slot = 0; slot < slots && taken.length < left.length; slot += 1) {
      const turn = (2 * Math.PI * (slot + ((0.3 * ring) % 1))) / slots - Math.PI;
      const at = { x: heart.x + RING.wide * ring * RING.step * Math.cos(turn), y: heart.y + ring * RING.step * Math.sin(turn), turn };
      if (crowded(at)) continue;
      taken.push(at);
      places.set(`slot ${taken.length}`, at);
    }
  }
  taken.sort((a, b) => a.turn - b.turn).forEach(({ x, y }, at) => places.set(left[at], { x, y }));
  return places;
}

const groupGlyph = (group) => glyph(group.shape, group.color);

const groupButton = (id) => element('button', { type: 'button', class: 'name', onclick: () => openGroup(id) },
  groupGlyph(groups.get(id)), element('span', { text: groupName(id) }));

function tellOfView() {
  state.dismissed = false;
  select(null);
  showViews();
  byId('panel').focus();
  fit();
}

/** What the panel tells of a view while nothing is selected. */
function viewPanel() {
  const group = openedGroup();
  return group ? groupPanel(group) : overviewPanel(overviews.get(state.view.kind));
}

function overviewPanel(overview) {
  const names = content.entities.length;
  const alone = content.entities.filter((entity) => entity.background).length;
  const between = strongestFirst(overview.links.filter((link) => overview.kind === 'class' || link.from !== link.to));
  const hubs = content.entities.map(({ id }) => id).filter((id) => nodes.get(id)?.degree)
    .sort((a, b) => nodes.get(b).degree - nodes.get(a).degree).slice(0, MANY);
  return [
    element('p', { class: 'kind', text: say('overview') }),
    element('h2', { text: say(`view-${overview.kind}`) }),
    element('p', { class: 'note', text: say(`about-${overview.kind}`, names.toLocaleString('en'), overview.groups.length) }),
    alone ? element('p', { class: 'note', text: sayCount('alone', alone) }) : null,
    section(say(overview.kind === 'class' ? 'classes' : 'communities'), overview.groups.length,
      shortened(byCount(overview.groups).map(groupRow))),
    section(say('strongest'), between.length, shortened(between.map(linkRow))),
    section(say('hubs'), 0, element('ul', { class: 'plain' }, hubs.map((id) => element('li', {}, nameButton(id))))),
  ];
}

const strongestFirst = (some) => some.map((link) => links.get(`${link.from} ${link.to}`)).filter((link) => linkCount(link) > 0)
  .sort((a, b) => saidCount(b) - saidCount(a) || linkCount(b) - linkCount(a));

const byCount = (list) => [...list].sort((a, b) => b.count - a.count);

const groupRow = ({ id, count }) => element('li', { class: 'row' }, groupButton(id),
  element('span', { class: 'count', text: count.toLocaleString('en') }));

const linkRow = (link) => element('li', { class: 'row' },
  element('button', { type: 'button', class: 'link', onclick: () => select({ kind: 'link', id: link.id }) },
    `${groupName(link.from)} – ${groupName(link.to)}`),
  element('span', { class: 'note', text: linkWords(link) }));

function groupPanel(group) {
  const ids = groupEntities(group);
  const between = strongestFirst(overviews.get(group.kind).links.filter((link) => link.from === group.id || link.to === group.id));
  const drawnHere = group.members.filter((id) => group.opened.has(id)).length;
  return [
    element('p', { class: 'kind' }, groupGlyph(group), say(group.kind === 'class' ? 'class' : 'community')),
    element('h2', { text: groupName(group.id) }),
    element('p', { class: 'note', text: drawnHere < ids.length
      ? say('drawnOf', drawnHere.toLocaleString('en'), ids.length.toLocaleString('en')) : ofGroup(group) }),
    group.kind === 'class' ? element('p', { class: 'note', text: say('withNeighbours') }) : null,
    section(say('names'), ids.length.toLocaleString('en'), shortened(ids.map((id) => element('li', {}, nameButton(id))))),
    between.length ? section(say('relations'), 0, shortened(between.map(linkRow))) : null,
  ];
}

/** All names of a group, drawn or not, the best connected first. */
function groupEntities(group) {
  if (group.kind === 'community') return group.members;
  return content.entities.filter((entity) => entity.type === group.type).map(({ id }) => id)
    .sort((a, b) => (nodes.get(b)?.degree ?? -1) - (nodes.get(a)?.degree ?? -1));
}

function linkPanel(id) {
  const link = links.get(id);
  const facts = factsOfLink(link);
  return [
    element('p', { class: 'kind', text: say('relations') }),
    element('h2', { class: 'pair' }, groupButton(link.from), link.from === link.to ? null : groupButton(link.to)),
    element('ul', { class: 'plain' }, link.properties.map(([name, forward, backward]) => element('li', { class: 'row' },
      propertyName(name), element('span', { class: 'count', text: (forward + backward).toLocaleString('en') })))),
    section(say('facts'), facts.length, shortened(facts.map(factSentence), 'statements')),
  ];
}

function factsOfLink({ kind, from, to }) {
  const groupOf = membership(kind);
  return content.facts.filter((fact) => fact.o !== undefined && ['asserted', 'planned', GAZETTEER].includes(fact.status)
    && pairKey(groupOf(fact.s), groupOf(fact.o)) === pairKey(from, to));
}

const communityOf = new Map();
for (const group of groups.values()) if (group.kind === 'community') for (const id of group.members) communityOf.set(id, group.id);
const membership = (kind) => (kind === 'class' ? (id) => `class/${entities.get(id)?.type}` : (id) => communityOf.get(id) ?? '');
