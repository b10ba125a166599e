// Selecting, hovering, keys, languages, and the start of it all.

/** How many neighbours come at once: all of most names, the best connected of a hub. */
const NEAR = 60;

function select(chosen, silent = false) {
  state.selected = chosen;
  state.hovered = null;
  if (chosen?.kind === 'node' && nodes.has(chosen.id) && !visible.nodes.has(chosen.id)) {
    state.revealed.add(chosen.id);
    refresh();
  }
  const left = !chosen && byId('panel').contains(document.activeElement);
  showPanel();
  showHint();
  network?.redraw();
  if (left) byId('graph').focus();
  if (chosen && !silent) byId('panel').focus({ preventScroll: true });
  writeAddress();
}

/** Select a name and bring it into view: with its neighbourhood, where the view does not have it. */
function go(id) {
  if (!entities.has(id)) return;
  closeDrawer();
  if (nodes.has(id) && !visible.nodes.has(id) && state.view.kind !== 'whole') {
    focusOn(id);
  } else {
    select({ kind: 'node', id });
    centre([id]);
  }
  announce(`${nameOf(id)}, ${className(id)}`);
}

const nearest = (id) => bestConnected(nodes.get(id).edges.filter(allowed).map((edge) => otherEnd(edge, id))
  .filter((one) => !state.hidden.has(one))).slice(0, NEAR);

/** Show only a node and its neighbours, the best connected of many; done again inside, it adds the neighbours of another. */
function focusOn(id) {
  change(() => {
    state.hidden.delete(id);
    const around = nearest(id);
    const standing = state.focus ? placesNow(state.focus) : new Map();
    if (!state.focus) newSheet();
    Object.assign(state, { places: arrange(id, around, standing), path: null, selected: { kind: 'node', id }, hovered: null });
    state.focus = new Set([...(state.focus ?? []), id, ...around]);
  });
  select({ kind: 'node', id });
  fit([...state.focus].filter((one) => visible.nodes.has(one)));
}

function clearAll() {
  const narrowed = state.focus !== null || state.revealed.size > 0;
  const open = state.selected !== null;
  const leave = () => {
    if (state.focus) newSheet();
    state.revealed.clear();
    Object.assign(state, { focus: null, path: null, selected: null });
  };
  if (narrowed) change(leave);
  else showViews();
  select(null, true);
  if (narrowed) fit();
  return narrowed || open;
}

function showHint() {
  const hint = byId('hint');
  const words = state.focus && state.path?.paths.length ? 'onPath' : state.focus ? 'focused' : isOverview() ? 'openHint' : '';
  hint.hidden = !words;
  hint.textContent = words ? say(words) : '';
}

function filterWords([kind, value]) {
  const called = (one) => one.id === value || Object.values(one.labels).includes(value);
  const term = { class: content.classes, property: content.properties }[kind]?.find(called);
  return say(`only-${kind}`, term ? labelled(term.labels, value) : value);
}

/** What the page was narrowed to when it was written. */
function showFilter() {
  const note = byId('filter');
  note.hidden = !content.filter.length;
  note.textContent = content.filter.length ? say('filteredBy', content.filter.map(filterWords).join(say('listSeparator'))) : '';
  note.title = note.textContent;
}

function openDrawer() {
  document.body.classList.add('with-drawer');
  byId('drawer').setAttribute('aria-expanded', 'true');
}

function closeDrawer() {
  document.body.classList.remove('with-drawer');
  byId('drawer').setAttribute('aria-expanded', 'false');
}

function openTools() {
  byId('fit').addEventListener('click', () => fit());
  byId('drawer').addEventListener('click', () => {
    if (document.body.classList.contains('with-drawer')) closeDrawer();
    else openDrawer();
  });
  byId('graph').addEventListener('pointerdown', closeDrawer);
}

/** The stage may get its final size after the first fit, or another one later: fit again until the user moves something. */
function fitWhileUntouched() {
  let untouched = true;
  for (const kind of ['pointerdown', 'wheel', 'keydown']) {
    byId('graph').addEventListener(kind, () => { untouched = false; }, { capture: true, passive: true });
  }
  network.on('resize', () => { if (untouched && !state.selected) fit(undefined, false); });
}

openScene();
refresh();
setLanguage(firstLanguage());
openPointer();
openSearch();
openKeys();
openTools();
openSave();
fit(undefined, false);
fitWhileUntouched();
openPrint();
followAddress();
past.length = 0;
showViews();
window.addEventListener('hashchange', followAddress);

window.zhimai = Object.freeze({
  select: go,
  selectEdge: (id) => { if (edges.has(id)) select({ kind: 'edge', id }); },
  edgesBetween: (a, b) => drawn.edges.filter((edge) => pairKey(edge.from, edge.to) === pairKey(a, b)).map((edge) => edge.id),
  focus: focusOn,
  hide,
  expand: (id, property, outgoing = true) => expand(id, property, outgoing),
  path: showPath,
  undo,
  redo,
  find,
  fit,
  clear: clearAll,
  view: (path) => { const view = viewOf(path); if (view) setView(view); },
  where: (id) => network.canvasToDOM({ x: nodes.get(id).x, y: nodes.get(id).y }),
  setLanguage,
  visible: () => ({ nodes: [...visible.nodes], edges: [...visible.edges] }),
  pinned: () => [...state.pins.keys()],
  labels: () => [...placed.labels.values()],
  onStage: (point) => network.canvasToDOM(point),
  svg: () => svgText(),
  csv: () => csvText(),
  turtle: () => turtleText(),
});
