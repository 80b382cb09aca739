"""What the page of an item offers to paste."""

from __future__ import annotations

import html
import re

from flask.testing import FlaskClient


def snippets(client: FlaskClient, address: str) -> list[str]:
    page = client.get(address).get_data(as_text=True)
    return [html.unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.S)]


def test_five_ways_to_embed_the_simplest_first(tiny_client: FlaskClient) -> None:
    link, quote, image, frame, element = snippets(tiny_client, "/zh-Hans+en/articles/harbor/sections/s1")
    page = "http://localhost/zh-Hans+en/articles/harbor/sections/s1"
    embed = "http://localhost/embed/zh-Hans+en/section/harbor/s1"
    assert link == page
    assert quote == (
        f'<blockquote cite="{page}">'
        '<p lang="zh-Hans">2025年6月30日，12座数据中心用电6.8吉瓦。计划耗资5.3万亿日元（397.7亿美元）。</p>'
        '<p lang="en">12 sites of data centers draw 6.8 gigawatts, 30 June 2025.'
        " The plan costs JP¥5.3T (39.77 billion US dollars).</p>"
        f'<footer><a href="{page}">建什么 / What is built</a></footer></blockquote>'
    )
    assert f'<img src="{embed}.png" width="600" height="315" alt="' in image
    assert re.fullmatch(
        rf'<iframe src="{re.escape(embed)}" width="600" height="\d+" title="建什么 / What is built" loading="lazy"'
        r' style="border:0;max-width:100%"></iframe>',
        frame,
    )
    assert element.startswith(
        f'<duizhao-card src="{embed}"><blockquote><a href="{page}">建什么 / What is built</a></blockquote></duizhao-card>\n'
    )


def test_every_page_of_an_item_has_a_copy_box_and_lists_have_none(tiny_client: FlaskClient) -> None:
    for item in ("articles/harbor", "articles/harbor/sections/s2", "figures/harbor-sites", "terms/data"):
        assert len(snippets(tiny_client, f"/en/{item}")) == 5
    for several in ("", "terms", "articles/harbor/figures", "exports"):
        assert not snippets(tiny_client, f"/en/{several}")


def test_the_copy_box_speaks_the_readers_language(tiny_client: FlaskClient) -> None:
    page = tiny_client.get("/zh-Hant/terms/data").get_data(as_text=True)
    assert "<summary>嵌入本頁內容</summary>" in page
