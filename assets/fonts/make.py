# ruff: noqa: E501
"""Make the fonts of this folder: merge the subsets that fontsource publishes into one TTF a face.

    npm install @fontsource/pt-serif @fontsource/pt-sans @fontsource/oswald @fontsource/ibm-plex-mono
    python -m venv v && v/bin/pip install fonttools brotli
    v/bin/python assets/fonts/make.py path/to/node_modules

All four families are under the SIL Open Font License 1.1; its text stands beside each (OFL-*.txt). A merged font is a
modified version, so where the licence reserves a name the merged family has another: PT Serif becomes October Serif,
PT Sans October Sans, IBM Plex Mono October Cable. Oswald reserves none. Hints are dropped; glyphs are as they were.
"""

import json
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x400, 0x460), 0x490, 0x491, 0x301, *range(0x2010, 0x2027), 0x2030, 0x2032, 0x2033,
           0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2026}  # fmt: skip
FACES = [
    ("PT Serif", "October Serif", "pt-serif", ["400-normal", "400-italic", "700-normal"]),
    ("PT Sans", "October Sans", "pt-sans", ["400-normal", "400-italic", "700-normal"]),
    ("Oswald", "Oswald", "oswald", ["500-normal", "600-normal", "700-normal"]),
    ("IBM Plex Mono", "October Cable", "ibm-plex-mono", ["400-normal", "600-normal"]),
]


def plain(font: TTFont) -> TTFont:
    """Without hints and tables that cannot be merged."""
    for tag in ("fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "kern", "FFTM", "meta", "MVAR", "STAT"):
        if tag in font:
            del font[tag]
    options = Options(
        hinting=False, layout_features=["kern", "liga", "ccmp", "locl", "mark", "mkmk"], notdef_outline=True
    )
    subset = Subsetter(options)
    subset.populate(unicodes=LETTERS)
    subset.subset(font)
    return font


def named(font: TTFont, family: str, style: str) -> None:
    table = font["name"]
    for record in list(table.names):
        if record.nameID not in (0, 5, 7, 8, 9, 10, 11, 12, 13, 14):
            table.removeNames(nameID=record.nameID)
    for number, text in ((1, family), (2, style), (3, f"{family} {style} 1"), (4, f"{family} {style}"),
                         (6, f"{family}-{style}".replace(" ", ""))):  # fmt: skip
        table.setName(text, number, 3, 1, 0x409)


def main(modules: Path) -> None:
    index: dict[str, dict[str, str]] = {}
    for asked, family, package, styles in FACES:
        folder = modules / "@fontsource" / package
        for style in styles:
            parts = []
            with tempfile.TemporaryDirectory() as scratch:
                for part in ("latin", "latin-ext", "cyrillic", "cyrillic-ext"):
                    font = TTFont(folder / "files" / f"{package}-{part}-{style}.woff2")
                    font.flavor = None
                    plain(font)
                    parts.append(f"{scratch}/{part}.ttf")
                    font.save(parts[-1])
                merged = Merger().merge(parts)
                named(merged, family, style)
                name = f"{family.replace(' ', '')}-{style.replace('-normal', '')}.ttf"
                merged.save(HERE / name)
            index.setdefault(asked, {})[style.replace("-normal", "").replace("-", " ")] = name
        (HERE / f"OFL-{family.replace(' ', '')}.txt").write_text((folder / "LICENSE").read_text(), encoding="utf-8")
    (HERE / "fonts.json").write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
