// Starts Studio, or says what it needs.
import init from "./studio.js";

init().catch(error => {
  // Without WebAssembly nothing of Studio runs, and the page says the same as without JavaScript.
  const text = document.querySelector("noscript")?.textContent ?? "";
  document.body.append(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
  console.error(error);
});
