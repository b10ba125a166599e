// Where an address leads: to what it restores, begins with or asks, else to an overview.

import { say } from "../common/page.js";
import { asked, read } from "./address.js";
import { spots } from "./placing.js";
import { KINDS } from "./view.js";

/**
 * Go where an address says.
 * @param {import("./app.js").Room} room
 * @param {string} hash
 * @param {boolean} first whether nothing is seen yet
 */
export async function lead(room, hash, first) {
  const fields = asked(hash);
  const told = await read(hash).catch(() => {
    throw new Error(say("unknownLink"));
  });
  if (told) return restore(room, told);
  if (fields.has("start")) return room.deeds.start(fields.getAll("start"));
  if (fields.has("sparql")) return room.deeds.query({ sparql: fields.get("sparql") });
  if (fields.has("query")) {
    const values = Object.fromEntries([...fields].filter(([name, value]) => name !== "query" && value));
    return room.deeds.query({ name: fields.get("query"), values });
  }
  if (fields.has("whole")) return room.deeds.whole();
  const by = KINDS.includes(fields.get("by")) ? fields.get("by") : "class";
  if (first || room.history.view.scene !== "summary" || room.history.view.by !== by) return room.deeds.openSummary(by);
  return undefined;
}

async function restore(room, { view, selected, whole, camera }) {
  let full = view;
  if (whole) {
    const picture = await room.deeds.picture("/api/whole", { limit: whole });
    const places = spots(picture);
    full = { ...view, shown: new Map([...places, ...view.shown]), whole: { limit: whole, ids: new Set(places.keys()) } };
  }
  const rest = [...view.shown.keys()].filter((id) => !room.knowledge.things.has(id));
  if (rest.length) await room.deeds.picture("/api/start", { ids: [...view.shown.keys()], around: 0 });
  const gone = [...full.shown.keys()].filter((id) => !room.knowledge.things.has(id));
  if (gone.length) {
    full = { ...full, shown: new Map([...full.shown].filter(([id]) => room.knowledge.things.has(id))) };
    room.notify(say("missing", { names: gone.slice(0, 5).join(say("listSeparator")) }));
  }
  await room.deeds.learn(full.colour, [...full.shown.keys()]);
  if (full.closed.by) await room.deeds.learn(full.closed.by, [...full.shown.keys()]);
  room.restore(full, selected, camera);
}
