"""Prepares the fonts of pages from Adobe's variable fonts; README.md has the commands.

The result is what crates/webfont can subset: TrueType outlines that vary in weight only, a row of
`HVAR` for each glyph, and of the layout only kerning, without variations.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import builder, instancer

WEIGHTS = (400, 400, 700)
# Between the size of a heading and that of a name, because headings are what the serif is for.
OPTICAL_SIZE = 32

# Latin with the letters of Vietnamese, Greek, Cyrillic, punctuation, and common symbols.
CHARACTERS = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2BB, 0x2BC), (0x2C6, 0x2DD), (0x1E00, 0x1EFF),
    (0x370, 0x3FF), (0x400, 0x4FF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF),
    (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2700, 0x27BF),
]

FONTS = {
    "PerfilSans": ("Perfil Sans", "VF/SourceSans3VF-Upright.ttf", {"wght": WEIGHTS}),
    "PerfilSans-Italic": ("Perfil Sans", "VF/SourceSans3VF-Italic.ttf", {"wght": 400}),
    "PerfilSerif": (
        "Perfil Serif",
        "VAR/SourceSerif4Variable-Roman.ttf",
        {"wght": WEIGHTS, "opsz": OPTICAL_SIZE},
    ),
    "PerfilSerif-Italic": (
        "Perfil Serif",
        "VAR/SourceSerif4Variable-Italic.ttf",
        {"wght": 400, "opsz": OPTICAL_SIZE},
    ),
}

LICENSE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LICENSE_URL = "https://openfontlicense.org"


def subset_font(font):
    options = subset.Options()
    options.layout_features = ["kern"]
    options.layout_scripts = ["DFLT", "latn", "grek", "cyrl"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "DSIG", "MVAR", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for start, end in CHARACTERS for c in range(start, end + 1)])
    subsetter.subset(font)


def drop_kerning_variations(font):
    """Keeps the kerning of the regular weight: that of the bold one differs by a hundredth or so.

    Of the lookups, those of pairs are kept. The serif has one more, for a pair that depends on what
    surrounds it.
    """
    gpos = font["GPOS"].table
    lookups = [lookup for lookup in gpos.LookupList.Lookup if lookup.LookupType in (2, 9)]
    gpos.LookupList.Lookup, gpos.LookupList.LookupCount = lookups, len(lookups)
    for record in gpos.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = list(range(len(lookups)))
        record.Feature.LookupCount = len(lookups)
    for lookup in lookups:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            assert table.LookupType == 2 and table.ValueFormat2 == 0, "pairs are expected"
            table.ValueFormat1 = 4
            if table.Format == 1:
                values = [pair.Value1 for set in table.PairSet for pair in set.PairValueRecord]
            else:
                values = [two.Value1 for one in table.Class1Record for two in one.Class2Record]
            for value in values:
                if hasattr(value, "XAdvDevice"):
                    del value.XAdvDevice
        lookup.LookupFlag = 0
    if "GDEF" in font:
        del font["GDEF"]
    del font["GSUB"]


def flatten_widths(font):
    """Gives `HVAR` one row for each glyph, in their order."""
    if "HVAR" not in font:
        return
    table = font["HVAR"].table
    store, mapping = table.VarStore, table.AdvWidthMap.mapping
    count = len(store.VarRegionList.Region)
    rows = []
    for glyph in font.getGlyphOrder():
        data = store.VarData[mapping[glyph] >> 16]
        row = [0] * count
        if mapping[glyph] != 0xFFFFFFFF:
            for region, delta in zip(data.VarRegionIndex, data.Item[mapping[glyph] & 0xFFFF]):
                row[region] = delta
        rows.append(row)
    store.VarData = [builder.buildVarData(list(range(count)), rows, optimize=False)]
    store.VarDataCount = 1
    table.AdvWidthMap = None


def rename(font, stem, family, italic):
    """Names the family anew, because the licence reserves its name for the unchanged fonts."""
    names = font["name"]
    copyright, version = names.getDebugName(0), names.getDebugName(5).split(";")[0]
    style = "Italic" if italic else "Regular"
    texts = {
        0: copyright, 1: family, 2: style, 3: f"{version};{stem}", 4: f"{family} {style}",
        5: version, 6: stem, 13: LICENSE, 14: LICENSE_URL,
    }
    if "fvar" in font:
        font["fvar"].instances = []
        font["fvar"].axes[0].axisNameID = 256
        texts[256] = "Weight"
    font["name"] = newTable("name")
    font["name"].names = []
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def prepare(stem, family, source, axes):
    font = TTFont(source, recalcTimestamp=False)
    italic = "Italic" in stem
    subset_font(font)
    font = instancer.instantiateVariableFont(font, axes)
    drop_kerning_variations(font)
    flatten_widths(font)
    rename(font, stem, family, italic)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 1 if italic else 1 << 6
    font["head"].macStyle = 2 if italic else 0
    return font


if __name__ == "__main__":
    sans, serif = map(Path, sys.argv[1:])
    for stem, (family, source, axes) in FONTS.items():
        root = sans if "Sans" in stem else serif
        font = prepare(stem, family, root / source, dict(axes))
        path = Path(__file__).with_name(f"{stem}.ttf")
        font.save(path, reorderTables=False)
        print(path.name, path.stat().st_size, "bytes,", len(font.getGlyphOrder()), "glyphs")
