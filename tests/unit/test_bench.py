"""The parts of the benchmark that need no browser and no clock."""

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from bench.__main__ import Runner
from bench.building import Pair, building_part, middle
from bench.capture import with_meta
from bench.hosting import Served, hosting_part, parsed
from bench.hosting import pages as asked_for
from bench.keys import Typing, typing_part
from bench.lighthouse import lighthouse_part
from bench.loading import Load
from bench.measured import CommandFailedError, Cost, measure
from bench.page import Run, page
from bench.pages import PAGES, growth_part, loading_part
from bench.project import cut
from bench.records import copy, grow, grown, multiplied, numbered
from bench.searching import Searching, searching_part
from bench.server import Sent, named
from bench.table import Part, Target, growth, kilobytes, percentile, table, targets_table
from macros.content.load import load
from macros.content.located import parts
from macros.content.model.base import Record
from macros.content.model.records import Behaviour, Question, Quote, Reference
from tests.support.build import ROOT

ATTRIBUTE = {
    "id": "values",
    "title": "Values",
    "behaviours": [
        {
            "id": "embody-values",
            "title": "Embody values",
            "body": [
                {"paragraph_md": "See [it](behaviour:embody-values)."},
                {"quote": "own-words"},
            ],
        }
    ],
    "quotes": [{"id": "own-words", "behaviour": "embody-values", "themes": ["purpose"]}],
}
NAMES = {"embody-values", "own-words"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown")
    grow(ROOT / "content", folder / "content", 3)
    return folder / "content"


def records(folder: Path, kind: type[Record]) -> list[Record]:
    return [one for one in parts(load(folder)) if isinstance(one, kind)]


@pytest.mark.parametrize("kind", [Behaviour, Quote, Question, Reference])
def test_the_grown_content_is_sound_and_has_as_many_times_the_records(
    content: Path, kind: type[Record]
) -> None:
    assert len(records(content, kind)) == 3 * len(records(ROOT / "content", kind))


def test_content_grown_once_is_the_content(tmp_path: Path) -> None:
    grow(ROOT / "content", tmp_path / "content", 1)
    assert load(tmp_path / "content") == load(ROOT / "content")


def test_an_attribute_stays_one_and_its_records_are_multiplied() -> None:
    found = grown(ATTRIBUTE, 2, NAMES)
    assert found["id"] == "values"
    assert [one["id"] for one in found["behaviours"]] == ["embody-values", "embody-values-n2"]
    assert [one["id"] for one in found["quotes"]] == ["own-words", "own-words-n2"]


def test_a_copy_names_copies_and_has_words_of_its_own() -> None:
    found = copy(ATTRIBUTE["behaviours"][0], 7, NAMES)  # type: ignore[arg-type]
    assert found["title"] == "Embody values (7)"
    assert found["body"] == [
        {"paragraph_md": "See [it](behaviour:embody-values-n7). (7)"},
        {"quote": "own-words-n7"},
    ]


def test_words_of_a_closed_list_stay_where_they_look_like_an_id() -> None:
    assert copy({"kind": "own-words"}, 2, NAMES) == {"kind": "own-words"}


def test_what_is_multiplied_is_found_inside_lists_of_records_only() -> None:
    assert set(multiplied(ATTRIBUTE)) == NAMES
    assert numbered("own-words", 1) == "own-words"


def test_a_workbook_is_cut_to_so_many_questions() -> None:
    sections = [{"id": name, "questions": [1, 2, 3]} for name in ("one", "two", "three")]
    assert [len(one["questions"]) for one in cut(sections, 4)] == [3, 1]


def test_a_page_keeps_its_front_matter() -> None:
    text = with_meta({"title": "Values"}, "# Values\n")
    assert yaml.safe_load(text.split("---")[1]) == {"title": "Values"}
    assert text.endswith("---\n# Values\n")


def test_a_command_is_measured(tmp_path: Path) -> None:
    start = time.monotonic()
    cost = measure(["sleep", "0.05"], tmp_path)
    assert 0.05 <= cost.seconds <= time.monotonic() - start
    assert 100_000 < cost.peak < 100_000_000


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="nowhere"):
        measure(["ls", "nowhere"], tmp_path)


def test_tables_are_markdown_and_a_bar_stays_in_its_cell() -> None:
    assert table(("a", "b"), [("1", "x|y")]) == "| a | b |\n| --- | --- |\n| 1 | x&#124;y |"


def test_a_target_that_is_not_met_stands_out() -> None:
    found = targets_table([Target("fast", "1 s", True), Target("small", "9 KB", False)])
    assert "| fast | 1 s | yes |" in found
    assert "| small | 9 KB | **no** |" in found


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile(range(1, 101), 99) == 99
    assert percentile([3, 1, 2], 50) == 2
    assert percentile([5], 99) == 5
    with pytest.raises(ValueError, match="no values"):
        percentile([], 99)


def test_growth_is_the_power_of_the_size() -> None:
    assert growth([1, 10], [2, 20]) == pytest.approx(1)
    assert growth([10, 100], [1, 100]) == pytest.approx(2)


def test_sizes_are_written_for_people() -> None:
    assert kilobytes(25 * 1024) == "25.0 KB"


def test_builds_are_compared_by_their_medians() -> None:
    assert middle([Cost(1, 10), Cost(9, 30), Cost(2, 20)]) == Cost(2, 20)


def test_a_build_is_held_to_its_ratio_and_to_linear_growth() -> None:
    pairs = {1: Pair(Cost(1.3, 13), Cost(1, 10)), 10: Pair(Cost(60, 31), Cost(20, 10))}
    met = {one.text: one.met for one in building_part(pairs).targets}
    assert list(met.values()) == [True, True, False, False, False]


def loaded(path: str, size: int) -> Load:
    return Load((Sent("", 100), Sent(path, size)), 9, 1.0, 2.0, 0.0)


def held(site: Load, plain: Load) -> dict[str, Target]:
    """The targets of loads that are the same for every page."""
    return {one.text: one for one in loading_part(dict.fromkeys(PAGES, (site, plain))).targets}


def test_pages_are_held_to_bytes_requests_and_to_their_scripts() -> None:
    site = loaded("assets/js/storage/store.js", 60 * 1024)
    found = held(site, loaded("assets/javascripts/bundle.js", 1000))
    assert not found["reading page: at most 54 KB"].met
    assert found["attribute page: at most 64 KB"].met
    assert found["reading page: at most 8 requests"].measured == "2"
    stray = found["reading page: none of the workbook's script"]
    assert (stray.met, stray.measured) == (False, "assets/js/storage/store.js")
    assert not found["workbook page: at most 32 KB of our script"].met
    many = replace(site, sent=site.sent * 5)
    assert not held(many, site)["home: at most 8 requests"].met
    assert held(many, site)["workbook page: at most 12 requests"].met


@pytest.mark.parametrize(
    ("measure", "text", "most"),
    [
        ("lcp", "home: LCP at most 0.8 times plain Material's", 800),
        ("blocked", "home: TBT at most 0.6 times plain Material's", 600),
        (
            "alive",
            "home: first letter taken, beside the LCP at most 1.2 times plain Material's",
            1200,
        ),
    ],
)
def test_pages_are_held_to_plain_material_s_times(measure: str, text: str, most: float) -> None:
    plain = replace(loaded("a.js", 1), lcp=1000, blocked=1000)
    assert held(replace(plain, **{measure: most}), plain)[text].met  # type: ignore[arg-type]
    assert not held(replace(plain, **{measure: most + 1}), plain)[text].met  # type: ignore[arg-type]


def test_pages_are_held_to_their_bytes_with_more_content() -> None:
    part = growth_part({"home": 1000, "quotes": 1000}, {"home": 1300, "quotes": 9000}, 10)
    assert [one.met for one in part.targets] == [True, False]
    assert part.rows[1][-1] == "9.00"


def test_the_search_is_held_to_its_waits_and_its_index() -> None:
    part = searching_part(Searching([300.0, 200.0], [10.0] * 98 + [70.0] * 2, 45 * 1024 + 1))
    assert [one.met for one in part.targets] == [True, True, False, False]


def test_what_fails_is_tried_once_more_and_then_missing() -> None:
    runner, tries = Runner(), iter([ValueError("no trace"), None, OSError("gone"), OSError("gone")])

    def work() -> str:
        if fault := next(tries):
            raise fault
        return "measured"

    assert runner.measured("Lighthouse", work) == "measured"
    assert runner.missing == {}
    assert runner.measured("serving", work) is None
    assert runner.missing == {"serving": "OSError: gone"}
    run = Run(date(2026, 11, 3), "make bench", "a machine", [], 1)
    assert "| serving | OSError: gone |" in page(run, [], runner.missing)


def test_files_are_counted_by_their_kind() -> None:
    sent = [Sent("", 1), Sent("quotes/", 2), Sent("search/guide.json", 4), Sent("a/b.css", 8)]
    assert Load(tuple(sent), 0, 0, 0, 0).kinds == {"css": 8, "search": 4, "html": 3}


def test_typing_is_held_to_its_median_its_slowest_every_saving_and_long_pastes() -> None:
    silent = {20_000: 90.0, 200_000: 1_200.0, 10_000_000: 4_000.0}
    part = typing_part(Typing([10.0] * 98 + [60.0] * 2, [300.0, 700.0], [9.0], silent))
    assert [one.met for one in part.targets] == [True, False, False, True, False, True]
    slower = typing_part(Typing([13.1] * 9, [400.0], [9.0], silent))
    assert [one.met for one in slower.targets[:3]] == [False, True, True]


def test_lighthouse_is_held_to_100() -> None:
    site = {"accessibility": 100, "best-practices": 100, "seo": 92, "performance": 60}
    part = lighthouse_part({"home": (site, {"performance": 70})})
    assert [one.met for one in part.targets] == [True, True, False, False]
    assert part.rows == (("home", "100", "100", "92", "60", "70"),)


def test_the_page_has_every_target_and_says_how_it_was_made() -> None:
    part = Part("Typing", "How.", ("wait",), (("1 ms",),), (Target("fast", "1 ms", True),))
    run = Run(date(2026, 11, 3), "make bench", "a machine", ["Python 3.11"], 125)
    text = page(run, [part])
    for words in ("3 November 2026", "a machine", "Python 3.11", "1 of 1 are met", "## Typing"):
        assert words in text
    assert re.search(r"\| fast \| 1 ms \| yes \|", text)


def test_a_load_of_the_server_is_held_to_no_failure() -> None:
    line = (
        '{"requests": 3000, "microseconds": 1500000, "bytes": 3072000, "failed": 0, '
        '"median": 8000, "p99": 21500}'
    )
    good = parsed(f"Running 1s test\n{line}\n")
    assert (good.rate, good.p99, good.failed) == (2000.0, 21.5, 0)
    part = hosting_part(Served(good, replace(good, failed=2), 60))
    assert [one.met for one in part.targets] == [True]
    assert part.rows[0][1:] == ("2,000", "8.0 ms", "21.5 ms", "1.0 KB", "3,000", "0")
    assert not hosting_part(Served(replace(good, failed=1), good, 60)).targets[0].met


def test_every_page_of_a_site_is_asked_for(tmp_path: Path) -> None:
    for name in ("index.html", "quotes/index.html", "404.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert asked_for(tmp_path, "/guide/") == ["/guide/", "/guide/quotes/"]


def test_a_renamed_folder_is_counted_under_its_own_name() -> None:
    assert named("assets-0123456789ab/js/main.js") == "assets/js/main.js"
    assert named("data/assets-1.json") == "data/assets-1.json"
