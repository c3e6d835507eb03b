"""Read the address of a repository, in any form in which people copy it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dossier.content.web_addresses import refusal_of_web_address

_GITHUB: Final = "github.com"
_WWW: Final = "www."
_NAME: Final = r"(?!\.)[\w.-]+"
_SHORT: Final = re.compile(rf"{_NAME}/{_NAME}")
# The form of scp, which git shows for addresses with SSH, and the same as an address.
_SSH: Final = re.compile(r"(?:ssh://)?(?:[\w.-]+@)(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<path>[^\s:]+)")
_WEB: Final = re.compile(r"https?://(?P<host>[^/?#@]+)/(?P<path>[^\s?#]+)")
_PATH: Final = re.compile(rf"{_NAME}(?:/{_NAME})+")
_ENDING: Final = ".git"
_PAGES: Final = ".github.io"


@dataclass(frozen=True, slots=True)
class RemoteRepository:
    """A repository on a host with pages for people.

    Attributes:
        host: the name of the host, such as ``github.com``.
        path: owner and name, with a slash between them; on some hosts with groups before the name.
    """

    host: str
    path: str

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"https://{self.host}/{self.path}"

    @property
    def runs_github_actions(self) -> bool:
        """Whether its host runs workflows and publishes what they build."""
        return self.host == _GITHUB

    @property
    def pages_address(self) -> str:
        """The address of the site that GitHub Pages publishes from it, "" for other hosts.

        A repository named like that address is published at its root ("About GitHub Pages", types of sites).
        """
        if not self.runs_github_actions:
            return ""
        owner, _, name = self.path.partition("/")
        root = f"{owner}{_PAGES}".lower()
        return f"https://{root}/" if name.lower() == root else f"https://{root}/{name}/"


def read_remote(text: str) -> RemoteRepository:
    """The repository that an address leads to: of the web, of SSH, or ``owner/name`` on GitHub.

    Raises:
        ValueError: it is no such address; the text says what is expected.

    >>> read_remote("git@github.com:ada/harbour.git").address
    'https://github.com/ada/harbour'
    >>> read_remote("Ada/harbour").pages_address, read_remote("https://gitlab.com/a/b/c/").path
    ('https://ada.github.io/harbour/', 'a/b/c')
    """
    text = text.strip()
    if _SHORT.fullmatch(text):
        return RemoteRepository(_GITHUB, _without_ending(text))
    found = _WEB.fullmatch(text) or _SSH.fullmatch(text)
    if not found or refusal_of_web_address(f"https://{found['host']}/{found['path']}"):
        raise ValueError(
            f"“{text}” is not the address of a repository such as https://github.com/name/dossier"
        )
    host, path = found["host"].lower().removeprefix(_WWW), _without_ending(found["path"])
    # Elsewhere there may be groups before the name.
    if not _PATH.fullmatch(path) or (host == _GITHUB and path.count("/") > 1):
        raise ValueError(
            f"“{text}” does not name one repository; write an owner and a name, as in "
            "https://github.com/name/dossier"
        )
    return RemoteRepository(host, path)


def _without_ending(path: str) -> str:
    return path.strip("/").removesuffix(_ENDING)
