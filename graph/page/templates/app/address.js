// The address: it leads back to what one sees. A path names the view or a name; after a ? stands what was done to the picture,
// names by short hashes, so that a link stays short and outlives a new build as far as the names do.

const HASH = 4;
const PLACE = 4;

/** FNV-1a of a name's id, in 32 bits. */
function hashOf(id) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
const byHash = new Map([...nodes.keys()].map((id) => [hashOf(id), id]));

const toText = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function toBytes(text) {
  try { return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)); } catch { return new Uint8Array(); }
}

/** Positions are told as on a wide screen, so that a link of a telephone opens rightly on a desk. */
const level = ({ x, y }) => (tall ? { x: y / 1.25, y: x / 0.75 } : { x, y });
const short = (value) => Math.max(-32768, Math.min(32767, Math.round(value)));

/** Some ids, and where they stand if `places` says so, as text. */
function packed(ids, places = null) {
  const wide = places ? HASH + PLACE : HASH;
  const data = new DataView(new ArrayBuffer(ids.length * wide));
  ids.forEach((id, at) => {
    data.setUint32(at * wide, hashOf(id));
    if (!places) return;
    const { x, y } = level(places.get(id));
    data.setInt16(at * wide + HASH, short(x));
    data.setInt16(at * wide + HASH + 2, short(y));
  });
  return toText(new Uint8Array(data.buffer));
}

/** The ids that a text stands for, with their places; what is not in this page is left out. */
function unpacked(text, placed = false) {
  const bytes = toBytes(text ?? '');
  const data = new DataView(bytes.buffer);
  const wide = placed ? HASH + PLACE : HASH;
  const found = new Map();
  for (let at = 0; at + wide <= bytes.length; at += wide) {
    const id = byHash.get(data.getUint32(at));
    if (id) found.set(id, placed ? turned(data.getInt16(at + HASH), data.getInt16(at + HASH + 2)) : null);
  }
  return found;
}

const sameSet = (a, b) => a.size === b.size && [...a].every((one) => b.has(one));

/** Whether the picture is what the id of the selected name alone leads to. */
const isPlainFocus = () => HOME !== 'whole' && state.view.kind === HOME && state.selected?.kind === 'node' && !state.path
  && nodes.has(state.selected.id) && sameSet(state.focus, new Set([state.selected.id, ...nearest(state.selected.id)]));

/** What was done to the picture, as pairs for the address; nothing where a path says it all. */
function doneToPicture() {
  const list = (set) => [...set].map(encodeURIComponent).join(',');
  const path = state.path?.paths.length ? state.path : null;
  const focus = state.focus && !isPlainFocus() && !(path && sameSet(state.focus, new Set(path.paths.flat())));
  return Object.entries({
    c: list(state.hiddenClasses),
    r: list(state.hiddenProperties),
    n: state.isolated ? '1' : '',
    s: state.confidence ? String(state.confidence) : '',
    y: state.years?.join('-') ?? '',
    k: state.colour === 'class' ? '' : state.colour,
    h: packed([...state.hidden]),
    w: path ? packed([path.from, path.to]) : '',
    f: focus ? packed([...state.focus], placesNow(state.focus)) : '',
    a: packed([...state.added], placesNow(state.added)),
    p: packed([...state.pins.keys()], state.pins),
    t: state.table ? '1' : '',
  }).filter(([, value]) => value);
}

function writeAddress() {
  const done = doneToPicture();
  const node = state.selected?.kind === 'node' ? state.selected.id : null;
  const edge = state.selected?.kind === 'edge' ? edges.get(state.selected.id) : null;
  if (done.length && node && nodes.has(node)) done.push(['at', packed([node])]);
  if (done.length && edge) done.push(['at', packed([edge.from, edge.to])]);
  const path = node && !done.length ? node : viewPath();
  const plain = (path === `/${HOME}` && !done.length) || state.selected?.kind === 'unknown';
  const query = done.map(([key, value]) => `${key}=${value}`).join('&');
  const address = encodeURI(path).replaceAll('?', '%3F') + (query && `?${query}`);
  try { history.replaceState(null, '', plain ? location.pathname + location.search : `#${address}`); } catch { /* not in this frame */ }
}

const decoded = (text, decode) => { try { return decode(text); } catch { return text; } };

/** Go where the address says: to a view and what was done to it, to a name with its neighbourhood, or tell that there is no
 * such thing. */
function followAddress() {
  const [path, query = ''] = location.hash.slice(1).split('?');
  const address = decoded(path, decodeURIComponent);
  const view = address.startsWith('/') ? viewOf(address) : null;
  if (view && query) restore(view, new Map(query.split('&').map((pair) => pair.split('='))));
  else if (view) setView(view);
  else if (entities.has(address)) {
    if (HOME !== 'whole' && nodes.get(address)?.edges.length) focusOn(address);
    else go(address);
  } else if (address) { select({ kind: 'unknown', id: address }); announce(`${say('unknownIs')} ${address}`); }
}

/** The state that an address stands for. Whatever it says, only what this page knows comes of it. */
function restore(view, told) {
  const list = (key, known) => new Set((told.get(key) ?? '').split(',').map((one) => decoded(one, decodeURIComponent)).filter(known));
  const number = (text) => { const value = Number(text); return Number.isFinite(value) ? value : null; };
  const years = (told.get('y') ?? '').split('-').map(number);
  change(() => {
    const focus = unpacked(told.get('f'), true);
    const added = unpacked(told.get('a'), true);
    Object.assign(state, {
      view, path: null, selected: null, hovered: null, revealed: new Set(), dismissed: !roomy.matches,
      hiddenClasses: list('c', (id) => classes.has(id)),
      hiddenProperties: list('r', (id) => properties.has(id) || id === GAZETTEER),
      isolated: told.get('n') === '1',
      confidence: Math.max(0, Math.min(1, number(told.get('s')) ?? 0)),
      years: years.length === 2 && years.every((year) => year) ? years : null,
      colour: told.get('k') === 'community' ? 'community' : 'class',
      hidden: new Set(unpacked(told.get('h')).keys()),
      focus: focus.size ? new Set(focus.keys()) : null,
      added: new Set(added.keys()),
      places: new Map([...focus, ...added]),
      pins: unpacked(told.get('p'), true),
      table: told.get('t') === '1',
    });
    applyLimits();
    const [from, to] = unpacked(told.get('w')).keys();
    if (to) takePath(from, to);
  }, { fitting: true });
  if (state.path) { select(state.selected, true); fit(undefined, false); }
  restoreSelection([...unpacked(told.get('at')).keys()]);
}

function restoreSelection([id, other]) {
  if (other) window.zhimai.edgesBetween(id, other).slice(0, 1).forEach((edge) => select({ kind: 'edge', id: edge }));
  else if (id && entities.has(id)) select({ kind: 'node', id });
  if (id) fit(undefined, false);
}
