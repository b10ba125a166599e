"""The package that users install holds all it needs and knows nothing of the checkout."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="the wheel is built without a network, with the hatchling of the extra `test`")

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=CLEAN, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(checkout, tmp_path_factory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    _run(*pip, "-w", folder, checkout, cwd=folder)
    (built,) = folder.glob("zhimai-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """The Python of an environment with the wheel in it; the libraries are borrowed from this one, Zhimai is not."""
    folder = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    purelib = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    _run(*pip, wheel, cwd=folder)
    # A plain line of a .pth file adds the folder, but runs none of the .pth files in it: the checkout stays out.
    (purelib / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_the_wheel_carries_its_data(wheel):
    """Ontology, queries, gazetteer, samples, templates and the mark of a typed package are in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"graph/py.typed", "graph/data/ontology/zhimai.ttl", "graph/samples/README.md"} <= names
    assert {f"graph/data/ontology/{kind}.shapes.ttl" for kind in ("meta", "extra")} <= names
    for folder, suffix in (
        ("data/ontology/queries", ".rq"),
        ("data/ontology/gazetteer", ".csv"),
        ("page", ".html"),
        ("explorer", ".html"),
        ("explorer", ".css"),
        ("explorer/static", ".js"),
    ):
        assert [name for name in names if name.startswith(f"graph/{folder}/") and name.endswith(suffix)], folder
    assert {"graph/explorer/static/manifest.json", "graph/explorer/static/NOTICES.txt"} <= names
    assert not [name for name in names if name.startswith(("tests/", "client/")) or "__pycache__" in name]


def test_a_graph_is_built_from_outside_the_checkout(python, checkout, tmp_path):
    """Installed from the wheel, the command builds the samples in an empty folder."""
    place = _run(python, "-c", "import graph; print(graph.__file__)", cwd=tmp_path)
    assert str(checkout) not in place
    command = python.with_name("zhimai.exe" if sys.platform == "win32" else "zhimai")
    assert _run(command, "build", cwd=tmp_path).startswith("15 articles: ")
    assert "15 articles" not in _run(command, "query", "--list", cwd=tmp_path)
    assert (tmp_path / "outputs" / "graph.html").stat().st_size > 100_000


def test_the_wheel_does_not_know_the_checkout(wheel, checkout):
    """No file of the wheel names the folder that it was built in."""
    with zipfile.ZipFile(wheel) as archive:
        telling = [name for name in archive.namelist() if str(checkout).encode() in archive.read(name)]
    assert telling == []


def test_build_py_works_from_elsewhere(checkout, tmp_path):
    """`python build.py` of a checkout is `zhimai build`, wherever it is called from."""
    (tmp_path / "graph.py").write_text("raise ImportError('the wrong graph')")
    done = _run(sys.executable, checkout / "build.py", cwd=tmp_path)
    assert done.startswith("15 articles: ")
    assert (tmp_path / "outputs" / "graph.ttl").exists()


def test_every_import_is_declared(checkout):
    """A library that the package imports is one of its dependencies, and every dependency is imported."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=!~\[; ]", line)[0].replace("-", "_") for line in project["dependencies"]}
    nodes = [
        node for path in (checkout / "graph").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    imported = {name.partition(".")[0] for name in imported} - sys.stdlib_module_names
    for_old_installers = {"lxml_html_clean"}  # pyproject.toml says why
    in_parts = {"arro3"}  # arro3-core and arro3-io share one package
    optional = {line.partition("-")[0] for line in project["optional-dependencies"]["parquet"]}
    assert optional == in_parts
    assert {name.casefold() for name in imported} - optional == declared - for_old_installers
