// The graph: nodes with their edges, and the overviews, whose groups are nodes and whose links are edges of their own.

const GAZETTEER = 'background';
const isRest = (id) => id.endsWith('/rest');
const GREY = '#8a8f98';
const narrow = window.matchMedia('(max-width: 640px)');
const roomy = window.matchMedia('(min-width: 1200px)');

/** Positions suit a wide screen; a tall one sees the drawing on its side. */
const tall = window.innerHeight > 1.2 * window.innerWidth;
const turned = (x, y) => (tall ? { x: y * 0.75, y: x * 1.25 } : { x, y });

const nodes = new Map(drawn.nodes.map((node) => [node.id, standing({ ...node, lines: node.label.split('\n') })]));
const edges = new Map(drawn.edges.map((edge) => [edge.id, edge]));
const overviews = new Map(read('overview-data').map((overview) => [overview.kind, overview]));
const groups = new Map();
const links = new Map();
join(edges);
const isolatedIds = [...nodes.values()].filter((node) => !node.edges.length).map((node) => node.id);
for (const overview of overviews.values()) addOverview(overview);

function standing(node) {
  const home = turned(node.x, node.y);
  return { ...node, ...home, home, edges: [] };
}

function join(some) {
  for (const edge of some.values()) {
    nodes.get(edge.from).edges.push(edge);
    if (edge.from !== edge.to) nodes.get(edge.to).edges.push(edge);
  }
}

/** Groups are nodes and links are edges of their own, shown in their overview only. */
function addOverview({ kind, groups: list, links: between }) {
  for (const { members, opened, ...group } of list) {
    const ids = members.map((at) => drawn.nodes[at].id);
    const name = group.id.slice(kind.length + 1);
    const { shape, colour } = groupLook(kind, name, ids);
    const places = new Map(opened.map(([at, x, y]) => [drawn.nodes[at].id, turned(x, y)]));
    groups.set(group.id, standing({ ...group, kind, type: kind === 'class' ? name : null, members: ids, heart: new Set(ids),
      opened: places, lines: [], shape, color: isRest(group.id) ? GREY : colour ?? GREY, degree: group.count }));
  }
  for (const link of between) {
    const one = { ...link, id: `${link.from} ${link.to}`, kind, background: link.properties[0][0] === GAZETTEER };
    links.set(one.id, one);
  }
  for (const { id } of list) nodes.set(id, groups.get(id));
  const shown = new Map(between.filter((link) => link.drawn).map((link) => {
    const one = links.get(`${link.from} ${link.to}`);
    return [one.id, Object.assign(one, { arrows: arrowsOf(one) })];
  }));
  for (const [id, link] of shown) edges.set(id, link);
  join(shown);
}

function arrowsOf({ properties: list }) {
  const [forward, backward] = [1, 2].map((at) => list.reduce((sum, item) => sum + item[at], 0));
  return backward ? (forward ? '' : 'from') : 'to';
}

/** A class looks like its names, a province like provinces; a community has the colour of its best connected name. */
function groupLook(kind, name, ids) {
  if (kind === 'class') return classes.get(name) ?? {};
  const first = nodes.get(kind === 'province' ? name : ids[0]);
  return { shape: kind === 'province' && first ? first.shape : 'dot', colour: first?.color };
}

/** The group of an entity, in each kind of overview. */
const groupOfMember = new Map();
for (const group of groups.values()) for (const id of group.members) groupOfMember.set(`${group.kind} ${id}`, group.id);
const membership = (kind) => (kind === 'class' ? (id) => `class/${entities.get(id)?.type}` : (id) => groupOfMember.get(`${kind} ${id}`) ?? '');
