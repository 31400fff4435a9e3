// Moves an element of a list by a pointer: a mouse, a finger or a pen.

// How near to an edge of what scrolls a pointer makes it scroll, and by how much, in CSS pixels.
const EDGE = 40;
const STEP = 12;

const scroller = element => {
  for (let it = element.parentElement; it; it = it.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(it).overflowY) && it.scrollHeight > it.clientHeight) return it;
  }
  return document.scrollingElement;
};

// Follows a pointer that is down on the grip of an element, and returns the place in the list at which it is let
// go; undefined if that is where it was, or if Escape is pressed.
export const drag = event =>
  new Promise(resolve => {
    const grip = event.currentTarget;
    const own = grip.closest("li");
    const rows = [...own.parentElement.children];
    const others = rows.filter(row => row !== own);
    const from = rows.indexOf(own);
    const scrolled = scroller(own);
    const ending = new AbortController();
    let at = event.clientY;
    let to = from;
    let frame;
    event.preventDefault();
    // It may fail only if the pointer is up already, and then the drag ends by itself.
    try {
      grip.setPointerCapture(event.pointerId);
    } catch {}
    own.dataset.dragged = "";

    const clear = () => others.forEach(row => delete row.dataset.drop);
    const show = () => {
      clear();
      to = others.filter(row => {
        const { top, height } = row.getBoundingClientRect();
        return at > top + height / 2;
      }).length;
      if (to === from) return;
      if (to < others.length) others[to].dataset.drop = "before";
      else others.at(-1).dataset.drop = "after";
    };
    const follow = () => {
      const { top, bottom } =
        scrolled === document.scrollingElement ? { top: 0, bottom: innerHeight } : scrolled.getBoundingClientRect();
      if (at < top + EDGE) scrolled.scrollTop -= STEP;
      else if (at > bottom - EDGE) scrolled.scrollTop += STEP;
      show();
      frame = requestAnimationFrame(follow);
    };
    const end = place => {
      cancelAnimationFrame(frame);
      ending.abort();
      clear();
      delete own.dataset.dragged;
      resolve(place === from ? undefined : place);
    };
    const on = (target, name, act) => target.addEventListener(name, act, { signal: ending.signal });
    on(grip, "pointermove", ({ clientY }) => (at = clientY));
    on(grip, "pointerup", ({ clientY }) => {
      at = clientY;
      show();
      end(to);
    });
    on(grip, "pointercancel", () => end(from));
    on(window, "keydown", ({ key }) => key === "Escape" && end(from));
    follow();
  });
