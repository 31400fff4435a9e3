// The playground: a form with every attribute of the card, whose card and markup follow. And what a
// page does that gives a frame the height of its card.
const place = document.querySelector(".playground");
const form = place.querySelector("fieldset");
const card = place.querySelector("perfil-card");
const heard = place.querySelector(".heard");
const status = place.querySelector("[role=status]");
const { site, lang } = place.dataset;
const field = (name) => form.elements[name];

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

// Names are attributes; those without a value are left out.
const written = (tag, attributes) =>
  `<${tag}${attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")}>`;

const values = () =>
  ["profile", "lang", "theme", "variant", "skills", "loading"].map((name) => [name, field(name).value.trim()]);

const show = () => {
  const all = values();
  const person = field("profile").selectedOptions[0];
  const language = field("lang").value || lang;
  for (const [name, value] of all) {
    if (card.getAttribute(name) === (value || null)) continue;
    if (value) card.setAttribute(name, value);
    else card.removeAttribute(name);
  }
  const link = `<a href="${escaped(`${site}${language}/${person.dataset.path}`)}">${escaped(person.label)}</a>`;
  const frame = new URL(`${site}embed/${language}/${person.value}/`);
  for (const [name, value] of all)
    if (value && /theme|variant|skills/.test(name)) frame.searchParams.set(name, value);
  const markup = {
    element: `${written("script", [["type", "module"], ["src", `${site}widget.js`]])}</script>\n${written("perfil-card", all)}\n  ${link}\n</perfil-card>`,
    frame: `${written("iframe", [["src", frame.href], ["title", person.label], ["width", "480"], ["height", "300"], ["loading", "lazy"], ["style", "border: 0; max-width: 100%; color-scheme: light"]])}</iframe>`,
  };
  for (const code of place.querySelectorAll("[data-markup]"))
    code.textContent = markup[code.dataset.markup];
};

form.addEventListener("input", show);

for (const name of ["perfil-load", "perfil-error", "perfil-open"]) {
  card.addEventListener(name, ({ detail }) => {
    heard.textContent = `${name} ${detail.reason ?? detail.lang ?? ""}`;
  });
}

place.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copies]");
  if (!button) return;
  const markup = place.querySelector(`[data-markup=${button.dataset.copies}]`).textContent;
  await navigator.clipboard.writeText(markup);
  status.textContent = button.textContent = status.dataset.copied;
  setTimeout(() => {
    status.textContent = "";
    button.textContent = place.dataset.copy;
  }, 2500);
});

addEventListener("message", ({ origin, source, data }) => {
  if (origin != location.origin || data?.type != "perfil-size") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow == source) frame.height = Math.ceil(data.height);
});
for (const frame of document.querySelectorAll("iframe")) frame.contentWindow.postMessage({ type: "perfil-size?" }, "*");

const asked = new URLSearchParams(location.search).get("profile");
if ([...field("profile").options].some((option) => option.value == asked)) field("profile").value = asked;
show();
place.hidden = false;
