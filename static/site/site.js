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
