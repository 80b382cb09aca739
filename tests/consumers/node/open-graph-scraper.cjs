const { tell } = require("./tell.cjs");
const scrape = require("open-graph-scraper");

tell(async (address) => {
  const { error, result } = await scrape({ url: address, urlValidatorSettings: { require_tld: false, require_host: true, protocols: ["http"] } });
  if (error) throw new Error(JSON.stringify(result));
  const [image] = result.ogImage;
  return { title: result.ogTitle, text: result.ogDescription, image: image.url, alt: image.alt, lang: result.ogLocale };
});
