//! The lists of a document: bullets and numbers, level by level.

use super::xml::{Element, attribute, elements, name, value};
use std::collections::HashMap;

/// The deepest level of a list, from 0.
pub(super) const DEEPEST: u8 = 8;

/// How the items of a level begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Number,
    /// They are paragraphs that are only moved to the right.
    Nothing,
}

#[derive(Clone, Copy)]
struct Level {
    marker: Marker,
    start: u64,
}

/// The lists of a document, by their identifiers.
#[derive(Default)]
pub(super) struct Numbering(HashMap<String, HashMap<u8, Level>>);

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn of(root: Element) -> Self {
        let (mut kinds, mut by_style, mut links) = (HashMap::new(), HashMap::new(), HashMap::new());
        for kind in elements(root).filter(|it| name(*it) == "abstractNum") {
            let Some(id) = attribute(kind, "abstractNumId") else { continue };
            if let Some(style) = value(kind, "styleLink") {
                by_style.insert(style, id);
            }
            if let Some(style) = value(kind, "numStyleLink") {
                links.insert(id, style);
            }
            kinds.insert(id, levels(kind));
        }
        let mut lists = HashMap::new();
        for list in elements(root).filter(|it| name(*it) == "num") {
            let (Some(id), Some(kind)) = (attribute(list, "numId"), value(list, "abstractNumId"))
            else {
                continue;
            };
            let linked = links.get(kind).and_then(|style| by_style.get(style));
            let kind = linked.copied().unwrap_or(kind);
            let mut levels = kinds.get(kind).cloned().unwrap_or_default();
            for change in elements(list).filter(|it| name(*it) == "lvlOverride") {
                levels.extend(self::levels(change));
                let start = value(change, "startOverride").and_then(|it| it.parse().ok());
                let at = attribute(change, "ilvl").and_then(|it| it.parse().ok());
                if let (Some(start), Some(level)) = (start, at.and_then(|at| levels.get_mut(&at))) {
                    level.start = start;
                }
            }
            lists.insert(id.to_owned(), levels);
        }
        Self(lists)
    }

    /// Returns how the items of a list begin at a level, and the number of the first.
    pub(super) fn level(&self, list: &str, level: u8) -> (Marker, u64) {
        let found = self.0.get(list).and_then(|levels| levels.get(&level));
        found.map_or((Marker::Bullet, 1), |level| (level.marker, level.start))
    }
}

fn levels(kind: Element) -> HashMap<u8, Level> {
    let levels = elements(kind).filter(|it| name(*it) == "lvl").filter_map(|level| {
        let at = attribute(level, "ilvl")?.parse().ok()?;
        let text = value(level, "lvlText").unwrap_or_default();
        let format = value(level, "numFmt").unwrap_or("decimal");
        let marker = match format {
            "bullet" if text.trim().is_empty() && value(level, "lvlPicBulletId").is_none() => {
                Marker::Nothing
            }
            "bullet" => Marker::Bullet,
            "none" => Marker::Nothing,
            _ if !text.contains('%') && text.trim().is_empty() => Marker::Nothing,
            _ => Marker::Number,
        };
        let start = value(level, "start").and_then(|it| it.parse().ok()).unwrap_or(1);
        Some((at, Level { marker, start }))
    });
    levels.collect()
}
