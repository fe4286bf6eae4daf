"""`--diff` is what `patch` takes, and gives what `--fix` writes."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RESOLUTE = Path(os.environ["RESOLUTE"]).resolve()


@unittest.skipUnless(shutil.which("patch"), "no patch program")
class Patch(unittest.TestCase):
    def check(self, change, options=()):
        """A folder mended by patch and one mended by --fix are the same."""
        with tempfile.TemporaryDirectory() as folder:
            one, other = Path(folder) / "one", Path(folder) / "other"
            one.mkdir()
            count = 0
            for source in sorted((PROJECT / "Grammar/Examples").iterdir()):
                if source.suffix not in (".md", ".txt"):
                    continue
                name = source.name.replace("-", " ", 1)
                (one / name).write_bytes(change(source.read_bytes()))
                count += 1
            self.assertGreater(count, 5)
            shutil.copytree(one, other)
            diff = subprocess.run(
                [RESOLUTE, "lint", ".", "--diff", "-q", *options], cwd=one, capture_output=True,
                timeout=60)
            self.assertGreater(diff.stdout.count(b"\n@@ "), 5)
            before = {path.name: path.read_bytes() for path in one.iterdir()}
            patch = subprocess.run(
                ["patch", "-p0", "--binary", "--no-backup-if-mismatch"], cwd=one, input=diff.stdout,
                capture_output=True, timeout=60)
            self.assertEqual(patch.returncode, 0, patch.stdout + patch.stderr)
            self.assertNotIn(b"fuzz", patch.stdout)
            fix = subprocess.run(
                [RESOLUTE, "lint", ".", "--fix", "-q", "-fcompact", *options], cwd=other,
                capture_output=True, timeout=60)
            self.assertIn(fix.returncode, (0, 1), fix.stderr)
            patched = {path.name: path.read_bytes() for path in one.iterdir()}
            fixed = {path.name: path.read_bytes() for path in other.iterdir()}
            self.assertEqual(patched, fixed)
            self.assertNotEqual(patched, before)

    def test_line_feeds(self):
        self.check(lambda text: text)

    def test_returns(self):
        self.check(lambda text: text.replace(b"\n", b"\r\n"))

    def test_no_last_line_feed(self):
        self.check(lambda text: text.rstrip(b"\n"))

    def test_unsafe_fixes(self):
        self.check(lambda text: text, ["--unsafe-fixes"])


if __name__ == "__main__":
    unittest.main()
