// Tells the page around this one how high the card is, when that changes, in the words that hosts understand:
// WordPress (wp-embed.js), AMP (amp-iframe), Pym.js, and ours. Needs no storage, no origin, and no answer.
(() => {
  if (parent === self) return;
  const secret = new URLSearchParams(location.hash.split("?")[1]).get("secret");
  const child = new URLSearchParams(location.search).get("childId");
  const say = (message) => parent.postMessage(message, "*");
  let told = 0;
  const tell = (wait = 50) => {
    // A frame that is out of sight may get its width late, and sleeps: nothing would wake this but a clock.
    if (!innerWidth) return setTimeout(tell, wait, 2 * wait);
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    if (secret) say({ message: "height", value: height, secret });
    if (child) say(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    say({ sentinel: "amp", type: "embed-size", height });
    say({ type: "duizhao:size", v: 1, id: document.body.id, height });
  };
  // An observer sleeps while the frame is out of sight, and WordPress hides it until it has spoken.
  tell();
  new ResizeObserver(() => tell()).observe(document.body);
  // A host that listens only now asks.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || (data?.message !== "ready" && !String(data).startsWith("pymxPYMx"))) return;
    told = 0;
    tell();
  });
  for (const link of document.querySelectorAll("footer li a")) {
    const address = new URL(link.href);
    if (child) address.searchParams.set("childId", child);
    address.hash = location.hash; // the host knows the frame by it, in whichever language
    link.href = address;
  }
  // WordPress lets no frame navigate the page around it, and does so itself when it is asked.
  if (secret) addEventListener("click", (event) => {
    const link = event.target.closest("a[target=_top]");
    if (!link) return;
    event.preventDefault();
    say({ message: "link", value: link.href, secret });
  });
})();
