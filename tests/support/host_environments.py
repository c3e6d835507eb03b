"""Make the environments in which the tests run other hosts, themes and plugins than those of ``.venv``.

``python tests/support/host_environments.py`` makes them below ``.venv/hosts``; ``make test`` calls it. Each is
made as `docs/hosts.md` says, with the versions in ``requirements/hosts.txt``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = Path(sys.prefix) / "hosts"
"""Has an environment in each folder but ``wheels``."""
_WHEELS: Final = FOLDER / "wheels"
_WHEELS_OF_BUILD: Final = FOLDER.with_name("wheelhouse")
PINS: Final = ROOT / "requirements" / "hosts.txt"
BUILD: Final = ROOT / "requirements" / "build.txt"

ENVIRONMENTS: Final = ("oldest", "properdocs", "materialx", "plugins", "no-host")
"""Their names: the oldest host and theme, the new host, the new theme with both hosts, plugins of others, no host."""

Host = Literal["mkdocs", "properdocs"]
Theme = Literal["material", "materialx"]


@dataclass(frozen=True, slots=True)
class Combination:
    """A host with a theme, as a dossier may be built."""

    host: Host
    theme: Theme
    environment: str = ""
    """The name of its environment; "" for that of the tests themselves."""
    is_oldest: bool = False
    """Whether host and theme are the oldest that ``pyproject.toml`` allows."""

    def __str__(self) -> str:
        return f"{self.host}-{self.theme}{'-oldest' * self.is_oldest}"

    @property
    def command(self) -> tuple[str, ...]:
        """The beginning of a command of the host."""
        return (str(python(self.environment)), "-P", "-m", self.host)


USUAL: Final = Combination("mkdocs", "material")
NEWEST: Final = Combination("properdocs", "materialx", "materialx")
"""What a dossier moves to when the usual host and theme end."""
COMBINATIONS: Final = (
    USUAL,
    NEWEST,
    Combination("mkdocs", "material", "oldest", is_oldest=True),
    Combination("properdocs", "material", "properdocs"),
    Combination("mkdocs", "materialx", "materialx"),
)
"""All that are tested; the first two in every run."""


def python(environment: str) -> Path:
    """The Python of an environment."""
    folder = FOLDER / environment if environment else Path(sys.prefix)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def packages_of(environment: str) -> Path:
    """The folder in which an environment has its packages."""
    paths = {"base": str(FOLDER / environment), "platbase": str(FOLDER / environment)}
    return Path(sysconfig.get_path("purelib", vars=paths))


def _asked_for() -> dict[str, Requirement]:
    """What this program asks for, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {found.name: found for found in map(Requirement, project["dependencies"])}


def _oldest() -> list[str]:
    """The oldest host and theme that are allowed, and the extensions that this theme needs."""
    asked_for = _asked_for()
    names = ("mkdocs", "mkdocs-material", "pymdown-extensions")
    return [f"{name}=={_lower_bound(asked_for[name])}" for name in names]


def _lower_bound(requirement: Requirement) -> str:
    [bound] = [each.version for each in requirement.specifier if each.operator == ">="]
    return bound


def _steps(environment: str) -> Iterator[tuple[str, ...]]:
    """The arguments of ``uv pip`` that make an environment."""
    pinned = ("--constraint", str(PINS))
    # What hosts and themes bring, such as what draws their pages, must be missing too where there is none.
    left_out = ("mkdocs", "mkdocs-material") if environment == "no-host" else ()
    asked_for = (str(found) for name, found in _asked_for().items() if name not in left_out)
    yield ("install", *pinned, *asked_for, "hatchling", "editables")
    match environment:
        case "oldest":
            yield ("install", *_oldest())
        case "properdocs":
            yield ("install", *pinned, "properdocs")
            yield ("uninstall", "mkdocs", "mkdocs-get-deps")
        case "materialx":
            yield ("uninstall", "mkdocs-material")
            yield ("install", *pinned, "mkdocs-materialx")
        case "plugins":
            yield ("install", *pinned, *_plugins())
    yield ("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _plugins() -> list[str]:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    return [name for name in groups["hosts"] if "materialx" not in name and "properdocs" not in name]


def _make(environment: str) -> None:
    uv = (sys.executable, "-m", "uv")
    subprocess.run(
        (*uv, "venv", "--quiet", "--clear", "--python", sys.executable, FOLDER / environment), check=True
    )
    links = ("--offline", "--no-index", "--find-links", _WHEELS, "--find-links", _WHEELS_OF_BUILD)
    for command, *packages in _steps(environment):
        given = (*links, *packages) if command == "install" else packages
        subprocess.run((*uv, "pip", command, "--quiet", "--python", python(environment), *given), check=True)


def _missing() -> list[str]:
    """The pins of which ``make .venv/.wheelhouse`` has fetched no wheel."""
    fetched = BUILD.read_text(encoding="utf-8").splitlines()
    pins = PINS.read_text(encoding="utf-8").splitlines()
    return [line for line in pins if not line.startswith("#") and line not in fetched]


def main() -> None:
    """Fetch the wheels, then make each environment from them alone; uv waits for the disk, so several at a time."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    wheel = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", _WHEELS)
    subprocess.run((*wheel, *_missing()), check=True)
    subprocess.run((*wheel, *_oldest()), check=True)
    with ThreadPoolExecutor(max_workers=3) as pool:
        list(pool.map(_make, ENVIRONMENTS))


if __name__ == "__main__":
    main()
