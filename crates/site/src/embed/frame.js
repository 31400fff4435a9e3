{
  const card = document.querySelector("perfil-card");
  const asked = new URLSearchParams(location.search);
  for (const name of ["lang", "theme", "variant", "skills"])
    if (asked.has(name)) card.setAttribute(name, asked.get(name));
  const frame = card.shadowRoot?.querySelector(".frame");
  if (frame && /^(light|dark)$/.test(asked.get("theme"))) frame.dataset.theme = asked.get("theme");
  const tell = () => {
    const { width, height } = card.getBoundingClientRect();
    parent.postMessage({ type: "perfil-size", width, height }, "*");
  };
  new ResizeObserver(tell).observe(card);
  // A page whose script starts later than the frame has heard nothing, so it can ask.
  addEventListener("message", ({ source, data }) => {
    if (source == parent && data?.type == "perfil-size?") tell();
  });
}
