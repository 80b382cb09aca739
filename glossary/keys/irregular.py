"""English nouns and verbs whose forms follow no rule, and words that only look like forms of others.

Chosen for business prose from the lists in Quirk et al., A Comprehensive Grammar of the English Language
(1985), §3.11-20 (verbs) and §5.73-101 (nouns). A line is the base, then its forms; ``a/b`` are forms side by
side. All folded (see `words`).
"""

from __future__ import annotations

from functools import cache

_PLURALS = """
man men, woman women, child children, grandchild grandchildren, schoolchild schoolchildren,
stepchild stepchildren, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen, die dice,
person people, salesperson salespeople, spokesperson spokespeople, businessperson businesspeople,
chairperson chairpeople, craftsperson craftspeople, layperson laypeople, tradesperson tradespeople,
penny pence, quiz quizzes, whiz whizzes, gas gasses, bus busses, cow cows, brother brethren, leaf leaves,
sheaf sheaves, thief thieves, loaf loaves, half halves, calf calves, wolf wolves, shelf shelves, elf elves,
self selves, yourself yourselves, bookshelf bookshelves, life lives, wife wives, knife knives,
housewife housewives, midwife midwives, afterlife afterlives, scarf scarves, wharf wharves, hoof hooves,
dwarf dwarves, potato potatoes, tomato tomatoes, hero heroes, echo echoes, veto vetoes, embargo embargoes,
cargo cargoes, torpedo torpedoes, zero zeroes, motto mottoes, volcano volcanoes, mosquito mosquitoes,
tornado tornadoes, buffalo buffaloes, mango mangoes, grotto grottoes, superhero superheroes, domino dominoes,
halo haloes, memento mementoes, analysis analyses, basis bases, crisis crises, thesis theses,
hypothesis hypotheses, synthesis syntheses, axis axes, diagnosis diagnoses, prognosis prognoses, oasis oases,
emphasis emphases, parenthesis parentheses, synopsis synopses, paralysis paralyses, catalysis catalyses,
nemesis nemeses, antithesis antitheses, metamorphosis metamorphoses, neurosis neuroses, psychosis psychoses,
hydrolysis hydrolyses, electrolysis electrolyses, dialysis dialyses, metanalysis metanalyses,
reanalysis reanalyses, catharsis catharses, testis testes, genesis geneses, ellipsis ellipses, index indices,
appendix appendices, matrix matrices, vertex vertices, vortex vortices, codex codices, apex apices,
helix helices, subindex subindices, submatrix submatrices, criterion criteria, phenomenon phenomena,
automaton automata, polyhedron polyhedra, taxon taxa, datum data, metadatum metadata, medium media,
stratum strata, memorandum memoranda, addendum addenda, curriculum curricula, spectrum spectra, forum fora,
referendum referenda, consortium consortia, symposium symposia, equilibrium equilibria,
disequilibrium disequilibria, aquarium aquaria, stadium stadia, millennium millennia, honorarium honoraria,
moratorium moratoria, compendium compendia, bacterium bacteria, quorum quora, erratum errata, quantum quanta,
momentum momenta, maximum maxima, minimum minima, optimum optima, continuum continua, colloquium colloquia,
corrigendum corrigenda, emporium emporia, gymnasium gymnasia, sanatorium sanatoria, auditorium auditoria,
crematorium crematoria, ovum ova, desideratum desiderata, agendum agenda, podium podia, premium premia,
serum sera, sanctum sancta, substratum substrata, alumnus alumni, nucleus nuclei, stimulus stimuli,
focus foci, fungus fungi, cactus cacti, radius radii, syllabus syllabi, terminus termini, locus loci,
annulus annuli, bacillus bacilli, calculus calculi, modulus moduli, torus tori, thesaurus thesauri,
incubus incubi, corpus corpora, opus opera, genus genera, viscus viscera, hippopotamus hippopotami,
octopus octopi, emeritus emeriti, magus magi, formula formulae, antenna antennae, larva larvae, alga algae,
alumna alumnae, vertebra vertebrae, nebula nebulae, supernova supernovae, persona personae, amoeba amoebae,
minutia minutiae, schema schemata, stigma stigmata, bureau bureaux, plateau plateaux, tableau tableaux,
chateau chateaux, gateau gateaux, portmanteau portmanteaux, milieu milieux, graffito graffiti,
paparazzo paparazzi, concerto concerti, libretto libretti, tempo tempi, virtuoso virtuosi, kibbutz kibbutzim,
cherub cherubim, passerby passersby, runnerup runnersup
"""

_VERBS = """
be am/is/are/was/were/been/being, have has/had, do does/did/done, go goes/went/gone, arise arose/arisen,
awake awoke/awoken, bear bore/borne/born, beat beaten, become became, befall befell/befallen,
begin began/begun, behold beheld, bend bent, beset, bet betted, bid bade/bidden, bind bound, bite bit/bitten,
bleed bled, blow blew/blown, break broke/broken, breed bred, bring brought, broadcast broadcasted,
build built, burn burned/burnt, burst, bust busted, buy bought, cast, catch caught, choose chose/chosen,
cling clung, come came, cost costed, creep crept, cut, deal dealt, dig dug, dive dived/dove, draw drew/drawn,
dream dreamed/dreamt, drink drank/drunk, drive drove/driven, dwell dwelt/dwelled, eat ate/eaten,
fall fell/fallen, feed fed, feel felt, fight fought, find found, fit fitted, flee fled, fling flung,
fly flew/flown, forbid forbade/forbidden, forecast forecasted, forego forewent/foregone,
foresee foresaw/foreseen, foretell foretold, forget forgot/forgotten, forgive forgave/forgiven,
forgo forwent/forgone/forgoes, forsake forsook/forsaken, freeze froze/frozen, get got/gotten, give gave/given,
grind ground, grow grew/grown, hang hung/hanged, hear heard, hide hid/hidden, hit, hold held, hurt,
inlay inlaid, input inputted, inset, interweave interwove/interwoven, keep kept, kneel knelt/kneeled,
knit knitted, know knew/known, lay laid, lead led, lean leaned/leant, leap leaped/leapt, learn learned/learnt,
leave left, lend lent, let, lie lay/lain/lied, light lighted/lit, lose lost, make made, mean meant, meet met,
mishear misheard, mislead misled, misspell misspelled/misspelt, mistake mistook/mistaken,
misunderstand misunderstood, misspend misspent, mow mowed/mown, offset, outbid, outdo outdoes/outdid/outdone,
outgrow outgrew/outgrown, outrun outran, outsell outsold, outspend outspent, output outputted,
outshine outshone, overbuy overbought, overcome overcame, overdo overdoes/overdid/overdone,
overdraw overdrew/overdrawn, overhang overhung, overhear overheard, overlay overlaid, overpay overpaid,
override overrode/overridden, overrun overran, oversee oversaw/overseen, oversell oversold,
overshoot overshot, oversleep overslept, overspend overspent, overtake overtook/overtaken,
overthrow overthrew/overthrown, overwrite overwrote/overwritten, partake partook/partaken, pay paid/payed,
plead pleaded/pled, prepay prepaid, preset, prove proved/proven, put, quit quitted, read, rebuild rebuilt,
recast, redo redoes/redid/redone, redraw redrew/redrawn, regrow regrew/regrown, remake remade, rend rent,
rerun reran, repay repaid, resell resold, reset, resit resat, rethink rethought, retake retook/retaken,
retell retold, rewind rewound, rewrite rewrote/rewritten, rid, ride rode/ridden, ring rang/rung,
rise rose/risen, run ran, saw sawed/sawn, say said, see saw/seen, seek sought, sell sold, send sent, set,
sew sewed/sewn, shake shook/shaken, shave shaved/shaven, shear sheared/shorn, shed, shine shone/shined,
shoe shod, shoot shot, show showed/shown, shrink shrank/shrunk, shut, sing sang/sung, sink sank/sunk, sit sat,
slay slew/slain, sleep slept, slide slid, sling slung, slit, smell smelled/smelt, sow sowed/sown,
speak spoke/spoken, speed sped/speeded, spell spelled/spelt, spend spent, spill spilled/spilt, spin spun,
spit spat, split, spoil spoiled/spoilt, spread, spring sprang/sprung, stand stood, steal stole/stolen,
stick stuck, sting stung, stride strode/stridden, strike struck/stricken, string strung,
strive strove/striven/strived, sublet, swear swore/sworn, sweep swept, swell swelled/swollen, swim swam/swum,
swing swung, take took/taken, teach taught, tear tore/torn, tell told, think thought, thrive thrived/throve,
throw threw/thrown, thrust, tread trod/trodden, unbind unbound, undercut,
undergo undergoes/underwent/undergone, underlie underlay/underlain, underpay underpaid, undersell undersold,
underspend underspent, understand understood, undertake undertook/undertaken,
underwrite underwrote/underwritten, undo undoes/undid/undone, unwind unwound, uphold upheld, upset,
waylay waylaid, wake woke/woken/waked, wear wore/worn, weave wove/woven, wed wedded, weep wept, wet wetted,
win won, wind wound, withdraw withdrew/withdrawn, withhold withheld, withstand withstood, wring wrung,
write wrote/written
"""

# Verbs that take a k, double what the rule does not, or keep what it drops.
_ODD_VERBS = """
panic panicked/panicking, traffic trafficked/trafficking, mimic mimicked/mimicking,
picnic picnicked/picnicking, bivouac bivouacked/bivouacking, frolic frolicked/frolicking,
politic politicked/politicking, age ageing, singe singeing, dye dyeing, tinge tingeing,
focus focussed/focusses/focussing, bias biassed/biasses/biassing, gas gassed/gassing, bus bussed/bussing,
canvas canvassed/canvassing, quiz quizzed/quizzing, whiz whizzed/whizzing, route routeing, cue cueing,
queue queueing
"""

# What the rules would take for a form of a word that it has nothing to do with.
_UNRELATED = """
news new, earnings earning, species specie, series serie, gas ga, bus bu, has ha, his hi, its it, was wa,
this thi, yes ye, lens len, corps corp, mrs mr, uses us, hers her, herring her, ours our, yours your,
theirs their, plus plu, thus thu, perhaps perhap, always alway, united unit, uniting unit, feed fee, need nee,
evening even, morning morn, outing out, innings inning, wales wale, texas texa, paris pari, mars mar,
economics economic, macroeconomics macroeconomic, microeconomics microeconomic, politics politic,
geopolitics geopolitic, physics physic, mathematics mathematic, electronics electronic, robotics robotic,
genetics genetic, logistics logistic, analytics analytic, informatics informatic,
bioinformatics bioinformatic, semantics semantic, linguistics linguistic, athletics athletic,
acoustics acoustic, optics optic, photonics photonic, aeronautics aeronautic, thermodynamics thermodynamic,
genomics genomic, hydraulics hydraulic, gymnastics gymnastic, aesthetics aesthetic, obstetrics obstetric,
orthopedics orthopedic, tectonics tectonic, acrobatics acrobatic, pragmatics pragmatic, ballistics ballistic,
cybernetics cybernetic
"""

# Plurals in form whose singular is another word or none: a text with "mean" does not have the term "means".
_NO_SINGULAR = """
means goods customs futures headquarters premises thanks clothes works odds remains contents damages arms
winnings belongings surroundings takings proceeds outskirts riches barracks crossroads gallows shambles
whereabouts alms spectacles trousers scissors pants jeans humanities ethics earnings
"""


@cache
def irregular_plurals() -> dict[str, tuple[str, ...]]:
    """Return the irregular plurals of each noun."""
    return _table(_PLURALS)


@cache
def irregular_verbs() -> dict[str, tuple[str, ...]]:
    """Return past and participle of each irregular verb; none where they are the base itself."""
    return _table(_VERBS)


@cache
def odd_verb_forms() -> dict[str, tuple[str, ...]]:
    """Return forms beside the regular ones."""
    return _table(_ODD_VERBS)


@cache
def unrelated() -> frozenset[tuple[str, str]]:
    """Return pairs of a word and what the rules would take for its base, but is not."""
    return frozenset((word, other) for word, others in _table(_UNRELATED).items() for other in others)


@cache
def without_singular() -> frozenset[str]:
    """Return plurals whose singular is another word."""
    return frozenset(_NO_SINGULAR.split())


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for entry in lines.replace("\n", ",").split(","):
        base, _, forms = entry.strip().partition(" ")
        if base:
            table[base] = (
                (*table.get(base, ()), *forms.replace(" ", "/").split("/")) if forms else table.get(base, ())
            )
    return table
