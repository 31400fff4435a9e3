// Reloads the page when its site was rebuilt, and shows over it why it could not be. `reload.rs`
// says how pages share one stream.
//
// A reload takes a browser a tenth of a second. Whoever has changed a word sees it before that: what
// differs in the words of the new page is put into the old one, which is reloaded in the next frame, so
// that nothing else of it has to fit.
{
  const { revision } = document.currentScript.dataset;
  const channel = new BroadcastChannel("perfil");
  const ASK = "ask";
  const RETRY_MS = 1000;

  // Puts the words of the new page in the places of the old ones, where it has the same elements.
  const showWords = (old, fresh) => {
    const [nodes, wanted] = [old.childNodes, fresh.childNodes];
    if (nodes.length !== wanted.length) return;
    nodes.forEach((node, index) => {
      const other = wanted[index];
      if (node.nodeName !== other.nodeName) return;
      if (node.nodeType !== Node.TEXT_NODE) showWords(node, other);
      else if (node.data !== other.data) node.data = other.data;
    });
  };

  // Resolves when the words of the new page are on the screen, if there is one.
  const showNew = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [old, fresh] = [document, page].map((from) => from.querySelector("#app"));
    if (!old || !fresh) return;
    showWords(old, fresh);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  };

  // Reloads for a revision, unless the page came out the same of that before.
  const reload = (wanted) => {
    const key = `perfil ${location.pathname}`;
    const attempt = `${revision} ${wanted}`;
    try {
      if (sessionStorage.getItem(key) === attempt) return;
      sessionStorage.setItem(key, attempt);
    } catch {
      // Without storage it cannot know, and might reload for ever.
      return;
    }
    showNew().catch(() => {}).finally(() => location.reload());
  };

  let problems = [];
  let panel;
  const show = async () => {
    if (!problems.length && !panel) return;
    panel ??= import("/.perfil/problems.js");
    // Others may have come while it was loaded.
    (await panel).show(problems);
  };

  const receive = (state) => {
    problems = state.problems;
    show();
    if (state.revision !== revision) reload(state.revision);
  };

  // Holds the stream, and passes its events on, until it is aborted.
  let last;
  const hold = (signal) =>
    new Promise((release) => {
      let events;
      const open = () => {
        if (signal.aborted) return;
        events = new EventSource("/.perfil/events");
        events.onmessage = ({ data }) => {
          last = data;
          channel.postMessage(data);
          receive(JSON.parse(data));
        };
        // It connects again by itself, unless another program answers at this address.
        events.onerror = () => {
          if (events.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS);
        };
      };
      open();
      signal.addEventListener("abort", () => {
        events.close();
        last = undefined;
        release();
      });
    });

  // A page that is left may be kept by the browser, and must not keep the stream.
  const follow = () => {
    const left = new AbortController();
    addEventListener("pagehide", () => left.abort(), { once: true });
    const { signal } = left;
    navigator.locks.request("perfil", { signal }, () => hold(signal)).catch(() => {});
    channel.postMessage(ASK);
  };

  const poll = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch("/.perfil/state", { cache: "no-store" });
        if (answer.ok) receive(await answer.json());
      } catch {
        // The server is being started again, or was stopped.
      }
    }
    setTimeout(poll, RETRY_MS);
  };

  if (navigator.locks) {
    channel.onmessage = ({ data }) => {
      if (data !== ASK) receive(JSON.parse(data));
      else if (last) channel.postMessage(last);
    };
    follow();
    addEventListener("pageshow", ({ persisted }) => persisted && follow());
  } else {
    poll();
  }
}
