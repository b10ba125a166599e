// Evidence: the sentence, its names marked, and where it stands.

const ROLES = ['context', 'quote', 'subject', 'object'];

function passage(evidence) {
  const source = content.documents[evidence.document];
  const left = [...content.passages[evidence.passage]]; // lengths count characters, not their UTF-16 units
  const quoted = element('blockquote', { lang: source?.script }, evidence.pieces.map(([length, role]) =>
    element(role > 1 ? 'mark' : 'span', { class: ROLES[role], text: left.splice(0, length).join('') })));
  return element('figure', { class: 'passage' }, evidence.pieces.length ? quoted : null,
    source ? element('figcaption', {}, documentLine(evidence.document)) : null);
}

/** A document's title, as a button that shows it, with its publisher and date. */
function documentLine(number, ...notes) {
  const { title, publisher, published, script, copyOf } = content.documents[number];
  const copied = copyOf < 0 ? null : say('copyOf', content.documents[copyOf].title);
  return element('span', { class: 'document' },
    element('button', { type: 'button', class: 'link', lang: script, text: title,
      onclick: () => select({ kind: 'document', id: number }) }),
    [publisher, published, copied, ...notes].filter(Boolean).map((note) => element('span', { class: 'note', text: note })));
}

/** The evidence behind one line that opens it. */
function disclosure(item, opened = false) {
  if (!item.evidence.length) return null;
  const count = item.evidence.length;
  const title = count === 1 ? say('sentence') : say('sentences', count);
  return element('details', { class: 'evidence', open: opened },
    element('summary', {}, title, item.confidence == null ? null : confidence(item.confidence)),
    item.evidence.map(passage));
}

function confidence(value) {
  const words = say('confidence', value.toFixed(2));
  const level = value >= 0.85 ? 'high' : value >= 0.65 ? 'middle' : 'low';
  return element('span', { class: `confidence ${level}`, title: words, 'aria-label': words, text: value.toFixed(2) });
}

const badge = (status) => (status === 'asserted' ? null
  : element('span', { class: `badge ${status}`, text: say(status) }));

function qualifiers(fact) {
  if (!fact.qualifiers.length) return null;
  return element('span', { class: 'qualifiers' }, fact.qualifiers.map(([name, value]) => element('span', {},
    element('span', { class: 'note', text: `${propertyName(name)} ` }),
    entities.has(value) ? nameButton(value) : element('span', { text: value }))));
}

const nameButton = (id) => element('button', { type: 'button', class: 'name', onclick: () => go(id) },
  classGlyph(id), element('span', { text: nameOf(id) }));
