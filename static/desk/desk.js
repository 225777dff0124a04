// Keys of the review desk, the caret for cutting, and the place kept over a swap.
// Every step is a form or a link of the page: this file only presses them.
"use strict";

document.documentElement.classList.add("scripted");

const desk = document.getElementById("desk");
let current = null;

const part = () => document.getElementById(current) ?? document.activeElement?.closest?.(".part");
const press = (element) => {
  if (!element || element.disabled) return false;
  element.click();
  return true;
};
const inPart = (selector) => part()?.querySelector(selector);
const byKey = (name) => desk.querySelector(`[data-key="${name}"]`);

function choose(element, focus = true) {
  desk.querySelector(".part.current")?.classList.remove("current");
  current = element?.id ?? null;
  element?.classList.add("current");
  if (focus && element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }
}

// Where in the paragraph the caret was put, counted in the characters that the server has.
function caret() {
  const selection = window.getSelection();
  const text = inPart(".text");
  if (!text || !selection.rangeCount || !text.contains(selection.anchorNode)) return null;
  const range = document.createRange();
  range.selectNodeContents(text);
  range.setEnd(selection.anchorNode, selection.anchorOffset);
  return range.toString().length;
}

function split() {
  const join = inPart('button[value="split_join"]');
  const at = caret();
  if (at === null || at === 0) return press(join) || press(inPart('[data-key="edit"]'));
  inPart('input[name="at"]').value = at;
  return press(inPart('button[value="split_part"]'));
}

function step(direction) {
  const parts = [...desk.querySelectorAll(".part")];
  const next = parts[parts.indexOf(part()) + direction];
  if (next) choose(next);
  return Boolean(next);
}

function nextDoubt() {
  const all = [...desk.querySelectorAll("a[data-doubt]")];
  const now = all.findIndex((link) => link.getAttribute("aria-current"));
  return press(all[now + 1] ?? all[0]);
}

function addFact() {
  const button = byKey("add");
  if (!button) return false;
  button.form.elements.quote.value = window.getSelection().toString().trim().slice(0, 300);
  return press(button);
}

function accept() {
  const join = desk.querySelector('.join.current button[value="accept_join"]');
  return press(join) || press(inPart('button[value="accept_join"]')) || press(byKey("accept"));
}

const KEYS = {
  n: nextDoubt,
  Enter: accept,
  1: () => press(byKey("same")),
  2: () => press(byKey("new") ?? desk.querySelector('.join.current button[value="second_join"]') ?? inPart('button[value="second_join"]')),
  j: () => press(inPart('button[value="join_part"]')),
  s: split,
  k: () => step(-1),
  m: () => step(1),
  ArrowUp: () => press(inPart('button[value="move_up"]')),
  ArrowDown: () => press(inPart('button[value="move_down"]')),
  h: () => press(inPart('button[value="make_headline"]') ?? byKey("heads")),
  l: () => press(inPart('button[value="set_aside"]')),
  e: () => press(inPart('[data-key="edit"]')),
  f: addFact,
  "?": () => press(desk.querySelector(".all-keys")),
};

document.addEventListener("keydown", (event) => {
  // Escape drops a word that is being composed; the form around it stays.
  if (event.isComposing) return;
  const writing = event.target.closest("input:not([type=radio]), textarea, select");
  if (event.key === "Escape") {
    if (window.location.hash === "#all-keys") window.location.hash = "";
    return void press(desk.querySelector(".editing a.button[href], .text-form a.button, .adding a.button"));
  }
  if (writing) {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const asked = writing.matches(".doubts select");
    // A line that grows is no input: here it is saved like one.
    const line = writing.matches(".one-line");
    if (event.key === "Enter" && (held || asked || line) && press(writing.form?.querySelector(".button.default"))) event.preventDefault();
    // From a question on to the next one: no section begins with a letter of the keys.
    if (event.key.toLowerCase() === "n" && asked && !held && nextDoubt()) event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
    if (press(byKey("undo"))) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // Enter and the arrows keep their own work on links, buttons and scrolled lists.
  const pressed = event.target.closest("a, button, summary, .blocks");
  if (pressed && ["Enter", "ArrowUp", "ArrowDown"].includes(event.key)) return;
  const action = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (action?.()) event.preventDefault();
});

desk.addEventListener("click", (event) => {
  const cut = event.target.closest('button[value="split_part"]');
  if (cut && !cut.form.elements.at.value) {
    const at = caret();
    if (at) cut.form.elements.at.value = at;
  }
  const adding = event.target.closest('[data-key="add"]');
  if (adding && event.detail) adding.form.elements.quote.value = window.getSelection().toString().trim().slice(0, 300);
  const clicked = event.target.closest(".part");
  if (clicked) choose(clicked, false);
});

desk.addEventListener("focusin", (event) => {
  const focused = event.target.closest(".part");
  if (focused && focused.id !== current) choose(focused, false);
});

// The caret and the selection stay while a button that uses them is pressed with the mouse. Nor does
// a button of a paragraph take the focus: its tools would unfold and push the button away from
// under the mouse before it is let go.
desk.addEventListener("mousedown", (event) => {
  if (event.target.closest('.part button, [data-key="add"]')) event.preventDefault();
});

// The text of a fact lights up with its line in the list.
for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  desk.addEventListener(name, (event) => {
    const row = event.target.closest("[data-fact], [data-department]");
    if (!row) return;
    const of = row.dataset.fact ?? row.dataset.department;
    for (const mark of desk.querySelectorAll(`mark[data-of="${CSS.escape(of)}"]`)) mark.classList.toggle("lit", on);
  });
}

// Inside its own scrolled box alone: a list never moves the page away from the text.
function reveal(element) {
  let box = element?.parentElement;
  while (box && box !== desk && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
  if (!box || box === desk) return;
  const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top + element.offsetHeight > box.clientHeight) box.scrollTop += top - 8;
}

function showWhereWeAre() {
  const form = desk.querySelector("[autofocus]");
  const join = desk.querySelector(".join.current");
  // A question that is answered by choosing: the keys have brought the reader to it.
  const answer = desk.querySelector(".doubts .current select");
  const kept = document.getElementById(current);
  const doubted = document.getElementById(desk.querySelector(".doubts [aria-current]")?.dataset.target);
  if (join) choose(join.closest(".part"));
  else if (doubted?.matches(".part")) choose(doubted);
  else if (form) form.focus();
  else if (answer) answer.focus({ preventScroll: true });
  else if (doubted) doubted.scrollIntoView({ block: "nearest" });
  else if (kept) choose(kept);
  join?.scrollIntoView({ block: "nearest" });
  reveal(desk.querySelector(".doubts .current"));
  desk.querySelector(".facts .editing")?.scrollIntoView({ block: "nearest" });
  const blocks = desk.querySelector(".blocks");
  const end = blocks?.querySelector(".end") ?? blocks?.querySelector(".here");
  if (end) blocks.scrollTop = end.offsetTop - blocks.offsetTop - 40;
}

const say = (text) => {
  const note = document.createElement("p");
  note.className = "refusal";
  note.textContent = text;
  document.getElementById("desk-note").replaceChildren(note);
};

// --- an open edit: every step draws the whole desk anew, and would take it along ----------------

const EDITS = ".text-form, .heads.editing, .fields";

function isTyped(field) {
  if (["hidden", "submit", "button", "fieldset"].includes(field.type)) return false;
  if (field.options) {
    const served = [...field.options].map((one) => one.defaultSelected).lastIndexOf(true);
    return field.selectedIndex !== Math.max(served, 0);
  }
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

// What the server refused came back as it was typed, and is saved no more than before. The other
// forms of the same thing came back as they are saved.
function isRefused(form) {
  const refusal = desk.querySelector("#desk-note .refusal[data-action]");
  if (!refusal || !form.querySelector(`button[value="${CSS.escape(refusal.dataset.action)}"]`)) return false;
  return ["fact", "at", "part", "article"].every(
    (name) => (form.querySelector(`input[type=hidden][name=${name}]`)?.value ?? "") === refusal.dataset[name],
  );
}

function hasUnsavedEdit(besides) {
  const edits = [...desk.querySelectorAll(EDITS)].filter((form) => form !== besides);
  return edits.some((form) => isRefused(form) || [...form.elements].some(isTyped));
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  // A link that closes a form stands in it, and does not send it.
  const sent = event.detail.elt.closest("form, a[href]");
  if (hasUnsavedEdit(sent) && !window.confirm(desk.dataset.unsaved)) event.preventDefault();
});
window.addEventListener("beforeunload", (event) => {
  if (!hasUnsavedEdit(null)) return;
  event.preventDefault();
  event.returnValue = "unsaved"; // what Chromium before 119 asks by
});

document.body.addEventListener("htmx:afterSettle", () => window.requestAnimationFrame(showWhereWeAre));
document.body.addEventListener("htmx:responseError", () => say(desk.dataset.failed));
document.body.addEventListener("htmx:sendError", () => say(desk.dataset.failed));
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const answer = event.detail.xhr.responseText;
  if (!answer.includes('id="desk-note"')) {
    event.detail.shouldSwap = false;
    say(desk.dataset.signedOut);
  }
});

if (window.matchMedia("(max-width: 1180px)").matches) {
  desk.querySelector("#desk-source details")?.removeAttribute("open");
}
showWhereWeAre();
// Going to the place that the address names takes the focus away again; whoever has moved on keeps it.
const showAgain = () => document.activeElement === document.body && showWhereWeAre();
if (window.location.hash) window.addEventListener("load", () => window.setTimeout(showAgain));
