"""What a person sees and presses at a terminal: progress, Ctrl-C, watching."""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RESOLUTE = Path(os.environ["RESOLUTE"]).resolve()
EXAMPLE = PROJECT / "Grammar/Examples/harbour-time-signals.md"
CLEAR_LINE = b"\r\x1b[K"


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *words, cwd):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.environ["TERM"] = "xterm"
            os.execv(RESOLUTE, [str(RESOLUTE), *words])
        self.seen = b""

    def read_until(self, pattern, seconds=20):
        """Everything up to a pattern that comes; fails where it does not."""
        end = time.monotonic() + seconds
        while True:
            match = re.search(pattern, self.seen, re.S)
            if match:
                before, self.seen = self.seen[:match.end()], self.seen[match.end():]
                return before
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.master], [], [], left)[0]:
                raise AssertionError(f"no {pattern!r} in {self.seen!r}")
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                raise AssertionError(f"ended without {pattern!r}: {self.seen!r}")
            self.seen += chunk

    def press(self, keys):
        os.write(self.master, keys)

    def finish(self, seconds=20):
        """The rest of what was written, and the exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    chunk = os.read(self.master, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                self.seen += chunk
        os.close(self.master)
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return self.seen, os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError("does not end")


class Interrupt(unittest.TestCase):
    """2,000 files of 20 KB, and Ctrl-C while they are linted."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        text = EXAMPLE.read_text()
        many = text * (20_000 // len(text) + 1)
        for number in range(2000):
            (cls.root / f"{number:04}.md").write_text(many)
        cls.size = len(many)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def interrupt(self, *options):
        terminal = Terminal("lint", ".", "--jobs", "1", *options, cwd=self.root)
        terminal.read_until(rb"\[#*-+\] \d+% \(\d+ of 2000 files\)", 60)
        terminal.press(b"\x03")
        return terminal.finish()

    def test_progress_then_interrupt(self):
        rest, status = self.interrupt("--output", "report.txt")
        self.assertEqual(status, 130)
        # The line with the bar is taken away; the terminal itself shows ^C.
        self.assertTrue(rest.replace(b"^C", b"").endswith(CLEAR_LINE), rest[-200:])
        self.assertNotIn(b"?25l", rest)
        names = {path.name for path in self.root.iterdir()}
        self.assertEqual(names, {f"{number:04}.md" for number in range(2000)})

    def test_interrupted_fixes_leave_whole_files(self):
        copy = self.root / "copy"
        shutil.copytree(self.root, copy, ignore=lambda _, names: [n for n in names if n == "copy"])
        try:
            terminal = Terminal("lint", "copy", "--fix", "-q", "-fcompact", "--output", "/dev/null",
                                cwd=self.root)
            deadline = time.monotonic() + 60
            first, second = copy / "0000.md", copy / "0010.md"
            old = first.read_bytes()
            while second.read_bytes() == old and time.monotonic() < deadline:
                time.sleep(0.005)
            terminal.press(b"\x03")
            _, status = terminal.finish()
            self.assertEqual(status, 130)
            contents = {path.read_bytes() for path in copy.iterdir()}
            self.assertEqual({path.suffix for path in copy.iterdir()}, {".md"})
            # Each is as it was or as it is to be.
            self.assertEqual(contents, {old, first.read_bytes()})
            self.assertEqual(len(contents), 2)
        finally:
            shutil.rmtree(copy)


class Watch(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        for name in ["a.md", "b.md"]:
            shutil.copy(EXAMPLE, self.root / name)

    def tearDown(self):
        self.folder.cleanup()

    def test_watch(self):
        terminal = Terminal("lint", "--watch", "-fcompact", cwd=self.root)
        first = terminal.read_until(rb"waiting for changes")
        self.assertTrue(first.startswith(b"\x1b[H\x1b[2J"), first[:40])
        self.assertIn(b"a.md:", first)
        self.assertIn(b"b.md:", first)
        # A text that is mended, a new one, one that goes, a file of settings.
        text = (self.root / "a.md").read_text()
        (self.root / "a.md").write_text("nothing\n")
        second = terminal.read_until(rb"waiting for changes")
        self.assertIn(b"\x1b[2J", second)
        self.assertNotIn(b"a.md:", second)
        self.assertIn(b"b.md:", second)
        (self.root / "c.md").write_text(text)
        third = terminal.read_until(rb"waiting for changes")
        self.assertIn(b"c.md:", third)
        (self.root / "b.md").unlink()
        fourth = terminal.read_until(rb"waiting for changes")
        self.assertNotIn(b"b.md:", fourth)
        (self.root / ".resolute.json").write_text('{"select": ["draft"]}')
        fifth = terminal.read_until(rb"waiting for changes")
        self.assertNotIn(b"c.md:", fifth)
        terminal.press(b"\x03")
        rest, status = terminal.finish()
        self.assertEqual(status, 130)
        self.assertEqual(rest.replace(b"^C", b"").strip(), b"; Ctrl-C ends")

    def test_a_closed_reader_ends_it(self):
        run = subprocess.Popen(
            [RESOLUTE, "lint", "--watch", "-fcompact", "-q"], cwd=self.root, stdout=subprocess.PIPE)
        run.stdout.readline()
        run.stdout.close()
        (self.root / "c.md").write_text((self.root / "a.md").read_text() * 200)
        try:
            self.assertIn(run.wait(20), (0, 1))
        finally:
            run.kill()


if __name__ == "__main__":
    unittest.main()
