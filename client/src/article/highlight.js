// The passage that was chosen, shown in the text: the quote, and in it the subject and the object of what it says.

import { rangeOf } from "./offsets.js";

const ROLES = ["subject", "object"];

/** Whether the browser can show passages without a new page. */
export const able = typeof Highlight === "function" && "highlights" in CSS;

/**
 * Show a fact's passage and bring it into sight.
 * @param {HTMLElement} text
 * @param {{start: number, end: number, marks: [number, number][][]}} fact
 */
export function highlight(text, fact) {
  for (const mark of text.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes); // the server's
  text.normalize();
  const quote = rangeOf(text, fact.start, fact.end);
  if (!quote) return;
  CSS.highlights.set("quote", new Highlight(quote));
  ROLES.forEach((role, at) => {
    const ranges = fact.marks[at].map(([start, end]) => rangeOf(text, start, end)).filter(Boolean);
    const named = new Highlight(...ranges);
    named.priority = at + 1;
    CSS.highlights.set(role, named);
  });
  text.classList.add("highlighted");
  intoSight(quote.getBoundingClientRect());
}

function intoSight(box) {
  const middle = (box.top + Math.min(box.bottom, box.top + innerHeight / 2)) / 2;
  if (box.top > 80 && box.bottom < innerHeight) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: middle - innerHeight * 0.4, behavior: still ? "instant" : "smooth" });
}
