// What the person chose by Django's switch (`data-theme`) counts before what the device says.
// Runs before the page is drawn, so that it never flashes in the other colours.
"use strict";

{
  const dark = document.getElementById("dark");
  const byDevice = dark.media;
  const follow = () => {
    const chosen = document.documentElement.dataset.theme;
    dark.media = { dark: "screen", light: "not all" }[chosen] ?? byDevice;
  };
  follow();
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
