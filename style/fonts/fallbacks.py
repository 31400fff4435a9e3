"""Calculates style/fonts.css: the system's fonts at the size at which text is as wide as in ours.

README.md has the command. Where a font of a system is not free, one with the same widths stands in.
"""

import json
import sys
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
RANGE = "U+20-2FF, U+370-52F, U+1E00-1EFF, U+2000-2BFF"

# By family: what it is called in the tokens, what follows at the end, and the replacements, the best
# first: their names, for each style the names of the local fonts, and the measured files.
FAMILIES = {
    "Perfil Sans": ("sans", "system-ui, sans-serif", ["Noto Sans", "DejaVu Sans", "Roboto", "Arial"]),
    "Perfil Serif": ("serif", "serif", ["Noto Serif", "Georgia", "Times"]),
}

STYLES = {
    "regular": ("400 500", "normal"),
    "bold": ("600 700", "normal"),
    "italic": ("400 700", "italic"),
}

LOCAL = {
    "Noto Sans": {
        "regular": ["Noto Sans Regular", "Noto Sans", "NotoSans-Regular"],
        "bold": ["Noto Sans Bold", "NotoSans-Bold"],
        "italic": ["Noto Sans Italic", "NotoSans-Italic"],
    },
    "DejaVu Sans": {
        "regular": ["DejaVu Sans"],
        "bold": ["DejaVu Sans Bold"],
        "italic": ["DejaVu Sans Oblique"],
    },
    "Roboto": {
        "regular": ["Roboto", "Roboto-Regular"],
        "bold": ["Roboto Bold", "Roboto-Bold"],
        "italic": ["Roboto Italic", "Roboto-Italic"],
    },
    "Arial": {
        "regular": ["Arial", "ArialMT", "Liberation Sans", "Arimo Regular"],
        "bold": ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"],
        "italic": ["Arial Italic", "Arial-ItalicMT", "Liberation Sans Italic", "Arimo Italic"],
    },
    "Noto Serif": {
        "regular": ["Noto Serif Regular", "Noto Serif", "NotoSerif-Regular"],
        "bold": ["Noto Serif Bold", "NotoSerif-Bold"],
        "italic": ["Noto Serif Italic", "NotoSerif-Italic"],
    },
    "Georgia": {
        "regular": ["Georgia", "Gelasio Regular"],
        "bold": ["Georgia Bold", "Georgia-Bold", "Gelasio Bold"],
        "italic": ["Georgia Italic", "Georgia-Italic", "Gelasio Italic"],
    },
    "Times": {
        "regular": ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos Regular"],
        "bold": [
            "Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold",
        ],
        "italic": [
            "Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic",
            "Tinos Italic",
        ],
    },
}

HEAD = """\
/* The families of pages whose shell has fonts, and what replaces them until they are loaded: fonts
   of common systems, as wide and as high, so that lines break in the same places. The build declares
   the families themselves. fonts/fallbacks.py calculates this file. */
"""

# The weight of ours that a style replaces most often.
WEIGHTS = {"regular": 400, "bold": 600, "italic": 400}


class Measured:
    """A font that measures text."""

    def __init__(self, path, weight=None):
        face = TTFont(path)
        self.characters = set(face.getBestCmap())
        self.ascent, self.descent = face["hhea"].ascent, -face["hhea"].descent
        face.flavor = None
        file = HERE / ".measured.ttf"
        face.save(file)
        self.font = uharfbuzz.Font(uharfbuzz.Face(file.read_bytes()))
        file.unlink()
        self.font.scale = (1000, 1000)
        if weight is not None:
            self.font.set_variations({"wght": weight})

    def width(self, text):
        buffer = uharfbuzz.Buffer()
        buffer.add_str("".join(c if ord(c) in self.characters else "n" for c in text))
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions)


def long_texts(value):
    """The texts of a profile that are long enough to break into lines."""
    if isinstance(value, str):
        return [value] if len(value) > 60 and not value.startswith("http") else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in inner for text in long_texts(item)]


def rule(family, name, style, ours, theirs, texts):
    ratio = sum(map(ours.width, texts)) / sum(map(theirs.width, texts))
    percent = lambda number: f"{number * 100:.1f}%"
    weight, slant = STYLES[style]
    local = ", ".join(f'local("{font}")' for font in LOCAL[name][style])
    slant = "" if slant == "normal" else f"  font-style: {slant};\n"
    return f"""@font-face {{
  font-family: "{family} {name}";
  font-weight: {weight};
{slant}  src: {local};
  size-adjust: {percent(ratio)};
  ascent-override: {percent(ours.ascent / 1000 / ratio)};
  descent-override: {percent(ours.descent / 1000 / ratio)};
  line-gap-override: 0%;
  unicode-range: {RANGE};
}}
"""


def main(folder, profiles):
    texts = [text for path in profiles for text in long_texts(json.loads(Path(path).read_text()))]
    rules, stacks = [], []
    for family, (token, last, names) in FAMILIES.items():
        stem = HERE / family.replace(" ", "")
        for name in names:
            for style in STYLES:
                slanted = f"{stem}-Italic.ttf" if style == "italic" else f"{stem}.ttf"
                ours = Measured(slanted, None if style == "italic" else WEIGHTS[style])
                theirs = Measured(folder / f"{name.replace(' ', '')}-{style}.font")
                rules.append(rule(family, name, style, ours, theirs, texts))
        replacements = ", ".join([f'"{family} {name}"' for name in names] + [last])
        stacks.append((token, f'"{family}"', replacements))
    print(HEAD)
    print("\n".join(rules))
    print("@layer tokens {\n  :root {")
    for token, family, replacements in stacks:
        print(f"    --{token}-replacements: {replacements};")
        print(f"    --{token}: {family}, var(--{token}-replacements);")
    print("  }\n\n  /* The script of pages waits until the fonts can be shown without moving anything. */")
    print("  :root[data-fonts] {")
    for token, _, _ in stacks:
        print(f"    --{token}: var(--{token}-replacements);")
    print("  }\n}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
