// The panel: everything about a node, an edge or a document.

const MANY = 8;

function showPanel() {
  const panel = byId('panel');
  const chosen = state.selected ?? (state.dismissed || state.focus || state.view.kind === 'whole' ? null : { kind: 'view' });
  panel.hidden = !chosen;
  document.body.classList.toggle('with-panel', Boolean(chosen));
  if (!chosen) return;
  const build = { node: nodePanel, edge: edgePanel, link: linkPanel, document: documentPanel, view: viewPanel, unknown: unknownPanel }[chosen.kind];
  panel.replaceChildren(sheetButton(), closeButton(), ...build(chosen.id).filter(Boolean));
  panel.setAttribute('aria-label', panel.querySelector('h2').textContent);
  panel.scrollTop = 0;
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
    element('h4', { text: outgoing ? propertyName(property) : inverseName(property) }),
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
