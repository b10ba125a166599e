// Search as one types: names and aliases in either script, their pinyin and its initials, and all of these mixed.

const MOST_HITS = 50;
let hits = [];
let active = 0;

/** Marks of tone and width are nothing to a query; v stands for ü, as on a keyboard. */
const foldQuery = (text) => fold(text.normalize('NFD').replace(/(?<=[a-zü])[\u0300\u0301\u0304\u030c]/giu, '').normalize('NFC'))
  .replaceAll('ü', 'v');

/** The names of an entity, each character with what answers to it: itself in both scripts, and its syllable. */
function spell([first, second, spoken]) {
  const [one, other] = [[...first], [...(second || first)]];
  const syllables = spoken ? spoken.split(' ') : one;
  return one.map((char, at) => ({ chars: char === other[at] ? [char] : [char, other[at]], syllable: syllables[at] ?? char }));
}

const spelt = new Map(content.entities.map((entity) => [entity.id, entity.keys.map(spell)]));

/** Whether a query, from its character `from`, can be read off a name from its character `at` to where the query ends. */
function answers(name, query, at, from) {
  if (from === query.length) return at;
  if (at === name.length) return null;
  const { chars, syllable } = name[at];
  for (const char of chars) {
    if (query.startsWith(char, from)) {
      const end = answers(name, query, at + 1, from + char.length);
      if (end !== null) return end;
    }
  }
  for (let length = common(syllable, query, from); length > 0; length -= 1) {
    if (length < syllable.length && length > 1 && from + length < query.length) continue;
    const end = answers(name, query, at + 1, from + length);
    if (end !== null) return end;
  }
  return null;
}

/** How many letters of a syllable stand in a query from a place on. */
function common(syllable, query, from) {
  let length = 0;
  while (length < syllable.length && syllable[length] === query[from + length]) length += 1;
  return length;
}

/** How well a name answers, smaller is better: whole, from its start, somewhere inside; null where it does not. */
function rankName(name, query) {
  const whole = answers(name, query, 0, 0);
  if (whole !== null) return whole === name.length ? 0 : 1;
  for (let at = 1; at < name.length; at += 1) if (answers(name, query, at, 0) !== null) return 2;
  return null;
}

/** How well an entity answers: its written name before its sound, its preferred name before the others. */
function rank(entity, query) {
  let best = null;
  spelt.get(entity.id).forEach((name, at) => {
    const found = rankName(name, query);
    if (found === null) return;
    const written = entity.keys[at].slice(0, 2).some((key) => key.includes(query));
    const value = found + (written ? 0 : 3) + (at ? 0.5 : 0);
    if (best === null || value < best) best = value;
  });
  return best;
}

/** The ids of the entities that answer a query, the best first. */
function find(text) {
  const query = foldQuery(text);
  if (!query) return [];
  return content.entities.map((entity) => [entity, rank(entity, query)]).filter(([, value]) => value !== null)
    .sort(([a, x], [b, y]) => x - y || (nodes.get(b.id)?.degree ?? 0) - (nodes.get(a.id)?.degree ?? 0)
      || a.name.length - b.name.length)
    .map(([entity]) => entity.id);
}

/** The other name that made an entity answer, where its preferred name does not show why. */
function matchedName(entity, query) {
  const name = spelt.get(entity.id).findIndex((one) => rankName(one, query) !== null);
  if (name <= 0 || fold(entity.name).includes(query)) return '';
  return [...entity.aliases, ...entity.converted].find((other) => entity.keys[name].includes(fold(other))) ?? '';
}

function showHits() {
  const field = byId('query');
  const list = byId('hits');
  const query = foldQuery(field.value);
  const found = find(field.value);
  hits = found.slice(0, MOST_HITS);
  active = 0;
  list.hidden = !query;
  field.setAttribute('aria-expanded', String(Boolean(query)));
  list.replaceChildren(...(hits.length ? hits.map((id, at) => hitRow(id, at, query))
    : [element('li', { class: 'none', text: say('noHits') })]));
  if (found.length > hits.length) {
    list.append(element('li', { class: 'none', text: say('moreHits', (found.length - hits.length).toLocaleString('en')) }));
  }
  markActive();
  if (query) announce(sayCount('hits', found.length));
}

function hitRow(id, at, query) {
  const other = matchedName(entities.get(id), query);
  const facts = (factsOf.get(id) ?? []).length;
  return element('li', { role: 'option', id: `hit-${at}`, 'aria-selected': 'false',
    onmousedown: (event) => { event.preventDefault(); choose(at); },
    onmousemove: () => { active = at; markActive(); } },
  classGlyph(id), element('span', { class: 'what' }, nameOf(id), other ? element('span', { class: 'note', text: other }) : null),
  element('span', { class: 'note', text: [className(id), facts ? sayCount('countOfFacts', facts) : ''].filter(Boolean).join(' · ') }));
}

function markActive() {
  [...byId('hits').children].forEach((row, at) => row.setAttribute('aria-selected', String(at < hits.length && at === active)));
  if (hits.length) byId('query').setAttribute('aria-activedescendant', `hit-${active}`);
  else byId('query').removeAttribute('aria-activedescendant');
  byId(`hit-${active}`)?.scrollIntoView({ block: 'nearest' });
}

function choose(at) {
  const id = hits[at];
  if (!id) return;
  closeHits();
  byId('query').value = nameOf(id);
  if (pathFrom) showPath(pathFrom, id);
  else go(id);
}

function closeHits() {
  byId('hits').hidden = true;
  byId('query').setAttribute('aria-expanded', 'false');
}

function openSearch() {
  const field = byId('query');
  field.addEventListener('input', showHits);
  field.addEventListener('focus', () => { field.select(); if (field.value) showHits(); });
  field.addEventListener('blur', () => { closeHits(); if (pathFrom) endAsking(); });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && hits.length) {
      active = Math.abs(step) === 1 ? (active + step + hits.length) % hits.length
        : Math.max(0, Math.min(hits.length - 1, active + step));
      markActive();
      event.preventDefault();
    } else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape') { field.value = ''; closeHits(); byId('graph').focus(); event.stopPropagation(); }
  });
}
