// The language that the reader asked to be kept on this device. Only "/" heeds it: the home page that "/" led to goes
// on to it; a home page that was asked for by its own address does not (its redirects end in #top).
const KEPT = "duizhao.view";
const kept = localStorage.getItem(KEPT);

const [arrival] = performance.getEntriesByType("navigation");
const wanted = kept && document.querySelector(`.languages a[data-view="${CSS.escape(kept)}"]`);
if (wanted && arrival?.redirectCount && arrival.type === "navigate" && !location.hash && isHome(wanted)) {
  location.replace(wanted.href);
}

function isHome(link) {
  return document.querySelector(".brand").href === location.href && !link.hasAttribute("aria-current");
}

for (const button of document.querySelectorAll("button.choice")) {
  const press = () => button.setAttribute("aria-pressed", localStorage.getItem(KEPT) === button.dataset.view);
  button.hidden = false;
  press();
  button.addEventListener("click", () => {
    if (localStorage.getItem(KEPT) === button.dataset.view) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, button.dataset.view);
    press();
  });
}
