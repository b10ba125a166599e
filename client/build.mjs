// Bundles the scripts of the explorer's pages: `node build.mjs OUT`.
//
// Every file of src/pages/ becomes OUT/<page>-<hash>.js, what several share becomes chunks of their own. OUT/manifest.json says
// which file is a page's, and OUT/NOTICES.txt carries the licence of every package of which anything is inside.

import { readdir, readFile, rm, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { outlines, packages } from "./outlines.mjs";

const here = import.meta.dirname;
const out = path.resolve(process.argv[2] ?? path.join(here, "built"));
const pages = (await readdir(path.join(here, "src/pages"))).filter((name) => name.endsWith(".js")).sort();

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: pages.map((name) => path.join(here, "src/pages", name)),
  absWorkingDir: here,
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "shared-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "none", // NOTICES.txt has the licences whole
  loader: { ".json": "json" },
  plugins: [outlines(here)],
  metafile: true,
});

const manifest = Object.fromEntries(
  Object.entries(metafile.outputs)
    .filter(([, output]) => output.entryPoint?.startsWith("src/pages/")) // others are what is loaded when it is wanted
    .map(([file, output]) => [path.basename(output.entryPoint, ".js"), path.basename(file)])
    .sort(),
);
await writeFile(path.join(out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
await writeFile(path.join(out, "NOTICES.txt"), await notices([...Object.keys(metafile.inputs), ...packages.map((name) => `${name}/`)]));

/** The licences of the packages that the inputs come from. */
async function notices(inputs) {
  const folders = new Set(inputs.map((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
  const parts = [];
  for (const folder of [...folders].sort()) {
    const about = JSON.parse(await readFile(path.join(here, folder, "package.json"), "utf8"));
    const files = (await readdir(path.join(here, folder))).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const texts = await Promise.all(files.map((name) => readFile(path.join(here, folder, name), "utf8")));
    if (!texts.length) throw new Error(`${about.name} has no file with its licence`);
    parts.push(`${about.name} ${about.version} (${about.license})\n\n${texts.map((text) => text.trim()).join("\n\n")}\n`);
  }
  return ["The scripts of the explorer contain parts of these packages.\n", ...parts].join(`\n${"-".repeat(78)}\n\n`);
}
