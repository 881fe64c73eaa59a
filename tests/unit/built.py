"""A small built site, as a generator leaves it."""

from pathlib import Path

PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Guide</title>
{canonical}
<link rel="icon" href="{up}assets/images/favicon.svg">
<link rel="stylesheet" href="{up}assets/css/site.css">
<script src="{up}assets/js/base.js"></script>
</head>
<body>
<p>Look in <code>assets/js/</code> of the source. <a href="{up}quotes/">Quotes</a></p>
<script id="__config" type="application/json">{{"search": "{up}assets/js/search.js?a.js"}}</script>
<script src="{up}assets/js/main.js" type="module"></script>
</body>
</html>
"""
FILES = {
    "assets/css/site.css": "body { background: url(../images/favicon.svg) }\n",
    "assets/images/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "assets/js/base.js": "/** Why. */\n{ const a = 1; }\n",
    "assets/js/main.js": "/** Why. */\nexport const a = 1; // so\n",
    "assets/js/search.js": "",
    "data/report.json": '{"assets": "assets/js/main.js"}',
    "manifest.webmanifest": '{"icons": [{"src": "assets/images/favicon.svg"}]}',
}


def built(folder: Path, address: str = "", extra: str = "") -> Path:
    """Write a small site into `folder` / site: for an address or for none, with `extra` on its
    first page; gives that folder."""
    site = folder / "site"
    base = "/" + address.partition("://")[2].partition("/")[2]
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    if address:
        canonical += f'<meta property="og:image" content="{address}assets/images/favicon.svg">'
    pages = {
        "index.html": PAGE.format(up="", canonical=canonical).replace("</body>", f"{extra}</body>"),
        "quotes/index.html": PAGE.format(up="../", canonical=""),
        "404.html": PAGE.format(up=base, canonical=""),
    }
    for name, text in {**FILES, **pages}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site
