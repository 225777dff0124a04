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

// 打印: the browser's own dialog; without scripts it stands in the browser's menu.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
});

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

// 朗读: an article in the browser's own voice, where it has one. A second press stops it.
document.addEventListener("DOMContentLoaded", () => {
  const voice = window.speechSynthesis;
  const story = document.querySelector(".article__story");
  const buttons = document.querySelectorAll("[data-read]");
  if (!voice || !story) return;
  let reading = false;

  function label(now) {
    reading = now;
    buttons.forEach((button) => { button.textContent = reading ? "停止朗读" : "朗读全文"; });
  }

  // The numbers of the facts are for the eye.
  function said(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".fact-number").forEach((number) => number.remove());
    return copy.textContent.trim();
  }

  function read() {
    const parts = [...story.querySelectorAll("h1, .deck, .text > *")];
    parts.map(said).filter(Boolean).forEach((text, at, all) => {
      const piece = new SpeechSynthesisUtterance(text);
      piece.lang = "zh-CN";
      piece.onerror = () => label(false);
      if (at === all.length - 1) piece.onend = () => label(false);
      voice.speak(piece);
    });
    label(true);
  }

  buttons.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (!reading) return read();
      voice.cancel();
      return label(false);
    });
  });
  addEventListener("pagehide", () => voice.cancel());
});

// 大字版: remembered, in three steps. What it looks like stands in large.css.
(() => {
  const root = document.documentElement;
  const STEPS = ["large", "larger", "largest"];
  const saved = () => {
    try { return localStorage.getItem("text"); } catch { return null; }
  };

  function show(step) {
    if (step) root.dataset.text = step;
    else delete root.dataset.text;
    try {
      if (step) localStorage.setItem("text", step);
      else localStorage.removeItem("text");
    } catch { /* private mode: not remembered */ }
  }

  if (STEPS.includes(saved())) root.dataset.text = saved();

  document.addEventListener("DOMContentLoaded", () => {
    const switches = document.querySelectorAll("[data-text-switch]");
    const steps = document.querySelectorAll("[data-text-step]");

    function label() {
      const at = STEPS.indexOf(root.dataset.text);
      switches.forEach((button) => {
        button.textContent = at < 0 ? "大字版" : "退出大字版";
        button.hidden = false;
      });
      steps.forEach((button) => {
        button.disabled = !STEPS[at + Number(button.dataset.textStep)];
      });
    }

    label();
    switches.forEach((button) => button.addEventListener("click", () => {
      show(root.dataset.text ? "" : STEPS[0]);
      label();
    }));
    steps.forEach((button) => button.addEventListener("click", () => {
      show(STEPS[STEPS.indexOf(root.dataset.text) + Number(button.dataset.textStep)]);
      label();
    }));
  });
})();
