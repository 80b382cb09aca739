const { tell } = require("./tell.cjs");
const Parser = require("rss-parser");

tell(async (address) => {
  const feed = await new Parser().parseURL(address);
  const entries = feed.items.map(({ id, title, link, summary, pubDate }) => ({ id, title, link, summary, updated: pubDate }));
  return { title: feed.title, link: feed.link, entries };
});
