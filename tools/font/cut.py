"""Cuts the serif of the site out of the whole variable font: one optical size, the weights in use, the characters in use.

    python cut.py            writes public/newsreader-DIGEST.woff2 and says its size
    python cut.py --check    makes it again and compares byte by byte

README.md says how to set it up. Done at authoring time, so that neither the build nor the browser needs a font library.
"""

import hashlib
import io
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SOURCE = HERE / "node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2"

# One size of drawing for headings and text alike: the face is used from 15 to 70 px, most of it near 20.
OPTICAL_SIZE = 22
WEIGHTS = (400, 600)
FEATURES = ["kern", "liga", "lnum", "tnum"]
MOST_BYTES = 32 * 1024

# The letters of Latin-1 whole, so that names of another dataset are in one face; of its signs those that occur in prose; dashes
# and quotes. Other signs and scripts stay with the fallback.
CHARACTERS = {*range(0x20, 0x7F), *range(0xC0, 0x100)} - {ord("÷")}
CHARACTERS |= {ord(c) for c in "\u00a0§©¶·ıŒœʼ–—‘’“”…−"}


def in_use():
    """Characters of the datasets that the repository holds."""
    found = set()
    for folder in ("data", "examples"):
        for file in sorted((ROOT / folder).rglob("*.json")):
            found |= set(map(ord, file.read_text(encoding="utf-8")))
    return {c for c in found if c >= 0x20}


def cut():
    """The font as bytes of WOFF2, and the characters in use that it lacks."""
    font = TTFont(SOURCE, recalcTimestamp=False)
    # Letters of other scripts stay with the fallback: the source has none.
    missing = in_use() - set(font.getBestCmap())
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS, "opsz": OPTICAL_SIZE})
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    # Copyright, family, version, licence and its address stay in the file.
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.drop_tables += ["DSIG", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS | in_use())
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), missing


def main():
    data, missing = cut()
    name = f"newsreader-{hashlib.sha256(data).hexdigest()[:16]}.woff2"
    file = ROOT / "public" / name
    left = "".join(sorted(map(chr, missing)))
    print(f"{name}: {len(data)} bytes; left to the fallback: {left or 'nothing'}")
    if len(data) > MOST_BYTES:
        sys.exit(f"more than {MOST_BYTES} bytes")
    if "--check" not in sys.argv:
        file.write_bytes(data)
    elif not file.is_file() or file.read_bytes() != data:
        sys.exit(f"public/ does not hold {name} as it is made")


main()
