"""Name the programs that build a dossier's site, the themes, and the files that programs and plugins read.

It stands alone because the commands must find the configuration without any of these programs installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final


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


# The plugins, without their theme's name, that read files of one name in the folder of the texts: the option
# with that name, and its usual value. Nobody publishes these files.
_NAMING_FILES: Final = (("awesome-nav", "filename", ".nav.yml"), ("meta", "meta_file", ".meta.yml"))


def files_of_plugins(options: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The names of files that plugins read and nobody publishes, by the `options` of each plugin that is on.

    A text of the dossier is never one of them.

    >>> sorted(files_of_plugins({"awesome-nav": {"filename": ".navi.yml"}, "material/meta": {}, "tags": {}}))
    ['.meta.yml', '.navi.yml']
    """
    by_name = {plugin.rpartition("/")[2]: each for plugin, each in options.items()}
    names = (
        str(by_name[plugin].get(option, usual))
        for plugin, option, usual in _NAMING_FILES
        if plugin in by_name
    )
    return frozenset(name for name in names if not name.endswith(".md"))


def program_of(file: str) -> HostProgram:
    """The program for which a configuration was written, by the name of its file.

    >>> program_of("properdocs.staging.yml").title, program_of("site.yml").title
    ('ProperDocs', 'MkDocs')
    """
    return PROPERDOCS if file.startswith(PROPERDOCS.name) else MKDOCS
