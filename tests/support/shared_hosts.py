"""Servers that have a site of their own, with rules for all files, and the copy below a path."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publish.release import Release
from tests.support.apache import apache_frame, running_apache
from tests.support.hosts import (
    Hosted,
    brotli_module,
    free_ports,
    nginx_file,
    nginx_frame,
    placed,
    running_nginx,
)

OWN_HTTPS_ONLY = "max-age=63072000; includeSubDomains"
WRITTEN = 1_700_000_000  # seconds since 1970
# The host's own files, by their paths.
OWN_FILES = {
    "index.html": "<h1>The council</h1>",
    "news/index.html": "<h1>News</h1>",
    "news/list/one.txt": "one",
    "css/council.css": "body { color: black }",
    "js/council.js": "globalThis.council = true;",
    "data/council.json": "{}",
    "guidebook.html": "<h1>A guide book</h1>",
    "404.html": "<h1>The council has no such page</h1>",
    "robots.txt": "User-agent: *",
    ".well-known/security.txt": "Contact: mailto:council@example.gov.uk",
}
# What people ask the host for, its own files and what it does not have.
OWN_PATHS = (
    *("/", "/news", "/news/", "/news/list/", "/news/list/one.txt", "/css/council.css"),
    *("/js/council.js", "/data/council.json", "/guidebook.html", "/guidebook", "/guid", "/nothing"),
    *("/quotes/", "/nothing.css", "/robots.txt", "/.well-known/security.txt", "/.htaccess"),
    *("/manifest.webmanifest", "/search/search_index.json", "/assets-000000000000/js/main.js"),
)

NGINX = """
    server {
        listen 127.0.0.1:{sending_on};
        server_tokens off;
        return 301 https://127.0.0.1$request_uri;
    }
    server {
        listen 127.0.0.1:{plain};
        server_tokens off;
        {include}
        root {root};
        index index.html;
        deny 127.0.0.2;
        autoindex on;
        charset windows-1252;
        charset_types *;
        etag off;
        expires 30d;
        gzip on;
        gzip_types *;
        if_modified_since off;
        ssi on;
        ssi_types *;
        add_header X-Council yes always;
        add_header X-Frame-Options SAMEORIGIN always;
        add_header Content-Security-Policy "default-src 'self'" always;
        add_header Strict-Transport-Security "{https_only}" always;
        error_page 403 404 /404.html;
        location / {
            try_files $uri $uri/ =404;
        }
        location ~* \\.(?:css|js|svg|png|woff2)$ {
            expires 7d;
            add_header X-Council asset;
        }
        location ~ \\.(?:json|md|xml|txt)$ {
            deny all;
        }
        location ~ /\\. {
            deny all;
        }
    }
"""

# What a council says for all its files, in its <VirtualHost> or in its .htaccess.
APACHE_RULES = """
ErrorDocument 404 /404.html
FallbackResource /index.html
DirectorySlash Off
AddDefaultCharset windows-1252
ExpiresActive On
ExpiresDefault "access plus 1 month"
AddOutputFilterByType DEFLATE text/html text/css
Header set Cache-Control "max-age=99"
Header set X-Council yes
Header set X-Content-Type-Options nosniff
Header always set X-Frame-Options SAMEORIGIN
Header always set Content-Security-Policy "default-src 'self'"
Header always set Strict-Transport-Security "{https_only}"
<FilesMatch "\\.(?:css|js|svg|png|woff2)$">
    Header set Cache-Control "max-age=604800, public"
    Header set Content-Security-Policy "default-src 'none'"
</FilesMatch>
<FilesMatch "\\.(?:{denied})$">
    Require all denied
</FilesMatch>
RewriteEngine On
"""
APACHE = """
ServerTokens Prod
TraceEnable Off
<VirtualHost 127.0.0.1:{sending_on}>
    Redirect permanent / https://127.0.0.1/
</VirtualHost>
<VirtualHost 127.0.0.1:{plain}>
    {include}
    DocumentRoot {root}
    <Directory {root}>
        Require all granted
        AllowOverride All
        Options Indexes FollowSymLinks MultiViews
    </Directory>
    <Location "/css/">
        Header set X-Council asset
    </Location>
    {rules}
</VirtualHost>
"""
# Every path that is no file of the council's is its program's, which says that it has none.
IN_HOST = """
RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-f
RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-d
RewriteRule ^ - [R=404,L]
"""
IN_FOLDER = """
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME} !-d
RewriteRule ^ - [R=404,L]
"""
MORE_MODULES = ("authz_host", "autoindex", "deflate", "expires", "filter", "negotiation")


def filled(template: str, **values: object) -> str:
    """The settings with these values: by replacing, because they are full of braces."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", str(value))
    return template


def own_site(folder: Path) -> Path:
    """Write the files of the host's own site; gives the folder."""
    for name, text in OWN_FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (WRITTEN, WRITTEN))  # a list of files says when each was written
    return folder


@contextmanager
def nginx_with_a_site(release: Release, folder: Path, included: bool = True) -> Iterator[Hosted]:
    """An nginx that has a site, and the release below a path of it where it is `included`."""
    root = own_site(folder / "own")
    plain, sending_on = free_ports(2)
    own = nginx_file(release, "nginx-site.conf", folder, {})
    (folder / "site.conf").write_text(own, encoding="utf-8")
    include = f"include {folder}/site.conf;" if included else ""
    ports = {"plain": plain, "sending_on": sending_on}
    served = filled(NGINX, include=include, root=root, https_only=OWN_HTTPS_ONLY, **ports)
    with running_nginx(folder, nginx_frame(folder, served, brotli_module()), plain):
        yield Hosted(plain, 0, sending_on, release.site, release.at.base)


@contextmanager
def apache_with_a_site(release: Release, folder: Path, included: bool = True) -> Iterator[Hosted]:
    """An Apache that has a site, and the release below a path of it where it is `included`."""
    root = own_site(folder / "own")
    own = (release.folder / "hosts" / "apache-site.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(placed(own, folder, release.site, {}), encoding="utf-8")
    include = f"Include {folder}/site.conf" if included else ""
    rules = filled(APACHE_RULES, https_only=OWN_HTTPS_ONLY, denied="json|md|xml|txt") + IN_HOST
    with _apache(folder, root, include, rules) as (plain, sending_on):
        yield Hosted(plain, 0, sending_on, release.site, release.at.base)


@contextmanager
def apache_around(release: Release, folder: Path, included: bool = True) -> Iterator[Hosted]:
    """An Apache that has a site with a .htaccess, and the release in a folder of that site, with
    its own .htaccess, where it is `included`."""
    root = own_site(folder / "own")
    rules = filled(APACHE_RULES, https_only=OWN_HTTPS_ONLY, denied="bak|sql|yml") + IN_FOLDER
    (root / ".htaccess").write_text(rules, encoding="utf-8")
    site = root / release.at.base.strip("/")
    if included:
        shutil.copytree(release.site, site)
    with _apache(folder, root, "", "") as (plain, sending_on):
        yield Hosted(plain, 0, sending_on, site, release.at.base)


@contextmanager
def _apache(folder: Path, root: Path, include: str, rules: str) -> Iterator[tuple[int, int]]:
    ports = free_ports(2)
    values = {"plain": ports[0], "sending_on": ports[1], "include": include, "rules": rules}
    served = filled(APACHE, root=root, **values)
    frame = apache_frame(folder, served, ports, MORE_MODULES)
    with running_apache(folder, frame, ports[0]):
        yield ports[0], ports[1]
