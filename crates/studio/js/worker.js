// The builder in a worker, or the printer, which is a builder that sets PDFs: it answers one call after the
// other, and stops answering only with an error.
import { answerer } from "./parts.js";

const MODULE = self.name || "builder";

const from = name => new URL(name, import.meta.url);

const bytes = async name => {
  const response = await fetch(from(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

// What every page needs is loaded with the builder; the builder waits for any other part.
const loaded = new Map();

const load = name => {
  if (loaded.has(name)) return loaded.get(name);
  const request = new XMLHttpRequest();
  request.open("GET", from(name), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch (error) {
    throw new WebAssembly.RuntimeError(`${name}: ${error}`);
  }
  if (request.status !== 200) throw new WebAssembly.RuntimeError(`${name}: ${request.status}`);
  return new Uint8Array(request.response);
};

// Returns a response that tells how many of its bytes have come.
const counted = response => {
  let loaded = 0;
  const count = new TransformStream({
    transform: (chunk, rest) => {
      loaded += chunk.length;
      postMessage({ loaded });
      rest.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), response);
};

const compile = async () => {
  const name = `${MODULE}_bg.wasm`;
  const [builder, response] = await Promise.all([import(`./${MODULE}.js`), fetch(from(name))]);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  await builder.default({ module_or_path: MODULE === "builder" ? response : counted(response) });
  return builder;
};

const start = async () => {
  const [names, dates, { Studio, askWith }] = await Promise.all([
    fetch(from("shell.json")).then(response => response.json()),
    bytes("dates_bg.wasm"),
    compile(),
  ]);
  loaded.set("dates_bg.wasm", dates);
  askWith(answerer(load));
  const files = await Promise.all(names.map(name => bytes(`shell/${name}`)));
  return new Studio(new Map(names.map((name, index) => [name, files[index]])));
};

const studio = start();
let last = studio;

addEventListener("message", ({ data: { id, method, values } }) => {
  last = last.catch(() => {}).then(async () => {
    let isReady = false;
    try {
      const builder = await studio;
      isReady = true;
      postMessage({ id, isReady, value: builder[method](...values) });
    } catch (error) {
      // A trap leaves the builder in no known state, so the page has to start another worker.
      const isTrap = isReady && error instanceof WebAssembly.RuntimeError;
      postMessage({ id, isReady, isTrap, error: typeof error === "string" ? error : String(error) });
    }
  });
});
