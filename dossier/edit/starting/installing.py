"""Find out how this program was installed, and what installs it on another machine.

An installer notes where a package came from in ``direct_url.json`` (PEP 610), unless it came from an index.
What came from a file or a folder of one machine cannot be installed by a workflow on another.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dossier.model.errors import DossierError

PACKAGE: Final = "mkdocs-dossier"
_NOTE: Final = "direct_url.json"
_WEB: Final = ("https", "http")
_WHEEL: Final = ".whl"
# It builds this package (pyproject.toml).
_BUILDER: Final = "hatchling"
_GIT: Final = "git+"
_SSH: Final = "ssh"
# The form of scp: git@host:owner/name.git.
_SCP: Final = re.compile(r"[\w.-]+@(?P<host>[\w.-]+):(?P<path>[^\s/][^\s]*)")
_PASSWORD: Final = re.compile(r"https?://[^/?#]*@")
_CLAUSE: Final = r"(?:===?|~=|!=|<=?|>=?)\s*[\w.*+!-]+"
_VERSION: Final = re.compile(
    rf"{PACKAGE}(?:\[[\w,-]+\])?(?:\s*{_CLAUSE}(?:\s*,\s*{_CLAUSE})*)?", re.IGNORECASE
)
_QUERY: Final = "a query, which may be a password and which every reader of the repository would see"
_EXPECTED: Final = (
    "an address of a Git repository, such as https://github.com/name/mkdocs-dossier@v1.0.0, or a wheel"
)


class UnreachableError(DossierError):
    """The program came from a place that a new repository cannot name; ``place`` names it.

    `reason` goes on after the place, such as ``a file that is no longer there``.
    """

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        super().__init__(
            f"this program was installed from {place}, {reason}, so others could not install it from there; "
            "add --install-from with the address of a Git repository, such as "
            "https://github.com/name/mkdocs-dossier@v1.0.0, or with a wheel"
        )


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that the new repository must contain, since no other machine can get it.

    Attributes:
        name: its file name.
        content: its bytes.
    """

    name: str
    content: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Where it is in the new repository. Git ignores “wheels” and “dist” in many repositories."""
        return f"vendor/{self.name}"


@dataclass(frozen=True, slots=True)
class Installation:
    """What installs this program elsewhere.

    Attributes:
        requirement: a line for ``requirements.txt``.
        wheel: the file that the line names, None where it names none.
    """

    requirement: str
    wheel: Wheel | None = None


def installation(found: Distribution) -> Installation:
    """What installs a package elsewhere: from the index in the same version, from Git at the same commit.

    If it came from a wheel or a folder of this machine, the new repository gets the wheel, or one that is
    built from the folder.

    Raises:
        UnreachableError: the wheel is no longer there, or none can be built.
    """
    note = found.read_text(_NOTE)
    return _of_note(json.loads(note)) if note else Installation(f"{PACKAGE}=={found.version}")


def _of_note(note: dict[str, Any]) -> Installation:
    address = _web_address(str(note["url"]))
    if address and "vcs_info" in note:
        system, commit = note["vcs_info"]["vcs"], note["vcs_info"]["commit_id"]
        below = f"#subdirectory={note['subdirectory']}" if "subdirectory" in note else ""
        return Installation(f"{PACKAGE} @ {system}+{address}@{commit}{below}")
    if address and not urlsplit(address).query:
        return Installation(f"{PACKAGE} @ {address}")
    if address:
        raise UnreachableError(urlsplit(address).netloc, f"whose address has {_QUERY}")
    place = Path(url2pathname(urlsplit(str(note["url"])).path))
    if "archive_info" in note and place.suffix == _WHEEL:
        if not place.is_file():
            raise UnreachableError(str(place), "a file that is no longer there")
        return _of_wheel(place)
    return _of_folder(place)


def _of_folder(folder: Path) -> Installation:
    """A wheel that pip builds from the program's source, with the tools that are installed where they are."""
    with TemporaryDirectory() as made:
        command = [
            sys.executable,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--no-input",
            "wheel",
            "--quiet",
        ]
        command += ["--no-deps", "--wheel-dir", made, str(folder)]
        command += ["--no-build-isolation"] if find_spec(_BUILDER) else []
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
        wheels = list(Path(made).glob(f"*{_WHEEL}"))
        if not wheels:
            said = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["pip said nothing"]
            raise UnreachableError(str(folder), f"from which no wheel can be built ({said[0]})")
        return _of_wheel(wheels[0])


def requirement_from(given: str, folder: Path = Path()) -> Installation:
    """What installs this program from a place that a user names.

    `given` is the address of a Git repository, with or without ``@`` and a version; that of a wheel on the
    web; a wheel on this machine, relative to `folder`; or the package's own name, with or without a version.

    Raises:
        ValueError: it is none of these, or it contains a password; the text says what is expected.

    >>> requirement_from("git@github.com:ada/mkdocs-dossier.git").requirement
    'mkdocs-dossier @ git+https://github.com/ada/mkdocs-dossier.git'
    """
    given = given.strip()
    if _VERSION.fullmatch(given):
        return Installation(given)
    if given.endswith(_WHEEL) and (folder / given).is_file():
        return _of_wheel(folder / given)
    address = _web_address(given.removeprefix(_GIT))
    if not address:
        raise ValueError(f"“{given}” is not {_EXPECTED}")
    if urlsplit(address).query:
        raise ValueError(f"the address has {_QUERY}")
    if _PASSWORD.match(given.removeprefix(_GIT)):
        raise ValueError("it contains a password, which every reader of the repository would see")
    return Installation(f"{PACKAGE} @ {'' if urlsplit(address).path.endswith(_WHEEL) else _GIT}{address}")


def _of_wheel(file: Path) -> Installation:
    wheel = Wheel(file.name, file.read_bytes())
    return Installation(f"./{wheel.path}", wheel)


def _web_address(address: str) -> str:
    """The same place on the web, without a user name; "" if it is not there.

    A workflow has no key for SSH, but may read from the web what its author reads by SSH.
    """
    scp = _SCP.fullmatch(address)
    if scp:
        return f"https://{scp['host']}/{scp['path']}"
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    if (
        parts.scheme not in (*_WEB, _SSH)
        or not host
        or not parts.path.strip("/")
        or len(address.split()) != 1
    ):
        return ""
    return parts._replace(scheme="https" if parts.scheme == _SSH else parts.scheme, netloc=host).geturl()
