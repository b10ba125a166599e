// An article: names in the text open a card, what it says is shown where it says so, and colours go on and off together.

import * as card from "../article/card.js";
import { able, highlight } from "../article/highlight.js";
import { make } from "../common/dom.js";
import { say, told } from "../common/page.js";

const { things, said } = told("article");
const { classes } = told("schema");
const text = document.querySelector(".text");

/** A click or key that asks for no new tab or window. */
const plain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

text?.addEventListener("click", (event) => {
  const link = event.target.closest("a.m");
  if (!link || !plain(event)) return;
  event.preventDefault();
  card.open(
    link,
    link.dataset.things.split(" ").map((at) => things[at]),
    (name) => classes[name],
  );
});

if (text && able) {
  document.querySelector(".beside").addEventListener("click", (event) => {
    const link = event.target.closest("a.choose");
    if (!link || !plain(event)) return;
    event.preventDefault();
    choose(link);
  });
}

function choose(link) {
  highlight(text, said[link.dataset.fact]);
  document.querySelectorAll(".said .chosen").forEach((one) => {
    one.classList.remove("chosen");
    one.removeAttribute("aria-current");
  });
  const item = link.closest("li");
  item.classList.add("chosen");
  item.setAttribute("aria-current", "true");
  history.replaceState(null, "", link.href);
}

const legend = document.querySelector(".legend");
if (legend) {
  const boxes = [...legend.querySelectorAll("input")];
  const all = (checked) => () => boxes.forEach((box) => (box.checked = checked));
  legend.append(
    make("span", { class: "together" }, make("button", { type: "button", onclick: all(true) }, say("all")), make("button", { type: "button", onclick: all(false) }, say("none"))),
  );
}
document.querySelector(".said .chosen")?.scrollIntoView({ block: "nearest" });
