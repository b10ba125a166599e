// The pointer on the stage: it lights what it is over, chooses, opens, and moves things; sigma moves the picture.

import { hit } from "./hit.js";

const MOVED = 4;
const JUST_NOW = 100;

/** Let the pointer choose, open, light and move. */
export function listenPointer(stage) {
  const { sigma, box } = stage;
  let dragged = null;
  const at = (event) => ({ x: event.x, y: event.y });
  const touching = (event) => typeof TouchEvent !== "undefined" && event.original instanceof TouchEvent;
  sigma.on("downStage", ({ event }) => {
    if (event.original.button > 0) return;
    const found = hit(stage, at(event), touching(event));
    if (found?.kind !== "node") return;
    const node = stage.scene.nodes.get(found.id);
    const from = stage.toPicture(at(event));
    dragged = { node, dx: node.x - from.x, dy: node.y - from.y, from: at(event), start: [node.x, node.y], moved: false };
    sigma.getCamera().disable();
  });
  sigma.on("moveBody", ({ event }) => {
    if (!dragged) return;
    if (!dragged.moved && Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) < MOVED) return;
    dragged.moved = true;
    const to = stage.toPicture(at(event));
    stage.hover(null);
    stage.drag(dragged.node, [to.x + dragged.dx, to.y + dragged.dy]);
    event.preventSigmaDefault();
  });
  const drop = () => {
    if (!dragged) return;
    sigma.getCamera().enable();
    const { node, moved, start } = dragged;
    dragged = null;
    stage.dragging = null;
    if (moved) {
      stage.dropped = performance.now();
      stage.on.moved?.(node.id, [node.x, node.y], start);
    }
  };
  sigma.on("upStage", drop);
  addEventListener("pointerup", () => setTimeout(drop));
  sigma.on("clickStage", ({ event }) => {
    if (performance.now() - (stage.dropped ?? -1000) < JUST_NOW) return;
    stage.on.choose?.(hit(stage, at(event), touching(event)), event.original);
  });
  sigma.on("doubleClickStage", ({ event, preventSigmaDefault }) => {
    preventSigmaDefault();
    stage.on.open?.(hit(stage, at(event), touching(event)));
  });
  let waiting = 0;
  box.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    cancelAnimationFrame(waiting);
    if (event.buttons) return;
    const frame = box.getBoundingClientRect();
    const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    waiting = requestAnimationFrame(() => stage.hover(hit(stage, point)));
  });
  box.addEventListener("pointerleave", () => {
    cancelAnimationFrame(waiting);
    stage.hover(null);
  });
}
