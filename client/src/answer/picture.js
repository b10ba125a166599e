// A small picture of the things in an answer: places come from the server, nothing moves.

import { ask, send } from "../common/api.js";
import { make, shape } from "../common/dom.js";
import { entityAddress, say, spoken } from "../common/page.js";
import { cut } from "../common/text.js";

const MOST = 60;
const MARGIN = 60;
const WIDEST = 175; // pixels of a name

/** Fill an element with the picture of a query's answer. */
export async function picture(element, sparql) {
  element.replaceChildren(make("p", { class: "note", role: "status" }, say("drawing")));
  try {
    const [schema, found] = await Promise.all([ask("/api/schema"), send("/api/query", { sparql, limit: MOST })]);
    if (!found.nodes.length) return element.replaceChildren(make("p", { class: "note" }, say("noThings")));
    const key = found.count > found.nodes.length ? "drawnSome" : "drawn";
    const told = say(key, { n: found.nodes.length, all: found.count, m: found.edges.length });
    element.replaceChildren(make("p", { class: "note" }, told), drawn(found, schema, told));
  } catch (error) {
    element.replaceChildren(make("p", { class: "note", role: "alert" }, say("failed", { why: error.message })));
  }
}

function drawn({ nodes, edges }, schema, told) {
  const spots = new Map(nodes.map((node) => [node.id, [node.x, -node.y]]));
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => -node.y);
  const [left, top] = [Math.min(...xs) - MARGIN * 2, Math.min(...ys) - MARGIN];
  const [width, height] = [Math.max(...xs) + MARGIN * 2 - left, Math.max(...ys) + MARGIN - top];
  const lines = edges.map((edge) => {
    const [[x1, y1], [x2, y2]] = [spots.get(edge.source), spots.get(edge.target)];
    const label = spoken(schema.properties[edge.property]?.labels, edge.property);
    return make("g", { class: edge.status }, make("line", { x1, y1, x2, y2 }), make("title", {}, label));
  });
  const things = nodes.map((node) => {
    const [x, y] = spots.get(node.id);
    const look = schema.classes[node.class];
    const dot = make("circle", { cx: x, cy: y, r: 7, style: { fill: look?.colour ?? "" } });
    const name = make("text", { x, y: y + 22, "text-anchor": "middle" }, cut(node.name, WIDEST));
    return shape("a", { href: entityAddress(node.id) }, make("title", {}, `${node.name} · ${spoken(look?.labels, node.class)}`), dot, name);
  });
  const box = { viewBox: [left, top, width, height].join(" "), role: "group", "aria-label": told, class: "small" };
  return make("svg", { ...box, style: { "max-width": `${Math.max(width, 320)}px` } }, make("g", { class: "lines" }, lines), ...things);
}
