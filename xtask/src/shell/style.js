// Bundles stylesheets: node style.js FROM TO NAME…, with lightningcss in NODE_PATH.
const { bundle } = require("lightningcss");
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const [from, to, ...names] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const name of names) {
  const { code, warnings } = bundle({ filename: join(from, name), minify: true });
  if (warnings.length > 0) {
    console.error(warnings.map(({ message }) => `${name}: ${message}`).join("\n"));
    process.exit(1);
  }
  writeFileSync(join(to, name), code);
}
