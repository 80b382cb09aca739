// Switching the language keeps the place: the sentence stands in the address, so that a link opened elsewhere leads
// to it as well; how far down the window it stood, and which note was open, are handed on within the tab.
const KEPT = "duizhao.place";
const switches = ".languages a[data-view], .languages .reveal-switch";

const pairOf = (node) => node?.closest?.(".sentences > li[id]") ?? null;
const isSeen = (pair) => {
  const { top, bottom } = pair.getBoundingClientRect();
  return bottom > document.querySelector(".languages").getBoundingClientRect().bottom + 8 && top < innerHeight;
};

let last = null; // the sentence that had the focus last
document.addEventListener("focusin", ({ target }) => (last = pairOf(target) ?? last));

const explained = () => document.querySelector("a[aria-expanded=true]");

// The sentence that is read: the one whose note is open, the one that was chosen if it is in the window, else the topmost.
export const current = () => {
  const chosen = [pairOf(explained()), document.querySelector(".sentences > li.pinned"), last];
  const found = chosen.find((pair) => pair && isSeen(pair));
  if (found) return found;
  return scrollY < 80 ? null : ([...document.querySelectorAll(".sentences > li[id]")].find(isSeen) ?? null);
};

const place = () => {
  const pair = current();
  return pair && { id: pair.id, top: pair.getBoundingClientRect().top, note: explained()?.hash ?? null };
};

for (const link of document.querySelectorAll(switches)) {
  let found = null;
  const aim = () => {
    found = place();
    link.hash = found?.id ?? "";
  };
  // A press closes the note, so that by the click nobody knows any more that it was open.
  link.addEventListener("pointerdown", aim);
  link.addEventListener("focus", () => link.matches(":focus-visible") && aim());
  link.addEventListener("click", () => {
    if (found) sessionStorage.setItem(KEPT, JSON.stringify(found));
  });
}

const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
sessionStorage.removeItem(KEPT);
const pair = kept && location.hash === `#${kept.id}` && document.getElementById(kept.id);
if (pair) {
  const settle = () => scrollBy({ top: pair.getBoundingClientRect().top - kept.top, behavior: "instant" });
  const { hash } = location;
  settle();
  // Without it the browser would go to the sentence once more when all is loaded, and put it at the top.
  history.replaceState(history.state, "", location.pathname + location.search);
  addEventListener(
    "load",
    () => {
      history.replaceState(history.state, "", hash);
      settle();
      if (kept.note) [...pair.querySelectorAll("a[data-n]")].find((mention) => mention.hash === kept.note)?.click();
    },
    { once: true },
  );
}
