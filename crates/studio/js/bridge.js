// Calls the builder, and what sets PDFs, each in a worker of its own.

let files;

// The files that every builder has from its start: those of the open document.
export const useFiles = open => (files = open);

// Returns what calls a module in a worker, which is started by the first call, and again after it has ended.
const caller = (module, progressed) => {
  let worker;
  let waiting = new Map();
  let count = 0;
  const start = () => {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module", name: module });
    if (files) worker.postMessage({ id: 0, method: "open", values: [files] });
    const own = worker;
    let hasAnswered = false;
    const fail = error => {
      if (own !== worker) return;
      own.terminate();
      worker = undefined;
      const lost = waiting;
      waiting = new Map();
      for (const { reject } of lost.values()) reject(error);
    };
    worker.addEventListener("message", ({ data }) => {
      if (data.loaded !== undefined) return progressed?.(data.loaded);
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      hasAnswered ||= data.isReady;
      if (data.error === undefined) return call?.resolve(data.value);
      call?.reject(data.isTrap ? "lost" : data.isReady ? data.error : `not loaded: ${data.error}`);
      // What cannot be loaded now may be there the next time.
      if (data.isTrap) fail("lost");
      else if (!data.isReady) fail(`not loaded: ${data.error}`);
    });
    worker.addEventListener("error", ({ message }) => fail(hasAnswered ? "lost" : `not loaded: ${message ?? ""}`));
  };
  return (method, values) =>
    new Promise((resolve, reject) => {
      if (!worker) start();
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.postMessage({ id: count, method, values });
    });
};

// Returns the value of a method of the builder. "lost" is the error of a builder that has ended: the next
// call starts another one.
export const call = caller("builder");

const { print: command, printer } = document.querySelector("script[data-print], script[data-printer]")?.dataset ?? {};
const [printerName, downloaded, whole] = printer?.split(" ") ?? [];

// Whether PDFs can be set: by the command that serves this page, or by the printer.
export const canPrint = () => command !== undefined || printer !== undefined;

// The number of bytes that are loaded before the first PDF; 0 if the command sets it.
export const sizeOfPrinter = () => Number(downloaded ?? 0);

let loading = () => {};
let callPrinter;

// Returns the bytes of what Typst sets of the open document: "site", all of it as a ZIP, or "pdf", with the path
// of a profile, a language and a size of paper. Meanwhile it tells how much of the printer is loaded, from 0 to 1.
export const print = async (method, values, progressed) => {
  if (command) {
    const query = new URLSearchParams(values.map((value, at) => [["profile", "language", "paper"][at], value]));
    const body = await call("folder", []);
    const response = await fetch(`${command}/${method}?${query}`, { method: "POST", body, headers: { "X-Perfil": "studio" } });
    if (!response.ok) throw new Error((await response.text()) || `${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  loading = progressed;
  callPrinter ??= caller(printerName, loaded => loading(loaded / whole));
  await callPrinter("open", [files]);
  return callPrinter(method, method === "site" ? [true] : values);
};

export const download = (name, bytes, type) => {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

// Returns the name and the bytes of a file that somebody has chosen or dropped; undefined for a folder.
export const readFile = async file => ({
  name: file.name,
  size: file.size,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

const focusById = id => {
  const named = document.getElementById(id);
  if (!named) return false;
  // A button that has nothing to do at the end of a list cannot have the focus.
  const found = named.disabled ? named.parentElement.querySelector("button:enabled:not(.private)") : named;
  found.closest("details:not([open])")?.setAttribute("open", "");
  found.focus();
  found.scrollIntoView({ block: "nearest" });
  return true;
};

export const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export const scrollTo = id => document.getElementById(id)?.scrollIntoView({ block: "nearest" });

// Closes a menu when something in it is chosen, when the focus leaves it, and by Escape.
export const asMenu = menu => {
  const close = () => {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  };
  menu.addEventListener("click", ({ target }) => target.closest("button") && close());
  menu.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (!menu.contains(to)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => key === "Escape" && close());
};

// A click beside a dialog is one on the dialog itself, whose content covers all of its box.
export const isBackdrop = event => {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return event.target === event.currentTarget && (x < left || x > right || y < top || y > bottom);
};

// Returns the name of a language in that language: "français" for "fr".
export const languageName = tag => {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

// The address names the open document, so that it is there again after a reload.
export const remember = id => history.replaceState(null, "", id ? `#${id}` : location.pathname);
export const remembered = () => location.hash.slice(1) || undefined;

// Moves the focus to the field of a value, or of one of its languages, or of the nearest value around it that has
// one.
export const focusField = id => {
  for (let name = id; name.includes("-"); name = name.slice(0, name.lastIndexOf("-"))) {
    const tongue = name === id && document.querySelector(`.tongues [id^="${id}-"]`)?.id;
    for (const own of [name, `${name}-toggle`, tongue]) if (own && focusById(own)) return true;
  }
  return false;
};

// Returns what somebody has written in a field, if it is one.
export const valueOf = element =>
  element.matches("input[type=text], input[type=url], input[type=email], textarea") ? element.value : undefined;

// What few need is loaded when it is first used.
const scripts = new Map();

const script = name => {
  if (!scripts.has(name)) scripts.set(name, import(new URL(name, import.meta.url)));
  return scripts.get(name).catch(error => {
    scripts.delete(name);
    throw error;
  });
};

let shown;

export const editSource = async (place, text, path, label, changed) => {
  const { open } = await script("editor.js");
  shown = open(place, text, path, label, changed);
};

export const callGitHub = async (method, values) => (await script("github.js"))[method](...values);

export const replaceSource = text => shown?.replace(text);
export const markSource = marks => shown?.mark(JSON.parse(marks));

// A published Studio is there without a network, too, from the second visit on.
const { offline } = document.querySelector("script[data-offline]")?.dataset ?? {};
const prepare = async () => {
  const { waiting } = await navigator.serviceWorker.register(offline);
  if (!waiting) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
};
// Without it, Studio needs a network, and nothing else.
if (offline && navigator.serviceWorker) prepare().catch(() => {});
