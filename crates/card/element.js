// The custom element `perfil-card`. Everything that it shows is text that it puts into its own
// shadow root, so it needs no permission but to load: neither HTML nor a Trusted Types policy.

// The build writes here where the files of the site are, and its languages, the default first.
const site = "__PERFIL__";
const at = (path) => new URL(path, import.meta.url).href;

const SVG = "http://www.w3.org/2000/svg";
const TAGS = /^(article|header|footer|div|p|ul|li|a|span|button|img|svg|rect|text)$/;
const NAMES = /^(class|part|lang|dir|role|alt|type|hidden|hreflang|width|height|viewBox|[xy]|r[xy]|text-anchor|dominant-baseline|decoding|data-hue|aria-(label|hidden|expanded|current))$/;
// Larger answers and trees are no card.
const BYTES = 1 << 20;
const NODES = 999;

class Failure extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

const failure = (reason, message) => {
  throw new Failure(reason, message);
};

// What was asked for once is asked for once, by however many cards.
const asked = new Map();
const once = (key, ask) => {
  if (!asked.has(key)) {
    asked.set(key, ask().catch((error) => {
      asked.delete(key);
      throw error;
    }));
  }
  return asked.get(key);
};

const text = async (url) => {
  const response = await fetch(url, { credentials: "omit" }).catch(() =>
    failure("network", `${url} could not be reached, or may not be read from here`));
  if (!response.ok) failure(response.status == 404 ? "not-found" : "status", `${url}: ${response.status}`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let read = "", size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => failure("network", `${url} ended early`));
    if (done) return read + decoder.decode();
    size += value.length;
    if (size > BYTES) {
      reader.cancel();
      failure("size", `${url} is too large`);
    }
    read += decoder.decode(value, { stream: true });
  }
};

const json = (url) => once(url, async () => {
  const read = await text(url);
  try {
    return JSON.parse(read);
  } catch {
    failure("format", `${url} is not JSON`);
  }
});

const style = () => once("style", async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await text(at(site.style)));
  return sheet;
});

const application = () => once("application", async () => {
  try {
    const module = await import(at(site.script));
    await module.default({ module_or_path: at(site.module) });
    return module;
  } catch (error) {
    failure("module", `the WebAssembly could not be started: ${error.message}`);
  }
});

// Makes elements from `[name, attributes, ...children]`, of the names above and no others.
const make = (tree, base) => {
  let count = 0;
  const one = (node, svg) => {
    if (typeof node == "string") return node;
    const [tag, attributes, ...children] = node;
    if (++count > NODES || !TAGS.test(tag)) failure("format", `${base} is no card`);
    svg ||= tag == "svg";
    const element = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (let [name, value] of Object.entries(attributes)) {
      value = `${value}`;
      if (name == "href" || name == "src") {
        const url = new URL(value, base);
        // Pictures of others would tell them who reads.
        const isFine = name == "src" ? url.origin == new URL(base).origin : /^(https?|mailto|tel):$/.test(url.protocol);
        if (isFine) element.setAttribute(name, url.href);
      } else if (NAMES.test(name)) element.setAttribute(name, value);
    }
    element.append(...children.map((child) => one(child, svg)));
    return element;
  };
  try {
    return one(tree);
  } catch (error) {
    throw error.reason ? error : new Failure("format", `${base} is no card`);
  }
};

// The colour scheme of the page. To ask for it after each card would style the page anew each time.
let known;
const scheme = () => {
  if (!known) {
    known = getComputedStyle(document.documentElement).colorScheme;
    setTimeout(() => known = "");
  }
  return known;
};

// The language among these that is wanted, or the next best: `es` for `es-MX`.
const closest = (wanted, offered) => {
  const found = (tag) => offered.find((known) => known.toLowerCase() == tag);
  wanted = wanted.toLowerCase();
  return found(wanted) ?? found(wanted.split("-")[0]) ?? offered[0];
};

// A place for the card, with the host page's own content in it until there is one. The rules are
// those of the whole stylesheet, where they are explained.
const reserve = new CSSStyleSheet();
reserve.replaceSync(":host{display:block}:host([hidden]){display:none}:host::before{content:'';display:grid;grid-template-columns:minmax(10em,24em);block-size:0;overflow:hidden}.frame{display:block;flex:0 0 100%;min-block-size:var(--perfil-block-size,13.5em)}:host([variant=compact]) .frame{min-block-size:var(--perfil-block-size,4.5em)}");

class PerfilCard extends HTMLElement {
  static observedAttributes = ["profile", "src", "lang", "theme", "variant", "skills", "loading"];

  // One for all cards tells which of them come near to what is seen.
  static #near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.#start();
  }, { rootMargin: "400px" });

  // Counts what was begun, so that what comes late is known.
  #turn = 0;
  // Whether it stands in a page, and has come near to what is seen there.
  #isHere = false;
  #isNear = false;
  #isQueued = false;
  #isOpen = false;
  #language = "";
  #card;
  #whose;
  #panel;
  #frame;

  connectedCallback() {
    this.#isHere = true;
    if (!this.#frame) this.#begin(this.shadowRoot ?? this.attachShadow({ mode: "open" }));
    if (this.#isNear) return;
    if (this.getAttribute("loading") == "eager") this.#start();
    else PerfilCard.#near.observe(this);
  }

  // Makes the place for the card.
  #begin(root) {
    // What was assigned before the element was defined hides the properties below.
    for (const name of PerfilCard.observedAttributes) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#frame = root.querySelector(".frame");
    if (!this.#frame) {
      this.#frame = document.createElement("div");
      this.#frame.className = "frame";
      root.append(this.#frame);
      this.#clear();
    }
    root.addEventListener("click", (event) => this.#click(event));
    const written = this.#find(".card");
    if (written) this.#adopt(written);
  }

  // Takes over a card that came with the page, as it is unless the attributes ask for another.
  #adopt(card) {
    this.#isNear = true;
    this.#theme();
    const wanted = this.lang || card.lang;
    if (closest(wanted, site.languages) != card.lang || this.hasAttribute("skills")) this.#queue();
    else if (this.getAttribute("variant") == "full") this.#open();
  }

  // Where a browser can move an element as a whole, there is nothing to do.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // Whoever moves the card takes it out and puts it in at once.
    queueMicrotask(() => this.isConnected || this.#free());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name == "lang") this.#language = "";
    if (name == "loading") {
      if (after == "eager" && this.#isHere) this.#start();
    } else if (!this.#isNear) return;
    else if (name == "theme") this.#theme();
    else if (name != "variant") this.#queue();
    else if (after == "full") this.#open();
  }

  // Begins to load.
  #start() {
    PerfilCard.#near.unobserve(this);
    if (this.#isNear) return;
    this.#isNear = true;
    this.#queue();
  }

  #queue() {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      if (this.isConnected) this.#show();
    });
  }

  async #show() {
    const turn = ++this.#turn;
    const whose = this.getAttribute("src") ?? this.getAttribute("profile");
    try {
      const [card, sheet] = await Promise.all([this.#load(), style()]);
      if (turn != this.#turn) return;
      const tree = make(card.tree, card.url);
      this.#skills(tree, card.skills);
      const focused = this.shadowRoot.activeElement?.closest(".languages") && ".languages [aria-current]";
      this.#shut();
      this.#card = card;
      this.#whose = whose;
      this.shadowRoot.adoptedStyleSheets = [reserve, sheet];
      this.#theme();
      this.#frame.replaceChildren(tree);
      if (focused) this.#find(focused)?.focus();
      this.#say("perfil-load", { url: card.url, lang: card.lang });
      if (this.#isOpen || this.getAttribute("variant") == "full") this.#open();
    } catch (error) {
      if (turn != this.#turn) return;
      // The card of somebody else is worse than none; in another language it is better.
      if (whose != this.#whose) this.#clear();
      this.#fail(error);
    }
  }

  // The card in the language that is wanted.
  async #load() {
    const wanted = this.#language || this.closest("[lang]")?.lang || document.documentElement.lang;
    const src = this.getAttribute("src");
    const profile = this.getAttribute("profile") ?? "";
    if (!src && !/^[\w-]+$/.test(profile)) failure("profile", "neither profile nor src names a card");
    const read = async (url) => {
      const card = await json(url);
      if (!Array.isArray(card?.tree)) failure("format", `${url} is no card`);
      return { ...card, url };
    };
    if (!src) return read(at(`${site.base}embed/${closest(wanted, site.languages)}/${profile}/card.json`));
    const url = new URL(src, document.baseURI).href;
    const card = await read(url);
    const languages = Object.keys(card.languages ?? {});
    const lang = languages.length && wanted ? closest(wanted, [card.lang, ...languages]) : card.lang;
    const other = new URL(card.languages?.[lang] ?? url, url);
    return lang == card.lang || other.origin != new URL(url).origin ? card : read(other.href);
  }

  // The skills that are asked for come first.
  #skills(tree, known = []) {
    const list = tree.querySelector(".skills");
    const wanted = (this.getAttribute("skills") ?? "").split(/[\s,]+/);
    const first = wanted.map((id) => known.find((skill) => skill[0] == id)).filter(Boolean);
    if (!list || !first.length) return;
    const shown = [...new Set([...first, ...known])].slice(0, Math.max(first.length, list.children.length));
    list.replaceChildren(...shown.map(([, name], index) =>
      make(["li", index < first.length ? { part: "skill chosen", class: "chosen" } : { part: "skill" }, `${name}`])));
  }

  // A page that knows colour schemes says which one it has; otherwise the system does.
  #theme() {
    const wanted = this.getAttribute("theme");
    this.#frame.dataset.theme = /^(light|dark)$/.test(wanted) ? wanted : scheme() == "normal" ? "system" : "auto";
  }

  #click(event) {
    const link = event.target.closest?.("a, .more");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.classList.contains("more")) {
      this.#isOpen = link.ariaExpanded != "true";
      if (this.#isOpen) this.#open();
      else this.#expand(false);
    } else if (link.closest(".languages")) {
      event.preventDefault();
      this.#language = link.hreflang;
      this.#queue();
    } else if (link.classList.contains("open")) {
      if (!this.#say("perfil-open", { url: link.href })) event.preventDefault();
    }
  }

  async #open() {
    this.#expand(true);
    if (this.#panel) return;
    const turn = this.#turn;
    const place = this.#find(".panel");
    try {
      this.#card ??= await this.#load();
      const { url, panel } = this.#card;
      const [module, data] = await Promise.all([application(), json(new URL(panel, url).href)]);
      if (turn != this.#turn || this.#panel) return;
      this.#panel = module.open(place, data, this.getAttribute("skills") ?? "") ?? failure("format", "the panel is of another version");
    } catch (error) {
      if (turn != this.#turn) return;
      place.textContent = this.#card?.failed ?? "";
      this.#fail(error);
    }
  }

  #expand(isOpen) {
    this.#find(".more")?.setAttribute("aria-expanded", isOpen);
    this.#find(".panel")?.toggleAttribute("hidden", !isOpen);
  }

  #shut() {
    this.#panel?.free();
    this.#panel = undefined;
  }

  // Leaves the place to the page's own content.
  #clear() {
    this.#shut();
    this.#card = this.#whose = undefined;
    this.#frame.replaceChildren(document.createElement("slot"));
    this.shadowRoot.adoptedStyleSheets = [reserve];
  }

  #free() {
    ++this.#turn;
    PerfilCard.#near.unobserve(this);
    this.#isHere = this.#isNear = this.#isOpen = false;
    this.#clear();
  }

  #find(selector) {
    return this.#frame.querySelector(selector);
  }

  #fail(error) {
    const reason = error.reason ?? "browser";
    console.warn(`perfil-card: ${error.message}`);
    this.#say("perfil-error", { reason, message: error.message });
  }

  #say(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

// Each attribute is a property too; HTML itself has `lang`.
for (const name of PerfilCard.observedAttributes) {
  if (name != "lang") Object.defineProperty(PerfilCard.prototype, name, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}

customElements.get("perfil-card") ?? customElements.define("perfil-card", PerfilCard);
