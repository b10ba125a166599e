// The page of results: arrow keys go from one to the next, also from the field above them.

const field = document.querySelector(".again input[type=search]");
const links = [...document.querySelectorAll("#hits > li > a")];

document.getElementById("content").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = event.target === field ? -1 : links.indexOf(event.target);
  if (at < 0 && event.target !== field) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (to === undefined || to >= links.length || (to < 0 && event.target === field)) return;
  event.preventDefault();
  (links[to] ?? field).focus();
});
