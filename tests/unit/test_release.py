"""What a host serves: the built site, its scripts without comments."""

from pathlib import Path

import pytest

from publish.release import NotASiteError, bare, release


def built(folder: Path) -> Path:
    """A folder that holds a small built site."""
    scripts = folder / "site" / "assets" / "js" / "lib"
    scripts.mkdir(parents=True)
    (folder / "site" / "index.html").write_text("<title>Guide</title>", encoding="utf-8")
    (scripts / "a.js").write_text("/** Why. */\nexport const a = 1; // so\n", encoding="utf-8")
    return folder / "site"


def test_a_release_has_every_file_of_the_site_and_scripts_without_comments(tmp_path: Path) -> None:
    release(built(tmp_path), tmp_path / "release")
    files = {
        path.relative_to(tmp_path / "release").as_posix() for path in tmp_path.rglob("r*/**/*")
    }
    assert {"index.html", "assets/js/lib/a.js"} <= files
    script = (tmp_path / "release/assets/js/lib/a.js").read_text(encoding="utf-8")
    assert script.strip() == "export const a=1;"


def test_what_looks_like_a_comment_in_a_text_or_a_pattern_stays() -> None:
    for line in ('const a="// no";', "const b=/[/*]+/g;", "const c=`/* ${d} // */`;"):
        assert bare(line).strip() == line


def test_private_names_and_templates_mean_the_same() -> None:
    script = "class A {\n  #a = 1;\n  get #b() {\n    return #a in this;\n  }\n}\n"
    assert bare(script).replace("\n", "") == "class A{#a=1;get#b(){return#a in this;}}"


def test_what_is_no_site_is_refused_and_another_folder_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(NotASiteError, match="make build"):
        release(tmp_path / "none", tmp_path / "release")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotASiteError, match="something else"):
        release(built(tmp_path), tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_release_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    site = built(tmp_path)
    release(site, tmp_path / "release")
    (site / "assets/js/lib/a.js").unlink()
    release(site, tmp_path / "release")
    assert not (tmp_path / "release/assets/js/lib/a.js").exists()


def test_a_release_never_takes_the_place_of_its_own_site(tmp_path: Path) -> None:
    site = built(tmp_path)
    for folder in (site, tmp_path, site / "release"):
        with pytest.raises(NotASiteError, match="another folder"):
            release(site, folder)
    assert (site / "index.html").is_file()
