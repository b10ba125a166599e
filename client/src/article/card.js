// A small card on what is named at a place of the text: the thing, and those in whose names it stands.

import { make } from "../common/dom.js";
import { entityAddress, say, spoken } from "../common/page.js";

let card = null;
let opener = null;

/**
 * Open the card of a name in the text, in the place of any other.
 * @param {HTMLElement} link
 * @param {{id: string, name: string, class: string, links: number, documents: number, here: number}[]} things the innermost first
 * @param {(name: string) => {labels: object, colour: string} | undefined} kindOf
 */
export function open(link, things, kindOf) {
  close();
  opener = link;
  const items = things.map((one) => make("li", {}, ...about(one, kindOf(one.class))));
  card = make("div", { class: "card", role: "dialog", "aria-label": things[0].name, tabindex: -1 }, make("ul", {}, ...items));
  document.body.append(card);
  place(card, link.getClientRects()[0]);
  card.querySelector("a").focus({ preventScroll: true });
}

function about(one, kind) {
  const links = say("nLinks", { n: one.links });
  const articles = say("nArticles", { n: one.documents });
  return [
    make("p", {}, make("a", { href: entityAddress(one.id) }, one.name)),
    make("p", { class: "note" }, make("span", { class: "kind", style: { "--kind": kind?.colour ?? "" } }, spoken(kind?.labels, one.class)), ` · ${links} · ${articles}`),
    make("p", { class: "note" }, make("a", { href: `/graph#start=${encodeURIComponent(one.id)}` }, say("inGraph"))),
  ];
}

/** Below the name, or above it where there is no room; never beyond the edge. */
function place(element, box) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = box.bottom + 6 + height < innerHeight || box.top < height + 70;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  element.style.setProperty("left", `${left + scrollX}px`);
  element.style.setProperty("top", `${(below ? box.bottom + 6 : box.top - height - 6) + scrollY}px`);
}

/** Close it; with `back`, the name has the focus again. */
export function close(back = false) {
  if (!card) return;
  card.remove();
  card = null;
  if (back) opener.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && card) close(true);
});
document.addEventListener("pointerdown", (event) => {
  if (card && !card.contains(event.target)) close();
});
document.addEventListener("focusin", (event) => {
  if (card && !card.contains(event.target)) close();
});
