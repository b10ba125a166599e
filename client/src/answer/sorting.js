// A table whose headings sort its rows.

import { make } from "../common/dom.js";
import { language, say } from "../common/page.js";

const order = new Intl.Collator(language, { numeric: true });

/** Make the headings of a table buttons that sort it: up, down, then as it came. */
export function sortable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const name = heading.textContent;
    const sort = () => {
      const next = { ascending: "descending", descending: "none" }[heading.getAttribute("aria-sort")] ?? "ascending";
      headings.forEach((one) => one.removeAttribute("aria-sort"));
      if (next !== "none") heading.setAttribute("aria-sort", next);
      body.replaceChildren(...(next === "none" ? rows : sorted(rows, column, next === "descending")));
    };
    heading.replaceChildren(make("button", { type: "button", class: "sort", title: say("sort", { name }), onclick: sort }, name));
  });
}

function sorted(rows, column, down) {
  const keyed = rows.map((row) => [text(row.cells[column]), row]);
  const full = keyed.filter(([key]) => key !== ""); // what has no value stands last either way
  const numbers = full.every(([key]) => Number.isFinite(Number(key)));
  full.sort(([a], [b]) => (numbers ? Number(a) - Number(b) : order.compare(a, b)) * (down ? -1 : 1));
  return [...full, ...keyed.filter(([key]) => key === "")].map(([, row]) => row);
}

function text(cell) {
  const parts = [...cell.childNodes].filter((node) => !node.classList?.contains("tag"));
  return parts.map((node) => node.textContent).join("").trim();
}
