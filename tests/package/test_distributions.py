"""Tests of wheel and sdist: complete, alike, and enough to build the dossier of another repository.

The tests install from the wheelhouse that `make test` fills, without an index. One environment holds the
wheel without its extra; the last tests add the extra to it.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

pytestmark = pytest.mark.package

ROOT = Path(__file__).parents[2]
PACKAGES = {"dossier": ROOT / "dossier"} | {
    name: ROOT / "plugins" / name for name in ("mkdocs_atomic_site", "mkdocs_dossier", "mkdocs_pagefind")
}
DATA = (
    "dossier/py.typed",
    "dossier/content/schema/*.yaml",
    "dossier/recognise/languages/*/*.yaml",
    "dossier/recognise/languages/*/dates/*.yaml",
    "dossier/recognise/languages/*/names/*.txt",
    "dossier/recognise/languages/*/names/*.yaml",
    "dossier/render/templates/*.html",
    "mkdocs_atomic_site/py.typed",
    "mkdocs_dossier/py.typed",
    "dossier/edit/starting/files/*/*",
    "dossier/edit/starting/files/sample/content/*/*.md",
    "dossier/render/export/*.csl",
    "dossier/render/static/assets/dossier/*.css",
    "dossier/render/static/assets/dossier/*.js",
    "mkdocs_dossier/preview/*.css",
    "mkdocs_dossier/preview/*.js",
    "mkdocs_dossier/theme/dossier/*.html",
    "mkdocs_dossier/theme/partials/*.html",
    "mkdocs_dossier/theme_materialx/partials/*.html",
    "mkdocs_pagefind/py.typed",
    "mkdocs_pagefind/ui/*.js",
)
WHEELHOUSE = Path(sys.prefix) / "wheelhouse"
OFFLINE = ("--no-index", "--find-links", WHEELHOUSE)
README = (ROOT / "README.md").read_text(encoding="utf-8")
[CONFIGURATION] = re.findall(r"```yaml\n(site_name: .*?)```", README, re.DOTALL)
[START] = [
    block.splitlines()
    for block in re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    if "dossier init\n" in block
]
# The README's mkdocs.yml and a dossier of three files.
DOSSIER = {
    "mkdocs.yml": CONFIGURATION,
    "content/articles/first-talks.md": """\
---
title: The first talks
date: 2020-03-04
---
Ada Example signed the Harbour Accord on 2 March 2020. In April she will return.
""",
    "content/people/ada-example.md": """\
---
title: Ada Example
born: 1970
---
A diplomat.
""",
    "content/agreements/harbour-accord.md": """\
---
title: Harbour Accord
signed: 2020-03-02
signatories: [ada-example]
---
An agreement on a harbour.
""",
}

PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252"><title>Talks end in Vienna</title>
<meta property="article:published_time" content="2021-06-16"></head><body><article><h1>Talks end in Vienna</h1>
<p>The ministers of the two countries met on Wednesday in Vienna and agreed to go on talking next month.</p>
<p>Neither of them spoke to the press after the meeting, which took three hours and was longer than planned.</p>
<p>A spokesman said that the agreements of 2015 remain the basis of every further step on the way.</p>
</article></body></html>
"""
# Every command but the import of a page, as it is typed in a dossier's folder.
COMMANDS = (
    "check",
    "show ada-example",
    "mentions harbour-accord",
    "suggest",
    "explain first-talks",
    "new person 'Jane Doe'",
    "migrate --dry-run",
    "schema --out schemas",
    "annotate --content content",
    "completion bash",
    "init another --title Another",
    "build --help",
    "serve --help",
    "import --help",
    "import people.csv --type person --dry-run",
    "import people.jsonl --type person --dry-run",
    "import sources.json --dry-run",
)
INPUTS = {
    "page.html": PAGE,
    "texts.jsonl": '{"doc_id": "a", "text": "Ada Example signed the Harbour Accord.", "date": "2020-03-04"}\n',
    "people.csv": "title,born\nBo Sample,1971\n",
    "people.jsonl": '{"title": "Cy Sample", "born": "1972"}\n',
    "sources.json": json.dumps([{"id": "x", "type": "report", "title": "A report"}]),
}


@dataclass(frozen=True)
class Distributions:
    wheel: Path
    sdist: Path
    wheel_of_sdist: Path


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def build(kind: str, source: Path, out: Path) -> Path:
    # Without isolation: hatchling is installed and pinned, so nothing is fetched.
    run(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", out, source, cwd=out)
    [made] = out.iterdir()
    return made


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    wheel = build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    [source] = unpacked.iterdir()
    return Distributions(wheel, sdist, build("wheel", source, tmp_path_factory.mktemp("again")))


@pytest.fixture(scope="module")
def environment(distributions: Distributions) -> dict[str, str]:
    """Variables of a shell in which pip finds this package and what it depends on, without an index."""
    assert WHEELHOUSE.is_dir(), "run `make .venv/.wheelhouse`"
    left_out = ("NO_MKDOCS_2_WARNING", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": f"{WHEELHOUSE} {distributions.wheel.parent}",
        "PIP_NO_COMPILE": "1",
    }


def shell(command: str, cwd: Path, environment: dict[str, str]) -> str:
    """Run a command as it is typed."""
    done = subprocess.run(
        ("bash", "-eo", "pipefail", "-c", command),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def started(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which somebody has followed the README to the letter, up to the preview."""
    folder = tmp_path_factory.mktemp("my dossier")
    *commands, preview = START
    assert preview.endswith("dossier serve")
    for command in commands:
        shell(command, folder, environment)
    return folder


@pytest.fixture(scope="module")
def installed(started: Path) -> Path:
    """The folder of programs of an environment that holds the wheel and what it depends on, without the extra."""
    return started / ".venv" / "bin"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    for name, text in (DOSSIER | INPUTS).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(installed: Path, repository: Path) -> Path:
    run(installed / "mkdocs", "build", "--strict", cwd=repository)
    return repository / "site"


@pytest.fixture(scope="module")
def refusal(installed: Path, repository: Path) -> subprocess.CompletedProcess[str]:
    """What the import of a page says without the extra."""
    command = (installed / "dossier", "import", "page.html")
    return subprocess.run(command, capture_output=True, text=True, cwd=repository, check=False)


@pytest.fixture(scope="module")
def installed_extra(installed: Path, refusal: subprocess.CompletedProcess[str]) -> Path:
    """The same environment, once what the refusal says has been run."""
    told = re.search(r"run: pip (.+)$", refusal.stderr)
    assert told, refusal.stderr
    pip = (sys.executable, "-m", "pip", "--python", installed / "python", "--disable-pip-version-check")
    run(*pip, *shlex.split(told[1]), "--no-input", *OFFLINE, cwd=installed)
    return installed


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_packages(distributions: Distributions) -> None:
    wanted = {
        f"{package}/{file.relative_to(folder).as_posix()}"
        for package, folder in PACKAGES.items()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }
    assert {name for name in names_in(distributions.wheel) if ".dist-info/" not in name} == wanted


@pytest.mark.parametrize("pattern", DATA)
def test_the_wheel_holds_the_data(distributions: Distributions, pattern: str) -> None:
    assert [name for name in names_in(distributions.wheel) if Path(name).match(pattern)]


def test_the_sdist_builds_the_same_wheel(distributions: Distributions) -> None:
    assert names_in(distributions.wheel_of_sdist) == names_in(distributions.wheel)


def test_the_sdist_holds_no_content_and_no_tests(distributions: Distributions) -> None:
    with tarfile.open(distributions.sdist) as archive:
        folders = {name.split("/")[1] for name in archive.getnames() if name.count("/") > 1}
    assert folders == {"dossier", "plugins"}


def test_the_readme_leads_to_a_site_of_ones_own(started: Path, environment: dict[str, str]) -> None:
    told = shell(".venv/bin/dossier build", started, environment)
    assert "WARNING" not in told
    assert "end of life" not in told
    assert page(started / "site", "articles/harbour-accord-signed").select_one("a.dossier-link")


def test_the_preview_shows_the_site(started: Path, environment: dict[str, str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [*shlex.split(START[-1]), "--dev-addr", address]
    with subprocess.Popen(
        command, cwd=started, env=environment, stderr=subprocess.PIPE, text=True
    ) as preview:
        assert preview.stderr is not None
        lines = iter(preview.stderr.readline, "")
        assert any("Serving on" in line for line in lines)
        with urllib.request.urlopen(f"http://{address}/", timeout=60) as answer:
            assert answer.status == 200
        preview.send_signal(signal.SIGINT)
        list(lines)
    assert preview.returncode == 0


def test_the_workflow_of_a_new_dossier_runs(started: Path, environment: dict[str, str]) -> None:
    workflow = yaml.safe_load((started / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    variables = environment | workflow["env"] | {"GITHUB_STEP_SUMMARY": str(started / "summary.md")}
    variables["PATH"] = f"{started}/.venv/bin{os.pathsep}{variables['PATH']}"
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert [command.split()[0] for command in commands] == ["pip", "dossier", "mkdocs"]
    told = "".join(shell(command, started, variables) for command in commands)
    assert "WARNING" not in told
    assert (started / "summary.md").read_text(encoding="utf-8") == "### Dossier: no findings\n"


def test_a_dossier_of_a_wheel_takes_the_wheel_along(
    started: Path, distributions: Distributions, environment: dict[str, str], tmp_path: Path
) -> None:
    shell(f"'{started}/.venv/bin/dossier' init --install-from '{distributions.wheel}'", tmp_path, environment)
    lines = (tmp_path / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == f"./vendor/{distributions.wheel.name}"
    # uv resolves in a moment what pip would install.
    uv = f"'{Path(sys.executable).with_name('uv')}' pip install --dry-run --offline --no-index"
    links = f"--find-links '{WHEELHOUSE}' --python '{sys.executable}' --reinstall-package mkdocs-dossier"
    assert "mkdocs-dossier" in shell(f"{uv} {links} -r requirements.txt", tmp_path, environment)


def test_the_code_comes_from_the_wheel(installed: Path) -> None:
    code = "import dossier, mkdocs_dossier; print(dossier.__file__, mkdocs_dossier.__file__, sep='\\n')"
    places = run(installed / "python", "-c", code, cwd=installed).splitlines()
    assert all(str(installed.parent) in place for place in places)


def test_the_command_line_is_there(installed: Path) -> None:
    assert "0.1.0" in run(installed / "dossier", "--version", cwd=installed)


def test_prose_is_linked(site: Path) -> None:
    article = page(site, "articles/first-talks/")
    for type_, id_, folder, words in (
        ("person", "ada-example", "people", "Ada Example"),
        ("agreement", "harbour-accord", "agreements", "Harbour Accord"),
    ):
        link = article.select_one(f'[id] > a.dossier-link[data-type="{type_}"][data-id="{id_}"]')
        assert link is not None
        assert link["href"] == f"../../{folder}/{id_}/"
        assert link.text == words
    day = article.select_one('a.dossier-date > time[datetime="2020-03-02"][data-edtf="2020-03-02"]')
    assert day is not None
    assert day.parent is not None
    assert day.parent["href"] == "../../timeline/2020/#2020-03-02"


def test_styles_and_templates_are_used(site: Path) -> None:
    assert (site / "assets" / "dossier" / "dossier.css").is_file()
    person = page(site, "people/ada-example/")
    assert person.select_one('link[href="../../assets/dossier/dossier.css"]')
    assert person.select_one(".dossier-facts")
    assert person.select_one('a[href^="../../articles/first-talks/#"]')
    assert page(site, "timeline/2020/").find(id="2020-03-02")
    assert page(site, "agreements/").select_one('a[href="harbour-accord/"]')


def test_the_extra_is_left_out(installed: Path) -> None:
    code = "from importlib.util import find_spec as f; print([n for n in ('trafilatura', 'justext') if f(n)])"
    assert run(installed / "python", "-c", code, cwd=installed).strip() == "[]"


def test_commands_need_no_extra(installed: Path, repository: Path) -> None:
    words = [shlex.split(command) for command in COMMANDS]
    code = f"""
import sys
from dossier.cli import COMMANDS, main
sys.stdin = open("texts.jsonl", encoding="utf-8")
wanted = {words!r}
assert {{words[0] for words in wanted}} == set(COMMANDS)
for words in wanted:
    try:
        main(words)
    except SystemExit as end:
        # 1: there are findings.
        assert end.code in (0, None) or (end.code == 1 and words[0] in ("check", "suggest")), words
"""
    assert "Traceback" not in run(installed / "python", "-c", code, cwd=repository)


def test_the_import_of_a_page_says_what_to_install(refusal: subprocess.CompletedProcess[str]) -> None:
    assert refusal.returncode == 2
    assert refusal.stdout == ""
    assert refusal.stderr.count("\n") == 1
    assert "No module named 'trafilatura'" in refusal.stderr
    assert refusal.stderr.endswith('; run: pip install "mkdocs-dossier[import]"\n')


def test_with_the_extra_a_page_is_imported(installed_extra: Path, repository: Path) -> None:
    run(installed_extra / "dossier", "import", "page.html", cwd=repository)
    text = (repository / "content/articles/talks-end-in-vienna.md").read_text(encoding="utf-8")
    assert "date: 2021-06-16\n" in text
    assert "The ministers of the two countries met on Wednesday in Vienna" in text
