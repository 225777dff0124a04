// Arrow keys turn the pages of a printed issue; the links are there without it.
document.querySelectorAll(".keys").forEach((hint) => { hint.hidden = false; });
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector(`.issue-turn a[rel=${rel}]`);
  if (link) link.click();
});
