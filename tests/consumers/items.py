"""What is pasted into other sites, an item of each kind, and what a reader has to see of it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

VIEWS = ("zh-Hans", "zh-Hant", "en", "zh-Hans+en")


@dataclass(frozen=True, slots=True)
class Pasted:
    """An item: the path of its page below the view, its embedded address below ``/embed/{view}/``, its words by language.

    `texts` are what its description begins with.
    """

    kind: str
    page: str
    card: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]

    def address(self, site: str, view: str) -> str:
        """Return the address that is pasted."""
        return f"{site}/{view}/{self.page}"

    def frame(self, site: str, view: str) -> str:
        """Return the address of its embed page."""
        return f"{site}/embed/{view}/{self.card}"

    def image(self, site: str, view: str) -> str:
        """Return the address of its card image."""
        return f"{self.frame(site, view)}.png"

    def title(self, view: str) -> str:
        """Return its title, in both languages of a pair."""
        return " / ".join(self.titles[language] for language in view.split("+"))

    def described_in(self, told: str, view: str) -> bool:
        """Whether `told` is its description, in both languages of a pair."""
        languages = view.split("+")
        return told.startswith(self.texts[languages[0]]) and all(
            self.texts[lang] in told for lang in languages
        )


def primary(view: str) -> str:
    """Return the first language of `view`."""
    return view.split("+")[0]


ITEMS = (
    Pasted(
        "article",
        "articles/softbank-ai",
        "article/softbank-ai",
        {
            "zh-Hans": "日本的“AI大业”全靠疯狂砸钱？",
            "zh-Hant": "日本的「AI大業」全靠瘋狂砸錢？",
            "en": "Does Japan’s “grand AI project” run on wild spending alone?",
        },
        {
            "zh-Hans": "软银集团接连以收购和投资加码人工智能；",
            "zh-Hant": "軟銀集團接連以收購和投資加碼人工智慧；",
            "en": "SoftBank Group keeps adding to its artificial intelligence holdings",
        },
    ),
    Pasted(
        "section",
        "articles/softbank-ai/sections/s2",
        "section/softbank-ai/s2",
        {
            "zh-Hans": "孙正义的AI赌注能否换来回报？",
            "zh-Hant": "孫正義的AI賭注能否換來報酬？",
            "en": "Can Son’s bet on AI still pay off?",
        },
        {
            "zh-Hans": "孙正义估计全球AI业务的总收益约600万亿日元，",
            "zh-Hant": "孫正義估計全球AI業務的總收益約600兆日圓，",
            "en": "Masayoshi Son puts the total earnings of AI businesses worldwide",
        },
    ),
    Pasted(
        "figure",
        "figures/vision-fund-loss-fy2022-jpy",
        "figure/vision-fund-loss-fy2022-jpy",
        {
            "zh-Hans": "愿景基金的投资亏损",
            "zh-Hant": "願景基金的投資虧損",
            "en": "Investment loss of the Vision Fund",
        },
        {
            "zh-Hans": "5.3万亿日元 · 2022财年",
            "zh-Hant": "5.3兆日圓 · 2022財年",
            "en": "5.3 trillion Japanese yen · fiscal 2022",
        },
    ),
    Pasted(
        "chart",
        "articles/softbank-ai/charts/ai-use",
        "chart/softbank-ai/ai-use",
        {
            "zh-Hans": "使用过生成式AI的民众占比",
            "zh-Hant": "使用過生成式AI的民眾占比",
            "en": "Share of people who have used generative AI",
        },
        {
            "zh-Hans": "日本 仅26.7% · 美国 68.8% · 中国 81%",
            "zh-Hant": "日本 僅26.7% · 美國 68.8% · 中國 81%",
            "en": "Japan only 26.7% · United States 68.8% · China 81%",
        },
    ),
    Pasted(
        "term",
        "terms/computing-power",
        "term/computing-power",
        {"zh-Hans": "算力", "zh-Hant": "算力", "en": "computing power"},
        {
            "zh-Hans": "芯片、服务器或数据中心所能提供的计算能力，",
            "zh-Hant": "晶片、伺服器或資料中心所能提供的運算能力，",
            "en": "Capacity to carry out computation, as offered by chips, servers or data centers;",
        },
    ),
)
