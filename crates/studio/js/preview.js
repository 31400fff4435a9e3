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

// Loads the fonts that a stylesheet declares as `font:NAME`, which need no address then.
const fonts = (frame, css) => {
  const view = frame.contentWindow;
  for (const [, body] of css.matchAll(/@font-face\{([^}]*font:[^}]*)\}/g)) {
    const value = name => body.match(new RegExp(`${name}:"?([^;"]*)`))?.[1];
    const name = body.match(/url\("font:([^"]*)"\)/)[1];
    const face = new view.FontFace(value("font-family"), `url(${new URL(`shell/${name}`, import.meta.url)})`, {
      style: value("font-style"),
      weight: value("font-weight"),
    });
    frame.contentDocument.fonts.add(face);
  }
};

const restyle = (frame, css) => {
  const page = frame.contentDocument;
  if (css === style && page.adoptedStyleSheets?.length > 0) return;
  style = css;
  fonts(frame, css);
  const sheet = new frame.contentWindow.CSSStyleSheet();
  sheet.replaceSync(css.replace(/@font-face\{[^}]*font:[^}]*\}/g, ""));
  const mark = new frame.contentWindow.CSSStyleSheet();
  mark.replaceSync("[data-studio-mark] { outline: 2px solid color-mix(in oklab, currentColor 60%, transparent); outline-offset: 4px; border-radius: 2px }");
  page.adoptedStyleSheets = [sheet, mark];
};

// Shows the HTML of a page. `asset` returns the bytes of a file of the site, or undefined.
export const show = async (frame, html, scheme, asset) => {
  // The policy of the page would be applied to styles that are parsed, too.
  const styles = [];
  const page = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, code) => (styles.push(code), ""));
  const css = styles.join("\n");
  const next = new DOMParser().parseFromString(page, "text/html");
  for (const it of next.querySelectorAll("script, link, meta, noscript")) it.remove();
  next.documentElement.setAttribute("data-whole", "");
  if (scheme) next.documentElement.setAttribute("data-theme", scheme);
  await fill(next, asset);
  restyle(frame, css);
  patch(frame.contentDocument.documentElement, next.documentElement);
};

// Tells which text somebody clicks, and in which section it is.
export const listen = (frame, clicked) => {
  frame.contentDocument.addEventListener("click", event => {
    event.preventDefault();
    const element = event.target.closest("a, p, li, h1, h2, h3, h4, dt, dd, figcaption, span, button, blockquote, time") ?? event.target;
    const section = event.target.closest("section[id]")?.id;
    const text = element.textContent.replace(/\s+/g, " ").trim();
    if (text) clicked(text.slice(0, 2000), section);
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
  for (const element of page.body.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, span, a, blockquote, time, figcaption")) {
    const found = letters(element.textContent);
    if (found.includes(wanted) && (!best || found.length <= best.length)) best = { element, length: found.length };
  }
  best?.element.setAttribute("data-studio-mark", "");
  best?.element.scrollIntoView({ block: "nearest" });
};
