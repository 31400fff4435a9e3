// Shows over a page the problems that stopped the last build of its site.
//
// Everything is in a shadow root, with a constructed stylesheet: the page's styles do not reach it,
// and the page's policy needs to allow nothing. All texts are text, never HTML.

const MAX_SHOWN = 50;

const STYLE = `
  .panel {
    all: initial;
    box-sizing: border-box;
    color-scheme: inherit;
    position: fixed;
    inset: auto 0 0;
    inline-size: 100%;
    max-block-size: 70vh;
    overflow: auto;
    padding: 1rem 1.25rem 1.25rem;
    border-block-start: 0.25rem solid light-dark(#b3261e, #f2867f);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0 2rem rgb(0 0 0 / 0.4);
    font: 1rem/1.5 system-ui, sans-serif;
  }
  .panel:not(:popover-open) { display: none; }
  .panel:focus-visible { outline: 0.15rem solid; outline-offset: -0.3rem; }
  header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
  h2, p, ol, li, pre { margin: 0; padding: 0; }
  h2 { font-size: 1.125rem; }
  ol { list-style: none; }
  li { margin-block-start: 1.25rem; }
  button { flex: none; font: inherit; padding: 0.25rem 0.75rem; }
  strong { color: light-dark(#b3261e, #f2867f); }
  .place, pre { font-family: ui-monospace, monospace; font-size: 0.875rem; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; line-height: 2.5; padding: 0 0.75rem 0.25rem;
    background: color-mix(in srgb, CanvasText 8%, Canvas); }
  .marked { position: relative; text-decoration: underline; text-underline-offset: 0.2em; }
  .marked::before { content: "^"; position: absolute; inset-block-start: 1.2rem;
    inset-inline-start: 0; line-height: 1; font-weight: bold; }
  .marked, .marked::before { color: light-dark(#b3261e, #f2867f); }
  @media print { .panel { display: none; } }
`;

const create = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const line = ({ line, source }) => {
  const marked = create("span", { className: "marked" }, source.marked);
  // Message and place say the same to those who hear it.
  const code = create("pre", { ariaHidden: "true" }, `${line} | `, source.before, marked, source.after);
  code.dir = "ltr";
  return code;
};

const item = (problem) => {
  const { severity, file, line: number, column, message, remedy, source } = problem;
  const place = [file, number, column].filter((part) => part !== null).join(":");
  const parts = [
    create("p", {}, create("strong", {}, severity), `: ${message}`),
    create("p", { className: "place" }, place),
    create("p", {}, `help: ${remedy}`),
  ];
  if (source) parts.splice(2, 0, line(problem));
  return create("li", {}, ...parts);
};

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

const title = (problems) => {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `The site is not up to date: ${count(errors, "error")}`;
};

const hide = () => panel.matches(":popover-open") && panel.hidePopover();

const heading = create("h2", {});
const button = create("button", { type: "button", textContent: "Hide (Esc)", onclick: hide });
const list = create("ol", {});
// The whole panel is announced when it is filled. It can have the focus, so that keys scroll it,
// but does not take it.
const panel = create(
  "section",
  { className: "panel", role: "alert", tabIndex: 0, popover: "manual" },
  create("header", {}, heading, button),
  list,
);
const host = create("perfil-problems", { lang: "en", dir: "ltr" });
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];
root.append(panel);

addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !panel.matches(":popover-open")) return;
    // The key is for the panel alone, not for what is below it.
    event.preventDefault();
    event.stopImmediatePropagation();
    hide();
  },
  true,
);

let shown = "[]";

// Shows these problems, or hides the panel if there are none. What a reader has hidden comes back
// only with other problems.
export const show = (problems) => {
  const next = JSON.stringify(problems);
  if (next === shown) return;
  shown = next;
  if (!problems.length) {
    hide();
    heading.textContent = "";
    list.replaceChildren();
    return;
  }
  // After the page, which belongs to the application.
  if (!host.isConnected) document.documentElement.append(host);
  if (!panel.matches(":popover-open")) panel.showPopover();
  heading.textContent = title(problems);
  const rest = problems.length - MAX_SHOWN;
  const more = rest > 0 ? [create("li", {}, `${rest} more are in the terminal.`)] : [];
  list.replaceChildren(...problems.slice(0, MAX_SHOWN).map(item), ...more);
};
