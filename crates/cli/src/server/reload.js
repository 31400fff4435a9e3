// Loads the page again when the site was made again. While the server is away, it waits.
{
  const { revision } = document.currentScript.dataset;
  const look = async () => {
    try {
      const answer = await fetch("/.perfil/revision", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== revision) return location.reload();
    } catch {
      // The server is being started again, or was stopped.
    }
    setTimeout(look, 500);
  };
  look();
}
