// The legend: what colours and shapes mean, how much there is of each, and switches for them.

function showLegend() {
  renew(byId('legend'),
    element('dl', { class: 'counts' }, counts().map(([number, words]) => element('div', {},
      element('dd', { text: number.toLocaleString('en') }), element('dt', { text: sayCount(words, number) })))),
    outOfSight(), colourChoice(), communityList(),
    filters('classes', classRows(), state.hiddenClasses),
    ...signs(), limitControls(),
    filters('relations', relationRows(), state.hiddenProperties),
    element('p', { class: 'note help', text: say('help') }));
}

/** Names that were hidden one by one, or that stand where they were put, and how to undo that. */
function outOfSight() {
  const row = (words, count, act, key, onclick) => (count ? [element('p', { class: 'sign' }, sayCount(words, count),
    element('button', { type: 'button', class: 'link', 'data-key': key, text: say(act), onclick }))] : []);
  const rows = [...row('hiddenNames', state.hidden.size, 'showAgain', 'show-hidden', showHidden),
    ...row('pinnedNames', state.pins.size, 'release', 'release', () => change(() => state.pins.clear()))];
  return rows.length ? element('div', { class: 'out-of-sight' }, rows) : '';
}

const counts = () => [
  [content.documents.length, 'countDocuments'],
  [content.entities.filter((entity) => !entity.background).length, 'countNames'],
  [content.facts.filter((fact) => fact.status !== GAZETTEER).length, 'countFacts'],
  [content.figures.length, 'countFigures'],
];

const classRows = () => content.classes.map((item) => ({ ...item,
  mark: glyph(item.shape, state.colour === 'class' ? item.colour : GREY) }));

/** Every relation that is drawn at all, with how often it passes the limits. */
function relationRows() {
  const counts = new Map(drawn.edges.flatMap((edge) => propertiesOf({ ...edge, ...edge.all }).map((name) => [name, 0])));
  for (const edge of drawn.edges) for (const name of propertiesOf(edge)) counts.set(name, counts.get(name) + 1);
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
    'data-key': `all ${key}`, onclick: () => switched((now) => now.clear(), key) });
  return element('section', { class: key }, element('h3', {}, say(key), all),
    element('ul', { class: 'plain' }, rows.map((row) => filterRow(row, rows, hidden, key))));
}

function filterRow(row, rows, hidden, key) {
  const label = labelled(row.labels, row.id);
  return element('li', {},
    element('button', { type: 'button', class: 'switch', 'aria-pressed': String(!hidden.has(row.id)), 'data-key': `${key} ${row.id}`,
      onclick: () => switched((now) => { if (!now.delete(row.id)) now.add(row.id); }, key) },
    row.mark, element('span', { class: 'label' }, label, ' ', element('span', { class: 'note', text: otherLabel(row.labels) })),
    element('span', { class: 'count', text: row.count.toLocaleString('en') })),
    element('button', { type: 'button', class: 'only', text: say('only'), 'aria-label': say('onlyOf', label),
      onclick: () => switched((now) => { now.clear(); rows.forEach((other) => other.id !== row.id && now.add(other.id)); }, key) }));
}

/** The strokes that need an explanation, and the switch for what has no relation. */
function signs() {
  const planned = drawn.edges.some((edge) => edge.dashes);
  const lone = isolatedIds.length > 0;
  return [
    planned ? element('p', { class: 'sign' }, stroke('dashed'), say('planned'), ' ',
      element('span', { class: 'note', text: interfaceWords[language === 'en' ? content.language : 'en'].planned })) : '',
    lone ? element('label', { class: 'sign' },
      element('input', { type: 'checkbox', id: 'isolated', 'data-key': 'isolated', checked: state.isolated, onchange: (event) => setIsolated(event.target.checked) }),
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

/** Change which classes or relations are hidden. */
function switched(act, key) {
  change(() => {
    act(key === 'classes' ? state.hiddenClasses : state.hiddenProperties);
    state.revealed.clear();
  });
}

function setIsolated(shown) {
  change(() => { state.isolated = shown; state.revealed.clear(); }, { fitting: true });
}

/** A slider for how surely a fact must have been read, and the years in which it must hold. */
function limitControls() {
  const years = knownYears();
  if (!drawnFacts.length) return '';
  const all = element('button', { type: 'button', class: 'link', 'data-key': 'no-limits', text: say('all'), disabled: !limited(),
    onclick: () => change(() => Object.assign(state, { confidence: 0, years: null })) });
  return element('section', { class: 'limits' }, element('h3', {}, say('limits'), all), confidenceSlider(),
    years.length > 1 ? yearFields(years) : null);
}

function confidenceSlider() {
  const words = () => say('atLeastSure', state.confidence.toFixed(2));
  const shown = element('output', { class: 'count', text: state.confidence.toFixed(2) });
  return element('label', { class: 'limit' }, element('span', {}, say('sureness')), shown,
    element('input', { type: 'range', id: 'sureness', min: 0, max: 1, step: 0.05, value: state.confidence, 'data-key': 'sureness',
      'aria-valuetext': words(),
      oninput: (event) => {
        change(() => { state.confidence = Number(event.target.value); state.revealed.clear(); }, { key: 'sureness' });
        shown.textContent = state.confidence.toFixed(2);
        event.target.setAttribute('aria-valuetext', words());
      },
      onchange: settle }));
}

function yearFields(years) {
  const [from, to] = state.years ?? [years[0], years.at(-1)];
  const set = (at, year) => change(() => {
    const now = [from, to].with(at, year);
    if (now[0] > now[1]) now[1 - at] = year;
    state.years = now[0] <= years[0] && now[1] >= years.at(-1) ? null : now;
    state.revealed.clear();
  });
  const field = (at, words, value) => element('select', { 'data-key': words, 'aria-label': say(words),
    onchange: (event) => set(at, Number(event.target.value)) }, years.map((year) => element('option', { value: year, text: year,
    selected: year === value })));
  return element('div', { class: 'limit years', role: 'group', 'aria-label': say('years') }, element('span', {}, say('years')),
    field(0, 'yearFrom', from), '–', field(1, 'yearTo', to));
}
