// The keys of templates/keys.html. They can be turned off (WCAG 2.1.4), and never take a key from a field or a shortcut.
import { copy } from "./copy.js";
import { current } from "./place.js";

const KEPT = "duizhao.keys";
const list = document.getElementById("keys");
const box = document.getElementById("keys-on");
const told = document.getElementById("told");

const tell = (text) => {
  told.textContent = text;
  setTimeout(() => (told.textContent = ""), 2000);
};

const put = async (texts) => {
  try {
    await copy(texts);
    tell(told.dataset.copied);
  } catch {
    tell(told.dataset.failed);
  }
};

const halves = (pair) => [...pair.querySelectorAll(".level p")];
const written = (half) => ({ lang: half.closest("[lang]").lang, text: half.textContent.trim() });

// Both halves as a row of a table for a spreadsheet or CAT tool, and as paragraphs that keep their language.
export const copyPair = (pair) => {
  const texts = halves(pair).map(written);
  const html = texts.map(({ lang, text }) => {
    const p = document.createElement("p");
    p.lang = lang;
    p.textContent = text;
    return p.outerHTML;
  });
  return put({ "text/plain": texts.map(({ text }) => text).join("\t"), "text/html": html.join("") });
};

const link = (pair) => new URL(`#${pair.id}`, location.href).href;
export const copyLink = (pair) => put({ "text/plain": link(pair) });

const step = (by) => {
  const pairs = [...document.querySelectorAll(".sentences > li")];
  if (!pairs.length) return;
  const from = pairs.indexOf(document.activeElement?.closest?.(".sentences > li") ?? current());
  const to = pairs[Math.min(Math.max(from + by, 0), pairs.length - 1)];
  to.querySelector(".number").focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
};

const act = {
  j: () => step(1),
  k: () => step(-1),
  o: () => {
    const hidden = current()?.querySelector("details.reveal");
    if (hidden) hidden.open = !hidden.open;
  },
  c: () => current() && copyPair(current()),
  "#": () => current() && copyLink(current()),
  "/": () => document.querySelector("input[type=search]")?.focus(),
  "?": () => list.togglePopover(),
};

box.checked = localStorage.getItem(KEPT) !== "off";
box.addEventListener("change", () => (box.checked ? localStorage.removeItem(KEPT) : localStorage.setItem(KEPT, "off")));
document.querySelector(".help").hidden = false;

document.addEventListener("keydown", (event) => {
  const busy = event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey;
  if (busy || !box.checked || event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const does = Object.hasOwn(act, event.key) && act[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
