// Fields of one line that grow with their text: Enter puts no break into them, what is pasted
// with breaks becomes one line. The server joins what comes without this script.
"use strict";

const lines = document.querySelectorAll("textarea.one-line");
const joined = (text) => text.trim().replace(/\s*[\r\n]\s*/g, " ");

function fit(field) {
  if (CSS.supports("field-sizing", "content")) return; // the style sheet does it
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

for (const field of lines) {
  fit(field);
  field.addEventListener("beforeinput", (event) => {
    if (["insertLineBreak", "insertParagraph"].includes(event.inputType)) event.preventDefault();
  });
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    // Like typing: it can be undone, and stops at the length of the field.
    document.execCommand("insertText", false, joined(text));
  });
  for (const happened of ["input", "change"]) {
    field.addEventListener(happened, () => {
      // What was dropped in, or put in by the browser itself.
      if (field.value.includes("\n")) field.value = joined(field.value);
      fit(field);
    });
  }
}

window.addEventListener("resize", () => lines.forEach(fit));
