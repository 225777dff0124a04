// The printed issue: keys and swipes turn its pages, buttons, keys and two fingers enlarge one.
// Without it the links turn the pages, and the page image leads to itself in full size.
(() => {
  const MOST = 4;
  const STEP = 1.5;
  const paper = document.querySelector(".issue-paper");
  const frame = document.querySelector(".page-frame");
  const turn = (rel) => document.querySelector(`.issue-turn a[rel=${rel}]`)?.click();
  let scale = 1;

  // Two fingers change the scale, so the picture under them must stay under them.
  function zoom(wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const image = frame.querySelector("img");
    const next = Math.min(MOST, Math.max(1, wanted));
    if (next === scale) return;
    // Once enlarged, the frame keeps the size of the whole page and is scrolled inside.
    if (scale === 1) frame.style.height = `${Math.min(frame.clientHeight, innerHeight * 0.85)}px`;
    const left = (frame.scrollLeft + x) / image.offsetWidth;
    const top = (frame.scrollTop + y) / image.offsetHeight;
    scale = next;
    image.style.width = `${scale * 100}%`;
    if (scale === 1) frame.style.height = "";
    frame.scrollLeft = left * image.offsetWidth - x;
    frame.scrollTop = top * image.offsetHeight - y;
    frame.classList.toggle("enlarged", scale > 1);
    document.querySelectorAll("[data-zoom]").forEach((button) => {
      button.disabled = button.dataset.zoom === "in" ? scale === MOST : scale === 1;
    });
  }

  const ZOOMS = { in: () => zoom(scale * STEP), out: () => zoom(scale / STEP), whole: () => zoom(1) };
  const within = ({ clientX, clientY }) => {
    const { left, top } = frame.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  function withButtons() {
    document.querySelector(".zoom-open").hidden = true;
    document.querySelectorAll("[data-zoom]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", ZOOMS[button.dataset.zoom]);
    });
    frame.classList.add("can-zoom");
    frame.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const point = event.detail ? within(event) : [];
      zoom(scale > 1 ? 1 : STEP * STEP, ...point);
    });
  }

  function withTwoFingers() {
    let apart = 0;
    let begun = 1;
    const distance = ([one, other]) =>
      Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    frame.addEventListener("touchstart", (event) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      apart = distance(event.touches);
      begun = scale;
    }, { passive: false });
    frame.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const [one, other] = [...event.touches].map(within);
      const middle = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
      zoom(begun * distance(event.touches) / apart, ...middle);
    }, { passive: false });
  }

  function withSwipes() {
    const LONG = 60; // pixels, and twice as far aside as up or down
    let from = null;
    paper.addEventListener("touchstart", (event) => {
      from = event.touches.length === 1 && scale === 1 ? event.touches[0] : null;
    }, { passive: true });
    paper.addEventListener("touchend", (event) => {
      if (!from || event.touches.length) return;
      const aside = event.changedTouches[0].clientX - from.clientX;
      const down = event.changedTouches[0].clientY - from.clientY;
      from = null;
      // Where the reader has enlarged the whole window, a finger moves it.
      if (window.visualViewport?.scale > 1.05) return;
      if (Math.abs(aside) > LONG && Math.abs(aside) > 2 * Math.abs(down)) {
        turn(aside > 0 ? "prev" : "next");
      }
    });
  }

  function withKeys() {
    document.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target.closest("input, textarea, select")) return;
      const key = { "+": "in", "=": "in", "-": "out" }[event.key];
      if (frame && key) ZOOMS[key]();
      const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
      // In an enlarged page the arrows move the page.
      if (rel && scale === 1 && !event.shiftKey) turn(rel);
    });
  }

  const byHand = !matchMedia("(any-hover: hover)").matches;
  document.querySelectorAll(byHand ? ".by-hand" : ".keys").forEach((hint) => { hint.hidden = false; });
  withKeys();
  if (paper) withSwipes();
  if (frame) {
    withButtons();
    withTwoFingers();
  }
})();
