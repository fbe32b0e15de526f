"""What goes together in the browser's files, and what keeps a file of its own."""

import subprocess

from tools.bundle import __main__ as bundle
from tools.bundle.__main__ import AHEAD, GROUPS, doors, groups, main
from ui.serving.bundled import FRAME, Bundle, entry, needed


def test_a_module_goes_into_one_group_and_the_frame_needs_no_other():
    together = groups()
    files = [file for group in together.values() for file in group]
    assert len(files) == len(set(files))
    assert list(together) == list(GROUPS)
    assert set(AHEAD) < set(GROUPS)
    assert set(together["frame"]) == set(needed((FRAME,)))
    assert all(together.values())


def test_what_others_ask_for_keeps_its_name():
    planned = {file for files in groups().values() for file in files}
    assert entry() in doors(planned)
    assert set(doors(planned)) < planned
    assert doors(set(needed((FRAME,)))) != doors(planned)


def test_where_it_fails_what_was_there_stays(tmp_path, monkeypatch, capsys):
    def out_of_reach(_):
        raise subprocess.CalledProcessError(1, ["npm"])

    kept = tmp_path / "bundle" / "bundle.json"
    kept.parent.mkdir()
    kept.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(bundle, "FOLDER", kept.parent)
    monkeypatch.setattr(bundle, "put_together", out_of_reach)
    assert main() == 1
    assert [*tmp_path.iterdir()] == [kept.parent]
    assert kept.read_text(encoding="utf-8") == "{}"
    assert "The monitor works as it is" in capsys.readouterr().err


def test_what_was_made_takes_the_place_of_what_was_there(tmp_path, monkeypatch):
    def make(work):
        (work / "made").mkdir()
        (work / "made" / "frame.2.js").write_text("export{}", encoding="utf-8")
        return Bundle("f01", entry(), ["frame.2.js"])

    folder = tmp_path / "share" / "bundle"
    folder.mkdir(parents=True)
    (folder / "frame.1.js").write_text("export{}", encoding="utf-8")
    monkeypatch.setattr(bundle, "FOLDER", folder)
    monkeypatch.setattr("ui.serving.bundled.FOLDER", folder)
    monkeypatch.setattr(bundle, "put_together", make)
    assert main() == 0
    assert sorted(file.name for file in folder.iterdir()) == ["bundle.json", "frame.2.js"]
