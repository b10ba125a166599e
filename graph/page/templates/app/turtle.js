// What is seen as Turtle, with the IRIs of the build: names, plain facts, and for each statement its sentences.

const VOCABULARIES = {
  dcterms: 'http://purl.org/dc/terms/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#', zm: content.vocabulary,
};
const NOT_IN_IRI = /[\x00-\x20\x7f-\x9f"<>\\^`{|}#?[\]\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]|%(?![0-9A-Fa-f]{2})/gu;
const PLAIN = /^[A-Za-z0-9_\u3400-\u9fff](?:[A-Za-z0-9_\u3400-\u9fff-]*[A-Za-z0-9_\u3400-\u9fff])?$/;
const DATES = [[/^\d{4}-\d\d-\d\d$/, 'date'], [/^\d{4}-\d\d$/, 'gYearMonth'], [/^\d{4}$/, 'gYear'], [/^--\d\d-\d\d$/, 'gMonthDay']];

const percent = (char) => [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
/** An id as it stands in an IRI. */
const escaped = (path) => path.replace(NOT_IN_IRI, percent);

/** Writes terms, and notes of which spaces of ids there are prefixes. */
class Terms {
  spaces = new Set();

  /** A thing of the build, by its path below the base. */
  thing(path) {
    const cut = path.indexOf('/');
    const [space, local] = [path.slice(0, cut), path.slice(cut + 1)];
    if (!/^[a-z][a-zA-Z0-9]*$/.test(space) || Object.hasOwn(VOCABULARIES, space) || !PLAIN.test(local)) return `<${content.base}${escaped(path)}>`;
    this.spaces.add(space);
    return `${space}:${local}`;
  }

  /** A class or property; those of a user's ontology say what their IRI is. */
  term(item, id) {
    if (item?.iri) return `<${item.iri}>`;
    return PLAIN.test(id) ? `zm:${id}` : `<${content.vocabulary}${escaped(id)}>`;
  }

  prefixes() {
    const all = [...Object.entries(VOCABULARIES), ...[...this.spaces].sort().map((space) => [space, `${content.base}${space}/`])];
    return all.map(([name, iri]) => `@prefix ${name}: <${iri}> .`).join('\n');
  }
}

const HAN = /\p{Script=Han}/u;
const ESCAPES = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\x7f': '\\u007F' };
const quoted = (text) => `"${sound(text).replace(/["\\\n\r\t\x7f]/g, (char) => ESCAPES[char])}"`;
const inScript = (text, script) => (HAN.test(text) ? `${quoted(text)}@${script}` : quoted(text));
const typed = (text, type) => (/^\w+$/.test(type) ? `${quoted(text)}^^xsd:${type}` : quoted(text));
const dated = (text) => typed(text, DATES.find(([form]) => form.test(text))?.[1] ?? '');
const decimal = (value) => (Number.isInteger(value) ? `${value}.0` : String(value));
const period = ([start, end]) => (!start ? [] : end ? [['zm:timeStart', dated(start)], ['zm:timeEnd', dated(end)]] : [['zm:time', dated(start)]]);

/** One subject with its pairs, the values of a predicate together. */
function block(subject, pairs) {
  const grouped = new Map();
  for (const [predicate, value] of pairs) if (!grouped.get(predicate)?.includes(value)) addTo(grouped, predicate, value);
  return `${subject} ${[...grouped].map(([predicate, values]) => `${predicate} ${values.join(' , ')}`).join(' ;\n    ')} .`;
}

function turtleText() {
  const terms = new Terms();
  const facts = seenFacts(true);
  const stated = facts.filter((fact) => fact.id);
  const cited = new Set(stated.flatMap((fact) => fact.evidence.map((item) => item.document)).filter((number) => number >= 0));
  const bySubject = new Map();
  for (const fact of facts) addTo(bySubject, fact.s, fact);
  const told = facts.flatMap((fact) => [fact.s, fact.o, ...fact.qualifiers.map(([, value]) => value)]);
  const named = new Set([...seenNodes(), ...told].filter((id) => entities.has(id)));
  const blocks = [
    ...[...cited].sort((a, b) => a - b).map((number) => documentBlock(terms, content.documents[number])),
    ...[...named].map((id) => entityBlock(terms, entities.get(id), bySubject.get(id) ?? [])),
    ...stated.flatMap((fact) => statementBlocks(terms, fact)),
  ];
  return `# Zhimai 知脈\n\n${terms.prefixes()}\n\n${blocks.join('\n\n')}\n`;
}

function documentBlock(terms, { id, title, publisher, published, script, url }) {
  return block(terms.thing(`document/${id}`), [['a', 'zm:Document'], ['dcterms:title', inScript(title, script)],
    ...(publisher ? [['dcterms:publisher', inScript(publisher, script)]] : []), ...(published ? [['zm:published', dated(published)]] : []),
    ['dcterms:language', quoted(script)], ...(url ? [['dcterms:source', quoted(url)]] : [])]);
}

function entityBlock(terms, { id, type, name, script = content.language, other = name }, facts) {
  const otherScript = script === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans';
  return block(terms.thing(id), [['a', terms.term(classes.get(type), type)], ['rdfs:label', inScript(name, script)],
    ['skos:prefLabel', inScript(name, script)], ...(HAN.test(name) ? [['skos:prefLabel', inScript(other, otherScript)]] : []),
    ...facts.map((fact) => [terms.term(properties.get(fact.p), fact.p), objectTerm(terms, fact)])]);
}

function objectTerm(terms, fact) {
  if (fact.o !== undefined) return terms.thing(fact.o);
  return fact.type || fact.id ? typed(fact.value, fact.type) : dated(fact.value);
}

function statementBlocks(terms, fact) {
  const times = fact.qualifiers.filter(([name]) => name === 'time').map(([, time]) => time.split('/'));
  const spans = times.filter(([, end]) => end);
  const pairs = [['a', 'zm:Statement'], ['rdf:subject', terms.thing(fact.s)], ['rdf:predicate', terms.term(properties.get(fact.p), fact.p)],
    ['rdf:object', objectTerm(terms, fact)],
    ...fact.qualifiers.filter(([name]) => name !== 'time').map(([name, value]) => [terms.term(properties.get(name), name),
      entities.has(value) ? terms.thing(value) : quoted(value)]),
    ['zm:status', `zm:${fact.status}`], ['zm:confidence', decimal(fact.confidence)],
    ...times.filter(([, end]) => !end || spans.length === 1).flatMap(period),
    ...fact.evidence.map((item) => ['zm:evidence', terms.thing(`evidence/${item.source[0]}`)])];
  return [block(terms.thing(`statement/${fact.id}`), pairs), ...fact.evidence.map((item) => evidenceBlock(terms, item))];
}

/** The quote of an evidence, character for character. */
function quoteOf(item) {
  const passage = content.passages[item.passage];
  return item.quote ? [...passage].slice(item.quote[0], item.quote[0] + item.quote[1]).join('') : passage;
}

function evidenceBlock(terms, item) {
  const [id, start, end, by, score, omitted, ...time] = item.source;
  const source = content.documents[item.document];
  const quote = quoteOf(item);
  return block(terms.thing(`evidence/${id}`), [['a', 'zm:Evidence'],
    ...(source ? [['zm:document', terms.thing(`document/${source.id}`)]] : []),
    ...(quote ? [['zm:quote', `${quoted(quote)}@${source?.script ?? 'zh-Hans'}`]] : []),
    ...(omitted ? [['zm:omitted', String(omitted)]] : []), ['zm:start', String(start)], ['zm:end', String(end)],
    ['zm:extractor', quoted(content.extractors[by])], ['zm:confidence', decimal(score)], ...period(time)]);
}
