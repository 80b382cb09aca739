const { tell, html } = require("./tell.cjs");
const rules = ["title", "description", "image", "url", "lang", "iframe"];
const scrape = require("metascraper")(rules.map((rule) => require(`metascraper-${rule}`)()));

tell(async (address) => {
  const found = await scrape({ url: address, html: await html(address) });
  return { title: found.title, text: found.description, image: found.image, url: found.url, lang: found.lang, html: found.iframe };
});
