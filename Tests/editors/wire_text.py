"""A text as a client holds it: positions of the protocol in its three encodings, and edits."""

import re

UNITS = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class OutsideText(ValueError):
    """A position that is not in the text."""


class Text:
    """An immutable text with the starts of its lines (LF, CRLF and CR end a line)."""

    def __init__(self, text, encoding="utf-16"):
        self.text = text
        self.encoding = encoding
        self.starts = [0] + [match.end() for match in re.finditer("\r\n|\r|\n", text)]

    def line(self, number):
        """The line with a number from 0, without its end."""
        start = self.starts[number]
        after = self.starts[number + 1 :] or [len(self.text)]
        return self.text[start : after[0]].rstrip("\r\n")

    def offset(self, position):
        """Where a position stands, in characters; raises where it is outside the text."""
        line, units = position["line"], position["character"]
        if not 0 <= line < len(self.starts):
            # The place after the last line is commonly written as a line of its own.
            if line == len(self.starts) and units == 0:
                return len(self.text)
            raise OutsideText(f"line {line} of {len(self.starts)}")
        words = self.line(line)
        length = UNITS[self.encoding](words)
        if not 0 <= units <= length:
            raise OutsideText(f"character {units} in line {line}, which has {length}")
        if self.encoding == "utf-32" or words.isascii():
            return self.starts[line] + units
        count = index = 0
        while count < units:
            count += UNITS[self.encoding](words[index])
            index += 1
        if count != units:
            raise OutsideText(f"character {units} in line {line} is inside a character")
        return self.starts[line] + index

    def span(self, range_):
        """Start and end of a range, in characters."""
        start, end = self.offset(range_["start"]), self.offset(range_["end"])
        if start > end:
            raise OutsideText("the range ends before it starts")
        return start, end

    def position(self, line, before):
        """The position after some words at the start of a line with a number from 0."""
        if not self.line(line).startswith(before):
            raise OutsideText(f"line {line} does not begin with {before!r}")
        return {"line": line, "character": UNITS[self.encoding](before)}

    def changed(self, range_, new):
        if range_ is None:
            return Text(new, self.encoding)
        start, end = self.span(range_)
        return Text(self.text[:start] + new + self.text[end:], self.encoding)

    def edited(self, edits):
        """The text after edits that all refer to this one; raises where two overlap."""
        spans = sorted(
            ((*self.span(edit["range"]), index, edit["newText"])
             for index, edit in enumerate(edits)))
        for first, second in zip(spans, spans[1:]):
            if first[1] > second[0]:
                raise OutsideText(f"edits overlap at character {second[0]} of the text")
        parts, end = [], 0
        for start, stop, _, new in spans:
            parts += [self.text[end:start], new]
            end = stop
        return Text("".join(parts) + self.text[end:], self.encoding)
