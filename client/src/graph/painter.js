// What stands over sigma's discs and lines: labels, dashed lines, rings, pins, and what is lit while the rest stands back.

import { propertyName } from "./knowledge.js";
import { place } from "./labels.js";

const MANY = 2000;
const MOST_WORDS = 40;
/** So many of the best connected are named wherever there is room among names. */
const HUBS = 24;
/** Seen from farther than this, a large picture has so many names. */
const FAR = 0.3;
const MOST_FAR = 90;
const DASHES = { planned: [6, 4], doubtful: [1.5, 3.5] };

export class Painter {
  labels = [];
  #widths = new Map();
  #key = "";
  #order = null;

  constructor(stage) {
    this.stage = stage;
    this.context = stage.sigma.getCanvases().hovers.getContext("2d");
  }

  /** One thing moved a little: its label goes with it, the others stay. */
  shift(id, dx, dy) {
    const label = this.labels.find((one) => one.id === id);
    if (!label) return;
    for (const side of ["x", "left", "right"]) label[side] += dx;
    for (const side of ["y", "top", "bottom"]) label[side] += dy;
  }

  /** Something moved or changed: labels are to be placed anew. */
  forget() {
    this.#key = "";
    this.#order = null;
  }

  paint() {
    const { stage, context } = this;
    const { width, height } = stage.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    const moving = stage.sigma.getCamera().isAnimated() || stage.sigma.getMouseCaptor().isMoving;
    const large = stage.scene.nodes.size > MANY;
    for (const line of stage.dashed ?? []) this.#line(line, stage.colourOf(line, stage.look.theme), stage.widthOf(line) * 0.9);
    if (!large) for (const node of stage.scene.nodes.values()) this.#marks(node);
    const lit = this.#lit();
    if (lit) this.#stage(lit, width, height);
    if (stage.selected?.kind === "node") this.#ring(stage.scene.nodes.get(stage.selected.id));
    if (!(large && moving)) this.#names(lit, width, height);
    else this.labels = [];
    if (lit) this.#words(lit);
  }

  /** What is lit: the things and lines of a path, else those around what is hovered, else those of what is selected. */
  #lit() {
    const { hovered, selected, lit, scene, dragging } = this.stage;
    const around = (chosen, veiled) => {
      if (chosen.kind === "line") {
        const line = scene.lines.get(chosen.id);
        return line && { nodes: new Set([line.from, line.to]), lines: [line], veiled };
      }
      const lines = [...scene.lines.values()].filter((line) => line.from === chosen.id || line.to === chosen.id);
      return { nodes: new Set([chosen.id, ...lines.flatMap((line) => [line.from, line.to])]), lines, veiled, centre: chosen.id };
    };
    if (dragging) return around({ kind: "node", id: dragging }, false);
    if (hovered) return around(hovered, true);
    if (lit) return { nodes: lit.nodes, lines: [...scene.lines.values()].filter((line) => lit.lines.has(line.id)), veiled: true };
    if (selected) return around(selected, false);
    return null;
  }

  #stage({ nodes, lines, veiled }, width, height) {
    const { context, stage } = this;
    const { theme } = stage.look;
    if (veiled) {
      context.globalAlpha = 0.78;
      context.fillStyle = theme.paper;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
    }
    for (const line of lines) this.#line(line, line.style === "background" ? theme.quiet : theme.accent, stage.widthOf(line) + 0.4);
    for (const id of nodes) {
      const node = stage.scene.nodes.get(id);
      if (node) this.#disc(node);
    }
  }

  #disc(node) {
    const { context, stage } = this;
    const { x, y } = stage.toScreen(node);
    context.beginPath();
    context.arc(x, y, stage.radius(node), 0, 2 * Math.PI);
    context.fillStyle = node.colour;
    context.fill();
    this.#marks(node);
  }

  /** A hollow is what only the gazetteer brings, a dot in the middle what is pinned, a ring and a number a group. */
  #marks(node) {
    if (node.kind === "thing" && !node.faint && !node.pinned) return;
    const { context, stage } = this;
    const { theme } = stage.look;
    const { x, y } = stage.toScreen(node);
    const radius = stage.radius(node);
    if (node.kind === "group") {
      context.beginPath();
      context.arc(x, y, radius + 3, 0, 2 * Math.PI);
      context.lineWidth = 1.5;
      context.strokeStyle = node.colour;
      context.stroke();
      const text = node.count.toLocaleString("en");
      const size = Math.min(14, (1.6 * radius) / Math.max(2, text.length * 0.62));
      if (size >= 8) {
        context.font = `600 ${size}px ${theme.font}`;
        context.textAlign = "center";
        context.textBaseline = "middle";
        context.fillStyle = "#fff";
        context.fillText(text, x, y + size * 0.05);
      }
      return;
    }
    if (node.faint) {
      context.beginPath();
      context.arc(x, y, Math.max(1, radius - 1.6), 0, 2 * Math.PI);
      context.fillStyle = theme.paper;
      context.fill();
    }
    if (node.pinned) {
      context.beginPath();
      context.arc(x, y, Math.max(1.5, radius * 0.36), 0, 2 * Math.PI);
      context.fillStyle = node.faint ? node.colour : theme.paper;
      context.fill();
    }
  }

  #ring(node) {
    if (!node) return;
    const { context, stage } = this;
    const { x, y } = stage.toScreen(node);
    context.beginPath();
    context.arc(x, y, stage.radius(node) + (node.kind === "group" ? 7 : 4), 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = stage.look.theme.accent;
    context.stroke();
  }

  #line(line, colour, width) {
    const { context, stage } = this;
    const { nodes } = stage.scene;
    const ends = [nodes.get(line.from), nodes.get(line.to)].map((node) => ({ ...stage.toScreen(node), radius: stage.radius(node) + (node.kind === "group" ? 4 : 1) }));
    const [a, b] = ends;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < a.radius + b.radius) return;
    const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const head = 3 + 2.2 * width;
    const from = { x: a.x + ux * (a.radius + (line.back ? head : 0)), y: a.y + uy * (a.radius + (line.back ? head : 0)) };
    const to = { x: b.x - ux * (b.radius + (line.forth ? head : 0)), y: b.y - uy * (b.radius + (line.forth ? head : 0)) };
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    context.setLineDash(DASHES[line.style] ?? []);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.setLineDash([]);
    if (line.forth) this.#head(to, ux, uy, head);
    if (line.back) this.#head(from, -ux, -uy, head);
  }

  #head({ x, y }, ux, uy, length) {
    const { context } = this;
    const half = length * 0.42;
    context.beginPath();
    context.moveTo(x + ux * length, y + uy * length);
    context.lineTo(x - uy * half, y + ux * half);
    context.lineTo(x + uy * half, y - ux * half);
    context.closePath();
    context.fill();
  }

  /** The width of a text, measured once for all sizes. */
  measure = (text, size) => {
    let width = this.#widths.get(text);
    if (width === undefined) {
      const { font } = this.context;
      this.context.font = `100px ${this.stage.look.theme.font}`;
      width = this.context.measureText(text).width / 100;
      this.context.font = font;
      if (this.#widths.size > 50_000) this.#widths.clear();
      this.#widths.set(text, width);
    }
    return width * size;
  };

  #names(lit, width, height) {
    const { context, stage } = this;
    const camera = stage.sigma.getCamera().getState();
    const first = lit ? [...lit.nodes] : [];
    const key = JSON.stringify([camera, width, height, lit?.veiled ? first : 0, stage.selected?.id]);
    if (key !== this.#key) {
      this.#key = key;
      this.labels = this.#placed(lit, first, width, height);
    }
    const { theme } = stage.look;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const label of this.labels) {
      context.font = `${label.strong ? "600 " : ""}${label.size}px ${theme.font}`;
      label.lines.forEach((line, at) => {
        const y = label.y + (at - (label.lines.length - 1) / 2) * label.size * 1.2;
        context.strokeStyle = theme.paper;
        context.lineWidth = 3;
        context.globalAlpha = 0.85;
        context.strokeText(line, label.x, y);
        context.globalAlpha = 1;
        context.fillStyle = theme.ink;
        context.fillText(line, label.x, y);
      });
    }
  }

  /** The labels of a drawing of which nothing is lit. */
  plainLabels() {
    const { width, height } = this.stage.sigma.getDimensions();
    return this.#placed(null, [], width, height);
  }

  #placed(lit, first, width, height) {
    const { stage } = this;
    const { nodes } = stage.scene;
    this.#order ??= [...nodes.values()].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
    const { scale } = stage;
    const growth = stage.growth(scale);
    const size = Math.max(11, Math.min(14, 12.5 * Math.sqrt(scale)));
    const near = lit?.veiled ? [] : this.#order;
    const strong = new Set(lit?.veiled ? [lit.centre] : [stage.selected?.id]);
    const chosen = new Set(first);
    const wanted = [];
    const most = nodes.size > MANY && scale < FAR ? MOST_FAR : Infinity;
    const discs = [];
    const hub = Math.max(5, 0.22 * (this.#order[0]?.degree ?? 0), this.#order[HUBS]?.degree ?? 0);
    const offer = (node, must) => {
      const at = stage.toScreen(node);
      const radius = node.size * growth + (node.kind === "group" ? 4 : 0);
      if (at.x < -100 || at.y < -60 || at.x > width + 100 || at.y > height + 60) return;
      const name = node.name;
      wanted.push({ id: node.id, name, ...at, radius, must, hub: node.degree >= hub || chosen.has(node.id), size: node.kind === "group" ? Math.max(size, 13) : size + Math.min(2, node.degree / 20), strong: node.kind === "group" || strong.has(node.id) });
    };
    if (stage.selected?.kind === "node" && nodes.has(stage.selected.id)) offer(nodes.get(stage.selected.id), true);
    const lighted = first.map((id) => nodes.get(id)).filter(Boolean).sort((a, b) => b.degree - a.degree);
    for (const node of lighted) if (node.id !== stage.selected?.id) offer(node, node.id === lit.centre);
    for (const node of near.slice(0, most)) if (!chosen.has(node.id) && node.id !== stage.selected?.id) offer(node, node.kind === "group");
    if (nodes.size <= 2 * MANY) for (const node of lit?.veiled ? lighted : this.#order) discs.push({ id: node.id, ...stage.toScreen(node), radius: node.size * growth });
    return place(this.context, wanted, discs, { width, height }, this.measure);
  }

  /** What the lit lines say, in the middle of each, where it is not too much. */
  #words({ lines }) {
    if (!lines.length || lines.length > MOST_WORDS) return;
    const { context, stage } = this;
    const { theme } = stage.look;
    const taken = this.labels.map((label) => label);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `11px ${theme.font}`;
    for (const line of lines) {
      const [a, b] = [line.from, line.to].map((id) => stage.toScreen(stage.scene.nodes.get(id)));
      const text = wordsOf(line);
      const wide = this.measure(text, 11);
      if (Math.hypot(b.x - a.x, b.y - a.y) < wide * 0.6 + 40) continue;
      const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
      const box = { left: x - wide / 2 - 3, right: x + wide / 2 + 3, top: y - 8, bottom: y + 8 };
      if (taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
      taken.push(box);
      context.fillStyle = theme.paper;
      context.globalAlpha = 0.9;
      context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      context.globalAlpha = 1;
      context.fillStyle = theme.quiet;
      context.fillText(text, x, y);
    }
  }
}

/** What a line says in short: its relations, the most frequent first. */
function wordsOf(line) {
  if (line.links) {
    const counts = new Map();
    for (const link of line.links) for (const [name, n] of link.properties) counts.set(name, (counts.get(name) ?? 0) + n);
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const [name, n] = sorted[0];
    const rest = line.count - n;
    return `${propertyName(name)} ${n}${rest ? ` +${rest}` : ""}`;
  }
  const names = [...new Set(line.facts.map((edge) => propertyName(edge.property)))];
  return names.length > 2 ? `${names.slice(0, 2).join(" · ")} +${names.length - 2}` : names.join(" · ");
}
