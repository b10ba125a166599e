// The page of a thing: its figures as charts over time, and where it is as a map. The tables say the same.

import { timeChart } from "../chart/figures.js";
import { say, told } from "../common/page.js";
import { drawMap } from "../map/map.js";

const { figures, places, name } = told("drawn");
const chart = document.getElementById("chart");
const map = document.getElementById("map");

if (chart) timeChart(chart, figures, { title: say("figuresOf", { name }) });
if (map) {
  drawMap(map, { places }, { title: say("whereIs", { name }), counted: say("linked") }).then((drawn) => {
    if (drawn) document.querySelector(".places").open = false;
  });
}
