// What a reader does to a name in the picture: show or hide its neighbours by relation, hide it, keep it where it stands.

const AT_A_TIME = 30;
const NUDGE = 24;

const bestConnected = (ids) => [...new Set(ids)].sort((a, b) => nodes.get(b).degree - nodes.get(a).degree || (a < b ? -1 : 1));

/** Where some nodes stand now. */
const placesNow = (ids) => new Map([...ids].map((id) => [id, { x: nodes.get(id).x, y: nodes.get(id).y }]));

/** The neighbours of a name by one relation, as far as the limits let it hold; those that are seen, and the others. */
function neighboursBy(id, property, outgoing) {
  const symmetric = properties.get(property)?.symmetric;
  const around = bestConnected((factsOf.get(id) ?? []).filter((fact) => fact.p === property && fact.o !== undefined && fact.s !== fact.o
    && (symmetric || (fact.s === id) === outgoing) && isDrawn(fact) && passes(fact))
    .map((fact) => (fact.s === id ? fact.o : fact.s)).filter((one) => nodes.has(one)));
  const linked = new Set(nodes.has(id) && visible.nodes.has(id) ? neighbours(id) : []);
  return { seen: around.filter((one) => linked.has(one)), others: around.filter((one) => !linked.has(one)) };
}

/** Bring more of a name's neighbours by one relation into the picture, so many at a time. */
function expand(id, property, outgoing) {
  const { others } = neighboursBy(id, property, outgoing);
  const more = others.slice(0, AT_A_TIME);
  if (!more.length) return;
  change(() => {
    if (!visible.nodes.has(id)) enterPicture([id]);
    state.hiddenProperties.delete(property);
    if (backgroundOnly(id, more)) state.hiddenProperties.delete(GAZETTEER);
    const whole = state.view.kind === 'whole' && !state.focus;
    const standing = placesNow([...visible.nodes]);
    if (!whole) state.places = new Map([...state.places, ...arrange(id, more, standing)]);
    enterPicture(more);
  });
  if (offStage(more)) fit();
  announce(say('shownNow', more.length));
}

/** Whether the gazetteer alone links a name to one of these. */
const backgroundOnly = (id, others) => nodes.get(id).edges.some((edge) => edge.background
  && others.includes(edge.from === id ? edge.to : edge.from));

function enterPicture(ids) {
  for (const id of ids) {
    state.hidden.delete(id);
    (state.focus ?? state.added).add(id);
    if (state.hiddenClasses.has(nodes.get(id).type)) state.revealed.add(id);
  }
}

/** Whether some of these nodes lie outside of what the camera sees. */
function offStage(ids) {
  const { width, height } = byId('stage').getBoundingClientRect();
  return ids.map((id) => network.canvasToDOM(nodes.get(id))).some(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
}

/** Take a name's neighbours by one relation out of the picture. */
function collapse(id, property, outgoing) {
  const { seen } = neighboursBy(id, property, outgoing);
  change(() => takeOut(seen));
  announce(say('hiddenNow', seen.length));
}

function takeOut(ids) {
  for (const id of ids) {
    state.revealed.delete(id);
    state.added.delete(id);
    if (state.focus) state.focus.delete(id);
    else state.hidden.add(id);
  }
}

function hide(id) {
  if (!visible.nodes.has(id)) return;
  change(() => {
    state.revealed.delete(id);
    state.hidden.add(id);
    if (state.selected?.id === id) state.selected = null;
  });
  byId('graph').focus();
  announce(say('hiddenName', nodes.get(id).heart ? groupName(id) : nameOf(id)));
}

function showHidden() {
  change(() => state.hidden.clear());
}

/** Keep a node where it stands, or let it go again. */
function togglePin(id) {
  const held = state.pins.has(id);
  change(() => { if (held) state.pins.delete(id); else state.pins.set(id, { x: nodes.get(id).x, y: nodes.get(id).y }); });
  announce(say(held ? 'released' : 'pinnedName', nameOf(id)));
}

/** What was dragged stays where it was put. */
function pinDragged(ids) {
  change(() => { for (const [id, at] of placesNow(ids)) state.pins.set(id, at); });
}

/** Move a node a little without a mouse; it stays there. */
function nudge(id, [across, down]) {
  const far = NUDGE / network.getScale();
  change(() => state.pins.set(id, { x: nodes.get(id).x + across * far, y: nodes.get(id).y + down * far }));
}

/** The buttons below a name in the panel. */
function nodeActions(id) {
  const drawnHere = nodes.has(id);
  const tool = (key, words, onclick, more = {}) => element('button', { type: 'button', class: 'tool', 'data-key': `do-${key}`,
    text: say(words), onclick, ...more });
  return element('div', { class: 'actions', role: 'group', 'aria-label': say('actions') }, drawnHere ? [
    nodes.get(id).edges.length ? tool('focus', 'neighbourhood', () => focusOn(id)) : null,
    nodes.get(id).edges.length ? tool('path', 'pathFrom', () => beginPath(id)) : null,
    visible.nodes.has(id) ? tool('pin', 'pin', () => togglePin(id), { 'aria-pressed': String(state.pins.has(id)) }) : null,
    visible.nodes.has(id) ? tool('hide', 'hide', () => hide(id)) : null,
  ] : []);
}

/** The head of a name's facts by one relation: how many of its neighbours are seen, and buttons for more and for none. */
function relationHead(id, property, outgoing) {
  const words = outgoing ? propertyName(property) : inverseName(property);
  const { seen, others } = neighboursBy(id, property, outgoing);
  const all = nodes.has(id) ? seen.length + others.length : 0;
  const key = `${property} ${outgoing}`;
  const button = (kind, text, label, onclick) => element('button', { type: 'button', class: 'link', 'data-key': `${kind} ${key}`,
    text, 'aria-label': label, onclick });
  return element('div', { class: 'relation' }, element('h4', { text: words }),
    all ? element('span', { class: 'count', title: say('seenOf', seen.length, all), text: `${seen.length}/${all}` }) : null,
    all && others.length ? button('more', others.length > AT_A_TIME ? say('showSome', AT_A_TIME) : say('show'),
      say('showBy', words, Math.min(others.length, AT_A_TIME)), () => expand(id, property, outgoing)) : null,
    all && seen.length ? button('none', say('hide'), say('hideBy', words, seen.length), () => collapse(id, property, outgoing)) : null);
}
