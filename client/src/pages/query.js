// A question that is ready: names are found as one types, the answer is sorted and drawn, the query is coloured.

import { enhance } from "../answer/show.js";
import { finder } from "../common/finder.js";

const query = document.querySelector("pre.sparql");
enhance(document.querySelector(".answer"), "rows", query.textContent);
import("../editor/language.js").then(({ coloured }) => coloured(query));
document.querySelectorAll("input[data-finds]").forEach((input) => finder(input, (hit) => (input.value = hit.name), { first: false }));
