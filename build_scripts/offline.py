"""What the site needs at its root to be kept and installed by a browser: a service worker and web app manifests."""

import json
import shutil
from pathlib import Path

from build_scripts.content import Content
from build_scripts.records.common import LANGUAGES

BACKGROUND = "#0c3a43"
"""The ground of the icons, and of the window until a page is drawn in it."""
ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))
"""Size in pixels and purpose of each icon, docs/assets/images/app-<purpose>-<size>.png."""


def write_offline(content: Content, root: Path, site: Path) -> None:
    """Write `site`/service-worker.js and, for each language, `site`/app.<language>.webmanifest.

    The worker stands at the root because it may keep only what lies beside and below it.
    """
    shutil.copy(root / "docs" / "assets" / "js" / "offline" / "service_worker.js", site / "service-worker.js")
    for language in LANGUAGES:
        facts = {
            "id": f"{language}/index.html",
            "name": content.site.title[language],
            "short_name": content.site.title[language],
            "description": content.site.description[language],
            "lang": language,
            "start_url": f"{language}/index.html",
            "scope": "./",
            # With buttons to go back and to reload, which a site of many pages needs.
            "display": "minimal-ui",
            "theme_color": BACKGROUND,
            "background_color": BACKGROUND,
            "icons": [
                {
                    "src": f"assets/images/app-{purpose}-{size}.png",
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for size, purpose in ICONS
            ],
        }
        text = json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
        (site / f"app.{language}.webmanifest").write_text(text, encoding="utf-8", newline="\n")
