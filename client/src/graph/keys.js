// Everything without a mouse: from thing to thing, to neighbours, into groups and back.

import { say } from "../common/page.js";
import { className } from "./knowledge.js";

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The node that the keyboard stands on: the lit one, else the selected one. */
function cursor({ stage }) {
  const at = [stage.hovered, stage.selected].find((one) => one?.kind === "node" && stage.scene.nodes.has(one.id));
  return at ? stage.scene.nodes.get(at.id) : null;
}

function standOn(room, node) {
  if (!node) return;
  room.stage.hover({ kind: "node", id: node.id });
  room.stage.uncover(node.id);
  room.say(node.kind === "group" ? say("groupMoved", { name: node.name, n: node.count }) : say("moved", { name: node.name, class: className(node.cls), n: node.degree }));
}

/** The nearest node in a direction; what lies aside counts as farther. Without a place to start, the one in the middle. */
function nextNode(room, [dx, dy]) {
  const from = cursor(room);
  const { stage } = room;
  const { width, height } = stage.sigma.getDimensions();
  const middle = stage.toPicture({ x: width / 2, y: height / 2 });
  let best = null;
  for (const node of stage.scene.nodes.values()) {
    const [x, y] = from ? [node.x - from.x, node.y - from.y] : [node.x - middle.x, node.y - middle.y];
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy - y * dx)];
    if (from && (node === from || along <= aside * 0.6)) continue;
    const cost = from ? along + 2 * aside : Math.hypot(x, y);
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

/** The next neighbour of what is selected, the best connected first. */
function nextNeighbour(room, step) {
  const { stage } = room;
  if (stage.selected?.kind !== "node") {
    const at = cursor(room);
    if (!at) return null;
    room.select({ kind: "node", id: at.id });
  }
  const { id } = stage.selected;
  const near = [...stage.scene.lines.values()].filter((line) => line.from === id || line.to === id).map((line) => stage.scene.nodes.get(line.from === id ? line.to : line.from));
  near.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  if (!near.length) return null;
  const at = near.findIndex((node) => node.id === stage.hovered?.id);
  return near[at < 0 ? (step > 0 ? 0 : near.length - 1) : (at + step + near.length) % near.length];
}

function canvasKey(room, event) {
  const { stage } = room;
  const way = WAYS[event.key];
  const zoom = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (way && event.shiftKey) stage.pan(...way);
  else if (way) standOn(room, nextNode(room, way));
  else if (zoom) stage.zoom(zoom);
  else if (event.key === "Enter") {
    const node = cursor(room);
    if (!node) return;
    if (node.kind === "group") room.open(node);
    else room.select({ kind: "node", id: node.id });
  } else return;
  event.preventDefault();
}

/** Let keys do what the pointer does. */
export function listenKeys(room) {
  const { parts, deeds } = room;
  const thing = (act) => () => {
    const node = cursor(room);
    if (node?.kind === "thing") act(node);
    else if (node) room.open(node);
  };
  const acts = {
    "?": () => parts.keys.showModal(),
    f: () => room.fit(),
    n: (event) => standOn(room, nextNeighbour(room, event.shiftKey ? -1 : 1)),
    e: thing((node) => deeds.expand(node.id).catch(room.failed)),
    h: thing((node) => deeds.hide([node.id])),
    p: thing((node) => deeds.pin(node.id)),
    o: thing((node) => deeds.keep(node.id)),
    l: () => { room.showLegend(true); parts.legend.focus(); },
    d: () => parts.panel.focus(),
    t: () => room.showTable(parts.sheet.hidden),
    g: () => parts.canvas.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || parts.keys.open) return;
    const typing = event.target.closest?.("input:not([type=checkbox], [type=range]), textarea, select");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing) {
      const key = event.key.toLowerCase();
      if (key === "z") room.step(event.shiftKey ? "redo" : "undo");
      else if (key === "y") room.step("redo");
      else return;
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      room.back();
      return;
    }
    const act = !typing && acts[event.key.toLowerCase()];
    if (!act) return;
    act(event);
    event.preventDefault();
  });
  parts.canvas.addEventListener("keydown", (event) => canvasKey(room, event));
}
