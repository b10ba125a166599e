// The first page: a search in its middle, and charts in the place of tables, which stay one click away.

import { barChart } from "../chart/bars.js";
import { timeline } from "../chart/timeline.js";
import { finder } from "../common/finder.js";
import { entityAddress, say, told } from "../common/page.js";
import { drawMap } from "../map/map.js";

const MOST_BARS = 16;
const { areas, classes, series } = told("drawn");

finder(document.getElementById("find"), (hit) => location.assign(entityAddress(hit.id)));

instead("province-bars", (figure) => barChart(figure, areas.slice(0, MOST_BARS), { title: say("provinces"), counted: say("firms") }));
instead("timeline", (figure) => timeline(figure, series, { title: say("editions"), about: say("editionsAbout") }));
instead("class-bars", (figure) => barChart(figure, classes, { title: say("classes"), counted: say("thingsCounted") }));
instead("map", (figure) => drawMap(figure, { areas: areas.filter((area) => area.code) }, { title: say("provinces"), counted: say("firms") }));

/** Draw into a figure, where the page has it, and close its table once that is done. */
async function instead(id, draw) {
  const figure = document.getElementById(id);
  if (figure && (await draw(figure))) figure.closest("section").querySelector("details").open = false;
}
