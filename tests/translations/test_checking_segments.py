"""What a translator is told of a segment, from the text alone."""

from __future__ import annotations

import pytest

from translations import resolve
from translations.checking import Issue, Segment, Severity, check_segment


def found(source: str, target: str, to: str = "en", origin: str = "zh-CN") -> tuple[Issue, ...]:
    return check_segment(Segment(source, target, origin, to), resolve("en")).issues


def only(source: str, target: str, to: str = "en", origin: str = "zh-CN") -> Issue:
    issues = found(source, target, to, origin)
    assert len(issues) == 1, issues
    return issues[0]


RIGHT = [
    ("OpenAI估值8300亿美元。", "OpenAI is valued at $830 billion."),
    ("5.3万亿日元（折合约397.7亿美元）", "JPY 5.3 trillion (about US$39.77 billion)"),
    ("总装机容量1.2吉瓦。", "A total capacity of 1,200 MW."),
    ("利率下调10个基点。", "Rates were cut by 0.1 percentage points."),
    ("约占三分之一。", "It makes up about one third."),
    ("占三分之一。", "It makes up 33.3%."),
    ("七成受访者同意。", "70% of those asked agreed."),
    ("销量翻了一番。", "Sales doubled."),
    ("销量是去年的两倍。", "Sales were double last year's."),
    ("销量增长两倍。", "Sales tripled."),
    ("销量翻了一番。", "Sales rose by 100%."),
    ("投资1057.73亿元。", "An investment of about 105.8 billion yuan."),
    ("投资1057.73亿元。", "An investment of more than 105 billion yuan."),
    ("投资8300亿元。", "An investment of about 800 billion yuan."),
    ("投资30亿至50亿美元。", "It will invest $3 billion to $5 billion."),
    ("数十万人。", "Hundreds of thousands of people."),
    ("近20年来首次。", "The first time in nearly two decades."),
    ("会员打八五折。", "Members get 15% off."),
    ("上世纪90年代，公司有两家工厂。", "In the 1990s the company had two plants."),
    ("2024财年亏损5.2亿元。", "It lost 520 million yuan in fiscal 2024."),
    ("三季度营收15亿元。", "Third-quarter revenue was 1.5 billion yuan."),
    ("10月12日，公司宣布裁员335人。", "On 12 October the company said it would lay off 335 people."),
    ("净利润增速为-5.2%。", "Net profit fell by 5.2%."),
    ("两家公司各持股50%。", "Both companies hold half."),
    ("出口增长4.6%，进口增长1.2%。", "Imports grew by 1.2%, exports by 4.6%."),
    ("净利润从3.2亿元增至5.6亿元。", "Net profit climbed to 560m yuan from 320m."),
    ("投资额从20亿提高到30亿美元。", "It raised its investment from $2bn to $3bn."),
    ("股价下跌48%。", "Shares lost nearly half their value."),
    ("每10个人中有3个使用。", "Three in ten people use it."),
    ("30天内付款。", "Payment is due within a month."),
    ("上半年售出30万辆。", "It sold 300,000 cars in six months."),
    ("全程160分钟。", "It takes two hours and 40 minutes."),
    ("失业率从5.6%降至5.4%。", "Unemployment fell to 5.4 percent from 5.6."),
    ("投资1.5亿美元。", "It invested US$ 150m."),
    ("占地约100公里外。", "It is about 62 miles away."),
    ("年产10万吨。", "It makes 100,000 tonnes a year."),
    ("销量翻了一番。", "Sales were twice as high."),
    ("可享九折。", "Customers get 10% off."),
    ("交易价格为面值的31%。", "They trade at 31 cents on the dollar."),
    ("存量三万亿。", "The stock is worth 3 trillion yuan."),
    (
        "自1月1日起，最低工资上调至每月2600元，小时工为25元。",
        "The minimum wage will be 2,600 yuan a month, or 25 yuan an hour, from January 1.",
    ),
    ("2024财年，三季度营收8亿元。", "In fiscal 2024 third-quarter revenue was 800 million yuan."),
    ("占地1200亩。", "It covers 80 hectares."),
    ("该建案每坪85万元。", "The flats cost 850,000 yuan per ping."),
    ("利率下调100个基点。", "Rates were cut by a full percentage point."),
    ("去年客流量为8390万人次。", "Traffic hit 83.9m last year."),
    ("利润3.6亿美元，上年同期3.2亿美元。", "Profit was $360m, against 320m a year earlier."),
    ("票面利率分别为2.35%和2.8%。", "The coupons are 2.35 per cent and 2.8 per cent respectively."),
    ("三家银行各承担三分之一。", "The loan was split in equal thirds between three banks."),
    (
        "市场将由2023年的150亿元增至1500亿元。",
        "The market will grow from 15 billion yuan in 2023 to 150 billion.",
    ),
    ("上限由1.2万元提至2.4万元。", "The limit was doubled, to 24,000 yuan from 12,000."),
    (
        "2022年至2024年分别亏损8亿元、6亿元和2亿元。",
        "It lost 800m yuan in 2022, 600m yuan in 2023 and 200m yuan in 2024.",
    ),
    ("该公司在22个国家设有58座工厂。", "The company has 58 factories in 22 countries."),
    ("中国市场下降3.5%，美国市场下降2.1%。", "Sales fell 3.5% in China and 2.1% in the US."),
    ("货物吞吐量同比增长4%。", "It handled 4% more cargo than in the same period of 2023."),
    ("利润较2023年同期增长4%。", "Profit was up by 4% from a year earlier."),
    ("每10股派现23.5元。", "It will pay 2.35 yuan a share."),
    ("每千人拥有8.2张病床。", "There are 8.2 beds per thousand people."),
    ("上市24小时大定1.8万台。", "It drew 18,000 orders in its first day."),
    ("过去12个月铜价上涨9%。", "Copper is up by 9% over the past year."),
    ("90后消费者贡献六成。", "Consumers born in the 1990s account for 60%."),
    ("九五后消费者贡献六成。", "Consumers born after 1995 account for 60%."),
    ("每股派息15港仙。", "It will pay a dividend of 15 cents a share."),
    ("收入9.8亿港元，每股派息0.15港元。", "Revenue was HK$980m and the dividend 15 cents a share."),
    ("全周升值400点。", "It gained 400 pips over the week."),
    ("收入实现中双位数增长。", "Revenue saw mid-teens growth."),
    ("前三季度营收137.6亿元。", "Nine-month revenue was 13.76bn yuan."),
    ("2021年至2023年，累计亏损27亿元。", "It lost 2.7bn yuan over the three years to 2023."),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_amount_said_otherwise_is_right(source: str, target: str) -> None:
    assert found(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"), [pair for pair in RIGHT if "about 8" not in pair[1] and "more than" not in pair[1]]
)
def test_the_other_way_round_it_is_right_too(source: str, target: str) -> None:
    assert found(target, source, "zh-CN", "en") == ()


def test_copied_digits_are_called_so() -> None:
    issue = only("投资90亿美元。", "An investment of $90 billion.")
    assert issue.kind == "scale"
    assert issue.power == 1
    assert issue.suggestion == "$9 billion"
    assert issue.source is not None
    assert issue.target is not None
    assert (issue.source.start, issue.source.end, issue.source.text) == (2, 7, "90亿美元")
    assert (issue.target.start, issue.target.end, issue.target.text) == (17, 28, "$90 billion")
    assert issue.message == (
        "The digits were copied and 亿 was read as billion: the target says 10 times the amount."
    )


@pytest.mark.parametrize(
    ("source", "target", "kind", "power", "suggestion"),
    [
        ("估值8300亿美元。", "It is valued at $8.3 billion.", "scale", -2, "$830 billion"),
        ("估值8300亿美元。", "It is valued at US$83bn.", "scale", -1, "US$830bn"),
        ("投资300亿美元。", "An investment of $31 billion.", "value", None, "$30 billion"),
        ("募资36亿港元。", "It raised $3.6 billion.", "currency", None, "HK$3.6 billion"),
        ("利润率提高2个百分点。", "Margins rose by 2%.", "percent_points", None, "2 percentage points"),
        ("出口增长6.3%。", "Exports rose by 6.3 percentage points.", "percent_points", None, "6.3%"),
        ("销量增长两倍。", "Sales doubled.", "growth", None, "tripled"),
        ("每10股派现23.5元。", "It will pay 2.53 yuan a share, for every 10.", "value", None, "23.5 yuan"),
        ("亏损1.3亿元，扩大0.4亿元。", "It lost 130m yuan, 4 million more.", "scale", -1, "40 million yuan"),
        (
            "客座率提高1.8个百分点。",
            "Its load factor was 1.6 points up.",
            "value",
            None,
            "1.8 percentage points",
        ),
        ("每股收益0.15元。", "Earnings were 15 cents a share.", "currency", None, "0.15 Chinese yuan"),
        ("前三季度营收137亿元。", "Nine-month revenue was 1.37bn yuan.", "scale", -1, "13.7bn yuan"),
        ("销量翻了两番。", "Sales have tripled.", "growth", None, "quadrupled"),
        ("占地3万亩。", "It covers 30,000 hectares.", "unit", None, None),
        ("装机容量500兆瓦。", "A capacity of 500 gigawatts.", "scale", 3, "500 megawatts"),
        ("公司有335家门店。", "The company has 353 stores.", "value", None, "335"),
        ("占六成。", "It makes up 16%.", "value", None, "60%"),
        ("可享九折。", "Customers get 90% off.", "value", None, "10%"),
    ],
)
def test_mistakes_are_named_and_mended(
    source: str, target: str, kind: str, power: int | None, suggestion: str | None
) -> None:
    issue = only(source, target)
    assert (issue.kind, issue.power, issue.severity) == (kind, power, Severity.ERROR)
    if suggestion is not None:
        assert issue.suggestion == suggestion


def test_suggestions_are_in_the_language_and_manner_of_the_target() -> None:
    source = "The company is valued at $830 billion."
    assert only(source, "该公司估值830亿美元。", "zh-CN", "en").suggestion == "8300亿美元"
    assert only(source, "該公司估值830億美元。", "zh-TW", "en").suggestion == "8300億美元"
    assert only("It employs 2,800 people.", "公司有280名员工。", "zh-CN", "en").suggestion == "2800名"


@pytest.mark.parametrize(
    ("source", "target", "to", "suggestion"),
    [
        ("Sales tripled.", "销量增长三倍。", "zh-CN", "两倍"),
        ("销量增至去年的三倍。", "Sales have grown by 300% in a year.", "en", "200%"),
        ("占地3万亩。", "It covers 30,000 hectares.", "en", "2,000 hectares"),
        ("发电30亿度。", "It made 3 GWh of power.", "en", "3,000 GWh"),
        ("投资3至5亿元。", "It will invest 3 to 5 billion yuan.", "en", "300–500 million yuan"),
        ("三季度亏损。", "It made a loss in the second quarter.", "en", "third quarter"),
        (
            "2024年三季度亏损。",
            "It made a loss in the second quarter of 2024.",
            "en",
            "third quarter of 2024",
        ),
        ("It was built in the 1960s.", "建于20世纪70年代。", "zh-CN", "20世纪60年代"),
        ("It fell in February.", "3月下跌。", "zh-CN", "二月"),
        ("每股派息0.125元。", "The dividend is RMB12.5 a share.", "en", "RMB0.125"),
    ],
)
def test_a_suggestion_can_be_pasted(source: str, target: str, to: str, suggestion: str) -> None:
    origin = "en" if to == "zh-CN" else "zh-CN"
    assert only(source, target, to, origin).suggestion == suggestion


@pytest.mark.parametrize(
    ("source", "target", "kind", "spans"),
    [
        ("日元兑美元报158.1。", "The yen traded at 151.8 to the dollar.", "value", ("158.1", "151.8")),
        (
            "交付67架，其中45架为A320系列。",
            "It delivered 67 jets, of which 54 were A320s.",
            "value",
            ("45架", "54"),
        ),
        (
            "月活跃用户由3200万增加。",
            "It has grown from 320 million users a month.",
            "scale",
            ("3200万", "320 million"),
        ),
    ],
)
def test_numbers_without_a_unit_are_compared(
    source: str, target: str, kind: str, spans: tuple[str, str]
) -> None:
    issue = only(source, target)
    assert issue.source is not None
    assert issue.target is not None
    assert (issue.kind, (issue.source.text, issue.target.text)) == (kind, spans)


def test_what_is_missing_can_be_added() -> None:
    issue = only(
        "公司在欧洲有1100名员工，去年投入3.5亿欧元。", "The company spent €350m in Europe last year."
    )
    assert (issue.kind, issue.target, issue.suggestion) == ("missing", None, "1,100")
    assert issue.message == "“1100名” is missing from the target."


def test_what_is_added_has_no_source() -> None:
    issue = only("库存增加。", "Stocks rose by 25%.")
    assert (issue.kind, issue.source) == ("added", None)
    assert issue.message == "“25%” is not in the source."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "前五个月，出口增长4.6%，进口增长1.2%。",
            "In the first five months exports grew by 1.2% and imports by 4.6%.",
        ),
        ("持股比例由28.6%升至51%。", "Its stake goes from 51% to 28.6%."),
        ("Meta持股30%，OpenAI持股50%。", "Meta holds 50% and OpenAI 30%."),
        ("2023年为30亿元，2024年为50亿元。", "It was 5 billion yuan in 2023 and 3 billion yuan in 2024."),
        ("投资3亿美元和5亿日元。", "It invested $500 million and 300 million yen."),
        ("票面利率分别为2.35%和2.80%。", "The coupons are 2.80 per cent and 2.35 per cent respectively."),
        (
            "该公司在22个国家设有58座工厂，员工19万人。",
            "It has 22 factories in 58 countries and 190,000 employees.",
        ),
        ("中国市场下降3.5%，美国市场下降2.1%。", "Sales fell 2.1% in China and 3.5% in the US."),
        (
            "负债率由去年底的41.2%降至35.9%。",
            "Gearing stood at 41.2%, down from 35.9% at the end of last year.",
        ),
        (
            "收入637亿元，较2024年同期的664亿元下降。",
            "Revenue was 66.4bn yuan, down from 63.7bn yuan in 2024.",
        ),
        ("NIO品牌37,656辆，ONVO 36,928辆。", "It sold 36,928 of the NIO brand and 37,656 of ONVO."),
    ],
)
def test_figures_that_changed_places_are_swapped(source: str, target: str) -> None:
    assert {issue.kind for issue in found(source, target)} >= {"swapped"}


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("2024年11月签署协议。", "The agreement was signed in November 2023.", "November 2024"),
        ("始建于2015年。", "It was built in 2005.", "2015"),
        ("须在9月30日前付清。", "It must be paid by October 30.", "September 30"),
        ("上世纪60年代建成。", "It was built in the 1970s.", None),
        ("第二财季亏损。", "It made a loss in the fiscal third quarter.", None),
        ("春运从1月14日开始。", "The travel season starts on January 24.", "January 14"),
        ("The tariff will rise on August 1st.", "关税将于8月11日提高。", None),
    ],
)
def test_dates_that_differ_are_named(source: str, target: str, suggestion: str | None) -> None:
    issue = only(source, target)
    assert (issue.kind, issue.severity) == ("date", Severity.ERROR)
    if suggestion:
        assert issue.suggestion == suggestion


def test_a_relative_word_stands_for_a_date() -> None:
    assert found("去年，公司亏损5亿元。", "In 2024 the company lost 500 million yuan.") == ()


def test_opposed_bounds_are_a_warning() -> None:
    issue = only("投资逾40亿元。", "An investment of less than 4 billion yuan.")
    assert (issue.kind, issue.severity) == ("value", Severity.WARNING)
    assert issue.message == "The source gives a lower bound (more than, at least), the target an upper one."


def test_bounds_that_differ_gently_are_no_issue() -> None:
    assert found("投资约40亿元。", "An investment of nearly 4 billion yuan.") == ()


def test_a_lost_sign_is_an_error() -> None:
    issue = only("同比增速为-5.2%。", "Growth was 5.2% year on year.")
    assert (issue.kind, issue.severity) == ("value", Severity.ERROR)


def test_a_repeated_figure_may_be_said_once() -> None:
    assert (
        found("投资20亿元。这20亿元将分期到位。", "The investment of 2 billion yuan will be made in stages.")
        == ()
    )


def test_empty_texts_have_no_issues() -> None:
    assert found("", "") == ()
    assert found("没有数字。", "No numbers here.") == ()


@pytest.mark.parametrize(
    "text", ["\ud800 90亿美元", "9" * 10_000, "\x00$5bn\x00", "これは日本語です", "%" * 1000]
)
def test_any_text_can_be_checked(text: str) -> None:
    assert found(text, text) == ()


def test_an_unknown_language_is_no_fault() -> None:
    assert found("投资90亿美元。", "90亿美元", "no_tag!", "??") == ()


def test_many_figures_take_bounded_time() -> None:
    source = "，".join(f"投资{number}亿元" for number in range(100, 1100))
    target = ", ".join(f"{number * 3} billion yuan" for number in range(100, 1100))
    assert len(found(source, target)) >= 1000


def test_a_warning_leaves_a_segment_right() -> None:
    segment = Segment("投资逾40亿元。", "An investment of less than 4 billion yuan.", "zh-CN", "en")
    assert check_segment(segment, resolve("en")).ok


def test_further_checks_join_in() -> None:
    from translations.checking import IssueKind, check_figures
    from translations.locales import ReaderLocale

    def shouting(segment: Segment, reader: ReaderLocale, /) -> tuple[Issue, ...]:
        return (Issue(IssueKind.ADDED, Severity.WARNING, f"told in {reader.content}"),)

    segment = Segment("投资90亿美元。", "An investment of $90 billion.", "zh-CN", "en")
    verdict = check_segment(segment, resolve("zh-Hant"), (check_figures, shouting))
    assert [issue.kind for issue in verdict.issues] == ["scale", "added"]
    assert verdict.issues[1].message == "told in zh-Hant"


def test_tags_are_no_part_of_a_figure_and_spans_point_into_the_text_as_given() -> None:
    source, target = "投资<b>90</b> 亿美元。", "It invested USD <b>90</b> billion."
    issue = only(source, target)
    assert (issue.kind, issue.power, issue.suggestion) == ("scale", 1, "USD 9 billion")
    assert issue.source is not None
    assert issue.target is not None
    assert (issue.source.start, issue.source.end, issue.source.text) == (5, 15, "90</b> 亿美元")
    assert (issue.target.start, issue.target.end, issue.target.text) == (12, 33, "USD <b>90</b> billion")
    assert target[issue.target.start : issue.target.end] == issue.target.text
    assert issue.message == (
        "The digits were copied and 亿 was read as billion: the target says 10 times the amount."
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("投资<b>90</b>亿美元。", "It invested <b>$9</b> billion."),
        ("共{0}个文件，{count}项错误。", "{0} files, {count} errors."),
        ('<x id="90"/>已完成 50%。', '<x id="90"/>50% done.'),
        ("研发&amp;销售费用为3.2亿元。", "R&amp;D and selling expenses came to 320 million yuan."),
        ("利润率为&#51;5%。", "The margin is 35%."),
    ],
)
def test_markup_says_no_number(source: str, target: str) -> None:
    assert found(source, target) == ()


def test_a_check_can_see_the_segment_as_given() -> None:
    from translations.locales import ReaderLocale

    seen: list[Segment] = []

    def look(segment: Segment, reader: ReaderLocale, /) -> tuple[Issue, ...]:
        seen.append(segment)
        return ()

    given = Segment("<b>90</b>%", "90%", "zh-CN", "en")
    check_segment(given, resolve("en"), (look,))
    check_segment(Segment("90%", "90%", "zh-CN", "en"), resolve("en"), (look,))
    assert (seen[0].source, seen[0].as_given) == ("90%", given)
    assert seen[1].as_given is None


@pytest.mark.parametrize(
    ("source", "target", "to", "suggestion"),
    [
        ("Revenue doubled.", "营收增长两倍。", "zh-CN", "一倍"),
        ("Revenue doubled.", "营收增长2倍。", "zh-CN", "1倍"),
        ("Revenue more than doubled.", "营收增长两倍多。", "zh-CN", "一倍多"),
        ("Revenue doubled.", "营收翻了两番。", "zh-CN", "翻一番"),
        ("Revenue quadrupled.", "營收翻了一番。", "zh-TW", "翻兩番"),
        ("Revenue tripled.", "營收成長三倍。", "zh-TW", "兩倍"),
        ("Revenue tripled.", "营收翻了一番。", "zh-CN", "增至原来的三倍"),
        ("Revenue rose by 100%.", "营收增长两倍。", "zh-CN", "一倍"),
    ],
)
def test_a_growth_is_mended_to_what_holds_behind_its_verb(
    source: str, target: str, to: str, suggestion: str
) -> None:
    issue = only(source, target, to, "en")
    assert issue.kind == "growth"
    assert issue.suggestion == suggestion


@pytest.mark.parametrize(
    ("source", "to", "suggestion"),
    [("Revenue doubled.", "zh-CN", "翻一番"), ("Revenue tripled.", "zh-TW", "增至原來的三倍")],
)
def test_a_missing_multiple_is_worded_so_that_no_verb_turns_it(source: str, to: str, suggestion: str) -> None:
    issue = only(source, "营收增长。", to, "en")
    assert (issue.kind, issue.suggestion) == ("missing", suggestion)


def test_a_number_without_unit_may_be_rounded_by_the_target() -> None:
    source = "It delivered 462,890 cars, short of the 469,828 that were expected."
    assert found(source, "交付46.3万辆，低于预期的近47万辆。", "zh-CN", "en") == ()
    assert only(source, "交付46.3万辆，低于预期的近49万辆。", "zh-CN", "en").kind == "value"
