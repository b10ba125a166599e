// The buttons above the picture.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { saveFacts, savePng, saveSvg, saveThings, saveTurtle } from "./files.js";
import { button } from "./room.js";

/** Let the buttons do what they say. */
export function listenTools(room) {
  const { parts } = room;
  const on = (name, act) => parts[name].addEventListener("click", act);
  on("undo", () => room.step("undo"));
  on("redo", () => room.step("redo"));
  on("fit", () => room.fit());
  on("settle", () => room.settleAll());
  on("paths", () => room.openPaths(room.stage.selected?.kind === "node" && room.knowledge.things.has(room.stage.selected.id) ? room.stage.selected.id : undefined));
  on("table", () => room.showTable(parts.sheet.hidden));
  on("link", () => copyLink(room));
  on("help", () => parts.keys.showModal());
  on("drawer", () => room.showLegend(!document.body.classList.contains("with-legend")));
  const file = (word, act) => button(say(word), () => { parts.save.open = false; room.busy(act()); });
  parts.save.append(make("div", { class: "menu-items" }, file("png", () => savePng(room)), file("svg", async () => saveSvg(room)), file("turtleFile", () => saveTurtle(room)), file("csvNodes", async () => saveThings(room)), file("csvFacts", () => saveFacts(room))));
  document.addEventListener("click", (event) => {
    if (!parts.save.contains(event.target)) parts.save.open = false;
  });
  parts.canvas.addEventListener("pointerdown", () => room.showLegend(false));
}

async function copyLink(room) {
  await room.write();
  try {
    await navigator.clipboard.writeText(location.href);
    room.notify(say("linkCopied"));
  } catch {
    room.notify(location.href);
  }
}
