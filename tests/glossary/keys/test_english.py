"""English words: folded, their forms brought together, other words kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.english import is_form_of, stem, stem_key, words
from glossary.keys.inflection import noun_forms, verb_forms
from glossary.keys.irregular import irregular_plurals, irregular_verbs, odd_verb_forms, unrelated
from glossary.keys.spelling import spelling_pairs

# Two forms of one word, each a form of the other or of its base.
FORMS = """
subsidiaries subsidiary, indices index, indexes index, indices indexes, criteria criterion, analyses analysis,
analyses analyse, analyses analyze, analysing analyze, men man, chairmen chairman, women woman, children child,
people person, salespeople salesperson, shelves shelf, halves half, bases base, bases basis, data datum,
crises crisis, media medium, formulae formula, formulas formula, bureaux bureau, memoranda memorandum,
companies company, companys company, moodys moody, subsidiary subsidiaries, etfs etf, pcs pc, holdings holding,
holding holdings, businesses business, losses loss, taxes tax, boxes box, matches match, batches batch, cases case,
licences licence, quizzes quiz, gases gas, buses bus, casinos casino, heroes hero, tariffs tariff, gurus guru,
monopolies monopoly, currencies currency, surveys survey, keys key, taxis taxi, knives knife, staffs staff,
bought buy, sold sell, rose rise, risen rise, rises rise, rising rise, fell fall, fallen fall, grew grow, grown grow,
held hold, spent spend, built build, led lead, lent lend, paid pay, bet bet, betting bet, cut cut, cutting cut,
hit hit, put put, raised raise, raising raise, invested invest, investing invest, invests invest, planned plan,
planning plan, acquired acquire, acquiring acquire, supplied supply, supplying supply, supplies supply, died die,
dying die, panicked panic, trafficking traffic, agreed agree, agreeing agree, offset offset, offsetting offset,
equipped equip, occurred occur, offered offer, withdrew withdraw, underwritten underwrite, forecasted forecast,
undergoes undergo, overtook overtake, was be, has have, does do, went go, taxed tax, played play, showing show,
owed owe, owing owe, used use, using use, quitting quit, aging age, ageing age, layered layer, kayaking kayak, modelling modeling, fuelled fueled, labellers labeler,
centres center, centre centers, centred center, centring center, datacentre datacenter, theatres theater,
programmes program, programmed program, labour labor, labours labor, labourers laborer, favourable favorable,
behavioural behavioral, organised organize, organises organizes, organisation organization, realising realize,
organisations organization, analysed analyze, defence defense, licence license, licensing licence, practised practice,
travelled travel, traveled travel, travelling traveling, modelling model, catalogue catalog, catalogues catalog,
grey gray, fulfils fulfill, fulfilled fulfil, enrolment enrollment, judgement judgment, ageing aging, adviser advisor,
sceptical skeptical, aluminium aluminum, focussed focus, focused focus, levelled level, cancelling cancel,
fibres fiber, dialogue dialog, instalments installment, manoeuvred maneuver
"""

# No forms of one another in this direction.
OTHERS = """
earnings earning, earning earnings, earnings earn, news new, new news, mean means, good goods, damage damages,
custom customs, arm arms, series serie, species specie, said ai, gas ga, us u, as a, its it, has ha, this thi,
business busines, business busy, tonne ton, tonnes tons, holdings hold, hold holding, united unit, feed fee,
economics economic, economic economics, rated rat, planed plan, hoping hop, staring star, sting st, string str,
cheque check, storey story, draught draft, shed she, seed see, builded build, buyed buy, teached teach, princess princes,
prise prize, investor invest, investment invest, governor govern, profitable profit, banker bank, sale sell,
founded find, ai a, ais i, canvas can, arms army, basis bias, price prize, form from, economies economist,
capitals capitol, stationary stationery, lead led, refilled refile, herring her, uses us
"""


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [(form, base) for form, base in (entry.split() for entry in lines.replace("\n", " ").split(","))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("data centre", ["data", "centre"]),
        ("Data–Centres", ["data", "centres"]),
        ("e-commerce", ["e", "commerce"]),
        ("Moody’s", ["moodys"]),
        ("Moody's S&P 500", ["moodys", "sandp", "500"]),
        ("AT＆T", ["atandt"]),
        ("subsidiaries’ share", ["subsidiaries", "share"]),
        ("Goldman Sachs's", ["goldman", "sachs"]),
        ("U.S. dollar (e.g. J.P. Morgan)", ["us", "dollar", "eg", "jp", "morgan"]),
        ("GPT-4.5, 1,000%", ["gpt", "4", "5", "1", "000"]),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", ["full", "width"]),
        ("café Straße Č", ["cafe", "strasse", "c"]),
        ("cafe\u0301", ["cafe"]),
        ("co\u00adoperation\u200b", ["cooperation"]),
        ("AI芯片和GPU", ["ai", "gpu"]),
        ("数据中心、アーム、한국", []),
        ("— … %", []),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("form", "base"), _pairs(FORMS))
def test_form(form: str, base: str) -> None:
    assert is_form_of(form, base)
    assert stem(form) == stem(base)


@pytest.mark.parametrize(("form", "base"), _pairs(OTHERS))
def test_other_word(form: str, base: str) -> None:
    assert not is_form_of(form, base)


def test_stem_key_brings_forms_and_spellings_of_a_term_together() -> None:
    keys = {stem_key(t) for t in ("data centre", "Data Centers", "data-centre’s", "DATA CENTERS’")}
    assert len(keys) == 1
    assert stem_key("initial public offerings") == stem_key("Initial Public Offering")
    assert stem_key("Moody's") == stem_key("Moody")
    assert stem_key("软银") == ""


def test_irregular_forms_are_of_their_bases() -> None:
    for table in (irregular_plurals(), irregular_verbs(), odd_verb_forms()):
        for base, forms in table.items():
            for form in forms:
                assert is_form_of(form, base), (form, base)
                assert stem(form) == stem(base), (form, base)


def test_unrelated_words_would_be_taken_for_forms() -> None:
    for word, other in unrelated():
        assert word in noun_forms(other) | verb_forms(other), (word, other)
        assert not is_form_of(word, other), (word, other)
        assert not is_form_of(other, word), (word, other)


_letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)
# Words that end like words: where rules meet.
_ENDINGS = """
e ee y ay ie ye oe se ce ge ise yse ize our ours er re ing ed s ss es is us men man f fe ff l ll z zz ch c ck
x o oo i u a ogue ence ense qu quy quip sed si sis ell ill
"""
_wordlike = st.builds(
    str.__add__, st.text("bcdglmnprstvyaeiou", max_size=6), st.sampled_from(_ENDINGS.split())
)
_listed = [word for pair in spelling_pairs() for word in pair] + [*irregular_plurals(), *irregular_verbs()]
_words = st.one_of(
    _letters,
    _wordlike,
    st.text(max_size=8),
    st.sampled_from(_listed),
    st.builds(str.__add__, st.sampled_from(_listed), st.sampled_from(["s", "es", "ed", "ing", "d", "e"])),
)


@given(_words)
def test_every_form_has_the_stem_of_its_base(base: str) -> None:
    for form in noun_forms(base) | verb_forms(base):
        if is_form_of(form, base):
            assert stem(form) == stem(base), (form, base)
        if is_form_of(base, form):
            assert stem(form) == stem(base), (form, base)


@given(_words)
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@given(_words, _words)
def test_words_of_different_stems_are_no_forms_of_each_other(one: str, other: str) -> None:
    assert stem(one) == stem(other) or not is_form_of(one, other)


@given(st.text())
def test_words_are_folded(text: str) -> None:
    found = words(text)
    assert [w for word in found for w in words(word)] == found
    assert all(found)


@pytest.mark.parametrize(
    "text", ["s" * 10_000, "ing" * 3_000, "\ud800", "💹" * 100, "a\u0301" * 5_000, "a." * 5_000]
)
def test_hostile_text_is_read(text: str) -> None:
    assert stem_key(stem_key(text)) == stem_key(text)
    assert is_form_of(text, text)
