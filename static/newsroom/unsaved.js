// Text that was typed and not saved: leaving asks first, and what was lost on the way to the server
// (the session had ended, the line was cut) is offered again. The drafts stay in this browser, one
// for each form that was opened: two tabs do not write over each other, and what is typed while a
// draft is offered does not write over that.
"use strict";

const DRAFT = "draft:";
const PICTURE = /^(photos-\d+-)image$/; // as the server names the picture of a row
const A_MONTH = 30 * 24 * 3600 * 1000;

const drafts = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, draft) {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
      return true;
    } catch {
      return false; // Full, or shut by the browser's settings: leaving still asks.
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(DRAFT));
    } catch {
      return [];
    }
  },
};

// The server names in a cookie what it has saved; that is no draft any more.
const saved = /(?:^|; )saved_draft=([0-9a-f]{32})/.exec(document.cookie)?.[1];
for (const key of drafts.keys()) {
  const draft = drafts.read(key);
  if (!draft || draft.token === saved || Date.now() - draft.at > A_MONTH) drafts.drop(key);
}

function guard(form, marker) {
  const about = DRAFT + marker.dataset.draft;
  let key = `${about}#${form.elements.draft.value}`;
  const editors = new Map();
  let leaving = false;
  let kept = false;
  let timer = 0;

  // Not what only this answer of the server means, nor files, which no script may choose: of
  // those the name is kept, for the row to ask for.
  const isKept = (field) =>
    field.name &&
    !field.name.includes("__prefix__") &&
    !["file", "submit", "button"].includes(field.type) &&
    !["csrfmiddlewaretoken", "draft", "merged_into", "accept_broken"].includes(field.name);

  const chosen = (field) => {
    if (field.options) return [...field.selectedOptions].map((one) => [one.value, one.text]);
    if (["checkbox", "radio"].includes(field.type) && !field.checked) return [];
    return [[field.value, ""]];
  };

  function written() {
    const fields = {};
    for (const field of form.elements) {
      if (isKept(field)) fields[field.name] = [...(fields[field.name] ?? []), ...chosen(field)];
    }
    for (const field of form.querySelectorAll("input[type=file]")) {
      const lost = PICTURE.exec(field.name);
      if (lost && field.files.length) fields[`${lost[1]}lost`] = [[field.files[0].name, ""]];
    }
    return fields;
  }

  const files = () => [...form.querySelectorAll("input[type=file]")].some((field) => field.files.length);
  const asServed = JSON.stringify(written());
  // A page that came back with errors holds what was typed, and none of it is saved.
  const isChanged = () => "unsaved" in marker.dataset || files() || JSON.stringify(written()) !== asServed;

  // Whether nothing would be lost if the page went away now.
  function keep() {
    window.clearTimeout(timer);
    if (!isChanged()) {
      if (kept) drafts.drop(key);
      return true;
    }
    kept = true;
    return drafts.write(key, { token: form.elements.draft.value, at: Date.now(), fields: written() });
  }

  // --- leaving ------------------------------------------------------------------------------

  window.addEventListener("beforeunload", (event) => {
    if (leaving || !isChanged()) return;
    event.preventDefault();
    event.returnValue = "unsaved"; // what Chromium before 119 asks by
  });
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  form.addEventListener("submit", () => {
    keep();
    leaving = true;
  });
  for (const happened of ["input", "change"]) {
    form.addEventListener(happened, () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, 500);
    });
  }

  // Previews and steps know the saved version alone, and would pass over what stands here.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-acts-on-saved]");
    if (!link || !isChanged()) return;
    if (!window.confirm(marker.dataset.question)) event.preventDefault();
    else leaving = !(event.ctrlKey || event.metaKey || event.shiftKey);
  });

  // --- finding again --------------------------------------------------------------------------

  document.addEventListener("prose-editor:ready", (event) => {
    editors.set(event.target, event.detail.editor);
  });

  function addRows(draft) {
    const total = form.elements["photos-TOTAL_FORMS"];
    const add = form.querySelector("#photos-group .add-row a");
    const wanted = Number(draft.fields["photos-TOTAL_FORMS"]?.[0]?.[0] ?? 0);
    while (add && Number(total.value) < wanted) {
      const before = total.value;
      add.click();
      if (total.value === before) return;
    }
  }

  function put(field, values) {
    if (editors.has(field)) {
      editors.get(field).commands.setContent(values[0]?.[0] ?? "", { emitUpdate: true });
    } else if (field.options) {
      for (const [value, text] of values) {
        // A box that searches holds only what was chosen.
        if (![...field.options].some((one) => one.value === value)) field.add(new Option(text, value));
      }
      for (const one of field.options) one.selected = values.some(([value]) => value === one.value);
    } else if (["checkbox", "radio"].includes(field.type)) {
      field.checked = values.some(([value]) => value === field.value);
    } else {
      field.value = values[0]?.[0] ?? "";
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // The server refuses the row until the picture of this name comes or is given up.
  function askFor(picture, name) {
    const asks = PICTURE.exec(picture.name)[1] + "lost";
    if (!form.elements[asks]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: asks });
      picture.after(field);
    }
    form.elements[asks].value = name;
  }

  function restore(draft) {
    keep();
    if (kept) key += "+"; // what was typed meanwhile and now gives way is a draft of its own
    addRows(draft);
    const said = (name) => draft.fields[name]?.[0]?.[0] ?? "";
    // Rows were put in or taken out meanwhile: this is another picture.
    const isSame = (row) => (form.elements[`${row}id`]?.value ?? "") === said(`${row}id`);
    for (const field of [...form.elements]) {
      if (!isKept(field) || !(field.name in draft.fields)) continue;
      // The version that the text was written on goes along: who saved meanwhile is not passed over.
      if (field.type === "hidden" && field.name !== "shown_version") continue;
      const row = /^photos-\d+-/.exec(field.name)?.[0];
      if (row && !isSame(row)) continue;
      put(field, draft.fields[field.name]);
    }
    for (const field of form.querySelectorAll("input[type=file]")) {
      const row = PICTURE.exec(field.name)?.[1];
      const lost = row && isSame(row) && said(`${row}lost`);
      if (lost && !field.files.length) askFor(field, lost);
    }
    return keep();
  }

  // The newest of the drafts of this article; an older one is offered the next time.
  function found() {
    const ours = drafts.keys().filter((one) => one === about || one.startsWith(`${about}#`));
    const all = ours.map((one) => ({ key: one, ...drafts.read(one) }));
    const holdsNothing = (one) => JSON.stringify(one.fields) === asServed;
    for (const one of all.filter(holdsNothing)) drafts.drop(one.key);
    return all.filter((one) => !holdsNothing(one)).sort((one, other) => other.at - one.at)[0];
  }

  if ("unsaved" in marker.dataset) return;
  const draft = found();
  if (!draft) return;
  const offer = document.getElementById("found-draft");
  const shown = { dateStyle: "medium", timeStyle: "short" };
  offer.querySelector("time").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang, shown);
  offer.hidden = false;
  offer.addEventListener("click", (event) => {
    const answer = event.target.closest("button")?.value;
    if (!answer) return;
    // Restored, the text is in the draft of this form.
    if (answer === "drop" || restore(draft)) drafts.drop(draft.key);
    offer.hidden = true;
  });
}

const unsaved = document.getElementById("unsaved");
if (unsaved) guard(unsaved.closest("form"), unsaved);
