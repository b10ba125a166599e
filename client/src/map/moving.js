// Nearer, farther and aside: by buttons, keys, the wheel, a drag or two fingers.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";

const NEAREST = 40;
const FARTHEST = 1 / 3; // what is farther out is not drawn
const STEP = 1.6;
const ASIDE = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

/**
 * Make a drawing movable.
 * @param {SVGSVGElement} svg
 * @param {HTMLElement} tools where the buttons go
 * @param {() => void} place called when `k`, `x` or `y` of what is returned has changed
 */
export function moved(svg, tools, place) {
  const view = { k: 1, x: 0, y: 0, start };
  let [width, height] = [1, 1];

  function start(wide, high) {
    [width, height] = [wide, high];
    set(1, 0, 0);
  }
  function set(k, x, y) {
    Object.assign(view, { k, x, y });
    place();
  }
  function zoom(by, [x, y] = [width / 2, height / 2]) {
    const k = Math.min(NEAREST, Math.max(FARTHEST, view.k * by));
    set(k, x - ((x - view.x) * k) / view.k, y - ((y - view.y) * k) / view.k);
  }
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return [((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * height) / box.height];
  };

  tools.append(
    button("+", say("zoomIn"), () => zoom(STEP)),
    button("−", say("zoomOut"), () => zoom(1 / STEP)),
    button("⤢", say("zoomAll"), () => set(1, 0, 0)),
  );
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") zoom(STEP, focused(svg, at));
    else if (event.key === "-") zoom(1 / STEP, focused(svg, at));
    else if (event.key === "0") set(1, 0, 0);
    else if (event.shiftKey && event.key in ASIDE) set(view.k, view.x + ASIDE[event.key][0], view.y + ASIDE[event.key][1]);
    else return;
    event.preventDefault();
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !svg.contains(document.activeElement)) return; // the page scrolls
      event.preventDefault();
      zoom(2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : event.ctrlKey ? 0.01 : 0.002)), at(event));
    },
    { passive: false },
  );
  dragging(svg, at, view, set, zoom);
  return view;
}

function button(sign, name, act) {
  return make("button", { type: "button", "aria-label": name, title: name, onclick: act }, sign);
}

/** Where the focused mark stands, so that zooming keeps it in place. */
function focused(svg, at) {
  const mark = svg.contains(document.activeElement) && document.activeElement !== svg ? document.activeElement : null;
  if (!mark) return undefined;
  const box = mark.getBoundingClientRect();
  return at({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
}

/** A drag with the mouse moves, two fingers move and zoom; one finger scrolls the page. */
function dragging(svg, at, view, set, zoom) {
  const fingers = new Map();
  let far = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, at(event));
    far = false;
  });
  svg.addEventListener("pointermove", (event) => {
    const from = fingers.get(event.pointerId);
    if (!from || (event.pointerType === "touch" && fingers.size < 2)) return;
    const to = at(event);
    if (!far && Math.hypot(to[0] - from[0], to[1] - from[1]) < 4) return;
    if (!far) svg.setPointerCapture(event.pointerId);
    far = true;
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, where]) => where);
    if (other) zoom(Math.hypot(to[0] - other[0], to[1] - other[1]) / Math.max(1, Math.hypot(from[0] - other[0], from[1] - other[1])), other);
    else set(view.k, view.x + to[0] - from[0], view.y + to[1] - from[1]);
    fingers.set(event.pointerId, to);
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  svg.addEventListener("click", (event) => far && event.preventDefault(), true); // the end of a drag opens nothing
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}
