// Shows a page in a frame without scripts, and changes only what differs from the page before.

const TYPES = { avif: "image/avif", gif: "image/gif", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml", webp: "image/webp" };

const encoded = (path, bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${TYPES[path.split(".").pop()] ?? "application/octet-stream"};base64,${btoa(text)}`;
};

const images = new Map();
let style = "";

// Replaces the addresses of pictures of the site by the pictures.
const fill = async (page, asset) => {
  for (const image of page.querySelectorAll("img[src^='/']")) {
    const path = image.getAttribute("src").slice(1);
    if (!images.has(path)) {
      const bytes = await asset(path);
      images.set(path, bytes ? encoded(path, bytes) : "");
    }
    image.setAttribute("src", images.get(path));
  }
};

const patch = (old, next) => {
  if (old.isEqualNode(next)) return;
  const isSame = old.nodeName === next.nodeName && old.childNodes.length === next.childNodes.length;
  if (old.nodeType !== Node.ELEMENT_NODE || !isSame) {
    old.replaceWith(old.ownerDocument.importNode(next, true));
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const [from, to] = [[...old.childNodes], [...next.childNodes]];
  from.forEach((child, index) => patch(child, to[index]));
};

// Loads the fonts that a stylesheet declares as `font:NAME`, which need no address then. The frame would not ask
// the service worker for them, so the page does.
const fonts = (frame, css) => {
  const view = frame.contentWindow;
  for (const [, body] of css.matchAll(/@font-face\{([^}]*font:[^}]*)\}/g)) {
    const value = name => body.match(new RegExp(`${name}:"?([^;"]*)`))?.[1];
    const name = body.match(/url\("font:([^"]*)"\)/)[1];
    const family = value("font-family");
    const [style, weight] = [value("font-style"), value("font-weight")];
    fetch(new URL(`shell/${name}`, import.meta.url))
      .then(response => response.arrayBuffer())
      .then(bytes => frame.contentDocument?.fonts.add(new view.FontFace(family, bytes, { style, weight })))
      // The system has fonts, too.
      .catch(() => {});
  }
};

// Makes a sheet say on screen what it says on paper, margins of the page included.
const printed = (rules, sheet) => {
  for (const rule of rules) {
    if (rule.media && rule.cssRules) {
      const media = rule.media.mediaText;
      if (/\bprint\b/.test(media)) rule.media.mediaText = media.replace(/\bprint\b/g, "all");
      else if (/\bscreen\b/.test(media)) rule.media.mediaText = "not all";
    }
    if (rule.type === CSSRule.PAGE_RULE && rule.style.margin) sheet.replaceSync(`html { padding: ${rule.style.margin} }`);
    if (rule.cssRules) printed(rule.cssRules, sheet);
  }
};

// What a face has beside the styles of the site.
const BESIDE = {
  card: "body { margin: 0; padding: 1.5rem; max-inline-size: 34rem }",
  text: ":root { color-scheme: light dark } :root[data-theme=light] { color-scheme: light } :root[data-theme=dark] { color-scheme: dark } body { margin: 0; padding: 1.5rem } pre { margin: 0; font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }",
};

const MARK = "[data-studio-mark] { outline: 2px solid color-mix(in oklab, currentColor 60%, transparent); outline-offset: 4px; border-radius: 2px }";

// Returns the sheets of a page, which are made only if they differ from those that are there.
const restyle = (frame, css, face) => {
  const page = frame.contentDocument;
  const kind = `${face} ${css}`;
  if (kind === style && page.adoptedStyleSheets?.length > 0) return page.adoptedStyleSheets;
  style = kind;
  fonts(frame, css);
  const [sheet, beside, mark] = [0, 1, 2].map(() => new frame.contentWindow.CSSStyleSheet());
  sheet.replaceSync(css.replace(/@font-face\{[^}]*font:[^}]*\}/g, ""));
  beside.replaceSync(BESIDE[face] ?? "");
  if (face === "print") printed(sheet.cssRules, beside);
  mark.replaceSync(MARK);
  return (page.adoptedStyleSheets = [sheet, beside, mark]);
};

// Returns a document of the text of a file.
const ofText = text => {
  const page = document.implementation.createHTMLDocument();
  const shown = page.createElement("pre");
  shown.textContent = text;
  page.body.append(shown);
  return page;
};

// Shows the HTML of a page, or the text of another face of a profile. `asset` returns the bytes of a file of the
// site, or undefined.
export const show = async (frame, html, scheme, face, asset) => {
  // The policy of the page would be applied to styles that are parsed, too.
  const styles = [];
  const page = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, code) => (styles.push(code), ""));
  const css = face === "text" ? "" : styles.join("\n");
  const next = face === "text" ? ofText(html) : new DOMParser().parseFromString(page, "text/html");
  const card = next.querySelector("template[shadowrootmode]");
  for (const it of next.querySelectorAll("script, link, meta, noscript, base, template[shadowrootmode]")) it.remove();
  next.documentElement.setAttribute("data-whole", "");
  if (scheme && face !== "print") next.documentElement.setAttribute("data-theme", scheme);
  await fill(card?.content ?? next, asset);
  const sheets = restyle(frame, css, face);
  patch(frame.contentDocument.documentElement, next.documentElement);
  const host = card && frame.contentDocument.querySelector("perfil-card");
  if (host) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.replaceChildren(frame.contentDocument.importNode(card.content, true));
    root.adoptedStyleSheets = sheets;
    const inner = root.querySelector(".frame");
    if (scheme) inner?.setAttribute("data-theme", scheme);
  }
};

const TEXTS = "a, p, li, h1, h2, h3, h4, dt, dd, figcaption, span, button, blockquote, time, div";

// Returns what a file has of an element: of a picture what it shows, and of a period its date.
const written = element => {
  const text = element.alt || element.dateTime || element.querySelector(":scope > data")?.value || element.textContent;
  return text.replace(/\s+/g, " ").trim();
};

// Tells which text somebody clicks, in which section it is, and how many of the same text are before it there.
export const listen = (frame, clicked) => {
  frame.contentDocument.addEventListener("click", event => {
    event.preventDefault();
    const [target] = event.composedPath();
    const element = (!target.alt && target.closest(TEXTS)) || target;
    const section = target.closest("section[id]");
    const text = written(element);
    const all = [...(section ?? target.getRootNode()).querySelectorAll(element.localName)].filter(it => written(it) === text);
    const index = all.filter(it => !it.contains(all[all.indexOf(it) + 1])).findIndex(it => element.contains(it) || it.contains(element));
    if (text) clicked(text.slice(0, 2000), section?.id, Math.max(index, 0));
  });
};

const letters = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

// Marks the innermost element that shows a text, and brings it into view.
export const mark = (frame, text) => {
  const page = frame.contentDocument;
  for (const it of page.querySelectorAll("[data-studio-mark]")) it.removeAttribute("data-studio-mark");
  const wanted = letters(text ?? "");
  if (!wanted || !page.body) return;
  let best;
  for (const element of page.body.querySelectorAll(TEXTS)) {
    const found = letters(element.textContent);
    if (found.includes(wanted) && (!best || found.length <= best.length)) best = { element, length: found.length };
  }
  best?.element.setAttribute("data-studio-mark", "");
  best?.element.scrollIntoView({ block: "nearest" });
};
