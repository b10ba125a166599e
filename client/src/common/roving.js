// One stop of the Tab key for a drawing: inside it, arrow keys go from mark to mark by where they stand.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Let the arrow keys walk among marks.
 * @param {Element} drawing what holds them
 * @param {() => {element: Element, x: number, y: number}[]} marks those that are there now, with where they stand
 */
export function rove(drawing, marks) {
  drawing.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const now = step && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && marks();
    const from = now && now.find((mark) => mark.element === event.target);
    if (!from) return;
    event.preventDefault();
    const to = next(from, now, step);
    if (to) enter(now, to.element);
  });
  drawing.addEventListener("focusin", (event) => {
    const now = marks();
    if (now.some((mark) => mark.element === event.target)) stop(now, event.target);
  });
}

/** Let one of the marks be where Tab stops, the first where none is told. */
export function stop(marks, element = marks[0]?.element) {
  for (const mark of marks) mark.element.setAttribute("tabindex", mark.element === element ? 0 : -1);
}

function enter(marks, element) {
  stop(marks, element);
  element.focus();
}

/** The nearest in a direction, what lies aside counting double. */
export function next(from, marks, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const ahead = (mark.x - from.x) * dx + (mark.y - from.y) * dy;
    const aside = Math.abs((mark.x - from.x) * dy) + Math.abs((mark.y - from.y) * dx);
    const cost = ahead + 2 * aside;
    if (mark !== from && ahead > 0.5 && cost < least) [best, least] = [mark, cost];
  }
  return best;
}
