// Fields of one line that grow with their text: Enter puts no break into them, what is pasted
// with breaks becomes one line. The server joins what comes without this script.
"use strict";

const joined = (text) => text.trim().replace(/\s*[\r\n]\s*/g, " ");

function fit(field) {
  if (CSS.supports("field-sizing", "content")) return; // the style sheet does it
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

// Rows of pictures are added while the page stands, so the document listens for all fields.
function onLines(happened, act) {
  document.addEventListener(happened, (event) => {
    if (event.target.matches?.("textarea.one-line")) act(event, event.target);
  }, true);
}

onLines("beforeinput", (event) => {
  if (["insertLineBreak", "insertParagraph"].includes(event.inputType)) event.preventDefault();
});
onLines("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  // Like typing: it can be undone, and stops at the length of the field.
  document.execCommand("insertText", false, joined(text));
});
for (const happened of ["input", "change"]) {
  onLines(happened, (event, field) => {
    // What was dropped in, or put in by the browser itself.
    if (field.value.includes("\n")) field.value = joined(field.value);
    fit(field);
  });
}

const fitAll = () => document.querySelectorAll("textarea.one-line").forEach(fit);
fitAll();
window.addEventListener("resize", fitAll);
