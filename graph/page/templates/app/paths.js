// The shortest paths between two names, over what the legend and the limits let through.

const MOST_PATHS = 12;
const STEP = { along: 230, aside: 84 };
let pathFrom = null;

/** Ask, in the search, where a path from a name is to lead. */
function beginPath(id) {
  pathFrom = id;
  showQuery();
  const field = byId('query');
  field.value = '';
  field.focus();
  announce(say('pathAsk', nameOf(id)));
}

function endAsking() {
  pathFrom = null;
  showQuery();
}

/** What the search asks for: a name, or where a path is to lead. */
function showQuery() {
  const words = pathFrom ? say('pathAsk', nameOf(pathFrom)) : say('search');
  byId('query').placeholder = words;
  byId('query').setAttribute('aria-label', words);
}

const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

/** How many steps each name is away from one, until another is reached. */
function stepsFrom(id, until) {
  const steps = new Map([[id, 0]]);
  for (const at of steps.keys()) { // a map goes on with what is added
    if (at === until) break;
    for (const edge of nodes.get(at).edges) {
      const other = otherEnd(edge, at);
      if (!steps.has(other) && allowed(edge) && mayPass(other, until)) steps.set(other, steps.get(at) + 1);
    }
  }
  return steps;
}

const mayPass = (id, until) => id === until || !(state.hidden.has(id) || state.hiddenClasses.has(nodes.get(id).type));

/** All shortest paths, as lists of names, so many at most. */
function pathsBetween(from, to) {
  const steps = stepsFrom(from, to);
  if (!steps.has(to)) return [];
  const found = [];
  const follow = (id, rest) => {
    if (found.length > MOST_PATHS) return;
    if (id === from) { found.push([from, ...rest]); return; }
    const before = bestConnected(nodes.get(id).edges.filter(allowed).map((edge) => otherEnd(edge, id))
      .filter((one) => steps.get(one) === steps.get(id) - 1));
    for (const one of before) follow(one, [id, ...rest]);
  };
  follow(to, []);
  return found;
}

function showPath(from, to) {
  endAsking();
  change(() => takePath(from, to));
  select(state.selected);
  fit();
  const { paths } = state.path;
  announce(paths.length ? sayCount('pathsFound', paths.length) : say('noPath'));
}

/** Make the shortest paths the picture; where there are none, it stays as it is. */
function takePath(from, to) {
  const found = [from, to].every((id) => nodes.has(id)) && from !== to ? pathsBetween(from, to) : [];
  const paths = found.slice(0, MOST_PATHS);
  Object.assign(state, { path: { from, to, paths, more: found.length > MOST_PATHS }, selected: { kind: 'path', id: `${from}\n${to}` } });
  if (!paths.length) return;
  const { pins } = state;
  newSheet();
  state.focus = new Set(paths.flat());
  state.places = columns(paths);
  for (const [id, at] of pins) if (state.focus.has(id)) state.pins.set(id, at);
  for (const id of [from, to]) {
    state.hidden.delete(id);
    if (state.hiddenClasses.has(nodes.get(id).type)) state.revealed.add(id);
  }
}

/** From one end to the other, what is as far away side by side. */
function columns(paths) {
  const ranks = new Map();
  for (const path of paths) path.forEach((id, at) => { if (!ranks.get(at)?.includes(id)) addTo(ranks, at, id); });
  const wide = Math.max(...[...ranks.values()].map((ids) => ids.length));
  const along = Math.max(STEP.along, (wide * STEP.aside) / 6);
  return new Map([...ranks].flatMap(([at, ids]) => ids.map((id, row) => {
    const [far, off] = [at * along, (row - (ids.length - 1) / 2) * STEP.aside + (at % 2 ? 14 : 0)];
    return [id, tall ? { x: off * 1.6, y: far * 0.6 } : { x: far, y: off }];
  })));
}

function pathPanel() {
  const { from, to, paths, more } = state.path ?? {};
  if (!paths) return [element('h2', { text: say('noPath') })];
  const rest = more ? element('p', { class: 'note', text: say('morePaths', MOST_PATHS) }) : null;
  return [
    element('p', { class: 'kind', text: paths.length ? sayCount('pathLength', paths[0].length - 1) : say('path') }),
    element('h2', { class: 'pair' }, nameButton(from), nameButton(to)),
    paths.length ? section(say('paths'), paths.length, element('ol', { class: 'plain paths' }, paths.map(pathRow)), rest)
      : element('p', { text: say('noPath') }),
  ];
}

const pathRow = (path) => element('li', {}, path.flatMap((id, at) => (at ? [pathLink(path[at - 1], id), nameButton(id)] : [nameButton(id)])));

/** The relations of two names that follow each other, as a button that shows what says so. */
function pathLink(a, b) {
  const edge = nodes.get(a).edges.find((one) => otherEnd(one, a) === b);
  const words = [[edge.from === a ? edge.forward : edge.backward, propertyName], [edge.from === a ? edge.backward : edge.forward, inverseName]]
    .flatMap(([names, call]) => names.filter((name) => !state.hiddenProperties.has(name)).map(call)).join(say('listSeparator'));
  return element('button', { type: 'button', class: 'link step', onclick: () => select({ kind: 'edge', id: edge.id }) },
    element('span', { 'aria-hidden': 'true', text: '↓ ' }), words);
}
