// What is seen as SVG: text is text, set by the DOM and serialised, so no name can become markup.

import { make } from "../common/dom.js";

const MARGIN = 40;
const DASHES = { planned: "6 4", doubtful: "1.5 3.5" };

/** An SVG element of what the stage shows, in the colours of now, with the legend's rows beside it. */
export function svgOf(stage, rows) {
  const { width, height } = stage.sigma.getDimensions();
  const { theme } = stage.look;
  const legend = rows.length ? 200 : 0;
  const root = make("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width + legend} ${height}`, width: width + legend, height, "font-family": "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif" });
  root.append(make("rect", { width: "100%", height: "100%", fill: theme.paper }));
  const { nodes, lines } = stage.scene;
  const at = new Map([...nodes.values()].map((node) => [node.id, { ...stage.toScreen(node), radius: stage.radius(node) }]));
  const inside = ({ x, y }) => x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;
  const drawnLines = make("g", { fill: "none" });
  for (const line of lines.values()) {
    const [a, b] = [at.get(line.from), at.get(line.to)];
    if (inside(a) || inside(b)) drawnLines.append(...lineOf(stage, line, a, b));
  }
  const drawnNodes = make("g", {});
  for (const node of nodes.values()) {
    const spot = at.get(node.id);
    if (inside(spot)) drawnNodes.append(...discOf(node, spot, theme));
  }
  const names = make("g", { "text-anchor": "middle", fill: theme.ink, stroke: theme.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" });
  for (const label of stage.painter.plainLabels()) {
    label.lines.forEach((text, number) => {
      const y = label.y + (number - (label.lines.length - 1) / 2) * label.size * 1.2 + label.size * 0.36;
      names.append(make("text", { x: round(label.x), y: round(y), "font-size": round(label.size), "font-weight": label.strong ? 600 : null }, text));
    });
  }
  root.append(drawnLines, drawnNodes, names);
  if (legend) root.append(legendOf(rows, width, height, theme));
  return root;
}

function lineOf(stage, line, a, b) {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < a.radius + b.radius) return [];
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const width = stage.widthOf(line);
  const colour = stage.colourOf(line, stage.look.theme);
  const head = 3 + 2.2 * width;
  const [from, to] = [a.radius + 1 + (line.back ? head : 0), length - b.radius - 1 - (line.forth ? head : 0)];
  const point = (far) => [a.x + ux * far, a.y + uy * far];
  const [[x1, y1], [x2, y2]] = [point(from), point(to)];
  const arrow = (x, y, way) => make("polygon", { fill: colour, points: [[x + way * ux * head, y + way * uy * head], [x - uy * head * 0.42, y + ux * head * 0.42], [x + uy * head * 0.42, y - ux * head * 0.42]].map((pair) => pair.map(round).join(",")).join(" ") });
  return [
    make("line", { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke: colour, "stroke-width": round(width), "stroke-dasharray": DASHES[line.style] ?? null }),
    line.forth ? arrow(x2, y2, 1) : null,
    line.back ? arrow(x1, y1, -1) : null,
  ].filter(Boolean);
}

function discOf(node, { x, y, radius }, theme) {
  const circle = (r, fill, more = {}) => make("circle", { cx: round(x), cy: round(y), r: round(r), fill, ...more }, r === radius ? make("title", {}, node.name) : null);
  const found = [circle(radius, node.colour)];
  if (node.kind === "group") {
    found.push(circle(radius + 3, "none", { stroke: node.colour, "stroke-width": 1.5 }));
    found.push(make("text", { x: round(x), y: round(y + 4), "text-anchor": "middle", "font-size": 12, "font-weight": 600, fill: "#fff" }, node.count.toLocaleString("en")));
    return found;
  }
  if (node.faint) found.push(circle(Math.max(1, radius - 1.6), theme.paper));
  if (node.pinned) found.push(circle(Math.max(1.5, radius * 0.36), node.faint ? node.colour : theme.paper));
  return found;
}

function legendOf(rows, left, height, theme) {
  const group = make("g", { "font-size": 12, fill: theme.ink }, make("line", { x1: left, y1: 0, x2: left, y2: height, stroke: theme.line }));
  rows.slice(0, Math.floor((height - 24) / 20)).forEach((row, at) => {
    const y = 24 + 20 * at;
    group.append(make("circle", { cx: left + 18, cy: y - 4, r: 5, fill: row.colour }), make("text", { x: left + 30, y }, `${row.label}  ${row.count}`));
  });
  return group;
}

const round = (number) => Math.round(number * 10) / 10;
