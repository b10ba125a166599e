// The list of questions: a field that narrows it.

import { filtered } from "../common/filter.js";

const list = document.querySelector("#questions dl");
list.before(filtered([...list.querySelectorAll("dt")], (title) => [title.nextElementSibling]));
