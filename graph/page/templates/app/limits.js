// Limits by confidence and by time: which facts pass, and what is left of an edge and of a link between groups.

/** The years in which a fact holds; where none is told, those of the articles that say so. */
const yearsOf = new Map();

const yearIn = (date) => { const found = /^\d{4}/.exec(date ?? ''); return found ? Number(found[0]) : null; };

function spansOf(fact) {
  if (!yearsOf.has(fact)) {
    const held = fact.qualifiers.filter(([name]) => name === 'time').map(([, time]) => time.split('/').map(yearIn))
      .filter(([from]) => from !== null).map(([from, to]) => [from, to ?? from]);
    const told = fact.evidence.map((item) => yearIn(content.documents[item.document]?.published)).filter((year) => year !== null);
    yearsOf.set(fact, held.length ? held : told.map((year) => [year, year]));
  }
  return yearsOf.get(fact);
}

const isDrawn = (fact) => ['asserted', 'planned', GAZETTEER].includes(fact.status);

/** What the gazetteer says has neither confidence nor time; a switch of the legend hides it. */
function passes(fact) {
  if (fact.status === GAZETTEER) return true;
  if (fact.confidence < state.confidence) return false;
  return !state.years || spansOf(fact).some(([from, to]) => from <= state.years[1] && to >= state.years[0]);
}

const drawnFacts = content.facts.filter((fact) => fact.o !== undefined && fact.evidence.length && isDrawn(fact));
let everyYear = null;
const knownYears = () => { everyYear ??= [...new Set(drawnFacts.flatMap((fact) => spansOf(fact).flat()))].sort((a, b) => a - b); return everyYear; };

const limited = () => state.confidence > 0 || state.years !== null;
let limitsApplied = '0 ';

/** Leave of each edge what passes, and count the links between groups anew; nothing to do while the limits are the same. */
function applyLimits() {
  const now = `${state.confidence} ${state.years ?? ''}`;
  if (now === limitsApplied) return;
  limitsApplied = now;
  const changed = drawn.edges.filter(narrowEdge);
  for (const overview of overviews.values()) countLinks(overview);
  visData.edges.update(changed.map((edge) => ({ id: edge.id, ...edgeLook(edge) })));
}

/** Whether the edge has changed. */
function narrowEdge(edge) {
  edge.all ??= { forward: edge.forward, backward: edge.backward, arrows: edge.arrows, dashes: edge.dashes };
  const before = edgeSign(edge);
  const left = (factsBetween.get(pairKey(edge.from, edge.to)) ?? []).filter((fact) => isDrawn(fact) && passes(fact));
  const leaves = (names, from) => names.filter((name) => left.some((fact) => fact.p === name && fact.s === from));
  edge.forward = leaves(edge.all.forward, edge.from);
  edge.backward = leaves(edge.all.backward, edge.to);
  const said = left.filter((fact) => fact.status !== GAZETTEER);
  edge.dashes = limited() ? said.length > 0 && said.every((fact) => fact.status === 'planned') : edge.all.dashes;
  const directed = (names) => names.some((name) => !properties.get(name)?.symmetric);
  edge.arrows = [['to', edge.forward], ['from', edge.backward]].filter(([, names]) => directed(names)).map(([end]) => end).join(',');
  return edgeSign(edge) !== before;
}

const edgeSign = (edge) => [edge.forward, edge.backward, edge.dashes].join(';');

function countLinks({ kind, links: between }) {
  const groupOf = membership(kind);
  const counts = new Map();
  const count = (edge, name, source) => {
    const [a, b] = [groupOf(edge.from), groupOf(edge.to)];
    const key = [a < b ? `${a} ${b}` : `${b} ${a}`, name].join('\n');
    const tally = counts.get(key) ?? [0, 0];
    tally[groupOf(source) <= groupOf(source === edge.from ? edge.to : edge.from) ? 0 : 1] += 1;
    counts.set(key, tally);
  };
  for (const edge of drawn.edges) {
    if (edge.background) { count(edge, GAZETTEER, edge.forward.length ? edge.from : edge.to); continue; }
    for (const name of edge.forward) count(edge, name, edge.from);
    for (const name of edge.backward) count(edge, name, edge.to);
  }
  for (const { from, to } of between) {
    const link = links.get(`${from} ${to}`);
    link.all ??= link.properties;
    link.properties = limited() ? link.all.map(([name]) => [name, ...(counts.get(`${link.id}\n${name}`) ?? [0, 0])])
      .filter(([, forward, backward]) => forward + backward).sort((a, b) => (a[0] === GAZETTEER) - (b[0] === GAZETTEER)
        || b[1] + b[2] - a[1] - a[2]) : link.all;
  }
}
