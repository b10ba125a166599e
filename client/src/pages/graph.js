// The graph view: its parts put together, and begun as the address says.

import { finder } from "../common/finder.js";
import { say } from "../common/page.js";
import { Room } from "../graph/app.js";
import { canDraw } from "../graph/drawing.js";

const root = document.getElementById("graph");
if (canDraw()) {
  const room = new Room(root);
  finder(room.parts.search, (hit) => {
    room.parts.search.value = "";
    room.deeds.add(hit.id).catch(room.failed);
  });
  room.begin().catch(room.failed);
} else {
  root.querySelector("p").textContent = say("noWebgl");
}
