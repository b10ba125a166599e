// What the server is asked; every failure is an Error with the line that the server says.

import { say } from "./page.js";

/** The JSON at an address; fields that are lists are given several times. */
export async function ask(path, fields = {}, options = {}) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return (await answer(`${path}?${new URLSearchParams(pairs)}`, options)).json();
}

/** The text at an address. */
export async function askText(path, fields) {
  return (await answer(`${path}?${new URLSearchParams(fields)}`, {})).text();
}

/** The JSON that answers a JSON object. */
export async function send(path, body, options = {}) {
  return (await sendFor(path, body, options)).json();
}

/** The response to a JSON object, for what is no JSON. */
export function sendFor(path, body, options = {}) {
  return answer(path, { ...options, method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
}

async function answer(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error(say("offline"));
  }
  if (!response.ok) throw new Error((await response.text()).trim() || response.statusText);
  return response;
}
