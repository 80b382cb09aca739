// <form method="get" data-live="#found">: what the form asks for is shown while one types or chooses, in the place of
// the element that data-live names. The server makes it: it is the same element of the page at the form's address.
// Links within it that are marked data-live-link, and those to the other pages of a list, are followed in the same way.
// The heading of what is found is told through main's [role=status].
const PAUSE = 120; // ms between the last key and the question
const HUSH = 250; // ms before a result is told

const FOLLOWED = "a[data-live-link], a[rel=next], a[rel=prev]";
// What else of a page says its address.
const ADDRESSED = ".languages a[hreflang], link[hreflang], link[rel=canonical], [type='application/json']";

const live = (form) => {
  const target = () => document.querySelector(form.dataset.live);
  const status = document.querySelector("main [role=status]");
  let shown = location.search;
  let asked;
  let pause;
  let hush;

  // The page at an address; null where there is none to be had, undefined where another is asked for meanwhile.
  const fetched = async (address) => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return signal.aborted ? undefined : page;
    } catch {
      return signal.aborted ? undefined : null;
    }
  };

  const tell = () => {
    clearTimeout(hush);
    hush = setTimeout(() => {
      const heading = target().querySelector("h2, caption");
      if (status && heading) status.textContent = heading.textContent.trim();
    }, HUSH);
  };

  const readdress = (page) => {
    const theirs = page.querySelectorAll(ADDRESSED);
    const ours = document.querySelectorAll(ADDRESSED);
    if (theirs.length === ours.length) ours.forEach((link, n) => link.setAttribute("href", theirs[n].getAttribute("href")));
  };

  const show = async (address, remember) => {
    clearTimeout(pause);
    target().ariaBusy = "true";
    const page = await fetched(address);
    if (page === undefined) return page;
    target().ariaBusy = null;
    const found = page?.querySelector(form.dataset.live);
    if (!found) return null; // the page stays, and the form can be sent as ever
    const focused = target().contains(document.activeElement) ? document.activeElement : null;
    target().replaceWith(found);
    if (focused) refocus(focused.id);
    document.title = page.title;
    remember?.call(history, null, "", address);
    shown = location.search;
    readdress(page);
    tell();
    found.dispatchEvent(new CustomEvent("live", { bubbles: true }));
    return page;
  };

  // Whoever got there by a link finds the fields as the server fills them in.
  const follow = async (address, remember) => {
    const page = await show(address, remember);
    const theirs = page?.querySelector(`form[data-live="${form.dataset.live}"]`).elements;
    for (const field of form.elements) if (theirs && field.name) field.value = theirs[field.name].value;
    return page;
  };

  // Whoever followed a link within what was replaced stands at the same link, or at the beginning of what it led to.
  const refocus = (id) => {
    const again = (id && document.getElementById(id)) || target().querySelector("h2, caption") || target();
    if (again.tabIndex < 0) again.tabIndex = -1;
    again.focus();
  };

  const address = () => {
    const query = new URLSearchParams(new FormData(form)).toString();
    return form.action.split(/[?#]/)[0] + (query && `?${query}`);
  };
  const ask = () => show(address(), history.replaceState);
  const askSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  };

  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  form.addEventListener("input", (event) => {
    if (!event.isComposing && event.target.tagName === "INPUT") askSoon();
  });
  form.addEventListener("compositionstart", () => clearTimeout(pause));
  form.addEventListener("compositionend", askSoon);
  form.addEventListener("change", (event) => {
    if (event.target.tagName === "SELECT") ask();
  });
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Escape" || event.isComposing || field.type !== "search" || !field.value) return;
    event.preventDefault();
    field.value = "";
    ask();
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest(FOLLOWED);
    if (!link || !target().contains(link) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ((await follow(link.href, history.pushState)) === null) location.assign(link.href);
  });
  addEventListener("popstate", () => {
    if (location.search === shown) return; // another place on the same page
    follow(location.href);
  });
};

document.querySelectorAll("form[data-live]").forEach(live);
