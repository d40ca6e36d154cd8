"""Texts that have broken programs: some of each kind that people, copied pages and attackers produce."""

import string
from unicodedata import category

BLANK = "".join(chr(code) for code in range(0x110000) if category(chr(code)) in {"Zs", "Zl", "Zp"})
FORMAT = "".join(chr(code) for code in range(0x110000) if category(chr(code)) == "Cf")
CONTROLS = "".join(map(chr, (*range(1, 13), *range(14, 32), *range(127, 160))))

# fmt: off
FORMULAS = [
    "=1+1", "+1", "-1", "@A1", "\u200b=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", "'=1", "''=1",
    "'quoted'", "'", "''",
]
MARKUP = [
    "<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "&amp;amp;",
    "<!-- x -->", "# title", "- item", "+ item", "* item", "1. item", "23) item", "> quote", "```\ncode\n```",
    "~~~", "---", "===", "a\n===", "a\n---", "**bold**", "_it_", "`code`", "[a](http://b.c)", "![a](b)",
    "[a]: b", "a|b\n-|-\nc|d", "http://a.b", "www.a.b", "a@b.c", ":smile:", "a\n\n    code", "\\*", "\\",
    "a\\\nb", "- [x] done", "a  \nb", "$x^2$",
]
NUMBERS = [
    "0", "-0", "1e5", "1.000,00", "0x1f", "NaN", "Infinity", "null", "None", "true", "9" * 60, "1/2",
    "2026-11-20",
]
QUOTING = [
    '"', '""', "'", ",", ";", "\t", "a,b", 'a"b', 'a",b', "a\nb", "a\n\nb", "a;=1+1", string.punctuation,
    "a\u2028b",
]
UNICODE = [
    "\xfc", "u\u0308", "\U0001f389", "\U0001f469\U0001f3ff\u200d\U0001f680",
    "\U0001f3f3\ufe0f\u200d\U0001f308", "\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd",
    "\u7530\u4e2d\u3055\u3093", "\U0010ffff", "\ufffe", "\ufeff", "a\u202eb", "\u2067x\u2069",
    "Z\u0338\u0328\u031ba\u0334l\u0335g\u0336o\u0337", "\ufb03", "\u0130", "\u017f", "\u0600\u0601", FORMAT,
    f"a{BLANK}b", CONTROLS, f"a{CONTROLS}b",
]
TERMINAL = [
    "\x1b[31mred", "\x1b]0;title\x07", "\x9b2J", "a\x08b", "\x7f", "\x1b[2J\x1b[H",
]
INJECTION = [
    "'; DROP TABLE wins; --", "%s%n", "{0}", "${x}", "../../etc/passwd", "`id`", "$(id)", "-o file", "--help",
]
LONG = [
    "x" * 10_000, "a\n" * 4_000 + "z", "🎉" * 10_000,
]
# fmt: on

NASTY = [*FORMULAS, *MARKUP, *NUMBERS, *QUOTING, *UNICODE, *TERMINAL, *INJECTION, *LONG]
