#!/usr/bin/python3
"""A WebKitGTK browser that WebKitWebDriver can drive and that keeps a profile.

MiniBrowser, which comes with it, keeps nothing and tells no console when it is driven. This one
is told by its environment: WK_PROFILE, the folder of what it keeps; WK_DOWNLOADS, where files
go; WK_CONSOLE, the file for messages; WK_QUOTA, the bytes that a site may keep;
WK_COOKIES_BLOCKED. Started by the system's Python, which has `gi`.
"""

import os

import gi  # type: ignore[import-not-found]

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # type: ignore[import-not-found]  # noqa: E402

SIZE = (1280, 900)


def data_manager() -> WebKit2.WebsiteDataManager:
    """Where it keeps things, and how many."""
    profile = os.environ["WK_PROFILE"]
    limits = {}
    if quota := os.environ.get("WK_QUOTA"):
        disk = os.statvfs(profile)
        share = int(quota) / (disk.f_blocks * disk.f_frsize)
        limits = {"origin_storage_ratio": share, "total_storage_ratio": share}
    return WebKit2.WebsiteDataManager(
        base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache", **limits
    )


def page_settings() -> WebKit2.Settings:
    """As Safari has them: pages that are left go into a cache."""
    made = WebKit2.Settings()
    made.set_enable_write_console_messages_to_stdout(True)
    made.set_enable_page_cache(True)
    if os.environ.get("WK_COOKIES_BLOCKED"):
        made.set_enable_html5_database(False)
        made.set_enable_html5_local_storage(False)
    return made


def view(context: WebKit2.WebContext) -> WebKit2.WebView:
    """A page in a window of its own."""
    made = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, settings=page_settings()
    )
    window = Gtk.Window(default_width=SIZE[0], default_height=SIZE[1])
    window.add(made)
    window.show_all()
    made.connect("close", lambda _: window.destroy())
    made.grab_focus()
    return made


def begin_automation(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    """The driver has come: give it its name and its pages."""
    info = WebKit2.ApplicationInfo()
    info.set_name("MiniBrowser")  # what Selenium asks for
    info.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(info)
    session.connect("create-web-view", lambda *_: view(context))


def begin_download(_: WebKit2.WebContext, download: WebKit2.Download) -> None:
    """Put the file into the folder, under the name that the page gave."""

    def decide(one: WebKit2.Download, suggested: str) -> bool:
        one.set_allow_overwrite(True)
        one.set_destination(f"file://{os.environ['WK_DOWNLOADS']}/{suggested}")
        return True

    download.connect("decide-destination", decide)


def main() -> None:
    """Wait for the driver."""
    console = os.open(os.environ["WK_CONSOLE"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(console, 1)
    os.dup2(console, 2)
    context = WebKit2.WebContext.new_with_website_data_manager(data_manager())
    context.set_automation_allowed(True)
    context.connect("automation-started", begin_automation)
    context.connect("download-started", begin_download)
    Gtk.main()


if __name__ == "__main__":
    main()
