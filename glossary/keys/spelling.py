"""British and American spelling of the same English word; the American one stands for both.

Words that differ otherwise are left out: tonne and ton, cheque and check, storey and story, draught and
draft. Source: the lists in Wikipedia, "American and British English spelling differences"; Oxford spelling
(-ize) needs no line of its own.
"""

from __future__ import annotations

import re
from functools import cache

# Nouns and verbs, changed wherever they begin a word or end its first part: centred, theatregoer,
# datacentres.
_PAIRS = """
centre center, datacentre datacenter, epicentre epicenter, hypercentre hypercenter, theatre theater,
litre liter, metre meter, kilometre kilometer, centimetre centimeter, millimetre millimeter,
nanometre nanometer, micrometre micrometer, millilitre milliliter, fibre fiber, calibre caliber,
lustre luster, spectre specter, sabre saber, sombre somber, meagre meager, manoeuvre maneuver, ochre ocher,
defence defense, offence offense, licence license, pretence pretense, practise practice, programme program,
catalogue catalog, analogue analog, dialogue dialog, monologue monolog, epilogue epilog, prologue prolog,
grey gray, aluminium aluminum, sulphur sulfur, sulphate sulfate, plough plow, mould mold, moult molt,
smoulder smolder, axe ax, cosy cozy, sceptic skeptic, sceptical skeptical, scepticism skepticism,
artefact artifact, disc disk, annexe annex, adviser advisor, jewellery jewelry, instalment installment,
enrolment enrollment, fulfilment fulfillment, enrol enroll, fulfil fulfill, instil instill, distil distill,
appal appall, instal install, skilful skillful, wilful willful, enthral enthrall, judgement judgment,
acknowledgement acknowledgment, abridgement abridgment, lodgement lodgment, ageing aging, likeable likable,
saleable salable, sizeable sizable, liveable livable, tyre tire, kerb curb, counsellor counselor,
marvellous marvelous, woollen woolen, panellist panelist, tranquillity tranquility,
encyclopaedia encyclopedia, anaesthetic anesthetic, paediatric pediatric, paediatrician pediatrician,
orthopaedic orthopedic, haemoglobin hemoglobin, haemophilia hemophilia, leukaemia leukemia, anaemia anemia,
foetus fetus, oestrogen estrogen, oesophagus esophagus, diarrhoea diarrhea, archaeology archeology,
archaeologist archeologist, mediaeval medieval, aeroplane airplane, pyjamas pajamas, yoghurt yogurt,
omelette omelet, moustache mustache, gramme gram, kilogramme kilogram, storeyed storied, towards toward,
afterwards afterward, backwards backward, forwards forward, upwards upward, downwards downward, amongst among,
whilst while, cypher cipher, gaol jail, vice vise, speciality specialty, orientate orient, furore furor,
maths math, routeing routing, queueing queuing, cueing cuing
"""
_LEFT_OUT = {"vice", "orientate", "tyre", "kerb"}  # other words, or other senses first

# Words in -our; whatever ends follow (labourer, favourable, coloured) follow the same.
_OUR = """
arbour ardour armour behaviour candour clamour colour demeanour endeavour favour fervour flavour glamour
harbour honour humour labour misdemeanour neighbour odour parlour rancour rigour rumour saviour savour
splendour succour tumour valour vapour vigour enamour
"""

# -ise and -yse, whatever ends follow, behind at least three letters (rise, wise, prise and raise are no such
# verbs).
_ISE = re.compile(r"(?<=[a-z]{3})([iy])s(?=e|ing|abl|ation)")

# travelled, modelling, fuelled, labeller; after i the two are other words (refilled, refiled).
_DOUBLED_L = re.compile(r"((?:[aeiouy][a-z]{0,20}[^aeiouy][aeou]|[aeiou]{2})l)l(?=ed|ing|er)")


def american(word: str) -> str:
    """Return `word` in American spelling: ``centres`` → ``centers``, ``organising`` → ``organizing``."""
    return american_by_rule(_by_form().get(word, word))


def american_by_rule(word: str) -> str:
    """Return `word` in American spelling as far as rules say it for all words: -our, -ise, -lled."""
    if "our" in word:
        word = _our_pattern().sub(lambda found: found[0].replace("our", "or"), word)
    if "is" in word or "ys" in word:
        word = _ISE.sub(r"\1z", word)
    return _DOUBLED_L.sub(r"\1", word) if "ll" in word else word


@cache
def spelling_pairs() -> tuple[tuple[str, str], ...]:
    """Return the words that differ by no rule: British, American."""
    pairs = (entry.split() for entry in _PAIRS.replace("\n", " ").split(","))
    return tuple((british, us) for british, us in pairs if british not in _LEFT_OUT)


@cache
def _our_pattern() -> re.Pattern[str]:
    return re.compile("|".join(_OUR.split()))


@cache
def _by_form() -> dict[str, str]:
    table: dict[str, str] = {}
    for british, us in spelling_pairs():
        table.update(zip(_simple_forms(british), _simple_forms(us), strict=True))
    return table


def _simple_forms(base: str) -> list[str]:
    stem = base.removesuffix("e")
    if base.endswith("y"):
        return [base, base[:-1] + "ies", base + "s", base + "ed", base + "ing"]
    return [base, base + "s", base + "es", stem + "ed", stem + "ing"]
