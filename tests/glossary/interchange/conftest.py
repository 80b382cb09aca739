"""What the tests of exchange formats use."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from api.content import Content as AuthoredContent
from glossary import Concept, ConceptType, PartOfSpeech, Status, SubjectField, Term, TermType
from glossary.interchange.language_tags import tagged_language
from glossary.interchange.writing import PROFILES, Content, Header, Omission, Omissions, selected, write
from translations import LocalizedText, PartialText

FIELD = SubjectField("finance", LocalizedText("金融", "金融", "Finance"))


class Written:
    """Writes concepts in a form and keeps what was left out of the last file."""

    def __init__(self) -> None:
        self.omissions: list[tuple[str, str]] = []

    def octets(self, profile: str, concepts: Iterable[Concept], *tags: str) -> bytes:
        """Return the file in the languages `tags`, zh-Hans and en without any."""
        form = PROFILES[profile]
        spoken = [tagged_language(tag) for tag in tags or ("zh-Hans", "en")]
        languages = tuple(form.spelled(language) for language in spoken if language)
        listed = list(concepts)
        find = {concept.id: concept for concept in listed}.get
        kept = listed if form.flat else selected(listed, {each.content for each in languages}, find)
        self.omissions = []
        header = Header("Glossary", "Duizhao", "1.0")
        content = Content(kept, [FIELD], languages, header, Omissions(self._note))
        return b"".join(write(form, content))

    def __call__(self, profile: str, concepts: Iterable[Concept], *tags: str) -> str:
        """Return the file as text, with its line ends."""
        return self.octets(profile, concepts, *tags).decode("utf-8")

    def _note(self, omission: Omission) -> None:
        self.omissions.append((omission.text, omission.reason))


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def tiny_concepts(tiny_content: AuthoredContent) -> tuple[Concept, ...]:
    return tuple(tiny_content.glossary.concepts)


@pytest.fixture
def pair() -> Callable[..., Concept]:
    """Return a function that makes a concept of a Chinese and an English term."""

    def make(chinese: str, english: str | None = "word", **fields: object) -> Concept:
        terms = [_term(chinese, "zh-Hans")] + ([_term(english, "en")] if english is not None else [])
        given: dict[str, object] = {"id": "c", "terms": tuple(terms), "definition": None, **fields}
        return Concept(concept_type=ConceptType.GENERAL, subject_field="finance", **given)  # type: ignore[arg-type]

    return make


def _term(text: str, language: str) -> Term:
    return Term(text, language, Status.PREFERRED, TermType.FULL_FORM, PartOfSpeech.NOUN)


@pytest.fixture
def rich() -> Concept:
    """A concept with everything that a concept can have."""
    terms = (
        Term(
            "软银集团",
            "zh-Hans",
            Status.PREFERRED,
            TermType.FULL_FORM,
            PartOfSpeech.PROPER_NOUN,
            "ruǎn yín jí tuán",
        ),
        Term("软银", "zh-Hans", Status.PREFERRED, TermType.SHORT_FORM, PartOfSpeech.PROPER_NOUN, "ruǎn yín"),
        Term(
            "軟銀集團",
            "zh-Hant",
            Status.PREFERRED,
            TermType.FULL_FORM,
            PartOfSpeech.PROPER_NOUN,
            "ruǎn yín jí tuán",
        ),
        Term(
            "Softbank",
            "en",
            Status.DEPRECATED,
            TermType.VARIANT,
            PartOfSpeech.PROPER_NOUN,
            use="SoftBank",
            note=PartialText(en="The B is a capital."),
        ),
        Term(
            "SoftBank Group Corp.",
            "en",
            Status.PREFERRED,
            TermType.FULL_FORM,
            PartOfSpeech.PROPER_NOUN,
            context="SoftBank Group Corp. reports in May.",
            source="https://group.softbank/en",
        ),
        Term(
            "SoftBank",
            "en",
            Status.PREFERRED,
            TermType.SHORT_FORM,
            PartOfSpeech.PROPER_NOUN,
            geographical_usage="US",
        ),
        Term(
            "Soft Bank", "en", Status.SUPERSEDED, TermType.VARIANT, PartOfSpeech.PROPER_NOUN, use="SoftBank"
        ),
    )
    return Concept(
        "softbank-group",
        ConceptType.INDIVIDUAL,
        "finance",
        PartialText(zh_hans="日本投资公司。", en="Japanese <holding> & more."),
        terms,
        note=PartialText(en="Not SoftBank Corp."),
        related=("arm", "nowhere"),
        xrefs=("https://www.wikidata.org/entity/Q201653", "urn:isbn:0"),
        replaces=("softbank",),
        sections=("article/s1",),
        distractors=("疲软银行",),
    )
