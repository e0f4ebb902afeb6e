"""The commit: all of a build or none of it, foreign files left alone, a kill at any instant survived."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segsite.building.commit import commit, recover
from segsite.building.dist import DistError

OLD = {
    "web/index.html": b"home 1",
    "web/pricing/index.html": b"pricing",
    "web/about": b"a page that becomes a folder",
    "web/gone/deep/index.html": b"stale",
    "web/swap/inner.html": b"a folder that becomes a page",
    "email/generic/trades/welcome.html": b"hello",
}
NEW = {
    "web/index.html": b"home 2",
    "web/pricing/index.html": b"pricing",
    "web/about/index.html": b"now a folder",
    "web/swap": b"now a page",
    "web/fresh/index.html": b"new",
    "email/generic/trades/welcome.html": b"hello again",
}


@pytest.fixture
def dist(tmp_path):
    return tmp_path / "dist"


def files(dist: Path) -> dict[str, bytes]:
    """Every file in the folder but segsite's own state."""
    return {
        path.relative_to(dist).as_posix(): path.read_bytes()
        for path in sorted(dist.rglob("*"))
        if path.is_file() and ".segsite" not in path.parts
    }


def folders(dist: Path) -> set[str]:
    return {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_dir()} - {".segsite"}


def state(dist: Path) -> set[str]:
    return {path.name for path in (dist / ".segsite").iterdir()}


def test_a_build_of_nothing_makes_the_folder_ours(dist):
    commit(dist, {})
    (dist / "foreign.txt").write_text("mine")
    commit(dist, OLD)
    assert files(dist) == {**OLD, "foreign.txt": b"mine"}


def test_a_first_commit_writes_everything_and_leaves_only_the_manifest_and_the_lock(dist):
    done = commit(dist, OLD)
    assert files(dist) == OLD
    assert (set(done.written), done.unchanged, done.removed) == (set(OLD), 0, ())
    assert state(dist) == {"manifest.json", "lock"}


def test_an_equal_build_rewrites_nothing(dist):
    commit(dist, OLD)
    before = {path: path.stat().st_mtime_ns for path in dist.rglob("*") if path.name != "lock" and path.is_file()}
    done = commit(dist, OLD)
    assert (done.written, done.unchanged, done.removed) == ((), len(OLD), ())
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_rebuild_writes_what_differs_and_removes_what_is_stale_with_its_empty_folders(dist):
    commit(dist, OLD)
    done = commit(dist, NEW)
    assert files(dist) == NEW
    assert done.unchanged == 1
    assert set(done.removed) == {"web/about", "web/gone/deep/index.html", "web/swap/inner.html"}
    assert "web/gone" not in folders(dist)


def test_an_output_can_be_a_copy_of_a_file(dist, tmp_path):
    source = tmp_path / "logo.svg"
    source.write_bytes(b"<svg/>")
    assert commit(dist, {"web/assets/logo.svg": source}).written == ("web/assets/logo.svg",)
    assert commit(dist, {"web/assets/logo.svg": source}).unchanged == 1
    assert files(dist) == {"web/assets/logo.svg": b"<svg/>"}
    assert source.exists()


def test_a_source_that_cannot_be_read_changes_nothing(dist, tmp_path):
    commit(dist, OLD)
    with pytest.raises(DistError, match=r"chart\.png"):
        commit(dist, {**NEW, "web/chart.png": tmp_path / "chart.png"})
    assert files(dist) == OLD
    assert state(dist) == {"manifest.json", "lock"}


def test_equal_builds_have_equal_manifests_whatever_came_before(tmp_path):
    commit(tmp_path / "warm", OLD)
    commit(tmp_path / "warm", NEW)
    commit(tmp_path / "cold", dict(reversed(NEW.items())))
    manifests = [(tmp_path / name / ".segsite/manifest.json").read_bytes() for name in ("warm", "cold")]
    assert manifests[0] == manifests[1]


def test_what_somebody_edited_is_restored(dist):
    commit(dist, OLD)
    (dist / "web/index.html").write_text("edited by hand")
    assert commit(dist, OLD).written == ("web/index.html",)
    assert files(dist) == OLD


def test_a_stale_file_is_ours_even_when_edited(dist):
    commit(dist, OLD)
    (dist / "web/pricing/index.html").write_text("edited by hand")
    commit(dist, {"web/index.html": b"home"})
    assert files(dist) == {"web/index.html": b"home"}


def test_foreign_files_stay_and_so_does_their_folder(dist):
    commit(dist, OLD)
    (dist / "web/gone/notes.txt").write_text("mine")
    (dist / "CNAME").write_text("example.com")
    commit(dist, NEW)
    assert files(dist) == {**NEW, "web/gone/notes.txt": b"mine", "CNAME": b"example.com"}


@pytest.mark.parametrize("make", [lambda path: path.write_text("mine"), lambda path: path.symlink_to("elsewhere")])
def test_a_foreign_file_in_the_place_of_an_output_is_refused_before_anything_changes(dist, make):
    commit(dist, OLD)
    (dist / "web/fresh").mkdir()
    make(dist / "web/fresh/index.html")
    with pytest.raises(DistError, match=r"web/fresh/index\.html"):
        commit(dist, NEW)
    assert {name: data for name, data in files(dist).items() if name != "web/fresh/index.html"} == OLD
    assert state(dist) == {"manifest.json", "lock"}


def test_a_foreign_file_with_the_same_bytes_is_taken_over(dist):
    commit(dist, OLD)
    (dist / "web/fresh").mkdir()
    (dist / "web/fresh/index.html").write_bytes(NEW["web/fresh/index.html"])
    assert commit(dist, NEW).unchanged == 2
    commit(dist, OLD)
    assert files(dist) == OLD


@pytest.mark.parametrize("blocker", ["web/swap/mine.txt", "web/swap/deeper/mine.txt"])
def test_a_folder_with_foreign_files_does_not_become_a_file(dist, blocker):
    commit(dist, OLD)
    (dist / blocker).parent.mkdir(exist_ok=True)
    (dist / blocker).write_text("mine")
    with pytest.raises(DistError, match="web/swap"):
        commit(dist, NEW)
    assert files(dist) == {**OLD, blocker: b"mine"}


def test_an_empty_foreign_folder_gives_way(dist):
    commit(dist, OLD)
    (dist / "web/page/empty").mkdir(parents=True)
    commit(dist, {"web/page": b"a file"})
    assert files(dist) == {"web/page": b"a file"}


def test_a_foreign_file_does_not_become_a_folder(dist):
    commit(dist, {"web/index.html": b"home"})
    (dist / "web/about").write_text("mine")
    with pytest.raises(DistError, match="web/about"):
        commit(dist, NEW)
    assert files(dist) == {"web/index.html": b"home", "web/about": b"mine"}


def test_a_folder_full_of_foreign_files_is_refused_and_left_untouched(dist):
    dist.mkdir()
    (dist / "thesis.doc").write_text("mine")
    with pytest.raises(DistError, match=r"thesis\.doc") as caught:
        commit(dist, OLD)
    assert "--out" in caught.value.hint
    assert [path.name for path in dist.iterdir()] == ["thesis.doc"]


def test_an_empty_folder_or_one_with_only_a_systems_clutter_is_taken(dist):
    dist.mkdir()
    (dist / ".DS_Store").write_bytes(b"")
    commit(dist, OLD)
    assert files(dist) == {**OLD, ".DS_Store": b""}


def test_a_file_is_no_output_folder(dist):
    dist.write_text("mine")
    with pytest.raises(DistError, match="not a folder"):
        commit(dist, OLD)


def test_the_output_folder_may_be_a_link_to_a_folder(dist, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    dist.symlink_to(tmp_path / "elsewhere")
    commit(dist, OLD)
    assert files(tmp_path / "elsewhere") == OLD
    assert dist.is_symlink()


def test_a_link_inside_leads_no_write_and_no_removal_outside(dist, tmp_path):
    commit(dist, OLD)
    outside = tmp_path / "outside"
    shutil.move(dist / "web/gone/deep", outside)
    (dist / "web/gone/deep").symlink_to(outside)
    with pytest.raises(DistError, match="web/gone/deep"):
        commit(dist, {**OLD, "web/gone/deep/index.html": b"changed"})
    commit(dist, NEW)
    assert files(outside) == {"index.html": b"stale"}
    assert (dist / "web/gone/deep").is_symlink()


def test_our_file_replaced_by_a_link_is_restored_and_the_links_target_kept(dist, tmp_path):
    commit(dist, OLD)
    (tmp_path / "precious").write_bytes(b"precious")
    (dist / "web/index.html").unlink()
    (dist / "web/index.html").symlink_to(tmp_path / "precious")
    commit(dist, OLD)
    assert files(dist) == OLD
    assert (tmp_path / "precious").read_bytes() == b"precious"


@pytest.mark.parametrize("name", ["../x", "/x", "web//x", "web/../../x", ".segsite/manifest.json", "web\\x", ""])
def test_names_that_lead_elsewhere_are_a_fault_of_the_caller(dist, name):
    with pytest.raises(ValueError, match="not a path inside"):
        commit(dist, {name: b""})
    assert not files(dist)


def test_an_output_cannot_be_the_folder_of_another(dist):
    with pytest.raises(DistError, match="both a file and the folder"):
        commit(dist, {"web/a": b"", "web/a/b": b""})


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"version": 99, "files": {}}', '{"version": 1, "files": {"../x": [1, "a"]}}']
)
def test_a_damaged_manifest_is_refused(dist, damage):
    commit(dist, OLD)
    (dist / ".segsite/manifest.json").write_text(damage)
    with pytest.raises(DistError, match="cannot be read"):
        commit(dist, NEW)
    assert files(dist) == OLD


def test_a_manifest_that_was_deleted_makes_the_files_foreign(dist):
    commit(dist, OLD)
    (dist / ".segsite/manifest.json").unlink()
    with pytest.raises(DistError, match="did not make"):
        commit(dist, NEW)
    assert files(dist) == OLD


HOLD = """
    import sys, time
    from pathlib import Path
    from segsite.building.lock import locked
    with locked(Path(sys.argv[1]), 0):
        print("held", flush=True)
        time.sleep(float(sys.argv[2]))
"""


def test_a_second_build_waits_and_then_names_the_first(dist):
    commit(dist, OLD)
    script = [sys.executable, "-c", textwrap.dedent(HOLD), str(dist / ".segsite/lock"), "60"]
    with subprocess.Popen(script, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DistError, match=f"process {other.pid}"):
            commit(dist, NEW, wait=0.2)
        other.kill()
    assert commit(dist, NEW).removed
    assert files(dist) == NEW


def test_a_second_build_goes_on_when_the_first_ends(dist):
    commit(dist, OLD)
    script = [sys.executable, "-c", textwrap.dedent(HOLD), str(dist / ".segsite/lock"), "0.3"]
    with subprocess.Popen(script, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        commit(dist, NEW, wait=30)
    assert files(dist) == NEW


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_folder_without_permission_is_found_before_anything_changes(dist):
    commit(dist, OLD)
    (dist / "web/gone/deep").chmod(0o500)
    with pytest.raises(DistError, match="Permission denied"):
        commit(dist, NEW)
    (dist / "web/gone/deep").chmod(0o700)
    assert files(dist) == OLD


FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from segsite.building.commit import commit
    from segsite.building.dist import DistError
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        commit(Path(sys.argv[1]), {"web/index.html": b"new", "web/big.bin": b"x" * 1_000_000})
    except DistError as error:
        print(error.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_disk_that_takes_no_more_changes_nothing_and_is_told_plainly(dist):
    commit(dist, OLD)
    script = [sys.executable, "-c", textwrap.dedent(FULL_DISK), str(dist)]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    assert "cannot be written" in said
    assert files(dist) == OLD
    assert state(dist) == {"manifest.json", "lock"}


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from segsite.building.commit import commit
    sys.path.insert(0, sys.argv[3])
    from test_commit import NEW

    left = int(sys.argv[2])
    STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "open", "shutil.rmtree"}

    def step(event, arguments):
        global left
        if event in STEPS and sys.argv[1] in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(step)
    commit(Path(sys.argv[1]), NEW)
"""


def commit_new_and_die_at(step: int, dist: Path) -> bool:
    script = [sys.executable, "-c", textwrap.dedent(KILLED), str(dist), str(step), str(Path(__file__).parent)]
    return subprocess.run(script, check=False).returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_kill_at_any_step_leaves_the_old_build_or_one_that_the_next_run_completes(tmp_path):
    """Killed before each thing it does to the disk, once recovered and once built again."""
    finals, step, killed = [], 0, True
    while killed:
        dist = tmp_path / str(step)
        commit(dist, OLD)
        (dist / "foreign.txt").write_text("mine")
        killed = commit_new_and_die_at(step, dist)
        assert (
            files(dist) == {**OLD, "foreign.txt": b"mine"} or "journal.json" in state(dist) or not killed or step > 20
        )
        copy = tmp_path / f"{step}-again"
        shutil.copytree(dist, copy)
        recover(dist)
        found = files(dist)
        assert found.pop("foreign.txt") == b"mine"
        assert found in (OLD, NEW)
        assert state(dist) <= {"manifest.json", "lock"}
        finals.append(found)
        commit(copy, NEW)
        assert files(copy) == {**NEW, "foreign.txt": b"mine"}
        assert commit(copy, NEW).written == ()
        step += 1
    assert finals == sorted(finals, key=lambda found: found == NEW)
    assert len(finals) > 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_foreign_file_that_came_after_the_kill_is_not_overwritten(dist):
    commit(dist, OLD)
    step = 0
    while "journal.json" not in state(dist):
        commit_new_and_die_at(step, dist)
        step += 1
    (dist / "web/fresh").mkdir()
    (dist / "web/fresh/index.html").write_text("mine")
    with pytest.raises(DistError, match=r"web/fresh/index\.html"):
        commit(dist, NEW)
    (dist / "web/fresh/index.html").unlink()
    recover(dist)
    assert files(dist) == NEW


def test_a_damaged_journal_is_refused(dist):
    commit(dist, OLD)
    (dist / ".segsite/journal.json").write_text('{"moves": {"../../x": "0"}, "removes": [], "manifest": {}}')
    with pytest.raises(DistError, match="cannot be read"):
        recover(dist)
    assert files(dist) == OLD


def test_recover_makes_no_folder(dist):
    recover(dist)
    assert not dist.exists()


PARTS = st.sampled_from(["a", "b", "c.html", "größe"])
NAMES = st.lists(PARTS, min_size=1, max_size=3).map("/".join)
BUILDS = st.lists(st.dictionaries(NAMES, st.binary(max_size=3), max_size=6), min_size=1, max_size=5)


def consistent(build: dict[str, bytes]) -> dict[str, bytes]:
    """Without outputs that would be the folder of another."""
    return {name: data for name, data in build.items() if not any(other.startswith(f"{name}/") for other in build)}


@given(builds=BUILDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_sequence_of_builds_leaves_the_last_one_and_foreign_files(builds):
    with tempfile.TemporaryDirectory() as folder:
        dist = Path(folder) / "dist"
        commit(dist, {})
        (dist / "foreign").mkdir()
        (dist / "foreign/file").write_text("mine")
        for build in map(consistent, builds):
            commit(dist, build)
            assert files(dist) == {**build, "foreign/file": b"mine"}
            needed = {str(parent) for name in build for parent in Path(name).parents} - {"."}
            assert folders(dist) == needed | {"foreign"}


def test_ten_thousand_unchanged_outputs_are_quick(dist):
    outputs = {f"web/{number % 100}/{number}/index.html": b"x" * 2000 for number in range(10_000)}
    commit(dist, outputs)
    started = time.perf_counter()
    assert commit(dist, outputs).unchanged == 10_000
    assert time.perf_counter() - started < 5
