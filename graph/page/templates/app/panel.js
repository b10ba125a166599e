// The panel: everything about a node, an edge or a document.

const MANY = 8;

const PANELS = {
  node: (id) => nodePanel(id), edge: (id) => edgePanel(id), link: (id) => linkPanel(id), document: (id) => documentPanel(id),
  view: () => viewPanel(), path: () => pathPanel(), unknown: (id) => unknownPanel(id),
};
let told = null;
let alive = [];

/** What the panel is to tell of: what is selected, or else the view, unless that was closed. */
const toTell = () => state.selected ?? (state.dismissed || state.focus || state.view.kind === 'whole' ? null : { kind: 'view' });

function showPanel() {
  const panel = byId('panel');
  const chosen = toTell();
  told = chosen;
  alive = [];
  panel.hidden = !chosen;
  document.body.classList.toggle('with-panel', Boolean(chosen));
  if (!chosen) return;
  panel.replaceChildren(sheetButton(), closeButton(), ...PANELS[chosen.kind](chosen.id).filter(Boolean));
  panel.setAttribute('aria-label', panel.querySelector('h2').textContent);
  panel.scrollTop = 0;
}

/** After a change of the picture: only what depends on it is made anew, so that what was opened stays open. */
function renewPanel() {
  if (!told || !same(told, toTell()) || told.kind === 'view') { showPanel(); return; }
  const key = document.activeElement?.dataset.key;
  for (const one of alive) {
    const fresh = one.make();
    one.at.replaceWith(fresh);
    one.at = fresh;
  }
  if (key && document.activeElement === document.body) {
    const again = byId('panel').querySelector(`[data-key="${CSS.escape(key)}"]`);
    (again ?? byId('panel')).focus({ preventScroll: true });
  }
}

/** A part of the panel that depends on the picture. */
function live(make) {
  const at = make();
  alive.push({ at, make });
  return at;
}

const closeButton = () => element('button', { type: 'button', class: 'close', title: `${say('close')} (Esc)`,
  'aria-label': say('close'), text: '×', onclick: () => { if (!state.selected) state.dismissed = true; select(null); showViews(); } });

/** On a narrow screen the panel is a sheet that can be drawn up and down. */
const sheetButton = () => element('button', { type: 'button', class: 'handle', 'aria-label': say('sheet'),
  'aria-expanded': String(document.body.classList.contains('tall-sheet')), onclick: (event) => {
    event.currentTarget.setAttribute('aria-expanded', String(document.body.classList.toggle('tall-sheet')));
  } });

const section = (title, count, ...children) => element('section', {},
  element('h3', {}, title, count ? element('span', { class: 'count', text: count }) : null), children);

function nodePanel(id) {
  const entity = entities.get(id);
  const facts = factsOf.get(id) ?? [];
  const figures = figuresOf.get(id) ?? [];
  return [
    element('p', { class: 'kind' }, classGlyph(id), className(id), entity.background ? badge('background') : null),
    element('h2', { text: entity.name }),
    otherNames(entity),
    live(() => nodeActions(id)),
    facts.length ? section(say('facts'), facts.length, factGroups(id, facts))
      : element('p', { class: 'note', text: say('noFacts') }),
    figures.length ? section(say('figures'), figures.length, figureTable(figures)) : null,
    entity.documents.length ? section(say('documents'), entity.documents.length,
      element('ul', { class: 'plain' }, entity.documents.map(([number, times]) =>
        element('li', {}, documentLine(number, say('times', times)))))) : null,
    identity(entity),
  ];
}

function otherNames(entity) {
  const line = (title, names) => (names.length ? element('p', { class: 'names' },
    element('span', { class: 'note', text: title }), names.map((name) => element('span', { class: 'chip', text: name }))) : null);
  return element('div', {}, line(say('alsoNamed'), entity.aliases), line(say('otherScript'), entity.converted));
}

function identity(entity) {
  const links = entity.sameAs.filter((link) => /^https?:\/\//.test(link)).map((link) =>
    element('p', {}, element('span', { class: 'note', text: `${say('sameAs')} ` }),
      element('a', { href: link, rel: 'noopener noreferrer', target: '_blank', text: link })));
  const code = entity.code ? element('p', {}, element('span', { class: 'note', text: `${say('code')} ` }), entity.code) : null;
  return element('footer', {}, code, links, element('p', { class: 'iri', text: content.base + entity.id }));
}

/** Facts grouped by property, in the ontology's order: first what the entity does, then what is done to it. */
function factGroups(id, facts) {
  const groups = new Map();
  for (const property of content.properties) {
    for (const outgoing of [true, false]) {
      const some = facts.filter((fact) => fact.p === property.id
        && (property.symmetric ? outgoing : (fact.s === id) === outgoing));
      if (some.length) groups.set(`${property.id} ${outgoing}`, { outgoing, property: property.id, some });
    }
  }
  const sorted = [...groups.values()].sort((a, b) => b.outgoing - a.outgoing);
  return sorted.map(({ property, outgoing, some }) => element('div', { class: 'group' },
    live(() => relationHead(id, property, outgoing)),
    shortened(some.map((fact) => factRow(fact, fact.s === id ? fact.o : fact.s)))));
}

function factRow(fact, other) {
  return element('li', {},
    element('div', { class: 'row' },
      fact.o === undefined ? element('span', { class: 'literal', text: fact.value }) : nameButton(other),
      badge(fact.status)),
    qualifiers(fact), disclosure(fact));
}

/** A list that shows its first rows and keeps the others behind a button. */
function shortened(rows, look = '') {
  const list = element('ul', { class: `plain ${look}` }, rows.slice(0, rows.length > MANY + 2 ? MANY : rows.length));
  const rest = rows.slice(list.children.length);
  if (!rest.length) return list;
  const more = element('button', { type: 'button', class: 'link more', text: say('more', rest.length.toLocaleString('en')),
    onclick: () => { more.remove(); list.append(...rest); } });
  return [list, more];
}

function figureTable(figures) {
  const rows = figures.map(figureRows);
  const shown = rows.length > MANY + 2 ? MANY : rows.length;
  const table = element('table', {},
    element('thead', {}, element('tr', {}, ['measure', 'value', 'time'].map((key) => element('th', { scope: 'col', text: say(key) })))),
    element('tbody', {}, rows.slice(0, shown).flat()));
  if (shown === rows.length) return table;
  const more = element('button', { type: 'button', class: 'link more', text: say('more', (rows.length - shown).toLocaleString('en')),
    onclick: () => { more.remove(); table.tBodies[0].append(...rows.slice(shown).flat()); } });
  return [table, more];
}

function figureRows(figure) {
  const number = figure.notation || figure.value[language];
  const unit = figure.notation ? '' : figure.unit;
  const gap = language === 'en' && /\p{Script=Latin}$/u.test(number) ? ' ' : '';
  const notes = [figure.shareOf && say('shareOf', figure.shareOf), figure.against && (figure.against.endsWith('比') ? figure.against : say('against', figure.against))];
  const whole = figure.value['zh-Hans'] !== figure.exact && !figure.notation ? `${figure.exact} ${unit}`.trim() : '';
  const time = figure.time.length ? figure.time.filter(Boolean).join(' – ') : '';
  return [element('tr', {},
    element('th', { scope: 'row' }, figure.measure, notes.filter(Boolean).map((text) => element('span', { class: 'note', text }))),
    element('td', { class: 'number' }, say(figure.comparator, number + gap + unit), badge(figure.status),
      whole ? element('span', { class: 'note', text: whole }) : null),
    element('td', {}, time, figure.asOf ? element('span', { class: 'note', text: say('asOf', figure.asOf) }) : null)),
  element('tr', { class: 'why' }, element('td', { colspan: 3 }, disclosure(figure)))];
}

function edgePanel(id) {
  const edge = edges.get(id);
  const facts = factsBetween.get(pairKey(edge.from, edge.to)) ?? [];
  return [
    element('p', { class: 'kind', text: say('relations') }),
    element('h2', { class: 'pair' }, nameButton(edge.from), nameButton(edge.to)),
    element('ul', { class: 'plain statements' }, facts.map((fact) => factSentence(fact, true))),
  ];
}

/** A fact as a sentence, its two names to be clicked, with what says so. */
const factSentence = (fact, opened = false) => element('li', {},
  element('p', { class: 'sentence' },
    element('button', { type: 'button', class: 'subject', text: nameOf(fact.s), onclick: () => go(fact.s) }), ' ',
    element('b', { text: propertyName(fact.p) }), ' ',
    element('button', { type: 'button', class: 'object', text: nameOf(fact.o), onclick: () => go(fact.o) }), ' ',
    badge(fact.status)),
  qualifiers(fact),
  fact.evidence.length ? disclosure(fact, opened === true) : element('p', { class: 'note', text: say('noEvidence') }));

/** An address that names nothing here: what was asked for, and what is called like it. */
function unknownPanel(address) {
  const words = address.split('/').at(-1);
  const close = find(words).slice(0, MANY);
  return [
    element('p', { class: 'kind', text: say('address') }),
    element('h2', { text: say('unknown') }),
    element('p', {}, say('unknownIs'), ' ', element('span', { class: 'chip', text: address })),
    close.length ? section(say('perhaps'), 0, element('ul', { class: 'plain' }, close.map((id) => element('li', {}, nameButton(id)))))
      : element('p', { class: 'note', text: say('unknownHelp') }),
  ];
}

function documentPanel(number) {
  const source = content.documents[number];
  const inside = content.entities.filter((entity) => entity.documents.some(([at]) => at === number));
  return [
    element('p', { class: 'kind', text: say('document') }),
    element('h2', { lang: source.script, text: source.title }),
    element('p', { class: 'note', text: [source.publisher, source.published].filter(Boolean).join(' · ') }),
    source.url ? element('p', {}, element('a', { href: source.url, rel: 'noopener noreferrer', target: '_blank', text: say('open') })) : null,
    section(say('entities'), inside.length, element('ul', { class: 'plain cloud' },
      inside.map((entity) => element('li', {}, nameButton(entity.id))))),
  ];
}
