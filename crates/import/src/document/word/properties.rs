//! What is stated about paragraphs and runs, in a style or directly.

use super::xml::{Element, attribute, child, is_on, value};

/// The properties of text that are stated in one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RunProperties {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) caps: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) underline: Option<bool>,
    /// Its size in half points.
    pub(super) size: Option<u32>,
    pub(super) color: Option<String>,
    pub(super) font: Option<String>,
    /// The languages of Latin, East Asian and right-to-left letters.
    pub(super) languages: [Option<String>; 3],
}

impl RunProperties {
    /// Reads `w:rPr`.
    pub(super) fn of(properties: Option<Element>) -> Self {
        let Some(it) = properties else { return Self::default() };
        let fonts = child(it, "rFonts");
        let language = child(it, "lang");
        let double = is_on(it, "dstrike");
        Self {
            bold: is_on(it, "b")
                .or_else(|| is_on(it, "bCs").filter(|_| is_on(it, "rtl").is_some())),
            italic: is_on(it, "i"),
            strike: is_on(it, "strike").or(double),
            caps: is_on(it, "caps").or_else(|| is_on(it, "smallCaps").filter(|on| *on)),
            hidden: is_on(it, "vanish"),
            underline: value(it, "u").map(|line| line != "none"),
            size: value(it, "sz").and_then(|size| size.parse().ok()),
            color: value(it, "color").map(str::to_ascii_lowercase),
            font: fonts
                .and_then(|it| attribute(it, "ascii").or_else(|| attribute(it, "hAnsi")))
                .map(str::to_owned),
            languages: ["val", "eastAsia", "bidi"]
                .map(|name| language.and_then(|it| attribute(it, name)).map(str::to_owned)),
        }
    }

    /// Returns these properties, and where they state nothing, those of what they are based on.
    pub(super) fn over(&self, base: &Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            strike: self.strike.or(base.strike),
            caps: self.caps.or(base.caps),
            hidden: self.hidden.or(base.hidden),
            underline: self.underline.or(base.underline),
            size: self.size.or(base.size),
            color: self.color.clone().or_else(|| base.color.clone()),
            font: self.font.clone().or_else(|| base.font.clone()),
            languages: [0, 1, 2].map(|at| {
                let of = |it: &Self| it.languages.get(at).cloned().flatten();
                of(self).or_else(|| of(base))
            }),
        }
    }

    /// Returns the properties of a character style in a paragraph of another style: what both switch
    /// on is off again (ISO 29500-1, 17.7.3).
    pub(super) fn toggled(&self, paragraph: &Self) -> Self {
        let both = |own: Option<bool>, outer: Option<bool>| match (own, outer) {
            (Some(true), Some(true)) => Some(false),
            (own, outer) => own.filter(|on| *on).or(outer),
        };
        Self {
            bold: both(self.bold, paragraph.bold),
            italic: both(self.italic, paragraph.italic),
            strike: both(self.strike, paragraph.strike),
            caps: both(self.caps, paragraph.caps),
            hidden: both(self.hidden, paragraph.hidden),
            ..self.over(paragraph)
        }
    }
}

/// The properties of a paragraph that are stated in one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphProperties {
    /// Its level in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// The identifier of its list; `0` is none.
    pub(super) list: Option<String>,
    /// Its level in that list, from 0.
    pub(super) list_level: Option<u8>,
    /// Whether a line is drawn above or below it.
    pub(super) has_rule: Option<bool>,
    pub(super) is_shaded: Option<bool>,
    pub(super) is_centered: Option<bool>,
}

impl ParagraphProperties {
    /// Reads `w:pPr`.
    pub(super) fn of(properties: Option<Element>) -> Self {
        let Some(it) = properties else { return Self::default() };
        let numbers = child(it, "numPr");
        let border = child(it, "pBdr");
        let is_drawn = |side| {
            border.and_then(|it| value(it, side)).is_some_and(|it| !matches!(it, "nil" | "none"))
        };
        let fill = child(it, "shd").and_then(|it| attribute(it, "fill"));
        Self {
            outline: value(it, "outlineLvl").and_then(|level| level.parse().ok()),
            list: numbers.and_then(|it| value(it, "numId")).map(str::to_owned),
            list_level: numbers.and_then(|it| value(it, "ilvl")).and_then(|it| it.parse().ok()),
            has_rule: border.map(|_| is_drawn("bottom") || is_drawn("top")),
            is_shaded: fill
                .map(|fill| !matches!(fill.to_ascii_lowercase().as_str(), "auto" | "ffffff")),
            is_centered: value(it, "jc").map(|it| it == "center"),
        }
    }

    /// Returns these properties, and where they state nothing, those of what they are based on.
    pub(super) fn over(&self, base: &Self) -> Self {
        Self {
            outline: self.outline.or(base.outline),
            list: self.list.clone().or_else(|| base.list.clone()),
            list_level: self.list_level.or(base.list_level),
            has_rule: self.has_rule.or(base.has_rule),
            is_shaded: self.is_shaded.or(base.is_shaded),
            is_centered: self.is_centered.or(base.is_centered),
        }
    }
}
