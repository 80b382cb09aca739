"""The style of a chart that is a file by itself; in a page duizhao.css has it."""

from __future__ import annotations

from api.hash_source import hash_source

STYLE = """
svg { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif; font-size: 15px; }
:lang(zh-Hans) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
:lang(zh-Hant) { font-family: "PingFang TC", "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif; }
.paper { fill: #fdfcfa; }
text { fill: #1d1b18; stroke: #fdfcfa; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
.heading { font-weight: 650; }
.value { font-weight: 650; fill: #14566b; }
.tick tspan, .source { fill: #5d574e; font-size: 12px; }
.tick line { stroke: #d9d3c7; }
.zero line { stroke: #5d574e; }
.bar rect { fill: #d9d3c7; stroke: #5d574e; }
.bar.highlight rect { fill: #14566b; stroke: #14566b; }
.highlight .label { font-weight: 650; }
@media (prefers-color-scheme: dark) {
  .paper { fill: #181715; }
  text { fill: #ebe7df; stroke: #181715; }
  .value { fill: #7cc6dd; }
  .tick tspan, .source { fill: #aaa397; }
  .tick line { stroke: #403c36; }
  .zero line { stroke: #aaa397; }
  .bar rect { fill: #403c36; stroke: #aaa397; }
  .bar.highlight rect { fill: #7cc6dd; stroke: #7cc6dd; }
}
"""

# A picture that is opened by itself is a document, which loads nothing and has no style but this one
# (https://www.w3.org/TR/CSP3/#external-hash).
CONTENT_SECURITY_POLICY = f"default-src 'none'; style-src '{hash_source(STYLE.encode())}'"

# Of a card, which is only ever seen as pixels. Our fonts have one weight: a stroke of the text's own colour makes it bold.
CARD_STYLE = """
text { fill: #1d1b18; }
.paper { fill: #fdfcfa; }
.strip { fill: #8a2f1d; }
.sign-lines { stroke: #fff; stroke-width: 2.6; stroke-linecap: round; }
.brand { fill: #8a2f1d; stroke: #8a2f1d; stroke-width: .03em; }
.title, .strong { stroke: #1d1b18; stroke-width: .032em; }
.other { stroke: #1d1b18; stroke-width: .02em; }
.number, .value { fill: #14566b; stroke: #14566b; stroke-width: .032em; }
.kicker, .reading, .sign, .source, .tick { fill: #5d574e; }
rect.rule, rect.tick { fill: #d9d3c7; }
rect.zero { fill: #5d574e; }
rect.bar { fill: #d9d3c7; stroke: #5d574e; stroke-width: 2; }
rect.highlight { fill: #14566b; stroke: #14566b; stroke-width: 2; }
"""
