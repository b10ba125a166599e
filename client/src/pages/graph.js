// The graph view: its parts put together, and begun as the address says.

import { finder } from "../common/finder.js";
import { say } from "../common/page.js";
import { Room } from "../graph/app.js";

const room = new Room(document.getElementById("graph"));
finder(room.parts.search, (hit) => {
  room.parts.search.value = "";
  room.deeds.add(hit.id).catch(room.failed);
});
room.begin().catch((error) => room.failed(error));
document.title = document.title || say("title");
