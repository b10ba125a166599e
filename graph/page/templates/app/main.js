// Selecting, hovering, keys, languages, and the start of it all.

const REACH = 7;
const TOUCH = 22;
const DOUBLE = 300;

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

/** The address leads to what is selected, or else to the view. */
function writeAddress() {
  const path = state.selected?.kind === 'node' ? state.selected.id : viewPath();
  const plain = path === `/${HOME}` || state.selected?.kind === 'unknown';
  try { history.replaceState(null, '', plain ? location.pathname + location.search : `#${encodeURI(path)}`); } catch { /* not in this frame */ }
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

/** Show only a node and its neighbours; done again inside, it adds the neighbours of another. */
function focusOn(id) {
  const around = nodes.get(id).edges.filter(allowed).map((edge) => (edge.from === id ? edge.to : edge.from));
  state.places = arrange(id, around);
  state.focus = new Set([...(state.focus ?? []), id, ...around]);
  placeNodes();
  refresh();
  showViews();
  select({ kind: 'node', id });
  fit([...state.focus].filter((one) => visible.nodes.has(one)));
}

function clearAll() {
  const narrowed = state.focus !== null || state.revealed.size > 0;
  const open = state.selected !== null;
  state.focus = null;
  state.revealed.clear();
  if (narrowed) { placeNodes(); refresh(); }
  showViews();
  select(null, true);
  if (narrowed) fit();
  return narrowed || open;
}

function showHint() {
  const hint = byId('hint');
  const words = state.focus ? 'focused' : isOverview() ? 'openHint' : '';
  hint.hidden = !words;
  hint.textContent = words ? say(words) : '';
}

/** What lies under the pointer: a node or its label, else an edge, else null. */
function under(event) {
  const frame = byId('graph').getBoundingClientRect();
  const { x, y } = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  const scale = network.getScale();
  let best = null;
  for (const id of visible.nodes) {
    const node = nodes.get(id);
    const apart = Math.hypot(node.x - x, node.y - y);
    const away = apart - radius(node, scale);
    const hit = away < 3 / scale || (event.touch && apart < TOUCH / scale);
    if (hit && (!best || away < best.away)) best = { id, away };
  }
  if (best) return { kind: 'node', id: best.id };
  for (const [id, box] of placed.labels) {
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return { kind: 'node', id };
  }
  return edgeUnder(x, y, (event.touch ? 2 : 1) * REACH / scale);
}

function edgeUnder(x, y, reach) {
  let best = null;
  for (const id of visible.edges) {
    const edge = edges.get(id);
    const [a, b] = [nodes.get(edge.from), nodes.get(edge.to)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
    if (away < reach && (!best || away < best.away)) best = { id, away };
  }
  return best && { kind: 'edge', id: best.id };
}

const same = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

function hover(chosen) {
  if (same(chosen, state.hovered)) return;
  state.hovered = chosen;
  byId('graph').classList.toggle('over', Boolean(chosen));
  network.redraw();
}

/** Whether the panel, once open, would lie under a point of the stage: a second click there must still reach the node. */
function underPanel({ x, y }) {
  const stage = byId('stage').getBoundingClientRect();
  return stage.width < 640 ? y > 0.4 * stage.height : x > stage.width - 410;
}

function openPointer() {
  const graph = byId('graph');
  let waiting = null;
  graph.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    if (event.buttons) { hover(null); return; }
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => hover(under(event)));
  });
  graph.addEventListener('pointerleave', () => { cancelAnimationFrame(waiting); hover(null); });
  const target = (params) => {
    const frame = graph.getBoundingClientRect();
    const touch = params.event?.pointerType === 'touch';
    return under({ clientX: params.pointer.DOM.x + frame.left, clientY: params.pointer.DOM.y + frame.top, touch });
  };
  let later = null;
  let openedAt = -DOUBLE;
  network.on('click', (params) => {
    clearTimeout(later);
    if (performance.now() - openedAt < DOUBLE) return;
    const chosen = target(params);
    if (groups.has(chosen?.id)) { openedAt = performance.now(); openGroup(chosen.id); return; }
    if (links.has(chosen?.id)) { select({ kind: 'link', id: chosen.id }, true); return; }
    if (chosen?.kind !== 'node') { select(chosen, true); return; }
    const opened = () => { select(chosen, true); uncover(chosen.id); };
    state.selected = chosen;
    network.redraw();
    if (byId('panel').hidden && underPanel(params.pointer.DOM)) later = setTimeout(opened, DOUBLE);
    else { select(chosen, true); later = setTimeout(() => uncover(chosen.id), DOUBLE); }
  });
  network.on('doubleClick', (params) => {
    clearTimeout(later);
    if (performance.now() - openedAt < 2 * DOUBLE) return;
    const chosen = target(params);
    if (chosen?.kind === 'node') focusOn(chosen.id);
    else if (!chosen) fit();
  });
}

function setLanguage(tag) {
  language = tag;
  document.documentElement.lang = tag;
  const field = byId('query');
  field.placeholder = say('search');
  field.setAttribute('aria-label', say('search'));
  byId('fit').textContent = say('fit');
  byId('fit').title = say('fitHint');
  document.title = say('title');
  byId('drawer').textContent = say('legend');
  byId('legend').setAttribute('aria-label', say('legend'));
  byId('help').title = `${say('keys')} (?)`;
  byId('help').setAttribute('aria-label', say('keys'));
  byId('hits').setAttribute('aria-label', say('results'));
  byId('views').setAttribute('aria-label', say('views'));
  byId('languages').setAttribute('aria-label', say('languages'));
  byId('graph').setAttribute('aria-label', say('graph'));
  byId('graph').setAttribute('aria-roledescription', say('graphRole'));
  byId('languages').replaceChildren(...LANGUAGES.map((one) => element('button', { type: 'button', lang: one,
    'aria-pressed': String(one === tag), 'aria-label': interfaceWords[one].languageName, text: interfaceWords[one].language,
    onclick: () => { setLanguage(one); remember(one); byId('languages').querySelector(`[lang=${one}]`).focus(); } })));
  nameGroups();
  forgetLabels();
  showLegend();
  showViews();
  showKeys();
  showFilter();
  showPanel();
  showHint();
  showEmptiness();
  network?.redraw();
}

/** The language that was chosen before, else the browser's, else that of the articles. */
function firstLanguage() {
  let kept = null;
  try { kept = localStorage.getItem('zhimai-language'); } catch { /* none is kept here */ }
  if (LANGUAGES.includes(kept)) return kept;
  const wanted = navigator.languages.map(languageFor).find(Boolean);
  return wanted ?? 'en';
}

function languageFor(tag) {
  if (/^en\b/i.test(tag)) return 'en';
  if (!/^zh\b/i.test(tag)) return null;
  if (/hant|\b(tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  return /hans|\b(cn|sg)\b/i.test(tag) ? 'zh-Hans' : content.language;
}

function remember(tag) {
  try { localStorage.setItem('zhimai-language', tag); } catch { /* it is asked anew next time */ }
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

/** The entity that the page's address names after its #. */
function addressed() {
  try { return decodeURI(location.hash.slice(1)); } catch { return ''; }
}

/** Go where the address says: to a view, to a name with its neighbourhood, or tell that there is no such thing. */
function followAddress() {
  const address = addressed();
  const view = address.startsWith('/') ? viewOf(address) : null;
  if (view) setView(view);
  else if (entities.has(address)) {
    if (HOME !== 'whole' && nodes.get(address)?.edges.length) focusOn(address);
    else go(address);
  } else if (address) { select({ kind: 'unknown', id: address }); announce(`${say('unknownIs')} ${address}`); }
}

openScene();
refresh();
setLanguage(firstLanguage());
openPointer();
openSearch();
openKeys();
openTools();
fit(undefined, false);
fitWhileUntouched();
openPrint();
followAddress();
window.addEventListener('hashchange', followAddress);

window.zhimai = Object.freeze({
  select: go,
  selectEdge: (id) => { if (edges.has(id)) select({ kind: 'edge', id }); },
  edgesBetween: (a, b) => drawn.edges.filter((edge) => pairKey(edge.from, edge.to) === pairKey(a, b)).map((edge) => edge.id),
  focus: focusOn,
  find,
  fit,
  clear: clearAll,
  view: (path) => { const view = viewOf(path); if (view) setView(view); },
  where: (id) => network.canvasToDOM({ x: nodes.get(id).x, y: nodes.get(id).y }),
  setLanguage,
  visible: () => ({ nodes: [...visible.nodes], edges: [...visible.edges] }),
  labels: () => [...placed.labels.values()],
  onStage: (point) => network.canvasToDOM(point),
});
