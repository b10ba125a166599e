// The legend: what colours and shapes mean, how much there is of each, and switches for them.

function showLegend() {
  byId('legend').replaceChildren(
    element('dl', { class: 'counts' }, counts().map(([number, words]) => element('div', {},
      element('dd', { text: number.toLocaleString('en') }), element('dt', { text: sayCount(words, number) })))),
    filters('classes', classRows(), state.hiddenClasses),
    ...signs(),
    filters('relations', relationRows(), state.hiddenProperties),
    element('p', { class: 'note help', text: say('help') }));
}

const counts = () => [
  [content.documents.length, 'countDocuments'],
  [content.entities.filter((entity) => !entity.background).length, 'countNames'],
  [content.facts.filter((fact) => fact.status !== GAZETTEER).length, 'countFacts'],
  [content.figures.length, 'countFigures'],
];

const classRows = () => content.classes.map((item) => ({ ...item, mark: glyph(item.shape, item.colour) }));

function relationRows() {
  const counts = new Map();
  for (const edge of drawn.edges) for (const name of propertiesOf(edge)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const known = content.properties.filter((item) => counts.has(item.id));
  const rows = known.map((item) => ({ id: item.id, labels: item.labels, count: counts.get(item.id), mark: null }))
    .sort((a, b) => b.count - a.count);
  if (counts.has(GAZETTEER)) {
    const labels = Object.fromEntries(LANGUAGES.map((tag) => [tag, interfaceWords[tag].gazetteer]));
    rows.push({ id: GAZETTEER, labels, count: counts.get(GAZETTEER), mark: stroke('faint') });
  }
  return rows;
}

function filters(key, rows, hidden) {
  if (!rows.length) return '';
  const all = element('button', { type: 'button', class: 'link', text: say('all'), disabled: hidden.size === 0,
    onclick: () => { hidden.clear(); filtered(); } });
  return element('section', { class: key }, element('h3', {}, say(key), all),
    element('ul', { class: 'plain' }, rows.map((row) => filterRow(row, rows, hidden))));
}

function filterRow(row, rows, hidden) {
  const label = labelled(row.labels, row.id);
  return element('li', {},
    element('button', { type: 'button', class: 'switch', 'aria-pressed': String(!hidden.has(row.id)), 'data-id': row.id,
      onclick: () => { if (!hidden.delete(row.id)) hidden.add(row.id); filtered(); } },
    row.mark, element('span', { class: 'label' }, label, ' ', element('span', { class: 'note', text: otherLabel(row.labels) })),
    element('span', { class: 'count', text: row.count.toLocaleString('en') })),
    element('button', { type: 'button', class: 'only', text: say('only'), 'aria-label': say('onlyOf', label),
      onclick: () => { hidden.clear(); rows.forEach((other) => other.id !== row.id && hidden.add(other.id)); filtered(); } }));
}

/** The strokes that need an explanation, and the switch for what has no relation. */
function signs() {
  const planned = drawn.edges.some((edge) => edge.dashes);
  const lone = isolatedIds.length > 0;
  return [
    planned ? element('p', { class: 'sign' }, stroke('dashed'), say('planned'), ' ',
      element('span', { class: 'note', text: interfaceWords[language === 'en' ? content.language : 'en'].planned })) : '',
    lone ? element('label', { class: 'sign' },
      element('input', { type: 'checkbox', id: 'isolated', checked: state.isolated, onchange: (event) => setIsolated(event.target.checked) }),
      say('isolated'), element('span', { class: 'count', text: isolatedIds.length.toLocaleString('en') })) : '',
  ];
}

function stroke(kind) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 10');
  svg.setAttribute('class', `stroke ${kind}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', 'M1 5H19');
  svg.append(line);
  return svg;
}

function filtered() {
  const { id, dataset } = document.activeElement ?? document.body;
  state.revealed.clear();
  refresh();
  showLegend();
  if (dataset.id) byId('legend').querySelector(`.switch[data-id="${CSS.escape(dataset.id)}"]`)?.focus();
  else if (id === 'isolated') byId(id)?.focus();
}

function setIsolated(shown) {
  state.isolated = shown;
  filtered();
  fit();
}
