{
  const card = document.querySelector("perfil-card");
  const asked = new URLSearchParams(location.search);
  for (const name of ["lang", "theme", "variant", "skills"])
    if (asked.has(name)) card.setAttribute(name, asked.get(name));
  const frame = card.shadowRoot?.querySelector(".frame");
  if (frame && /^(light|dark)$/.test(asked.get("theme"))) frame.dataset.theme = asked.get("theme");
  new ResizeObserver(() => {
    const { width, height } = card.getBoundingClientRect();
    parent.postMessage({ type: "perfil-size", width, height }, "*");
  }).observe(card);
}
