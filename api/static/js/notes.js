// Notes pop over the text: by click, Enter, Space or tap, and, where there is a mouse, by hovering, with the delays of
// Wikipedia's page previews (150 ms to show, 300 ms to abandon: mediawiki/extensions/Popups, src/constants.js).
// WCAG 1.4.13: Escape closes, the note can be hovered itself, it stays until it is left.
const OPEN_AFTER = 150;
const CLOSE_AFTER = 300;

import { canCopy, copied, copy } from "./copy.js";

const mentions = [...document.querySelectorAll("a[data-n]")];
const noteOf = (mention) => document.getElementById(decodeURIComponent(mention.hash.slice(1)));
const isOpen = (note) => note.matches(":popover-open");

let anchor = null; // the mention beside which a note is open
let held = false; // it was asked for, not just hovered
let pressed = false; // its note was open when the pointer went down on it, which closes it
let timer = 0;

const later = (ms, what) => {
  clearTimeout(timer);
  timer = setTimeout(what, ms);
};

// A note at the foot of the window may stand over what it explains.
const uncover = (mention, note) => {
  const [below, above] = [note.getBoundingClientRect(), mention.getBoundingClientRect()];
  const covered = above.bottom > below.top && above.top < below.bottom && above.left < below.right && above.right > below.left;
  if (covered) scrollBy({ top: above.bottom + 8 - below.top, behavior: "instant" });
};

const show = (mention, asked) => {
  clearTimeout(timer);
  const note = noteOf(mention);
  if (!note) return;
  if (anchor && anchor !== mention) {
    noteOf(anchor).hidePopover();
    anchor.setAttribute("aria-expanded", "false");
    anchor.style.removeProperty("anchor-name");
  }
  mention.style.setProperty("anchor-name", "--mention");
  anchor = mention;
  held = asked;
  if (!isOpen(note)) note.showPopover({ source: mention });
  mention.setAttribute("aria-expanded", "true");
  if (asked) {
    uncover(mention, note);
    note.focus({ preventScroll: true });
  }
};

const leave = (note) => {
  for (const mention of mentions) {
    if (mention.getAttribute("aria-expanded") === "true" && noteOf(mention) === note) mention.setAttribute("aria-expanded", "false");
  }
  // Escape, or a click on nothing: the focus goes back to what was explained.
  const lost = note.contains(document.activeElement) || document.activeElement === document.body;
  if (held && lost && anchor && noteOf(anchor) === note) anchor.focus({ preventScroll: true });
};

const close = () => anchor && noteOf(anchor)?.hidePopover();

const tools = (note) => document.getElementById(note.querySelector("data") ? "figure-tools" : "term-tools").content;

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const texts = (note, selector) => [...note.querySelectorAll(selector)].map((element) => element.textContent.trim());
const value = (note) => note.querySelector("data");

// What the buttons of a note copy: the terms for a table of two columns, the number as digits, as RFC 4180.
const copies = {
  pair: (note) => texts(note, ".names b").slice(0, 2).join("\t"),
  text: (note) => texts(note, "data .each")[0],
  number: (note) => value(note).value,
  csv: (note) =>
    [note.id.replace("figure-", ""), value(note).value, value(note).dataset.unit, texts(note, ".level > *")[0], ...texts(note, "dd")]
      .map(cell)
      .join(","),
};

if (HTMLElement.prototype.showPopover) {
  for (const mention of mentions) {
    mention.setAttribute("role", "button");
    mention.setAttribute("aria-haspopup", "dialog");
    mention.setAttribute("aria-expanded", "false");
    mention.draggable = false;
  }
  for (const note of document.querySelectorAll(".note")) {
    note.setAttribute("role", "dialog");
    note.setAttribute("aria-label", note.querySelector("b, data").textContent.trim());
    note.tabIndex = -1;
    note.querySelector(".close").setAttribute("role", "button");
    if (canCopy) note.querySelector(".actions").append(tools(note).cloneNode(true));
    note.addEventListener("toggle", (event) => event.newState === "closed" && leave(note));
  }

  document.addEventListener("pointerdown", ({ target }) => {
    pressed = held && anchor !== null && anchor === target.closest?.("a[data-n]") && isOpen(noteOf(anchor));
  });
  document.addEventListener("click", (event) => {
    const inside = event.target.closest(".note");
    if (inside && event.target.closest(".close")) {
      event.preventDefault();
      inside.hidePopover();
    } else if (inside && event.target.closest(".sites a")) {
      inside.hidePopover(); // to another sentence of this page
    }
    const button = inside && event.target.closest("[data-copies]");
    if (button) copy({ "text/plain": copies[button.dataset.copies](inside) }).then(() => copied(button));
    const mention = event.target.closest("a[data-n]");
    if (!mention || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const wasOpen = pressed || (held && anchor === mention && isOpen(noteOf(mention)));
    pressed = false;
    if (wasOpen) close();
    else show(mention, true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.("a[data-n]")) {
      event.preventDefault();
      event.target.click();
    }
  });

  if (matchMedia("(hover: hover)").matches) {
    document.addEventListener("pointerover", ({ target, pointerType }) => {
      if (pointerType !== "mouse") return;
      const mention = target.closest?.("a[data-n]");
      if (mention && !(anchor && isOpen(noteOf(anchor)) && held)) later(OPEN_AFTER, () => show(mention, false));
      else if (target.closest?.(".note")) clearTimeout(timer);
    });
    document.addEventListener("pointerout", ({ target }) => {
      if (held && anchor && isOpen(noteOf(anchor))) return;
      if (target.closest?.("a[data-n], .note")) later(CLOSE_AFTER, close);
    });
  }

  // An address that names a note: its first mention is where it is explained.
  const named = mentions.find((mention) => location.hash && mention.hash === location.hash);
  if (named) {
    history.replaceState(null, "", `#${named.closest("li").id}`);
    named.scrollIntoView({ block: "center" });
    show(named, true);
  }
}
