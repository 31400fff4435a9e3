// Answers what the builder asks of its parts, each of which is loaded when it is first asked.
import * as dates from "./dates.js";
import * as encodings from "./encodings.js";
import * as fonts from "./fonts.js";
import * as glyphs from "./glyphs.js";
import * as languages from "./languages.js";
import * as letters from "./letters.js";
import * as lines from "./lines.js";
import * as order from "./order.js";

const parts = { dates, encodings, fonts, glyphs, languages, letters, lines, order };
const ready = new Set();

// Returns what answers; `load` returns the bytes of a file at once. What is no part is a table: its own bytes.
export const answerer = load => (name, question) => {
  const part = parts[name];
  if (!part) return load(name);
  if (!ready.has(name)) {
    part.initSync({ module: load(`${name}_bg.wasm`) });
    ready.add(name);
  }
  return part.answer(question);
};
