// Builds a site by the builder that was compiled to WebAssembly:
// node builder.mjs BUILDER CONTENT SHELL OUT. Prints how long the build took, in milliseconds.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [builder, content, shell, out] = process.argv.slice(2);
const script = name => import(pathToFileURL(join(builder, name)));
const [{ askWith, build, initSync }, { answerer }] = await Promise.all(["builder.js", "parts.js"].map(script));
const load = name => new Uint8Array(readFileSync(join(builder, name)));
initSync({ module: load("builder_bg.wasm") });
askWith(answerer(load));

const files = folder => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name));
  const name = path => relative(folder, path).split(sep).join("/");
  return new Map(paths.map(path => [name(path), new Uint8Array(readFileSync(path))]));
};

const [written, compiled] = [files(content), files(shell)];
const start = performance.now();
const site = build(written, compiled);
const time = performance.now() - start;
for (const [path, bytes] of site) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
}
console.log(Math.round(time));
