// <duizhao-card src="https://…/embed/en/section/softbank-ai/s2">: a card as part of a page (docs/embedding.md).
// What stands in the element is shown until the card has come, and where it does not come.

const STYLE = `
:host { display: block; container-type: inline-size; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
article {
  --ink: var(--duizhao-ink, light-dark(#1d1b18, #ebe7df));
  --soft: var(--duizhao-soft, light-dark(#5d574e, #aaa397));
  --rule: var(--duizhao-rule, light-dark(#d9d3c7, #403c36));
  --link: var(--duizhao-link, light-dark(#8a2f1d, #f0977f));
  --number: var(--duizhao-number, light-dark(#14566b, #7cc6dd));
  padding: 1rem; border: 1px solid var(--rule); border-left: 4px solid var(--number); border-radius: .4rem;
  background: var(--duizhao-paper, light-dark(#fdfcfa, #181715)); color: var(--ink);
  font: 1rem/1.5 var(--duizhao-font, system-ui, sans-serif); text-align: start; overflow-wrap: break-word;
}
:lang(zh) { line-height: 1.65; line-break: strict; text-autospace: normal; }
:lang(zh-Hans) { font-family: var(--duizhao-font, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif); }
:lang(zh-Hant) { font-family: var(--duizhao-font, "PingFang TC", "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif); }
:lang(en), :lang(zh-Latn) { font-family: var(--duizhao-font, system-ui, sans-serif); line-height: 1.5; }
p, ul, dl, dd { margin: 0; padding: 0; list-style: none; }
p + p, div, ul, details, dl { margin-top: .5rem; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--number); outline-offset: 2px; }
summary { cursor: pointer; color: var(--link); min-height: 1.5rem; }
dt { margin-top: .4rem; }
[part=title] { font-size: 1.2rem; font-weight: 650; line-height: 1.35; }
[part=title] a { color: inherit; text-decoration-color: var(--rule); }
[part=kicker], [part=source], dd, small { color: var(--soft); font-size: .85rem; }
li > small, article > small { display: block; }
[part=name] > small { display: inline; }
[part=pair] { display: grid; gap: .15rem 1.25rem; }
[part=pair] > * { margin: 0; }
[part=numbers] { display: grid; gap: .75rem 1.25rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
[part=numbers] li { border-top: 1px solid var(--rule); padding-top: .4rem; }
[part=number] { display: block; color: var(--number); font-size: 1.3rem; font-weight: 650; font-variant-numeric: tabular-nums; }
[part=number] > * { display: block; }
[part=bar] { display: block; border-top: .7rem solid var(--rule); width: calc(var(--share) * 100%); }
[part=bar]:not(.highlight) { outline: 1px solid var(--soft); outline-offset: -1px; }
[part=bar].highlight { border-color: var(--number); }
@container (width < 25rem) { [part=numbers] li:nth-child(n + 2) { display: none; } }
@container (width >= 36rem) { .paired [part=pair] { grid-template-columns: 1fr 1fr; } }
`;

const EMBED = /^(.*\/embed\/)([^/]+)(\/(?:article|figure|term)\/[^/]+|\/(?:section|chart)\/[^/]+\/[^/]+)\/?$/;
const FIRST = { sentences: 2, numbers: 3 };

// The one of our languages that a reader of `tag` has.
const languageOf = (tag) => {
  const subtags = tag.toLowerCase().split(/[-_]/);
  if (subtags[0] !== "zh") return "en";
  const traditional = ["hant", "tw", "hk", "mo"].some((subtag) => subtags.includes(subtag));
  return traditional && !subtags.includes("hans") ? "zh-Hant" : "zh-Hans";
};

const make = (tag, part, ...children) => {
  const element = document.createElement(tag);
  if (part) element.part = part;
  element.append(...children);
  return element;
};

const run = (lang, text, tag = "span") => Object.assign(make(tag, "", text), { lang });

// `texts` is by language: an element for each.
const runs = (texts, tag) => Object.entries(texts).map(([lang, text]) => run(lang, text, tag));
const inline = (texts) => runs(texts).flatMap((element, n) => (n ? [" / ", element] : [element]));
const pair = (texts) => make("div", "pair", ...runs(texts, "p"));
const some = (texts) => Object.keys(texts).length > 0;

const link = (address, ...children) => {
  const element = make("a", "link", ...children);
  if (/^https?:/.test(address)) element.href = address;
  return element;
};

const details = (label, ...children) => make("details", "", make("summary", "", label), ...children);

const number = ({ text, measures }) =>
  make("li", "", make("span", "number", ...runs(text)), make("small", "", ...inline(measures)));

const facts = ({ labels }, { url, measures, exact, as_written, period, said_by }) => [
  make("dt", "", link(url, ...inline(measures))),
  make("dd", "", ...inline(exact)),
  make("dd", "", `${labels.as_written}: `, run("zh", as_written)),
  ...[period, said_by].filter(some).map((texts) => make("dd", "", ...inline(texts))),
];

const name = ({ lang, sign, text, reading }) =>
  make("li", "name", run(lang, sign, "small"), " ", run(lang, text), " ", ...(reading ? [run("zh-Latn-pinyin", reading, "small")] : []));

const bars = ({ chart, figures, languages }) => {
  const values = figures.map(({ value }) => Number(value));
  const most = Math.max(...values, figures[0].unit === "percent" ? 100 : 0);
  const drawn = most > 0 && values.every((value) => value >= 0);
  const rows = chart.bars.map(({ label, highlight }, n) => {
    const shown = Object.fromEntries(languages.map((lang) => [lang, label[lang]]));
    const row = make("li", "", make("small", "", ...inline(shown)), make("span", "number", ...runs(figures[n].text)));
    if (drawn) {
      const bar = make("span", "bar");
      bar.style.setProperty("--share", values[n] / most);
      bar.classList.toggle("highlight", highlight);
      row.append(bar);
    }
    return row;
  });
  const below = [chart.comparison, chart.caption].filter(some).map((texts) => make("small", "", ...inline(texts)));
  return [make("ul", "chart", ...rows), ...below];
};

const body = (card) => {
  const { kind, term, chart, figures, sentences, labels } = card;
  const lines = sentences.map(({ text }) => pair(text));
  const rest = lines.splice(FIRST.sentences);
  // A stretch of time stands out last.
  const key = [...figures].sort((a, b) => (a.kind === "duration") - (b.kind === "duration")).slice(0, FIRST.numbers);
  return [
    ...(term ? [make("ul", "names", ...term.names.map(name)), ...[term.definition].filter(some).map(pair)] : []),
    ...lines,
    ...(kind === "chart" ? bars(card) : []),
    ...(kind === "chart" || !key.length ? [] : [make("ul", "numbers", ...key.map(number))]),
    ...(rest.length ? [details(labels.rest, ...rest)] : []),
    ...(figures.length
      ? [details(labels.numbers, make("dl", "", ...figures.flatMap((figure) => facts(card, figure))))]
      : []),
  ];
};

const drawn = (card) => {
  const article = make(
    "article",
    "card",
    ...(some(card.kicker) ? [make("p", "kicker", ...inline(card.kicker))] : []),
    make("p", "title", link(card.url, ...inline(card.title))),
    ...(some(card.source) ? [make("p", "source", ...inline(card.source))] : []),
    ...body(card),
  );
  article.lang = card.lang;
  article.ariaLabel = Object.values(card.title).join(" / ");
  article.classList.toggle("paired", card.languages.length > 1);
  return article;
};

class DuizhaoCard extends HTMLElement {
  static observedAttributes = ["src", "locale", "pair"];

  #page = new MutationObserver(() => this.#update());
  #asked = "";
  #request = new AbortController();

  connectedCallback() {
    this.#page.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#update();
  }

  disconnectedCallback() {
    this.#page.disconnect();
    this.#request.abort();
    this.#asked = "";
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#update();
  }

  // Two languages stay as they are written; one follows the page around.
  #view(written) {
    const wanted =
      this.getAttribute("pair") ??
      this.getAttribute("locale") ??
      (written.includes("+") ? written : document.documentElement.lang || written);
    return [...new Set(wanted.split("+").map(languageOf))].slice(0, 2).join("+");
  }

  // The address of the card as data; empty where `src` is that of no card.
  #address() {
    try {
      const address = new URL(this.getAttribute("src"), this.baseURI);
      const [, beginning, view, item] = EMBED.exec(address.pathname);
      address.pathname = `${beginning}${this.#view(decodeURIComponent(view))}${item}.json`;
      return address.href;
    } catch {
      return "";
    }
  }

  async #update() {
    const asked = this.#address();
    if (!asked || asked === this.#asked) return;
    this.#asked = asked;
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    try {
      const answer = await fetch(asked, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
      const article = drawn(await answer.json());
      if (signal.aborted) return;
      if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.shadowRoot.replaceChildren(article);
    } catch {
      // No card, no connection, or a policy of the page's: what is shown stays, and may be asked for again.
      if (!signal.aborted) this.#asked = "";
    }
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
if (!customElements.get("duizhao-card")) customElements.define("duizhao-card", DuizhaoCard);
