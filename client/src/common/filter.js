// A field that leaves of a list what has the words that are typed.

import { make } from "./dom.js";
import { say } from "./page.js";

/** The field for some elements; each may bring others along that are shown and hidden with it. */
export function filtered(items, more = () => []) {
  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const parts = [item, ...more(item)];
      const text = parts.map((part) => part.textContent).join(" ").toLowerCase();
      for (const part of parts) part.hidden = !words.every((word) => text.includes(word));
    }
  };
  const input = make("input", { type: "search", class: "filter", placeholder: say("filter"), "aria-label": say("filter"), oninput: filter });
  return input;
}
