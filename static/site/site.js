// The remembered switch between light and dark. Without scripts the system's choice counts.
(() => {
  const dark = document.getElementById("dark");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const saved = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const current = () => saved() || (system.matches ? "dark" : "light");

  function show(theme) {
    document.documentElement.dataset.theme = theme;
    dark.media = theme === "dark" ? "screen" : "not all";
  }

  function label(button) {
    button.textContent = current() === "dark" ? "浅色" : "深色";
    button.hidden = false;
  }

  if (saved()) show(saved());

  document.addEventListener("DOMContentLoaded", () => {
    const buttons = document.querySelectorAll("[data-theme-switch]");
    buttons.forEach((button) => {
      label(button);
      button.addEventListener("click", () => {
        const theme = current() === "dark" ? "light" : "dark";
        try { localStorage.setItem("theme", theme); } catch { /* private mode: not remembered */ }
        show(theme);
        buttons.forEach(label);
      });
    });
    system.addEventListener("change", () => buttons.forEach(label));
  });
})();

// Passing an article on: the system's own menu where there is one, and its address to be copied.
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const { title, address: url } = tools.dataset;
  const share = tools.querySelector("[data-share]");
  const copy = tools.querySelector("[data-copy]");

  // Without https there is no clipboard of this kind; a selection can be copied everywhere.
  function copySelected() {
    const field = document.createElement("textarea");
    field.value = url;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    copy.focus();
    if (!done) throw new Error("not copied");
  }

  async function copyAddress() {
    try {
      await (navigator.clipboard ? navigator.clipboard.writeText(url) : copySelected());
      copy.textContent = "已复制";
    } catch {
      copy.textContent = url;
    }
  }

  if (navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  }
  copy.hidden = false;
  copy.setAttribute("aria-live", "polite");
  copy.addEventListener("click", copyAddress);
});
