"""Take the pictures of the site for the README: `make pictures`, after `make site`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

HERE: Final = Path(__file__).parent
SITE: Final = HERE.parent / "site"
PICTURES: Final = {
    "article": "articles/video-call-of-7-december-2021",
    "agreement": "agreements/minsk-ii",
}


def main() -> None:
    """Open each page in the browser and keep what is seen without scrolling."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("DOSSIER_CHROMIUM"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        for name, path in PICTURES.items():
            page.goto((SITE / path / "index.html").as_uri())
            page.screenshot(path=HERE / "images" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
