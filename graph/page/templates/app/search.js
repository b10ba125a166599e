// Search as one types: names and aliases in either script, then their pinyin.

const MOST_HITS = 12;
let hits = [];
let active = 0;

/** How well an entity answers a folded query, smaller is better; null where it does not. */
function rank(entity, query) {
  const best = (keys, base) => keys.reduce((found, key) => {
    const at = key === query ? 0 : key.startsWith(query) ? 1 : key.includes(query) ? 2 : null;
    return at === null ? found : Math.min(found, base + at);
  }, Infinity);
  const spelt = best(entity.spelt, 0);
  const said = /^[a-z0-9]+$/.test(query) ? entity.spoken.filter((key) => key.startsWith(query)) : [];
  const found = Math.min(spelt, said.includes(query) ? 3 : said.length ? 4 : Infinity);
  return found === Infinity ? null : found;
}

/** The ids of the entities that answer a query, the best first. */
function find(text) {
  const query = fold(text);
  if (!query) return [];
  return content.entities.map((entity) => [entity, rank(entity, query)]).filter(([, value]) => value !== null)
    .sort(([a, x], [b, y]) => x - y || (nodes.get(b.id)?.degree ?? 0) - (nodes.get(a.id)?.degree ?? 0)
      || a.name.length - b.name.length)
    .map(([entity]) => entity.id);
}

/** The other name that made an entity answer, where its preferred name does not show why. */
function matchedName(entity, query) {
  if (fold(entity.name).includes(query)) return '';
  return [...entity.aliases, ...entity.converted].find((name) => fold(name).includes(query)) ?? '';
}

function showHits() {
  const field = byId('query');
  const list = byId('hits');
  const query = fold(field.value);
  hits = find(field.value).slice(0, MOST_HITS);
  active = 0;
  list.hidden = !query;
  field.setAttribute('aria-expanded', String(Boolean(query)));
  list.replaceChildren(...(hits.length ? hits.map((id, at) => hitRow(id, at, query))
    : [element('li', { class: 'none', text: say('noHits') })]));
  markActive();
  if (query) announce(sayCount('hits', hits.length));
}

function hitRow(id, at, query) {
  const other = matchedName(entities.get(id), query);
  return element('li', { role: 'option', id: `hit-${at}`, 'aria-selected': 'false',
    onmousedown: (event) => { event.preventDefault(); choose(at); },
    onmousemove: () => { active = at; markActive(); } },
  classGlyph(id), element('span', { class: 'what' }, nameOf(id), other ? element('span', { class: 'note', text: other }) : null),
  element('span', { class: 'note', text: className(id) }));
}

function markActive() {
  [...byId('hits').children].forEach((row, at) => row.setAttribute('aria-selected', String(hits.length > 0 && at === active)));
  if (hits.length) byId('query').setAttribute('aria-activedescendant', `hit-${active}`);
  else byId('query').removeAttribute('aria-activedescendant');
  byId(`hit-${active}`)?.scrollIntoView({ block: 'nearest' });
}

function choose(at) {
  const id = hits[at];
  if (!id) return;
  closeHits();
  byId('query').value = nameOf(id);
  go(id);
}

function closeHits() {
  byId('hits').hidden = true;
  byId('query').setAttribute('aria-expanded', 'false');
}

function openSearch() {
  const field = byId('query');
  field.addEventListener('input', showHits);
  field.addEventListener('focus', () => { field.select(); if (field.value) showHits(); });
  field.addEventListener('blur', closeHits);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      active = (active + step + hits.length) % hits.length;
      markActive();
      event.preventDefault();
    } else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape') { field.value = ''; closeHits(); field.blur(); event.stopPropagation(); }
  });
}
