// What is seen as a table: the statements with their sentences, or the names; sorted by any column.

const ROWS = 200;
const sorting = { of: 'statements', column: 0, down: false };
const EMPTY = '–';

/** The names that are seen; an overview stands for all that its groups hold. */
function seenNodes() {
  if (!isOverview() || state.focus) return [...visible.nodes].filter((id) => entities.has(id));
  return drawn.nodes.filter((node) => !state.hiddenClasses.has(node.type) && !state.hidden.has(node.id)
    && !state.hidden.has(membership(state.view.kind)(node.id)) && nodes.get(node.id).edges.some(allowed)).map((node) => node.id);
}

/** The facts that are seen, as far as legend and limits let them through: those of the lines, and values that a text gives of
 * the names; with `listed`, also values that no text gives. */
function seenFacts(listed = false) {
  const shown = new Set(seenNodes());
  const overview = isOverview() && !state.focus;
  const lines = overview ? drawn.edges.filter((edge) => allowed(edge) && shown.has(edge.from) && shown.has(edge.to))
    : [...visible.edges].map((id) => edges.get(id));
  const pairs = new Set(lines.map((edge) => pairKey(edge.from, edge.to)));
  const switchedOff = (fact) => state.hiddenProperties.has(fact.status === GAZETTEER && fact.o !== undefined ? GAZETTEER : fact.p);
  return content.facts.filter((fact) => isDrawn(fact) && passes(fact) && !switchedOff(fact)
    && (fact.o === undefined ? shown.has(fact.s) && (listed || fact.id) : pairs.has(pairKey(fact.s, fact.o))));
}

const timesOf = (fact) => fact.qualifiers.filter(([name]) => name === 'time').map(([, time]) => time.replace('/', ' – ')).join(say('listSeparator'));
const articlesOf = (fact) => [...new Set(fact.evidence.map((item) => content.documents[item.document]).filter(Boolean))];
const datesOf = (fact) => articlesOf(fact).map((source) => source.published).filter(Boolean).sort();

const COLUMNS = {
  statements: [
    ['subject', (fact) => nameOf(fact.s), (fact) => nameButton(fact.s)],
    ['relation', (fact) => propertyName(fact.p)],
    ['object', (fact) => (fact.o === undefined ? fact.value : nameOf(fact.o)), (fact) => (fact.o === undefined ? fact.value : nameButton(fact.o))],
    ['status', (fact) => say(fact.status)],
    ['sureness', (fact) => fact.confidence ?? -1, (fact) => fact.confidence?.toFixed(2) ?? EMPTY],
    ['holds', (fact) => timesOf(fact)],
    ['reported', (fact) => datesOf(fact)[0] ?? ''],
    ['evidence', (fact) => fact.evidence.length, (fact) => sentenceCell(fact)],
  ],
  names: [
    ['name', (id) => nameOf(id), (id) => nameButton(id)],
    ['class', (id) => className(id)],
    ['neighbours', (id) => nodes.get(id).degree],
    ['facts', (id) => (factsOf.get(id) ?? []).length],
    ['documents', (id) => entities.get(id).documents.length],
  ],
};

/** The sentences of a fact: the first, and the others behind it. */
const sentenceCell = (fact) => (fact.evidence.length ? [element('span', { class: 'sentence-cell', text: content.passages[fact.evidence[0].passage] }), disclosure(fact)] : say('noEvidence'));

const tableButton = () => element('button', { type: 'button', class: 'tool', 'data-key': 'table', 'aria-pressed': String(state.table),
  text: say('table'), onclick: toggleTable });

function toggleTable() {
  state.table = !state.table;
  showViews();
  showTable();
  writeAddress();
  (state.table ? byId('table') : byId('graph')).focus();
}

function showTable() {
  const place = byId('table');
  place.hidden = !state.table;
  byId('stage').classList.toggle('with-table', state.table);
  if (!state.table) { place.replaceChildren(); return; }
  const items = sorting.of === 'names' ? seenNodes() : seenFacts();
  place.setAttribute('aria-label', say('table'));
  renew(place, tableKinds(items.length), items.length ? tableOf(sorted(items)) : element('p', { class: 'note', text: say('noRows') }));
}

function tableKinds(count) {
  const words = `${count.toLocaleString('en')} ${sayCount(sorting.of === 'names' ? 'countNames' : 'countFacts', count)}`;
  return element('div', { class: 'table-head' }, element('div', { class: 'segments', role: 'group', 'aria-label': say('table') },
    Object.keys(COLUMNS).map((kind) => element('button', { type: 'button', 'data-key': `table-${kind}`, 'aria-pressed': String(kind === sorting.of),
      text: say(kind === 'names' ? 'names' : 'facts'), onclick: () => { Object.assign(sorting, { of: kind, column: 0, down: false }); showTable(); } }))),
  element('span', { class: 'note', text: words }), element('button', { type: 'button', class: 'tool', 'data-key': 'table-csv', text: say('saveCsv'), onclick: saveCsv }));
}

function sorted(items) {
  const [, value] = COLUMNS[sorting.of][sorting.column];
  const order = new Intl.Collator(language, { numeric: true });
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b)));
  const keyed = items.map((item) => [value(item), item]).sort(([a], [b]) => (sorting.down ? -1 : 1) * compare(a, b));
  return keyed.map(([, item]) => item);
}

function tableOf(items) {
  const columns = COLUMNS[sorting.of];
  const row = (item) => element('tr', {}, columns.map(([key, value, show], at) => element(at ? 'td' : 'th', { scope: at ? null : 'row', class: `of-${key}` },
    show ? show(item) : String(value(item)) || EMPTY)));
  const body = element('tbody', {}, items.slice(0, ROWS).map(row));
  const more = element('button', { type: 'button', class: 'link more', text: say('more', (items.length - ROWS).toLocaleString('en')) });
  more.addEventListener('click', () => {
    body.append(...items.slice(body.rows.length, body.rows.length + ROWS).map(row));
    const left = items.length - body.rows.length;
    if (left > 0) more.textContent = say('more', left.toLocaleString('en'));
    else more.remove();
  });
  return [element('table', { class: 'seen' }, element('caption', { class: 'unseen', text: viewTitle() }),
    element('thead', {}, element('tr', {}, columns.map(([key], at) => columnHead(key, at)))), body), items.length > ROWS ? more : null].filter(Boolean);
}

function columnHead(key, at) {
  const here = sorting.column === at;
  return element('th', { scope: 'col', 'aria-sort': here ? (sorting.down ? 'descending' : 'ascending') : null },
    element('button', { type: 'button', 'data-key': `column-${key}`, onclick: () => {
      Object.assign(sorting, { column: at, down: here && !sorting.down });
      showTable();
    } }, say(`column-${key}`), element('span', { 'aria-hidden': 'true', text: here ? (sorting.down ? ' ▾' : ' ▴') : '' })));
}
