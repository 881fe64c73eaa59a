"""A council fills in the form, and has the folder of its copy, in any engine."""

import zipfile
from pathlib import Path

from macros.brand.load import load_branded
from tests.journeys.conftest import Start
from tests.support.build import ROOT

ADDRESS = "hosting/make-your-own/"


def test_the_form_hands_out_a_folder_that_can_be_built(
    start: Start, site_url: str, tmp_path: Path
) -> None:
    with start() as browser:
        tab = browser.tab()
        tab.go(site_url + ADDRESS)
        tab.until("() => Boolean(customElements.get('make-copy'))")
        tab.click("#copy-organisation-name")
        tab.keys("Northshire & Vale Council")
        tab.click("#copy-colours-main")
        tab.keys("teal")
        tab.until("() => document.querySelector('[data-says]').textContent.includes('4.7 to 1')")
        tab.choose_file("#copy-logo", ROOT / "brands" / "example" / "logo.svg")
        tab.until(
            "() => document.querySelector('[data-logo] img')?.src.startsWith('data:image/svg+xml')"
        )
        file = browser.downloaded(lambda: tab.click("make-copy [type='submit']"))
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    folder = tmp_path / "unpacked" / "northshire-vale"
    brand = load_branded(ROOT / "content", folder).folder.brand
    assert brand.organisation.name == "Northshire & Vale Council"
    assert (brand.organisation.id, brand.logo) == ("northshire-vale", "logo.svg")
