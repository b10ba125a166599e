// Where one is, and the ways elsewhere and back.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { schema } from "./knowledge.js";
import { button } from "./room.js";
import { isNarrowed, KINDS } from "./view.js";

const MOST_DRAWN_WHOLE = 25_000; // as many as the server gives at once

/** The buttons that lead to the overviews, and to everything. */
export function showViews(room, view) {
  const focused = document.activeElement?.dataset?.view;
  const one = (name, word, act, pressed, more = {}) => button(word, act, { "aria-pressed": String(pressed), "data-view": name, ...more });
  const whole = schema.things <= MOST_DRAWN_WHOLE ? one("whole", say("whole"), () => room.busy(room.deeds.whole()), Boolean(view.whole), { title: say("wholeHint", { n: schema.things.toLocaleString("en") }) }) : null;
  room.parts.views.replaceChildren(
    ...KINDS.map((by) => one(by, say(`view-${by}`), () => room.busy(room.deeds.openSummary(by)), view.scene === "summary" && view.by === by)),
    ...(whole ? [whole] : []),
  );
  if (focused) room.parts.views.querySelector(`[data-view="${focused}"]`)?.focus();
}

/** Where one is, and the way back from what is narrowed. */
export function showTrail(room, view) {
  const parts = [];
  if (view.scene !== "summary") {
    const { group } = view;
    const by = group?.by ?? view.by;
    parts.push(button(`← ${say(`by${by}`)}`, () => room.busy(room.deeds.openSummary(by)), { class: "crumb" }));
    if (group) parts.push(make("span", {}, `${room.look.groupName(group.by, group.key)} · ${say("members", { shown: group.drawn, count: group.count.toLocaleString("en") })}`));
    if (group && group.drawn < group.count) parts.push(button(say("moreMembers", { n: Math.min(80, group.count - group.drawn) }), () => room.busy(room.deeds.moreMembers()), { class: "crumb", id: "more-members" }));
    if (view.hidden.size || view.focus) parts.push(button(say("showAll"), () => room.deeds.showAll(), { class: "crumb", id: "show-all" }));
    if (isNarrowed(view)) parts.push(button(say("reset"), () => room.deeds.reset(), { class: "crumb", id: "reset" }));
    if (view.closed.by) parts.push(button(say("openAgain"), () => room.busy(room.deeds.groupBy("")), { class: "crumb" }));
  }
  room.parts.trail.replaceChildren(...parts);
}
