"""The text of an article as a writer's hand finds it: its box, and the caret in it."""

from __future__ import annotations

from playwright.sync_api import Page

TEXT = ".prose-editor .ProseMirror[contenteditable=true]"

# A key that comes while a click is still being told to the editor is typed where the caret
# was before it. So the editor itself is asked to go to the end, and whether it is there.
GO = "box => { box.editor.commands.focus('end') }"
THERE = """text => {
  const box = document.querySelector(text);
  const {selection, doc} = box.editor.state;
  return document.activeElement === box && selection.to >= doc.content.size - 1;
}"""


def caret_at_end(page: Page) -> None:
    """Put the caret behind the last word of the text, ready for keys."""
    page.wait_for_selector(TEXT)
    page.locator(TEXT).evaluate(GO)
    page.wait_for_function(THERE, arg=TEXT)
