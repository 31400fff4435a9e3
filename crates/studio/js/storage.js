// Keeps documents in the browser (IndexedDB). A document is { id, name, profile, changed, files, past, future }.

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("perfil-studio", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("documents", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

let database;

const run = async (mode, act) => {
  database ??= open();
  // What failed once, because storage was full or denied, may work the next time.
  const db = await database.catch(error => {
    database = undefined;
    throw error;
  });
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("documents", mode);
    const request = act(transaction.objectStore("documents"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
};

export const save = value => run("readwrite", store => store.put(value));
export const load = id => run("readonly", store => store.get(id));
export const remove = id => run("readwrite", store => store.delete(id));

// Returns what a list of documents shows, the last changed first.
export const list = async () => {
  const all = await run("readonly", store => store.getAll());
  return all
    .map(({ id, name, changed }) => ({ id, name, changed }))
    .sort((a, b) => b.changed - a.changed);
};

// Holds a document for this tab, until it is released, or another tab takes it over. Returns whether it is held.
let end;
let held = Promise.resolve();

export const release = () => {
  end?.();
  end = undefined;
};

export const hold = async (id, isForced, lost) => {
  release();
  await held;
  if (!navigator.locks) return true;
  return new Promise(resolve => {
    const options = isForced ? { steal: true } : { ifAvailable: true };
    held = navigator.locks
      .request(`perfil-studio ${id}`, options, lock => {
        resolve(lock !== null);
        return lock && new Promise(done => (end = done));
      })
      .catch(() => {
        end = undefined;
        lost();
      });
  });
};
