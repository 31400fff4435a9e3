// Reloads the page when its site was rebuilt, and shows over it why it could not be. `reload.rs`
// says how pages share one stream.
{
  const { revision } = document.currentScript.dataset;
  const channel = new BroadcastChannel("perfil");
  const ASK = "ask";
  const RETRY_MS = 1000;

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
    location.reload();
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
