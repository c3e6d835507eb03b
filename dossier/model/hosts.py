"""Name the programs that build a dossier's site with the files that each reads, and the themes.

It stands alone because the commands must find the configuration without any of these programs installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class HostProgram:
    """A program that builds a site and runs this project's plugins.

    Attributes:
        name: its command, which is also the name of its Python module and of its package.
        title: its name in sentences.
        versions: those that the tests cover, in the form of PEP 440.
        files: the names of files that it reads if no other is named, the preferred one first.
    """

    name: str
    title: str
    versions: str
    files: tuple[str, ...]

    @property
    def requirement(self) -> str:
        """What to ask an installer for."""
        return f"{self.name}{self.versions}"

    @property
    def file(self) -> str:
        """The name of file that it prefers."""
        return self.files[0]


MKDOCS: Final = HostProgram("mkdocs", "MkDocs", ">=1.6,<2", ("mkdocs.yml", "mkdocs.yaml"))
# ProperDocs 1.6.7, `properdocs.config.base`: it reads those of MkDocs where it finds none of its own.
PROPERDOCS: Final = HostProgram(
    "properdocs", "ProperDocs", ">=1.6.7,<2", ("properdocs.yml", "properdocs.yaml", *MKDOCS.files)
)
PROGRAMS: Final[Mapping[str, HostProgram]] = MappingProxyType(
    {program.name: program for program in (MKDOCS, PROPERDOCS)}
)
"""The programs by their names."""
CONFIGURATIONS: Final = PROPERDOCS.files
"""The names that a configuration may have, in the order in which they are looked for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme on which the pages of a dossier are built.

    Attributes:
        name: its name in a configuration.
        title: its name in sentences.
        package: the package that installs it, into the folder ``material`` whichever theme it is.
        versions: those that the tests cover, in the form of PEP 440.
    """

    name: str
    title: str
    package: str
    versions: str

    @property
    def requirement(self) -> str:
        """What to ask an installer for."""
        return f"{self.package}{self.versions}"


MATERIAL: Final = Theme("material", "Material", "mkdocs-material", ">=9.6,<10")
MATERIALX: Final = Theme("materialx", "MaterialX", "mkdocs-materialx", ">=10.2.2,<11")
THEMES: Final[Mapping[str, Theme]] = MappingProxyType({theme.name: theme for theme in (MATERIAL, MATERIALX)})
"""The themes by their names."""


def program_of(file: str) -> HostProgram:
    """The program for which a configuration was written, by the name of its file.

    >>> program_of("properdocs.staging.yml").title, program_of("site.yml").title
    ('ProperDocs', 'MkDocs')
    """
    return PROPERDOCS if file.startswith(PROPERDOCS.name) else MKDOCS
