const { tell } = require("./tell.cjs");
const { unfurl } = require("unfurl.js");

tell(async (address) => {
  const { open_graph: graph, oEmbed: embed } = await unfurl(address);
  return {
    title: graph.title,
    text: graph.description,
    image: graph.images[0].url,
    alt: graph.images[0].alt,
    lang: graph.locale,
    html: embed.html,
    oembed_title: embed.title,
  };
});
