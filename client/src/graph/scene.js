// From a view to what is drawn: which things and groups are seen, and a line for each pair that is linked.

import { isSymmetric } from "./knowledge.js";
import { DOUBTFUL, NO_FILTER } from "./view.js";

const SPREAD_ROUNDS = 80;
const GROUP_GAP = 90;

/** @typedef {{id: string, kind: "thing"|"group", name: string, x: number, y: number, size: number, colour: string}} Node */

const yearOf = (text) => text.slice(0, 4);

/** Whether a fact passes the filter. */
export function passes(edge, filter) {
  if (filter.properties.has(edge.property)) return false;
  if (edge.status === "background") return filter.background;
  if (filter.statuses.has(edge.status) || edge.confidence < filter.least) return false;
  if (!filter.from && !filter.to) return true;
  const untimed = !edge.start || (edge.dated && !filter.reported);
  if (untimed) return filter.timeless;
  return (!filter.from || yearOf(edge.end || edge.start) >= filter.from) && (!filter.to || yearOf(edge.start) <= filter.to);
}

/** The group that a thing is hidden in, as an id, or nothing. */
export function groupOf(view, knowledge, id) {
  const { by, keys } = view.closed;
  if (!by) return "";
  const key = knowledge.key(by, id);
  return keys.has(key) ? groupId(by, key) : "";
}

export const groupId = (by, key) => `group:${by}:${key}`;

/**
 * What is seen of a view of things.
 * @returns {{nodes: Map<string, object>, lines: Map<string, object>, things: Set<string>, facts: object[]}}
 */
export function sceneOf(view, knowledge, look) {
  const { filter } = view;
  const kept = [...view.shown.keys()].filter((id) => {
    const thing = knowledge.things.get(id);
    return thing && !view.hidden.has(id) && !filter.classes.has(thing.class) && (!view.focus || view.focus.has(id));
  });
  const inside = new Set(kept);
  const facts = [];
  const linked = new Set();
  const linkable = new Set();
  for (const id of kept) {
    for (const edge of knowledge.around(id)) {
      if (edge.source !== id || !inside.has(edge.target)) continue;
      if (!passes(edge, filter)) {
        if (passes(edge, NO_FILTER)) linkable.add(id).add(edge.target);
        continue;
      }
      facts.push(edge);
      linked.add(id).add(edge.target);
    }
  }
  // What a filter leaves without any link goes with the links; what never had one has a switch of its own, and goes too where
  // some relations are looked for.
  const lone = filter.lone && filter.properties.size === 0;
  const onPaths = new Set(view.paths.flat());
  const things = new Set(kept.filter((id) => linked.has(id) || view.pinned.has(id) || onPaths.has(id) || (lone && !linkable.has(id))));
  const nodes = nodesOf(view, knowledge, things, look);
  return { nodes, lines: linesOf(view, knowledge, facts, nodes), things, facts };
}

function nodesOf(view, knowledge, things, look) {
  const nodes = new Map();
  for (const id of things) {
    const group = groupOf(view, knowledge, id);
    const [x, y] = view.shown.get(id);
    if (!group) {
      const thing = knowledge.things.get(id);
      nodes.set(id, { id, kind: "thing", name: thing.name, x, y, degree: 0, colour: look.colour(id), cls: thing.class, pinned: view.pinned.has(id), faint: true, ids: [id] });
    } else if (nodes.has(group)) nodes.get(group).ids.push(id);
    else nodes.set(group, { id: group, kind: "group", key: knowledge.key(view.closed.by, id), by: view.closed.by, x: 0, y: 0, degree: 0, ids: [id], faint: false });
  }
  for (const node of nodes.values()) {
    if (node.kind !== "group") continue;
    const places = node.ids.map((id) => view.shown.get(id));
    node.x = places.reduce((sum, [x]) => sum + x, 0) / places.length;
    node.y = places.reduce((sum, [, y]) => sum + y, 0) / places.length;
    node.count = node.ids.length;
    node.name = look.groupName(node.by, node.key);
    node.colour = look.groupColour(node.by, node.key);
    node.size = 12 + 3 * Math.min(8, Math.sqrt(node.count));
  }
  if (view.closed.by) spread([...nodes.values()].filter((node) => node.kind === "group"));
  return nodes;
}

/** Groups stand where their members are in the middle, and so that none covers another. */
function spread(groups) {
  for (let round = 0; round < SPREAD_ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < groups.length; i += 1) {
      for (let j = i + 1; j < groups.length; j += 1) {
        const [a, b] = [groups[i], groups[j]];
        const apart = a.size + b.size + GROUP_GAP;
        const [dx, dy] = [b.x - a.x || i - j, b.y - a.y || 0.5];
        const far = Math.hypot(dx, dy);
        if (far >= apart) continue;
        const push = (apart - far) / 2 / far;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
}

function linesOf(view, knowledge, facts, nodes) {
  const lines = new Map();
  for (const edge of facts) {
    const a = groupOf(view, knowledge, edge.source) || edge.source;
    const b = groupOf(view, knowledge, edge.target) || edge.target;
    if (a === b) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const id = `${from}\n${to}`;
    let line = lines.get(id);
    if (!line) lines.set(id, (line = { id, from, to, facts: [], forth: false, back: false }));
    line.facts.push(edge);
    if (isSymmetric(edge.property)) continue;
    if (a === from) line.forth = true;
    else line.back = true;
  }
  for (const line of lines.values()) {
    const real = line.facts.filter((edge) => edge.status !== "background");
    line.style = !real.length
      ? "background"
      : real.every((edge) => DOUBTFUL.includes(edge.status))
        ? "doubtful"
        : real.every((edge) => edge.status === "planned" || DOUBTFUL.includes(edge.status))
          ? "planned"
          : "plain";
    for (const end of [line.from, line.to]) {
      const node = nodes.get(end);
      node.degree += 1;
      if (line.style !== "background") node.faint = false;
    }
  }
  for (const node of nodes.values()) {
    if (node.kind === "group") continue;
    node.faint &&= node.degree > 0;
    node.size = 4.5 + Math.min(13, 2.1 * Math.sqrt(node.degree));
  }
  return lines;
}

/** Whether the screen is high rather than wide, as a telephone is. */
export const upright = () => innerHeight > 1.25 * innerWidth;

/** What is seen of a summary: its groups, and the links that hold it together. */
export function summaryScene(summary, look) {
  const nodes = new Map();
  const lines = new Map();
  for (const group of summary.groups) {
    const id = groupId(summary.kind, group.key);
    const [x, y] = upright() ? [group.y, group.x] : [group.x, group.y];
    nodes.set(id, { id, kind: "group", by: summary.kind, key: group.key, count: group.count, name: look.groupName(summary.kind, group.key), names: group.names, x, y, size: group.size, degree: group.count, colour: look.groupColour(summary.kind, group.key), ids: [] });
  }
  for (const link of summary.links) {
    if (!link.drawn) continue;
    const [a, b] = [groupId(summary.kind, link.source), groupId(summary.kind, link.target)];
    const [from, to] = a < b ? [a, b] : [b, a];
    const id = `${from}\n${to}`;
    const line = lines.get(id) ?? { id, from, to, facts: [], links: [], forth: false, back: false, style: "plain", count: 0 };
    lines.set(id, line);
    line.links.push(link);
    line.count += link.count;
    if (link.properties.some(([name]) => !isSymmetric(name))) line[a === from ? "forth" : "back"] = true;
  }
  return { nodes, lines, things: new Set(), facts: [] };
}
