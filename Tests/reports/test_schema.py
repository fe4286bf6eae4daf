"""The published schema of `.resolute.json` and the program's own reader say the same."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema

PROJECT = Path(__file__).resolve().parents[2]
RESOLUTE = Path(os.environ["RESOLUTE"]).resolve()

GOOD = [
    {}, {"calm": False}, {"select": ["citation", "numbering/gap"], "ignore": []},
    {"severity": {"citation": "off", "numbering/gap": "hint"}}, {"as-of": 2018},
    {"as-of": "2018-11-16"}, {"profile": "itu-pp", "language": "en", "status": "final"},
    {"hints": {"edition": False}, "max-findings": 3},
    {"overrides": [{"paths": ["a/**"], "ignore": ["draft"]}]},
]
BAD = [
    {"clam": True}, {"calm": 1}, {"select": ["numbering/gaps"]}, {"select": "citation"},
    {"severity": {"citation": "loud"}}, {"severity": {"quotation": "off"}}, {"as-of": "next year"},
    {"profile": "itu-xx"}, {"max-findings": 0}, {"hints": {"x": True}}, {"registers": [""]},
    {"overrides": [{"ignore": ["draft"]}]}, {"overrides": [{"paths": ["a"], "overrides": []}]},
    {"extends": 3}, {"extends": []  , "status": "done"},
]


class Schema(unittest.TestCase):
    def setUp(self):
        schema = json.loads((PROJECT / "editors/schema/configuration.schema.json").read_text())
        jsonschema.Draft7Validator.check_schema(schema)
        self.validator = jsonschema.Draft7Validator(schema)

    def status(self, text):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".resolute.json").write_text(text)
            run = subprocess.run(
                [RESOLUTE, "config"], cwd=folder, capture_output=True, text=True, timeout=20)
            return run.returncode, run.stderr

    def test_both_take_what_is_right(self):
        for settings in GOOD:
            self.assertEqual(list(self.validator.iter_errors(settings)), [], settings)
            self.assertEqual(self.status(json.dumps(settings)), (0, ""), settings)

    def test_both_refuse_what_is_wrong(self):
        for settings in BAD:
            self.assertNotEqual(list(self.validator.iter_errors(settings)), [], settings)
            status, errors = self.status(json.dumps(settings))
            self.assertEqual(status, 2, settings)
            self.assertRegex(errors, r"\.resolute\.json:1:\d+: ")

    def test_a_new_file_is_right_with_its_comments_taken_away(self):
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run([RESOLUTE, "init"], cwd=folder, capture_output=True, timeout=20)
            self.assertEqual(run.returncode, 0)
            text = (Path(folder) / ".resolute.json").read_text()
        self.assertEqual(self.status(text), (0, ""))
        keys = re.sub(r"(?m)^ *// (?= *[\"{}\]])", "", text)
        self.assertEqual(self.status(keys), (0, ""))
        # Not the slashes of an address.
        plain = re.sub(r"(?m)(?<!:)//.*$", "", keys)
        plain = re.sub(r",(\s*[}\]])", r"\1", plain)
        settings = json.loads(plain)
        self.assertGreater(len(settings), 12)
        self.assertEqual(list(self.validator.iter_errors(settings)), [])


if __name__ == "__main__":
    unittest.main()
