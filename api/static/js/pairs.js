// Sentences: a tap or click keeps a pair lit; a term lights up in the other half; the tools beside a sentence.
import { canCopy } from "./copy.js";
import { copyLink, copyPair } from "./keys.js";

const pairOf = (node) => node.closest?.(".sentences > li");

document.addEventListener("click", (event) => {
  const pair = pairOf(event.target);
  if (!pair || event.target.closest("a, button, summary") || !getSelection().isCollapsed) return;
  const pinned = pair.classList.contains("pinned");
  for (const other of document.querySelectorAll(".pinned")) other.classList.remove("pinned");
  pair.classList.toggle("pinned", !pinned);
});

const twins = (mention) =>
  [...(pairOf(mention)?.querySelectorAll("a[data-n]") ?? [])].filter(
    (other) => other !== mention && other.hash === mention.hash,
  );
for (const [on, types] of [[true, ["pointerover", "focusin"]], [false, ["pointerout", "focusout"]]]) {
  for (const type of types) {
    document.addEventListener(type, ({ target }) => {
      const mention = target.closest?.("a[data-n]");
      if (mention) for (const twin of twins(mention)) twin.classList.toggle("twin", on);
    });
  }
}

const tools = document.getElementById("pair-tools");
if (canCopy && tools) {
  for (const place of document.querySelectorAll(".sentences > li[id] > .elsewhere")) {
    place.append(tools.content.cloneNode(true));
  }
  document.addEventListener("click", ({ target }) => {
    const tool = target.closest("[data-tool]")?.dataset.tool;
    if (tool) (tool === "pair" ? copyPair : copyLink)(pairOf(target));
  });
}
