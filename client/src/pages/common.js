// On every page: the search in the bar, and the key that leads to it.

import { finder } from "../common/finder.js";
import { entityAddress } from "../common/page.js";

const input = document.getElementById("finder");
finder(input, (hit) => location.assign(entityAddress(hit.id)));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
});
