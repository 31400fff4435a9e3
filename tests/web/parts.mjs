// Asks the parts of the builder: node parts.mjs BUILDER. Reads a list of names and questions in Base64 as
// JSON, and prints the answers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [builder] = process.argv.slice(2);
const { answerer } = await import(pathToFileURL(join(builder, "parts.js")));
const ask = answerer(name => new Uint8Array(readFileSync(join(builder, name))));
const questions = JSON.parse(readFileSync(0, "utf8"));
const answers = questions.map(([name, question]) => ask(name, new Uint8Array(Buffer.from(question, "base64"))));
console.log(JSON.stringify(answers.map(answer => Buffer.from(answer).toString("base64"))));
