"""Parts of a graph that belong together."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.explorer.views.clusters import clusters


def test_of_nothing_there_is_none():
    """No node, no part."""
    assert clusters(nx.Graph(), 3) == []


def test_what_is_linked_closely_is_one_part():
    """Two rings of friends that know each other by one acquaintance."""
    graph = nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(5))
    graph.add_edge(0, 6)
    assert clusters(graph, 2) == [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]


@pytest.fixture(scope="module")
def stars() -> nx.Graph:
    """Forty hubs with a hundred leaves each, in a row, and two nodes apart from all."""
    graph = nx.Graph()
    for hub in range(40):
        graph.add_edges_from((hub, 1000 + 100 * hub + leaf) for leaf in range(100))
    nx.add_path(graph, range(40))
    graph.add_edge(9000, 9001)
    return graph


def test_a_large_graph_is_parted_around_its_hubs(stars):
    """Each hub with its own leaves; every node is in one part, also what no hub reaches."""
    found = clusters(stars, 40)
    assert sorted(one for part in found for one in part) == sorted(stars)
    assert [9000, 9001] in found
    assert all({1000 + 100 * hub, 1099 + 100 * hub} <= set(part) for hub in range(40) for part in found if hub in part)


def test_the_same_graph_has_the_same_parts(stars):
    """So that a picture looks as it did."""
    assert clusters(stars, 40) == clusters(nx.Graph(stars), 40)


def test_weak_links_hold_less():
    """What only a gazetteer says draws nothing to itself that an article links elsewhere."""
    graph = nx.star_graph(2000)
    graph.add_edges_from(((5000, 6000 + leaf) for leaf in range(2000)), weight=1.0)
    graph.add_edge(0, 9000, weight=0.2)
    nx.add_path(graph, (9000, 9001, 5000))
    (part,) = [one for one in clusters(graph, 2) if 9000 in one]
    assert 5000 in part
