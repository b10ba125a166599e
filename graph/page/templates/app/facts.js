// The content, indexed: entities, facts by entity and by pair, figures by entity.

const entities = new Map(content.entities.map((entity) => [entity.id, entity]));
const classes = new Map(content.classes.map((item) => [item.id, item]));
const properties = new Map(content.properties.map((item) => [item.id, item]));
const factsOf = new Map();
const factsBetween = new Map();
const figuresOf = new Map();

const pairKey = (a, b) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

function addTo(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

for (const fact of content.facts) {
  addTo(factsOf, fact.s, fact);
  if (fact.o === undefined) continue;
  if (fact.o !== fact.s) addTo(factsOf, fact.o, fact);
  addTo(factsBetween, pairKey(fact.s, fact.o), fact);
}
for (const figure of content.figures) addTo(figuresOf, figure.about, figure);

const nameOf = (id) => entities.get(id)?.name ?? id;
const classOf = (id) => classes.get(entities.get(id)?.type);
const className = (id) => { const item = classOf(id); return item ? labelled(item.labels, item.id) : ''; };

function propertyName(id) {
  const property = properties.get(id);
  if (property) return labelled(property.labels, id);
  return has(id) ? say(id) : id;
}

/** What a property is called when it is read from its object's side. */
function inverseName(id) {
  const property = properties.get(id);
  if (!property) return say('passive', id);
  if (property.symmetric) return labelled(property.labels, id);
  return labelled(property.inverse, null) ?? say('passive', labelled(property.labels, id));
}
