// The menu on narrow screens, names for what has none, the focus of a picture by click.
"use strict";

const translated = (text) => (window.gettext ? window.gettext(text) : text);
const columnOf = (field) => {
  const cell = field.closest("td");
  const head = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
  // The head of a list holds its place in the order of sorting beside its words.
  return (head?.querySelector(".text") ?? head)?.textContent ?? "";
};
const bare = (text) => text.replace(/[:：*?？]?\s*$/, "").trim();

// --- the menu ------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  const button = event.target.closest(".menu-button");
  if (button) {
    const open = document.body.classList.toggle("menu-open");
    button.setAttribute("aria-expanded", String(open));
  }
});

// --- rows of a list, for a screen so narrow that the heads of the columns are not shown ---------

for (const cell of document.querySelectorAll("#result_list tbody td")) {
  const said = cell.textContent.trim();
  // A number, a yes or no, a field: of what is said by the head of the column alone.
  const field = cell.querySelector("input:not([type=hidden], [type=checkbox]), select");
  if (field || /^(\d+|是|否|Yes|No)$/.test(said)) cell.dataset.label = bare(columnOf(cell));
  cell.classList.toggle("nothing", /^[-—]?$/.test(said) && !cell.querySelector("img, input, select"));
}

// --- filters: beside the rows where there is room, else folded above them ---------------------

const fold = document.querySelector(".filter-fold");
const room = window.matchMedia("(min-width: 901px)");
const unfold = () => fold?.toggleAttribute("open", room.matches);
unfold();
room.addEventListener("change", unfold);

// --- the text editor: its buttons and boxes say in English, if anything, what they do ---------

function nameButtons(editor) {
  for (const button of editor.querySelectorAll(".prose-menubar [title]")) {
    const name = translated(button.title);
    if (name !== button.title) {
      button.title = name;
      button.setAttribute("aria-label", name);
    }
  }
  for (const style of editor.querySelectorAll(".prose-menubar__option > *")) {
    const name = translated(style.textContent);
    if (name !== style.textContent) style.textContent = name;
  }
  // An answer without a value of its own is read by its English word.
  for (const answer of editor.querySelectorAll(".prose-editor-dialog option")) {
    const name = translated(answer.textContent);
    if (name === answer.textContent) continue;
    answer.setAttribute("value", answer.value);
    answer.textContent = name;
  }
}

document.addEventListener("prose-editor:ready", (event) => {
  const editor = event.target.closest(".prose-editor").parentElement;
  const label = document.querySelector(`label[for="${event.target.id}"]`);
  editor.querySelector(".ProseMirror[contenteditable]").ariaLabel = bare(label?.textContent ?? "");
  nameButtons(editor);
  // The list of styles puts its button in anew with every change of the cursor's place.
  const watched = { childList: true, subtree: true };
  new MutationObserver(() => nameButtons(editor)).observe(editor, watched);
});

// --- fields without a label of their own ------------------------------------------------------

function nameOf(field) {
  if (!field.closest("td") && field.matches(".vDateField, .vTimeField")) {
    const row = field.closest(".form-row")?.querySelector("label, legend")?.textContent ?? "";
    return `${bare(row)} ${bare(field.previousSibling?.textContent ?? "")}`.trim();
  }
  return bare(columnOf(field));
}

function nameFields(root) {
  for (const field of root.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.labels?.length && !field.ariaLabel) field.ariaLabel = nameOf(field);
  }
  const boxes = ".select2-selection, .select2-selection__rendered, .select2-search__field";
  for (const box of root.querySelectorAll(boxes)) {
    const select = box.closest(".select2-container")?.previousElementSibling;
    const label = select?.labels?.[0]?.textContent ?? select?.ariaLabel ?? "";
    box.ariaLabel = bare(label);
    box.removeAttribute("aria-labelledby");
  }
}

// Behind the admin's own scripts, which make the search boxes.
window.addEventListener("load", () => {
  const ready = window.django?.jQuery ?? ((run) => run());
  ready(() => nameFields(document));
});
document.addEventListener("formset:added", (event) => nameFields(event.target));

// --- the focus of a picture --------------------------------------------------------------------

// A click on a picture inside a form sets the point that every crop keeps.
function setFocusByClick(link) {
  const row = link.closest("tr");
  const [x, y] = ["focus_x", "focus_y"].map((name) => row.querySelector(`input[name$="${name}"]`));
  if (!x || !y) return;
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
    const box = link.querySelector("img").getBoundingClientRect();
    x.value = ((event.clientX - box.left) / box.width).toFixed(2);
    y.value = ((event.clientY - box.top) / box.height).toFixed(2);
    place();
  });
  place();
}

window.addEventListener("load", () =>
  document.querySelectorAll(".inline-related .thumb").forEach(setFocusByClick),
);
