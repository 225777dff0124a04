// The menu on narrow screens, names for the editor's buttons, the focus of a picture by click.
"use strict";

document.querySelector(".menu-button")?.addEventListener("click", (event) => {
  const open = document.body.classList.toggle("menu-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});

const translated = (text) => (window.gettext ? window.gettext(text) : text);

const BUTTONS = {
  "blockType:paragraph": "Paragraph",
  paragraph: "Paragraph",
  heading: "Subhead",
  heading2: "Subhead",
  "heading:2": "Subhead",
  bulletList: "List",
  orderedList: "Numbered list",
  blockquote: "Quotation",
  bold: "Bold",
  addLink: "Link",
  link: "Link",
  removeLink: "Remove link",
  unlink: "Remove link",
  undo: "Undo",
  redo: "Redo",
};

// The editor's buttons bear the ligature names of an icon font; people and screen readers
// are told what they do.
document.addEventListener("prose-editor:ready", (event) => {
  const editor = event.target.closest(".prose-editor");
  for (const button of editor?.querySelectorAll("[data-name]") ?? []) {
    const icon = button.querySelector(".material-icons") ?? button;
    const name = translated(BUTTONS[button.dataset.name] ?? icon.title ?? "");
    if (name) {
      button.title = name;
      button.setAttribute("aria-label", name);
    }
  }
  const text = editor?.querySelector(".ProseMirror[contenteditable]");
  const label = document.querySelector(`label[for="${event.target.id}"]`);
  if (text && label) {
    text.setAttribute("aria-label", label.textContent.replace(/[:：]\s*$/, ""));
  }
});

// A click on a thumbnail inside a form sets the point that every crop keeps.
for (const link of document.querySelectorAll(".inline-related .thumb")) {
  const row = link.closest("tr");
  const [x, y] = ["focus_x", "focus_y"].map((name) => row.querySelector(`input[name$="${name}"]`));
  if (!x || !y) continue;
  const image = link.querySelector("img");
  const dot = document.createElement("span");
  dot.className = "focus-dot";
  link.append(dot);
  const place = () => {
    dot.style.left = `${x.value * 100}%`;
    dot.style.top = `${y.value * 100}%`;
  };
  link.title = translated("Click to set the focus");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const box = image.getBoundingClientRect();
    x.value = ((event.clientX - box.left) / box.width).toFixed(2);
    y.value = ((event.clientY - box.top) / box.height).toFixed(2);
    place();
  });
  place();
}
