// What the panel tells of an overview, of a group that is opened, and of a link between two groups.

const MANY_OF = { class: 'classes', community: 'communities', province: 'provinces' };

const groupGlyph = (group) => glyph(group.shape, colourOf(group));

const groupButton = (id) => element('button', { type: 'button', class: 'name', onclick: () => openGroup(id) },
  groupGlyph(groups.get(id)), element('span', { text: groupName(id) }));

/** What the panel tells of a view while nothing is selected. */
function viewPanel() {
  const group = openedGroup();
  return group ? groupPanel(group) : overviewPanel(overviews.get(state.view.kind));
}

function overviewPanel(overview) {
  const names = content.entities.length;
  const alone = content.entities.filter((entity) => entity.background).length;
  const between = strongestFirst(overview.links.filter((link) => overview.kind === 'class' || link.from !== link.to));
  const hubs = content.entities.map(({ id }) => id).filter((id) => nodes.get(id)?.degree)
    .sort((a, b) => nodes.get(b).degree - nodes.get(a).degree).slice(0, MANY);
  return [
    element('p', { class: 'kind', text: say('overview') }),
    element('h2', { text: say(`view-${overview.kind}`) }),
    element('p', { class: 'note', text: say(`about-${overview.kind}`, names.toLocaleString('en'), overview.groups.length) }),
    alone ? element('p', { class: 'note', text: sayCount('alone', alone) }) : null,
    section(say(MANY_OF[overview.kind]), overview.groups.length,
      shortened(byCount(overview.groups).map(groupRow))),
    section(say('strongest'), between.length, shortened(between.map(linkRow))),
    section(say('hubs'), 0, element('ul', { class: 'plain' }, hubs.map((id) => element('li', {}, nameButton(id))))),
  ];
}

const strongestFirst = (some) => some.map((link) => links.get(`${link.from} ${link.to}`)).filter((link) => linkCount(link) > 0)
  .sort((a, b) => saidCount(b) - saidCount(a) || linkCount(b) - linkCount(a));

const byCount = (list) => [...list].sort((a, b) => b.count - a.count);

const groupRow = ({ id, count }) => element('li', { class: 'row' }, groupButton(id),
  element('span', { class: 'count', text: count.toLocaleString('en') }));

const linkRow = (link) => element('li', { class: 'row' },
  element('button', { type: 'button', class: 'link', onclick: () => select({ kind: 'link', id: link.id }) },
    `${groupName(link.from)} – ${groupName(link.to)}`),
  element('span', { class: 'note', text: linkWords(link) }));

function groupPanel(group) {
  const ids = groupEntities(group);
  const between = strongestFirst(overviews.get(group.kind).links.filter((link) => link.from === group.id || link.to === group.id));
  const drawnHere = group.members.filter((id) => group.opened.has(id)).length;
  return [
    element('p', { class: 'kind' }, groupGlyph(group), say(group.kind)),
    element('h2', { text: groupName(group.id) }),
    element('p', { class: 'note', text: drawnHere < ids.length
      ? say('drawnOf', drawnHere.toLocaleString('en'), ids.length.toLocaleString('en')) : ofGroup(group) }),
    group.kind === 'community' ? null : element('p', { class: 'note', text: say('withNeighbours') }),
    section(say('names'), ids.length.toLocaleString('en'), shortened(ids.map((id) => element('li', {}, nameButton(id))))),
    between.length ? section(say('relations'), 0, shortened(between.map(linkRow))) : null,
  ];
}

/** All names of a group, drawn or not, the best connected first. */
function groupEntities(group) {
  if (group.kind !== 'class') return group.members;
  return content.entities.filter((entity) => entity.type === group.type).map(({ id }) => id)
    .sort((a, b) => (nodes.get(b)?.degree ?? -1) - (nodes.get(a)?.degree ?? -1));
}

function linkPanel(id) {
  const link = links.get(id);
  const facts = factsOfLink(link);
  return [
    element('p', { class: 'kind', text: say('relations') }),
    element('h2', { class: 'pair' }, groupButton(link.from), link.from === link.to ? null : groupButton(link.to)),
    element('ul', { class: 'plain' }, link.properties.map(([name, forward, backward]) => element('li', { class: 'row' },
      propertyName(name), element('span', { class: 'count', text: (forward + backward).toLocaleString('en') })))),
    section(say('facts'), facts.length, shortened(facts.map(factSentence), 'statements')),
  ];
}

function factsOfLink({ kind, from, to }) {
  const groupOf = membership(kind);
  return content.facts.filter((fact) => fact.o !== undefined && ['asserted', 'planned', GAZETTEER].includes(fact.status)
    && pairKey(groupOf(fact.s), groupOf(fact.o)) === pairKey(from, to));
}
