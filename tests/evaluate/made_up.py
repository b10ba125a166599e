"""Annotated sets as they are made by hand for the tests."""

from __future__ import annotations

from graph.evaluate.values import EvalSet, Relation

NAMES = EvalSet(
    "names",
    "names",
    "mentions",
    "cluener",
    (),
    {"name": "Person", "address": "Place", "company": "Organisation"},
    {},
)
RELATIONS = EvalSet(
    "relations",
    "relations",
    "statements",
    "finre",
    (),
    {},
    {
        "收购": (Relation("acquires"),),
        "被收购": (Relation("acquires", backwards=True),),
        "合作": (Relation("cooperatesWith"), Relation("signsContractWith")),
        "成立日期": (Relation("foundedOn"),),
    },
)
