// What is pasted into the text of an article, as our pages can show it. A module of the editor:
// each name that it exports stands for the extension of that name.
import { Extension, Link as TheirLink, Plugin } from "django-prose-editor/editor";

const translated = (text) => (window.gettext ? window.gettext(text) : text);

// Our texts know one head inside them, a word processor and the web know six.
const HEADING = /(<\/?)h[13-6](?=[\s>])/gi;

// A word processor puts a picture of copied text beside the text: where there is HTML, it decides.
function bringsPicture(transfer) {
  const html = transfer?.getData("text/html") ?? "";
  if (html) return /<(img|v:imagedata)\b/i.test(html);
  return [...(transfer?.files ?? [])].some((file) => file.type.startsWith("image/"));
}

function tellOfPictures(view) {
  const box = view.dom.closest(".prose-editor");
  if (box.parentElement.querySelector(".picture-left-out")) return;
  const said = document.createElement("p");
  said.className = "help picture-left-out";
  said.setAttribute("role", "status");
  box.after(said);
  // Only what is put into a status that stands already is read out.
  const link = document.createElement("a");
  link.href = "#photos-group";
  link.textContent = translated("Add it in the table of pictures below.");
  said.append(translated("A picture cannot stand in the text."), " ", link);
}

const tells = (transferOf) => (view, event) => {
  if (bringsPicture(transferOf(event))) tellOfPictures(view);
  return false;
};

export const Pasting = Extension.create({
  name: "pasting",
  transformPastedHTML: (html) => html.replace(HEADING, "$1h2"),
  addProseMirrorPlugins() {
    const handlePaste = tells((event) => event.clipboardData);
    const handleDrop = tells((event) => event.dataTransfer);
    return [new Plugin({ props: { handlePaste, handleDrop } })];
  },
});

// What is typed behind a link is no part of it.
export const Link = TheirLink.extend({ inclusive: false });
