"""Every slip in an ontology file is told with its line and the remedy, all of them at once, and by both engines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from graph.errors import OntologyError
from graph.ontology import check_ontology, load_ontology
from graph.ontology.check import meta_shapes, suggest
from graph.ontology.source import read_turtle
from graph.resources import ontology_dir
from graph.shacl import validate
from graph.shacl.reference import validate_with_pyshacl

HEAD = """@prefix zm: <https://w3id.org/zhimai/ontology#> .
@prefix my: <https://example.org/my#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
"""
LABELS = 'rdfs:label "r"@en , "机"@zh-Hans , "機"@zh-Hant'
INVERSE = 'zm:inverseLabel "r"@en , "机"@zh-Hans , "機"@zh-Hant'
LIKES = f"zm:likes a owl:ObjectProperty ; rdfs:domain zm:Person ; rdfs:range zm:Thing ; {LABELS} ; {INVERSE}"
ROBOT = f"zm:Robot a owl:Class ; rdfs:subClassOf zm:Product ; {LABELS}"

SLIPS = {
    # names
    'zm:exhibit zm:cue [ zm:words "a" ] .': "zm:exhibit: no such term; did you mean zm:exhibits",
    f"zm:Robot a owl:Class ; rdfs:subClassOf zm:Produc ; {LABELS} .": "zm:Produc: no such term; did you mean zm:Product",
    "zm:exhibits zm:weight 3 .": "zm:weight: no such term",
    f"my:Company a owl:Class ; rdfs:subClassOf zm:Product ; {LABELS} .": "my:Company: has the name of another term",
    "zm:Robot a owl:ObjectProperty . " + ROBOT + " .": "zm:Robot: is declared as two kinds of term",
    'zm:Robot a owl:Class ; rdfs:subClassOf zm:Product ; rdfs:label "r"@en , "機"@zh-Hant .': (
        'rdfs:label is missing in zh-Hans; add rdfs:label "…"@zh-Hans'
    ),
    'zm:Company rdfs:label "entreprise"@fr .': '"entreprise" is a label in another tag',
    # classes
    f'{ROBOT} ; zm:colour "red" .': '"red" is no colour; write it as "#2b6cb0"',
    f'{ROBOT} ; zm:shape "egg" .': '"egg" is no shape; use one of dot, diamond',
    f'{ROBOT} ; zm:space "Our Things" .': '"Our Things" is no segment of an IRI',
    f'{ROBOT} ; zm:space "document" .': '"document" is the space of another kind of node',
    f'{ROBOT} ; zm:suffix "" .': '"" is no word',
    f'{ROBOT} ; zm:stop "甲"@zh .': '"甲" is no word; .*without a tag',
    f"zm:Robot a owl:Class ; {LABELS} .": "it has no superclass in the ontology; add rdfs:subClassOf zm:Thing",
    f"zm:Robot a owl:Class ; rdfs:subClassOf schema:Thing ; {LABELS} .": "it has no superclass in the ontology",
    f"zm:Robot a owl:Class ; rdfs:subClassOf zm:Robot ; {LABELS} .": "it is above itself; take one",
    f"{ROBOT} , my:Vesel . my:Vessel a owl:Class ; rdfs:subClassOf zm:Product ; {LABELS} ."
    f" zm:Robot rdfs:subClassOf my:Vesel .": "my:Vesel is no class of the ontology; did you mean my:Vessel",
    'zm:exhibits zm:colour "#2b6cb0" .': "zm:exhibits: is no class, yet has a colour",
    # properties
    f"zm:likes a owl:ObjectProperty ; rdfs:range zm:Person ; {LABELS} ; {INVERSE} .": "it has no rdfs:domain; add",
    f"zm:likes a owl:ObjectProperty ; rdfs:domain zm:Person ; {LABELS} ; {INVERSE} .": "it has no rdfs:range; add",
    "zm:exhibits rdfs:domain zm:Person .": "zm:exhibits: it has two rdfs:domains; give it one",
    "zm:exhibits rdfs:range zm:Person .": "zm:exhibits: it has two rdfs:ranges; give it one",
    f"zm:likes a owl:ObjectProperty ; rdfs:domain schema:Person ; rdfs:range zm:Thing ; {LABELS} ; {INVERSE} .": (
        "schema:Person is no class of the ontology"
    ),
    f"zm:likes a owl:ObjectProperty ; rdfs:domain zm:Person ; rdfs:range my:Thing ; {LABELS} ; {INVERSE} .": (
        "my:Thing is no class of the ontology"
    ),
    f"zm:likes a owl:ObjectProperty ; rdfs:domain zm:Person ; rdfs:range zm:Thing ; {LABELS} .": (
        "zm:inverseLabel is missing in en"
    ),
    f"zm:weight a owl:DatatypeProperty ; rdfs:domain zm:Thing ; rdfs:range zm:Product ; {LABELS} .": (
        "zm:Product is no datatype; use an XSD type"
    ),
    f"zm:weight a owl:DatatypeProperty ; rdfs:domain zm:Thing ; rdfs:range zm:AnyDate ; {LABELS} ; {INVERSE} .": (
        "it has a zm:inverseLabel, but a literal has no way back"
    ),
    f"{LIKES} . zm:likes a owl:SymmetricProperty .": "zm:Thing is another class than its rdfs:domain",
    'zm:competesWith zm:inverseLabel "beaten by"@en .': '"beaten by" is no label of it',
    f"{LIKES} ; rdfs:subPropertyOf zm:heldAt .": "zm:heldAt has a domain or range that does not hold this one's",
    'zm:Company zm:inverseLabel "firm"@en .': "zm:Company: is no relation, yet has a zm:inverseLabel",
    # closed lists, units, datatypes
    f"my:furlong a zm:Unit ; {LABELS} .": 'a unit without words; add zm:symbol "…"',
    'zm:yuan zm:currency "renminbi" .': '"renminbi" is no ISO 4217 code',
    f"my:Colour a <http://www.w3.org/2000/01/rdf-schema#Datatype> ; {LABELS} .": "does not say which datatypes",
    # cues
    'zm:exhibits zm:cue [ zm:cueWord "a" ] .': "zm:exhibits: zm:cueWord is no property of a cue; did you mean zm:words",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:objectClass zm:Produkt ] .': "zm:Produkt: no such term; did you mean zm:Product",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:objectClass zm:Person ] .': "zm:Person is not below the rdfs:range",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:subjectClass zm:Award ] .': "zm:Award is not below the rdfs:domain",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:names zm:Fair ] .': "zm:Fair is not below the rdfs:range",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:names zm:exhibits ] .': "zm:exhibits is no class; declare it",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:names my:Vesel ] .': "my:Vesel is no class",
    "zm:exhibits zm:cue [ zm:confidence 0.5 ] .": "a cue without words and without a pattern; add zm:words",
    'zm:exhibits zm:cue [ zm:words "" ] .': '"" is no word',
    'zm:exhibits zm:cue [ zm:words "a" ; zm:pattern "{s}{o}" ] .': '"{s}{o}" stands in a cue that has words',
    'zm:exhibits zm:cue [ zm:pattern "以{o}为" ] .': '"以{o}为" has no {s}; mark',
    'zm:exhibits zm:cue [ zm:pattern "由{s}展" ] .': '"由{s}展" has no {o}; mark',
    'zm:exhibits zm:cue [ zm:words "a" ; zm:confidence 90 ] .': "90 is no confidence, which lies between 0 and 1",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:confidence "x" ] .': '"x" is no confidence',
    'zm:exhibits zm:cue [ zm:words "a" ; zm:confidence 0.2 , 0.3 ] .': "a cue with two confidences",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:frame zm:Product ] .': "zm:Product is no zm:Frame; use one of zm:Verb",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:frame zm:Verb , zm:After ] .': "a cue with two frames",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:status zm:same ] .': "zm:same is no zm:Status; use one of zm:asserted",
    'zm:exhibits zm:cue [ zm:words "a" ; zm:qualifier "rolle=主办" ] .': (
        '"rolle=主办" names no property of the ontology; did you mean zm:role'
    ),
    'zm:exhibits zm:cue [ zm:words "a" ; zm:qualifier "主办" ] .': '"主办" is not of the form property=value',
    'zm:exhibits zm:cue "a" .': '"a" is no cue; write',
    'zm:exhibits zm:words "a" .': "zm:exhibits: words or other parts of a cue outside one",
    'zm:Company zm:cue [ zm:words "a" ] .': "zm:Company: a cue on what is no property",
    # forms, leads, figures
    'zm:Product zm:form "[a-z" .': "“\\[a-z” is no regular expression: .*backslash",
    'zm:Product zm:form "[a-z]*" .': "“\\[a-z\\]\\*” matches nothing at all",
    'zm:Product zm:lead "甲"@zh .': '"甲" is no word; .*without a tag',
    'zm:Product zm:bearsFigures "yes" .': '"yes" is neither true nor false',
    'zm:foundedOn zm:singleValued "yes" .': '"yes" is neither true nor false',
    "zm:Product zm:singleValued true .": "zm:Product: is no property, yet has zm:singleValued",
    'zm:exhibits zm:takesTime "yes" .': '"yes" is neither true nor false',
    "zm:Product zm:takesTime true .": "zm:Product: is no relation, yet has zm:takesTime",
    # the header
    '<https://example.org/my> a owl:Ontology ; owl:versionInfo "1" , "2" .': "it has two versions",
}
# What no line of the table above breaks on the shipped ontology, being much like one that is there.
REST = (
    "[] a owl:Class .",
    "[] a owl:ObjectProperty .",
    "zm:Company rdfs:subClassOf zm:Company .",
    f'{ROBOT} ; zm:suffix "甲"@zh ; zm:prefix "乙"@zh , "" ; zm:head "丙"@zh , "" ; zm:generalWord "丁"@zh , "" ; zm:stop "" ; zm:lead "" ; zm:form "" , "甲"@zh .',
    "zm:likes a owl:ObjectProperty , owl:Class , owl:DatatypeProperty , owl:SymmetricProperty .",
    "zm:likes a owl:SymmetricProperty .",
    'zm:yuan zm:symbol "" , "元"@zh ; zm:unitMatch "m" .',
    'zm:Company zm:symbol "c" .',
    'zm:exhibits zm:cue [ zm:words "a"@zh ; zm:pattern "b"@zh ; zm:unless "" , "c"@zh ; zm:subjectClass zm:status ] .',
    'zm:exhibits zm:cue [ zm:words "a" ; zm:objectClass zm:status ; zm:confidence 0 ] .',
    '<https://example.org/my> a owl:Ontology ; owl:versionInfo "" .',
)
NOT_TURTLE = {
    "zm:likes a owl:ObjectProperty ; ; a .": "my.ttl:6: not Turtle",
    "foo:likes a owl:ObjectProperty .": "my.ttl:6: not Turtle.*foo:",
}


@pytest.fixture
def file(tmp_path):
    """Writes a file of a user's own: ``file(body)``."""

    def write(body):
        path = tmp_path / "my.ttl"
        path.write_text(HEAD + body, encoding="utf-8")
        return path

    return write


def lines_of(path):
    """All mistakes of a file that adds to the shipped one."""
    with pytest.raises(OntologyError) as caught:
        load_ontology(path)
    return [one.line for one in (caught.value, *caught.value.others)]


def test_the_shipped_file_is_without_mistakes():
    """Nothing in the ontology is wrong, and nothing that is recommended is missing: three labels, three comments."""
    assert check_ontology() == ()


@pytest.mark.parametrize("body", {**SLIPS, **NOT_TURTLE})
def test_each_slip_is_told(file, body):
    """A slip is told in one line that begins with its file and line and ends with the remedy."""
    lines = lines_of(file(body))
    expected = {**SLIPS, **NOT_TURTLE}[body].replace("{", r"\{").replace("}", r"\}").replace("?", r"\?")
    assert [line for line in lines if line.startswith("my.ttl:6: ") and re.search(expected, line)], lines
    for line in lines:
        assert "\n" not in line
        assert "; " in line


def test_both_engines_find_each_slip(tmp_path):
    """PySHACL finds in a file with nearly all the slips together exactly what our compiler finds."""
    store = Store()
    for number, body in enumerate(SLIPS):
        (tmp_path / f"{number}.ttl").write_text(HEAD + body, encoding="utf-8")
        store.bulk_extend(Quad(*triple) for triple in read_turtle(tmp_path / f"{number}.ttl").triples)
    base = f"{HEAD} zm:Thing a owl:Class ; {LABELS} . zm:Product a owl:Class ; rdfs:subClassOf zm:Thing ; {LABELS} ."
    base += f" zm:exhibits a owl:ObjectProperty ; rdfs:domain zm:Thing ; rdfs:range zm:Product ; {LABELS} ; {INVERSE} ."
    (tmp_path / "base.ttl").write_text(base, encoding="utf-8")
    store.bulk_extend(Quad(*triple) for triple in read_turtle(tmp_path / "base.ttl").triples)
    found = validate(store, meta_shapes())
    assert len(found) > len(SLIPS)
    assert len({result.message for result in found}) >= 45
    assert found == validate_with_pyshacl(store, meta_shapes())


def test_every_constraint_is_broken_by_some_slip(file):
    """No constraint of meta.shapes.ttl is without a slip that it catches, so that none is there in vain."""
    broken = set()
    for body in [
        *SLIPS,
        "zm:exhibits zm:cue [ zm:names zm:Fair , zm:Award ; zm:status zm:planned , zm:denied ] .",
        *REST,
    ]:
        store = Store()
        for path in (ontology_dir() / "zhimai.ttl", file(body)):
            store.bulk_extend(Quad(*triple) for triple in read_turtle(path).triples)
        broken |= {
            (result.shape, result.path, result.component, result.message) for result in validate(store, meta_shapes())
        }
    checks = {
        (check.shape, check.path.replace("<", "").replace(">", ""), check.component, check.message)
        for check in meta_shapes().checks
    }
    untested = {(shape, path, component) for shape, path, component, message in checks - broken}
    assert {entry for entry in untested if not entry[2].startswith("Closed")} == set()


def test_all_mistakes_are_told(file, zhimai):
    """Every mistake has a line of its own, in the order of the file, and a build tells them before it reads anything."""
    path = file(
        'zm:a zm:b "x" .\nzm:exhibits zm:cue [ zm:words "好" ; zm:confidence 2 ] .\nzm:Company zm:colour "red" .'
    )
    assert [line.split(": ")[0] for line in lines_of(path)] == ["my.ttl:6", "my.ttl:6", "my.ttl:7", "my.ttl:8"]
    done = zhimai("build", "--ontology", path, "-o", path.parent / "out")
    assert (done.code, done.out) == (2, "")
    assert [line.startswith("zhimai: my.ttl:") for line in done.err.splitlines()] == [True] * 4


def test_the_first_mistake_counts_the_others(file):
    """As a text the error is one line: the first mistake and the number of the others."""
    with pytest.raises(OntologyError, match=r"my\.ttl:6.*\(and 2 more mistakes\)$") as caught:
        load_ontology(file('zm:a zm:b "x" . zm:exhibits zm:cue [ ] .'))
    assert "\n" not in str(caught.value)


def test_what_follows_from_an_unknown_term_is_not_told_too(file):
    """A misspelt class is one mistake, though it is also no class and not below the range."""
    assert len(lines_of(file('zm:exhibits zm:cue [ zm:words "a" ; zm:objectClass zm:Produkt ] .'))) == 1


def test_the_line_is_that_of_the_mistake(file):
    """In a long file the line of the mistake is found, not the first line of its term."""
    path = file('zm:exhibits zm:cue\n  [ zm:words "好" ] ,\n  [ zm:words "坏" ;\n    zm:confidence 2 ] .')
    assert lines_of(path)[0].startswith("my.ttl:9: zm:exhibits: 2 is no confidence")


def test_comments_are_recommended(file):
    """A class of one's own without comments can be used; a check recommends them, a build is silent."""
    path = file(f"{ROBOT} .")
    assert load_ontology(path).fits("Robot", "Product")
    found = check_ontology(path)
    assert [(one.violation, one.line) for one in found] == [(False, 6)]
    assert found[0].what == "rdfs:comment is missing in en, zh-Hans, zh-Hant"


def test_a_whole_file_is_checked_alone(tmp_path):
    """A file that declares zm:Thing stands in place of the shipped one, in the check too."""
    path = tmp_path / "own.ttl"
    path.write_text(f"{HEAD} zm:Thing a owl:Class ; {LABELS} . zm:Company a owl:Class ; {LABELS} .", encoding="utf-8")
    (wrong,) = [one for one in check_ontology(path) if one.violation]
    assert wrong.where == "own.ttl:6: zm:Company"


def test_suggestions_are_of_the_same_namespace():
    """The nearest name is looked for among those of the same namespace."""
    known = ["https://a.org/x#Vessel", "https://b.org/y#Vesel"]
    assert suggest("https://a.org/x#Vesel", known) == "https://a.org/x#Vessel"
    assert suggest("https://c.org/z#Vesel", known) == ""


SHIPPED = read_turtle(ontology_dir() / "zhimai.ttl").triples


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(*[st.integers(0, len(SHIPPED) - 1)] * 2, st.booleans()), min_size=1, max_size=4))
def test_whatever_is_exchanged_it_loads_or_is_told(tmp_path_factory, exchanges):
    """With values given to other terms the shipped file loads or is refused with a reason, and nothing breaks."""
    triples = list(SHIPPED)
    for one, other, is_value in exchanges:
        (subject, predicate, value), (another, _, elsewhere) = triples[one], triples[other]
        triples[one] = (subject, predicate, elsewhere) if is_value else (another, predicate, value)
    path = tmp_path_factory.mktemp("exchanged") / "own.ttl"
    path.write_bytes(serialize([Triple(*triple) for triple in triples], format=RdfFormat.TURTLE))
    violations = [one for one in check_ontology(path) if one.violation]
    if violations:
        assert len(lines_of(path)) == len(violations)
    else:
        assert load_ontology(path).cues
