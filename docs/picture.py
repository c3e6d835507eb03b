"""Take the pictures of the site for the README: `make pictures`, after `make site`."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

HERE: Final = Path(__file__).parent
SITE: Final = HERE.parent / "site"
PICTURES: Final = {
    "article": "articles/video-call-of-7-december-2021/",
    "agreement": "agreements/minsk-ii/",
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    """Open each page in the browser and take a picture of what it shows without scrolling."""
    # Served, not opened as a file: Material hides its search in files.
    handler = functools.partial(_Quiet, directory=str(SITE))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("DOSSIER_CHROMIUM"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        for name, path in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}", wait_until="networkidle")
            page.screenshot(path=HERE / "images" / f"{name}.png")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
