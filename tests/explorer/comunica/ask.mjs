// Asks an endpoint as people who write JavaScript do: node ask.mjs ENDPOINT < questions.json > answers.json
//
// A question is {kind, query}; its answer {rows} (of SELECT), {boolean}, {quads} (of CONSTRUCT and DESCRIBE) or {error}.

import { QueryEngine } from "@comunica/query-sparql";

const engine = new QueryEngine();
const context = { sources: [{ type: "sparql", value: process.argv[2] }] };

const term = (one) => [one.termType, one.value, one.language || one.datatype?.value || ""];

const asked = {
  async select(query) {
    const rows = await (await engine.queryBindings(query, context)).toArray();
    return { rows: rows.map((row) => Object.fromEntries([...row].map(([name, value]) => [name.value, term(value)]))) };
  },
  async ask(query) {
    return { boolean: await engine.queryBoolean(query, context) };
  },
  async quads(query) {
    const quads = await (await engine.queryQuads(query, context)).toArray();
    return { quads: quads.map((quad) => [quad.subject, quad.predicate, quad.object].map(term)) };
  },
  // At an address that does not look like an endpoint's, so that what is read there has to say so itself; it is noted.
  async described(query) {
    const seen = [];
    const noting = async (input, init) => {
      const response = await fetch(String(input.url ?? input).replace("/about", "/sparql"), init);
      seen.push({ url: response.url, type: response.headers.get("content-type"), body: await response.clone().text() });
      return response;
    };
    const sources = [process.argv[2].replace("/sparql", "/about")];
    return { boolean: await engine.queryBoolean(query, { sources, fetch: noting }), seen };
  },
};

let text = "";
for await (const part of process.stdin) text += part;
const answers = [];
for (const { kind, query } of JSON.parse(text)) {
  answers.push(await asked[kind](query).catch((error) => ({ error: String(error.message) })));
}
process.stdout.write(JSON.stringify(answers));
