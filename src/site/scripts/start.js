// Starts the application once the page has been painted, so that it competes with nothing that a
// visitor is waiting for. If it cannot start, the static page stays as it is, every link included.
{
  const { script, module } = document.currentScript.dataset;
  const start = async () => {
    try {
      const { default: init } = await import(script);
      await init({ module_or_path: module });
    } catch (error) {
      console.info("Perfil: the page stays static.", error);
    }
  };
  const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 50));
  const loaded = () => idle(start, { timeout: 2000 });
  if (document.readyState === "complete") loaded();
  else addEventListener("load", loaded, { once: true });
}
