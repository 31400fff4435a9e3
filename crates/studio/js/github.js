// Publishes files in a repository at GitHub, by its interface for the contents of repositories.

// The only origin beside its own that the policy of the page allows.
const { github: API } = document.querySelector("script[data-github]").dataset;

// The most files of a folder that GitHub lists.
const MAX_LISTED = 1000;

const REASONS = { 401: "token", 403: "denied", 404: "missing", 409: "conflict", 429: "limit" };

// Ends with a reason that the dialog has words for.
const fail = (reason, detail = "") => {
  throw `${reason}: ${detail}`;
};

// The fields of the dialog. They alone have the token.
const field = name => document.getElementById(`publish-${name}`);
const valueOf = name => field(name).value.trim();

const reasonOf = ({ status, headers }, detail) => {
  const isLimited = headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after") || /rate limit/i.test(detail);
  if (status === 403 && isLimited) return "limit";
  // What has changed meanwhile needs a hash that was not named, or has another one; a rule is always in the way.
  if (status === 422 && /\bsha\b/.test(detail)) return "conflict";
  if (/rule violation/i.test(detail)) return "other";
  return REASONS[status] ?? "other";
};

// Asks for something of a repository. `others` has further reasons, by what GitHub says.
const ask = async (path, { others = {}, ...options } = {}) => {
  const token = valueOf("token");
  // No other one can be sent.
  if (!/^[!-~]+$/.test(token)) fail("token");
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "X-GitHub-Api-Version": "2022-11-28",
    ...(options.body && { "Content-Type": "application/json" }),
  };
  let response, answer;
  try {
    // Answers may be kept for a minute, in which somebody may write.
    const own = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };
    response = await fetch(`${API}/repos/${path}`, { ...own, ...options, headers });
    answer = await response.json();
  } catch (error) {
    if (!response || response.ok) fail("network", error.message);
  }
  if (response.ok) return answer;
  const { status } = response;
  const detail = answer?.message ?? "";
  const other = Object.keys(others).find(words => detail.startsWith(words));
  if (other) return others[other]();
  fail(reasonOf(response, detail), `${status} ${detail}`.trim());
};

// Returns a repository as `owner/name`, also if it is written as its address.
const parsed = written => {
  const path = written.replace(/^(?:(?:https?:\/\/)?(?:www\.)?github\.com\/|git@github\.com:)/i, "");
  const parts = path.replace(/[?#].*$/, "").replace(/\/$/, "").split("/");
  const [owner, name] = [parts[0], parts[1]?.replace(/\.git$/, "")];
  // An address may lead to a page of the repository.
  const isWhole = parts.length === 2 || (parts.length > 2 && path !== written);
  const isName = it => /^[\w.-]*[\w-][\w.-]*$/.test(it ?? "");
  if (!isWhole || !isName(owner) || !isName(name)) fail("repository", written);
  return `${owner}/${name}`;
};

const encoded = path => path.split("/").map(encodeURIComponent).join("/");

const base64 = bytes => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

// Returns the hash by which Git knows a file.
const hashOf = async bytes => {
  const whole = await new Blob([`blob ${bytes.length}\0`, bytes]).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", whole));
  return Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
};

// The repository that was looked at last, and what is to be written there.
let target;
let rows = [];

// Looks at a repository, and returns its name, the branch, its address, and whether everybody can read it.
export const open = async () => {
  if (!crypto.subtle) fail("insecure");
  const found = await ask(parsed(valueOf("repository")));
  const { full_name: repository, default_branch: usual } = found;
  // An empty repository has no branch that could be named.
  const given = valueOf("branch");
  const named = given && given !== usual ? given : undefined;
  target = { repository, branch: named ?? usual, named };
  return [repository, target.branch, found.html_url, !found.private];
};

// Returns the hashes of the files in a folder, by their names; nothing if there is no such folder.
const listed = async folder => {
  const query = target.named ? `?ref=${encodeURIComponent(target.named)}` : "";
  const path = `${target.repository}/contents/${encoded(folder)}${query}`;
  const others = {
    "This repository is empty": () => [],
    "No commit found": () => fail("branch", target.branch),
    ...(folder && { "Not Found": () => [] }),
  };
  const entries = await ask(path, { others });
  return new Map((Array.isArray(entries) ? entries : []).map(({ name, sha }) => [name, sha]));
};

const sizeOf = ({ length }) => (length < 1000 ? `${length} B` : `${Math.ceil(length / 1000)} kB`);

// Compares files with those of the repository, and returns their paths, sizes and states. The workflow is written
// only if it is wanted and there is none.
export const compare = async (files, workflow) => {
  const folders = new Map();
  const folderOf = path => path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const entries = async folder => {
    if (folders.has(folder)) return folders.get(folder);
    // What is not in the folder around it need not be asked for.
    const around = folder && (await entries(folderOf(folder)));
    const isThere = !folder || around.has(folder.slice(folder.lastIndexOf("/") + 1));
    folders.set(folder, isThere ? await listed(folder) : new Map());
    return folders.get(folder);
  };
  const found = [];
  const all = [...files].filter(([path]) => !path.split("/").includes(".git"));
  const others = [...workflow].filter(([path]) => field("workflow").checked && !files.has(path));
  // What begins a build comes last, when everything is there.
  const order = ([path]) => `${path.startsWith(".github/") ? 1 : 0}${path}`;
  for (const [path, bytes] of [...all, ...others].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const around = await entries(folderOf(path));
    if (around.size >= MAX_LISTED) fail("many", folderOf(path));
    const sha = around.get(path.slice(path.lastIndexOf("/") + 1));
    if (sha && !files.has(path)) continue;
    const state = !sha ? "new" : sha === (await hashOf(bytes)) ? "unchanged" : "changed";
    found.push({ path, bytes, sha, state });
  }
  rows = found;
  return rows.map(({ path, bytes, state }) => [path, sizeOf(bytes), state]);
};

// Writes what is new or has changed, and tells of each file that it begins, and that it is written.
export const write = async tell => {
  for (const row of rows.filter(({ state }) => state === "new" || state === "changed")) {
    tell(row.path, false);
    const { path, sha, bytes, state } = row;
    const message = `${state === "new" ? "Add" : "Change"} ${path} with Perfil Studio`;
    const body = JSON.stringify({ message, content: base64(bytes), sha, branch: target.named });
    // The repository is there, so it is what the token may do.
    const others = { "Not Found": () => fail("denied", "404 Not Found") };
    await ask(`${target.repository}/contents/${encoded(path)}`, { method: "PUT", body, others });
    row.state = "written";
    tell(path, true);
  }
};
