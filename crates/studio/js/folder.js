// Reads a content folder of this machine, and saves changed files in it: one that somebody chooses or drops (File
// System Access API), or the one that `perfil studio` serves. Other browsers only read a folder that is dropped
// (File and Directory Entries API).

const MAX_BYTES = 200 << 20;
const MAX_FILES = 5000;
// What is beside content, and none of it.
const OTHER = new Set(["dist", "node_modules", "target"]);

export const canOpenFolder = () => "showDirectoryPicker" in window;

export const nameOfFolder = folder => folder.name || "/";

// Returns the handle of the folder that somebody chooses; undefined if they choose none.
export const chooseFolder = async () => {
  try {
    return await showDirectoryPicker({ id: "perfil", mode: "readwrite" });
  } catch (error) {
    if (error.name === "AbortError") return undefined;
    throw error;
  }
};

// Returns the folder that is dropped; undefined if it is something else. What is dropped can be read only until
// the event has ended, so nothing is awaited before.
export const droppedFolder = ({ dataTransfer }) => {
  const item = [...(dataTransfer?.items ?? [])].find(({ kind }) => kind === "file");
  const entry = item?.webkitGetAsEntry?.();
  if (!entry?.isDirectory) return undefined;
  return Promise.resolve(item.getAsFileSystemHandle?.() ?? entry);
};

// Whether files can be saved in a folder.
export const canSave = folder => !folder.isDirectory;

const bytesOf = async handle => new Uint8Array(await (await handle.getFile()).arrayBuffer());

// Returns what an act returns, or undefined where there is no such file or folder.
const ifThere = async act => {
  try {
    return await act();
  } catch (error) {
    if (error.name === "NotFoundError" || error.name === "TypeMismatchError") return undefined;
    throw error;
  }
};

// A folder by its handle.
const chosen = folder => {
  const place = async (path, create) => {
    const names = path.split("/");
    const name = names.pop();
    let inner = folder;
    for (const it of names) inner = await inner.getDirectoryHandle(it, { create });
    return [inner, name];
  };
  async function* paths(handle = folder, path = "") {
    for await (const [name, entry] of handle.entries()) {
      if (name.startsWith(".")) continue;
      if (entry.kind === "file") yield path + name;
      else if (!OTHER.has(name)) yield* paths(entry, `${path}${name}/`);
    }
  }
  return {
    paths,
    allow: async () => {
      const permission = await folder.requestPermission?.({ mode: "readwrite" });
      if (permission && permission !== "granted") throw new Error("denied");
    },
    read: path =>
      ifThere(async () => {
        const [inner, name] = await place(path, false);
        return bytesOf(await inner.getFileHandle(name));
      }),
    write: async (path, bytes) => {
      const [inner, name] = await place(path, true);
      const stream = await (await inner.getFileHandle(name, { create: true })).createWritable();
      await stream.write(bytes);
      await stream.close();
    },
    remove: async path => {
      const [inner, name] = await place(path, false);
      await inner.removeEntry(name);
    },
  };
};

const promised = (entry, method, ...values) =>
  new Promise((resolve, reject) => entry[method](...values, resolve, reject));

// A folder that was dropped where there are no handles.
const dropped = folder => {
  async function* entries(reader) {
    // A reader gives a part at a time, and nothing at the end.
    for (let some; (some = await promised(reader, "readEntries")).length; ) yield* some;
  }
  async function* paths(inner = folder, path = "") {
    for await (const entry of entries(inner.createReader())) {
      if (entry.name.startsWith(".")) continue;
      if (entry.isFile) yield path + entry.name;
      else if (!OTHER.has(entry.name)) yield* paths(entry, `${path}${entry.name}/`);
    }
  }
  const read = path =>
    ifThere(async () => {
      const entry = await promised(folder, "getFile", path, {});
      return new Uint8Array(await (await promised(entry, "file")).arrayBuffer());
    });
  return { paths, read };
};

const ask = async (path, options) => {
  const response = await fetch(path, { ...options, headers: { "X-Perfil": "studio" } });
  if (!response.ok && response.status !== 404) throw new Error(`${response.status} ${await response.text()}`.trim());
  return response;
};

// The folder that the command serves.
const served = ({ address }) => {
  const at = path => `${address}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return {
    async *paths() {
      yield* (await (await ask(address)).json()).paths;
    },
    allow: async () => {},
    read: async path => {
      const response = await ask(at(path));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    write: (path, body) => ask(at(path), { method: "PUT", body }),
    remove: path => ask(at(path), { method: "DELETE" }),
  };
};

const accessTo = folder => (folder.address ? served(folder) : folder.isDirectory ? dropped(folder) : chosen(folder));

// Returns the folder that the command serves, { id, name, address }, if this page is of one.
export const servedFolder = async () => {
  const { content: address } = document.querySelector("script[data-content]")?.dataset ?? {};
  if (!address) return undefined;
  const response = await ask(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  const { id, name } = await response.json();
  return { id, name, address };
};

// Returns the content folder: the chosen one, or the one in it that `perfil new` makes.
const content = async folder => {
  if (folder.address) return folder;
  const isEntry = folder.isDirectory;
  const has = it => ifThere(() => (isEntry ? promised(it, "getFile", "site.json", {}) : it.getFileHandle("site.json")));
  if (await has(folder)) return folder;
  const inner = await ifThere(() =>
    isEntry ? promised(folder, "getDirectory", "public", {}) : folder.getDirectoryHandle("public"),
  );
  return inner && (await has(inner)) ? inner : folder;
};

export const readFolder = async given => {
  const folder = await content(given);
  const access = accessTo(folder);
  const files = new Map();
  let room = MAX_BYTES;
  for await (const path of access.paths()) {
    const bytes = await access.read(path);
    if (!bytes) continue;
    room -= bytes.length;
    if (room < 0 || files.size === MAX_FILES) throw new Error("too large");
    files.set(path, bytes);
  }
  return [folder, files];
};

const isSame = (a, b) =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]));

const changed = (saved, files) =>
  [...new Set([...saved.keys(), ...files.keys()])].filter(path => !isSame(saved.get(path), files.get(path)));

export const countUnsaved = (saved, files) => changed(saved, files).length;

// Writes the files that differ, and returns how many that were, and the paths of those that somebody else has
// changed since: they are as they were, and are written over the next time.
export const saveFolder = async (folder, saved, files) => {
  const access = accessTo(folder);
  await access.allow();
  let written = 0;
  const conflicts = [];
  for (const path of changed(saved, files)) {
    const bytes = files.get(path);
    const found = await access.read(path);
    const isFree = isSame(found, saved.get(path));
    if (isSame(found, bytes)) {
      // Somebody else has made the same change.
    } else if (!isFree) {
      conflicts.push(path);
    } else {
      await (bytes ? access.write(path, bytes) : access.remove(path));
      written += 1;
    }
    const now = conflicts.includes(path) ? found : bytes;
    if (now) saved.set(path, now);
    else saved.delete(path);
  }
  return [written, conflicts];
};
