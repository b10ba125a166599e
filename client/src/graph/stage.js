// The picture on the screen: sigma draws discs and lines by WebGL, the painter what stands over them; the pointer moves and chooses.

import Graph from "graphology";
import { EdgeArrowProgram, EdgeDoubleArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { Drawing } from "./drawing.js";
import { Painter } from "./painter.js";
import { listenPointer } from "./pointer.js";

const WORLD = 1000;
const PADDING = 24;
/** More things than this, and lines are thin and stay away while the picture moves. */
const MANY = 2000;
/** More lines of a kind than this, and they are drawn whole instead of dashed. */
const MOST_DASHED = 3000;
const SMALLEST_RATIO = 0.02;
const NARROW = 480;

const EMPTY = { nodes: new Map(), lines: new Map(), things: new Set(), facts: [] };

export class Stage {
  scene = EMPTY;
  hovered = null;
  selected = null;
  /** The id of what is dragged over a drawing that stays. */
  dragging = null;
  /** Ids of things and lines that are lit: a path. */
  lit = null;

  /**
   * @param {HTMLElement} box
   * @param {import("./look.js").Look} look
   * @param {Record<string, Function>} on `choose`, `open`, `hover`, `moved`, `camera`
   */
  constructor(box, look, on) {
    this.box = box;
    this.look = look;
    this.on = on;
    this.graph = new Graph({ type: "directed", multi: false });
    this.sigma = new Drawing(this.graph, box, {
      allowInvalidContainer: true,
      renderLabels: false,
      stagePadding: PADDING,
      minEdgeThickness: 1.7,
      minCameraRatio: SMALLEST_RATIO,
      zoomToSizeRatioFunction: (ratio) => 1 / this.growth(this.scaleAt(ratio)),
      enableCameraRotation: false,
      doubleClickZoomingRatio: 1,
      doubleClickTimeout: 320,
      inertiaDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160,
      defaultEdgeType: "line",
      edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram, arrow: EdgeArrowProgram, both: EdgeDoubleArrowProgram },
    });
    this.sigma.setCustomBBox({ x: [-WORLD, WORLD], y: [-WORLD, WORLD] });
    this.painter = new Painter(this);
    this.sigma.on("afterRender", () => this.painter.paint());
    this.sigma.getCamera().on("updated", () => on.camera?.());
    listenPointer(this);
    new ResizeObserver(() => this.sigma.scheduleRefresh()).observe(box);
  }

  /** Pixels of the screen for a unit of the picture, at a ratio of the camera. */
  scaleAt(ratio) {
    const { width, height } = this.sigma ? this.sigma.getDimensions() : { width: this.box.offsetWidth, height: this.box.offsetHeight };
    return Math.max(1, Math.min(width, height) - 2 * PADDING) / (2 * WORLD) / ratio;
  }

  get scale() {
    return this.scaleAt(this.sigma.getCamera().ratio);
  }

  /** How much larger than said things are drawn: they grow slower than the picture. */
  growth(scale) {
    const floor = this.scene.nodes.size > MANY ? 0.22 : this.box.offsetWidth < NARROW ? 0.38 : 0.5;
    return Math.max(floor, Math.min(1.7, Math.sqrt(scale)));
  }

  /** Where a place of the picture is on the screen. */
  toScreen = ({ x, y }) => {
    const { width, height } = this.sigma.getDimensions();
    const camera = this.sigma.getCamera();
    const { scale } = this;
    return { x: width / 2 + (x - (camera.x - 0.5) * 2 * WORLD) * scale, y: height / 2 - (y - (camera.y - 0.5) * 2 * WORLD) * scale };
  };

  toPicture = ({ x, y }) => {
    const { width, height } = this.sigma.getDimensions();
    const camera = this.sigma.getCamera();
    const { scale } = this;
    return { x: (x - width / 2) / scale + (camera.x - 0.5) * 2 * WORLD, y: (height / 2 - y) / scale + (camera.y - 0.5) * 2 * WORLD };
  };

  radius(node) {
    return node.size * this.growth(this.scale);
  }

  /** Draw another scene. */
  show(scene) {
    this.scene = scene;
    const many = scene.nodes.size > MANY;
    const graph = new Graph({ type: "directed", multi: false });
    for (const node of scene.nodes.values()) {
      graph.addNode(node.id, { x: node.x, y: node.y, size: node.size, color: node.colour });
    }
    const { theme } = this.look;
    this.dashed = [];
    const dashes = [...scene.lines.values()].filter((line) => line.style === "planned" || line.style === "doubtful");
    const overlaid = dashes.length <= MOST_DASHED;
    this.crowd = Math.min(0.5, Math.max(0, (scene.lines.size - 150) / 2400));
    for (const line of scene.lines.values()) {
      if (overlaid && (line.style === "planned" || line.style === "doubtful")) {
        this.dashed.push(line);
        continue;
      }
      const [from, to] = line.back && !line.forth ? [line.to, line.from] : [line.from, line.to];
      const type = many ? "thin" : line.forth && line.back ? "both" : line.forth || line.back ? "arrow" : "line";
      graph.addDirectedEdge(from, to, { type, size: this.widthOf(line), color: this.colourOf(line, theme) });
    }
    this.graph = graph;
    this.sigma.setSetting("hideEdgesOnMove", many);
    this.sigma.setGraph(graph);
    if (this.hovered && !this.#has(this.hovered)) this.hovered = null;
    if (this.selected && !this.#has(this.selected)) this.selected = null;
    this.painter.forget();
    this.sigma.refresh({ schedule: true });
  }

  widthOf(line) {
    return line.count ? 1.4 + Math.min(4, Math.log2(line.count) * 0.5) : 1.5 + Math.min(2.4, Math.log2(line.facts.length || 1) * 0.8);
  }

  colourOf(line, theme) {
    const colour = { background: theme.faint, planned: theme.planned, doubtful: theme.doubtful, plain: theme.line }[line.style];
    return this.crowd ? mixed(colour, theme.paper, this.crowd) : colour; // many lines stand back behind the things
  }

  #has({ kind, id }) {
    return kind === "node" ? this.scene.nodes.has(id) : this.scene.lines.has(id);
  }

  /** Move a thing while it is dragged. */
  drag(node, place) {
    const before = this.toScreen(node);
    if (this.scene.nodes.size > MANY) {
      [node.x, node.y] = place; // over a drawing that stays as it is until the thing is let go
      this.dragging = node.id;
      this.repaint();
    } else this.#place([[node.id, place]]);
    const after = this.toScreen(node);
    this.painter.shift(node.id, after.x - before.x, after.y - before.y);
  }

  /** Move things, at once. */
  move(places) {
    this.#place(places);
    this.painter.forget();
  }

  /** Only places and pins are others now. */
  hold(pinned, places) {
    for (const node of this.scene.nodes.values()) node.pinned = pinned.has(node.id);
    this.move(places);
  }

  #place(places) {
    const nodes = [];
    const edges = new Set();
    for (const [id, [x, y]] of places) {
      const node = this.scene.nodes.get(id);
      if (!node) continue;
      node.x = x;
      node.y = y;
      const drawn = this.graph.getNodeAttributes(id); // sigma is told below, once for all
      drawn.x = x;
      drawn.y = y;
      nodes.push(id);
    }
    if (nodes.length > this.scene.nodes.size / 2) this.sigma.refresh({ schedule: true, skipIndexation: true });
    else {
      for (const id of nodes) for (const edge of this.graph.edges(id)) edges.add(edge);
      this.sigma.refresh({ partialGraph: { nodes, edges: [...edges] }, skipIndexation: true, schedule: true });
    }
  }

  select(chosen) {
    if (chosen && chosen.id !== this.selected?.id && this.hovered?.id !== chosen.id) this.hovered = null;
    this.selected = chosen;
    this.repaint();
  }

  light(lit) {
    this.lit = lit;
    this.repaint();
  }

  hover(chosen) {
    if (chosen?.id === this.hovered?.id) return;
    this.hovered = chosen;
    this.box.classList.toggle("over", Boolean(chosen));
    this.repaint();
    this.on.hover?.(chosen);
  }

  repaint() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.painter.paint());
  }

  /** Fit some things, or all, into the picture. */
  fit(ids = [...this.scene.nodes.keys()], animated = true) {
    const nodes = ids.map((id) => this.scene.nodes.get(id)).filter(Boolean);
    if (!nodes.length) return;
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const [left, right, low, high] = [least(xs), most(xs), least(ys), most(ys)];
    const { width, height } = this.sigma.getDimensions();
    const room = (length, margin) => Math.max(60, length - Math.min(margin, length / 2.6));
    const around = (scale) => 2 * this.growth(scale) * most(nodes.map((node) => node.size));
    const beside = width < NARROW ? 50 : 120;
    const scaleFor = (margin) => Math.min(room(width, margin + beside) / Math.max(1, right - left), room(height, margin + 110) / Math.max(1, high - low), 1.5);
    const scale = scaleFor(around(scaleFor(60)));
    const state = {
      x: 0.5 + (left + right) / 2 / (2 * WORLD),
      y: 0.5 + (low + high) / 2 / (2 * WORLD),
      ratio: this.scaleAt(1) / scale,
    };
    this.go(state, animated);
  }

  /** Draw back until some things are in view, with what is in view already. */
  include(ids) {
    const { width, height } = this.sigma.getDimensions();
    const inside = (node) => {
      const { x, y } = this.toScreen(node);
      return x > 20 && y > 20 && x < width - 20 && y < height - 30;
    };
    const { nodes } = this.scene;
    if (ids.every((id) => !nodes.has(id) || inside(nodes.get(id)))) return;
    this.fit([...ids, ...[...nodes.values()].filter(inside).map((node) => node.id)]);
  }

  /** Bring something into view, if it is not. */
  uncover(id) {
    const node = this.scene.nodes.get(id);
    if (!node) return;
    const at = this.toScreen(node);
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 60 && at.x < width - 60 && at.y > 50 && at.y < height - 50) return;
    this.go({ x: 0.5 + node.x / (2 * WORLD), y: 0.5 + node.y / (2 * WORLD) });
  }

  go(state, animated = true) {
    const camera = this.sigma.getCamera();
    const still = !animated || matchMedia("(prefers-reduced-motion: reduce)").matches || this.scene.nodes.size > MANY;
    if (still) camera.setState(state);
    else camera.animate(state, { duration: 260 });
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    this.go({ ratio: Math.max(SMALLEST_RATIO, camera.ratio / factor) }, false);
  }

  pan(dx, dy) {
    const camera = this.sigma.getCamera();
    const by = 60 / this.scale / (2 * WORLD);
    this.go({ x: camera.x + dx * by, y: camera.y + dy * by }, false);
  }

  get camera() {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x: (x - 0.5) * 2 * WORLD, y: (y - 0.5) * 2 * WORLD, scale: this.scaleAt(ratio) };
  }

  set camera({ x, y, scale }) {
    this.go({ x: 0.5 + x / (2 * WORLD), y: 0.5 + y / (2 * WORLD), ratio: this.scaleAt(1) / scale }, false);
  }

  /** The colours of the page are others now. */
  recolour() {
    this.show(this.scene);
  }
}

/** A colour with so much of another in it; both as #rrggbb. */
function mixed(colour, other, share) {
  const parts = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.length === 4 ? hex[(at + 1) / 2].repeat(2) : hex.slice(at, at + 2), 16));
  const [a, b] = [parts(colour), parts(other)];
  return `#${a.map((value, at) => Math.round(value + (b[at] - value) * share).toString(16).padStart(2, "0")).join("")}`;
}

// Math.min(...array) has a limit that 20,000 values come near.
const least = (values) => values.reduce((a, b) => (b < a ? b : a));
const most = (values) => values.reduce((a, b) => (b > a ? b : a));
