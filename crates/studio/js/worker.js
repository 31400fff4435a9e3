// The builder in a worker: it answers one call after the other, and stops answering only with an error.
import init, { Studio } from "./builder.js";

const from = name => new URL(name, import.meta.url);

const bytes = async name => {
  const response = await fetch(from(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const start = async () => {
  const [names] = await Promise.all([
    fetch(from("shell.json")).then(response => response.json()),
    init({ module_or_path: from("builder_bg.wasm") }),
  ]);
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
