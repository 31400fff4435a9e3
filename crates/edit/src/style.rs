//! How the owner formats a file: what is written new follows it.

use crate::layout::{Kind, Layout, Part};
use crate::lines;
use std::collections::BTreeMap;

/// The longest list or object on one line, in bytes.
pub(crate) const MAX_LINE_BYTES: usize = 80;

/// How the owner formats a file.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub(crate) struct Style {
    pub(crate) is_yaml: bool,
    pub(crate) line_ending: &'static str,
    pub(crate) has_last_line_ending: bool,
    /// One level of indentation.
    pub(crate) unit: String,
    /// The columns between a key and the dashes of its list.
    pub(crate) list_offset: usize,
    /// What is between a dash and its element.
    pub(crate) dash_gap: String,
    /// What is between the colon of JSON and a value.
    pub(crate) colon: String,
    pub(crate) comma: &'static str,
    /// What is inside the braces of an object on one line, and inside such brackets.
    pub(crate) brace_pad: &'static str,
    pub(crate) bracket_pad: &'static str,
    /// Whether short objects and lists are on one line.
    pub(crate) has_short_objects: bool,
    pub(crate) has_short_lists: bool,
    /// Whether the whole file is on one line.
    pub(crate) is_one_line: bool,
    /// Whether letters beyond ASCII are escaped.
    pub(crate) is_ascii: bool,
    /// Whether texts that need quotation marks have single ones.
    pub(crate) prefers_single: bool,
}

/// Counts of what occurs in a file.
#[derive(Default)]
struct Counts {
    /// How often a nested value is so many columns to the right.
    units: BTreeMap<usize, usize>,
    has_tab_unit: bool,
    offsets: BTreeMap<usize, usize>,
    dash_gaps: BTreeMap<String, usize>,
    colons: BTreeMap<String, usize>,
    tight_commas: usize,
    wide_commas: usize,
    /// Objects, then lists, that have something in them: on one line, with space in them, on more.
    flow: [[usize; 3]; 2],
    singles: usize,
    doubles: usize,
}

impl Style {
    /// Finds the style of a file.
    pub(crate) fn of(text: &str, layout: &Layout, is_yaml: bool) -> Self {
        let mut counts = Counts::default();
        counts.visit(text, &layout.root, None);
        let colon = most(&counts.colons).filter(|_| !is_yaml).unwrap_or_else(|| " ".to_owned());
        let is_tight = match (counts.tight_commas, counts.wide_commas) {
            (0, 0) => colon.is_empty(),
            (tight, wide) => tight > wide,
        };
        let pad = |kind: usize, usual: &'static str| {
            let [short, padded, _] = counts.flow[kind];
            if short == 0 {
                usual
            } else if padded * 2 > short {
                " "
            } else {
                ""
            }
        };
        let short = |kind: usize| {
            let ([one, _, many], [other_one, _, other_many]) =
                (counts.flow[kind], counts.flow[1 - kind]);
            match (one + many, other_one + other_many) {
                (0, 0) => true,
                (0, _) => other_one > 0,
                _ => one > 0,
            }
        };
        let windows = text.matches("\r\n").count();
        let is_filled = !layout.root.entries.is_empty();
        let root = text.get(layout.root.content..layout.root.end).unwrap_or_default();
        let unit = if counts.has_tab_unit {
            "\t".to_owned()
        } else {
            " ".repeat(most(&counts.units).unwrap_or(2))
        };
        Self {
            is_yaml,
            line_ending: if windows * 2 > text.matches('\n').count() { "\r\n" } else { "\n" },
            has_last_line_ending: text.ends_with('\n'),
            list_offset: most(&counts.offsets).unwrap_or(unit.len().max(2)),
            unit,
            dash_gap: most(&counts.dash_gaps).unwrap_or_else(|| " ".to_owned()),
            colon,
            comma: if is_tight { "," } else { ", " },
            brace_pad: pad(0, if is_tight { "" } else { " " }),
            bracket_pad: pad(1, ""),
            has_short_objects: short(0),
            has_short_lists: short(1),
            is_one_line: is_filled && !is_yaml && !root.contains('\n'),
            is_ascii: !is_yaml && text.is_ascii() && text.contains("\\u"),
            prefers_single: counts.singles > counts.doubles,
        }
    }
}

/// What occurs most often; of equals, the first.
fn most<T: Clone + Ord>(counts: &BTreeMap<T, usize>) -> Option<T> {
    let best = counts.values().max()?;
    counts.iter().find(|(_, count)| *count == best).map(|(key, _)| key.clone())
}

impl Counts {
    /// Counts in a value below a key or a dash at a column.
    fn visit(&mut self, text: &str, part: &Part, parent: Option<(usize, bool)>) {
        match part.kind {
            Kind::Single => self.singles += 1,
            Kind::Double => self.doubles += 1,
            _ => {}
        }
        let Some(first) = part.entries.first() else { return };
        // Only what has lines of its own has a column; a file in braces can be one long line.
        if part.kind.is_block_collection()
            && let Some((parent, true)) = parent
            && lines::is_first(text, first.start)
        {
            let offset = lines::column(text, first.start).saturating_sub(parent);
            let kind = match part.kind {
                Kind::BlockMap => Some(&mut self.units),
                Kind::BlockList => Some(&mut self.offsets),
                _ => None,
            };
            if let Some(counts) = kind {
                *counts.entry(offset).or_default() += 1;
            }
        }
        if part.kind.is_flow() {
            self.visit_flow(text, part, parent.is_none());
        }
        for entry in &part.entries {
            if part.kind == Kind::BlockList {
                let gap = text.get(entry.start + 1..entry.value.start).unwrap_or_default();
                if !gap.is_empty() && gap.chars().all(|c| c == ' ') {
                    *self.dash_gaps.entry(gap.to_owned()).or_default() += 1;
                }
            }
            let column = match part.kind {
                Kind::BlockMap | Kind::BlockList => lines::column(text, entry.start),
                _ => 0,
            };
            self.visit(text, &entry.value, Some((column, part.kind == Kind::BlockMap)));
        }
    }

    fn visit_flow(&mut self, text: &str, part: &Part, is_root: bool) {
        let (Some(first), Some(last)) = (part.entries.first(), part.entries.last()) else { return };
        let kind = usize::from(part.kind == Kind::FlowList);
        let is_tall = text.get(part.content..first.start).is_some_and(|gap| gap.contains('\n'));
        if is_tall {
            // The value of a file is tall whatever the others are.
            self.flow[kind][2] += usize::from(!is_root);
            let outer = lines::indentation(text, part.content);
            let inner = lines::indentation(text, first.start);
            let unit = inner.strip_prefix(outer).unwrap_or_default();
            self.has_tab_unit |= unit.starts_with('\t');
            if !unit.is_empty() {
                *self.units.entry(unit.len()).or_default() += 1;
            }
        } else if part.kind != Kind::FlowPair
            && text.get(first.start..last.end()).is_some_and(|inner| !inner.contains('\n'))
        {
            self.flow[kind][0] += 1;
            self.flow[kind][1] += usize::from(first.start > part.content + 1);
        }
        for entry in &part.entries {
            if let Some(gap) = entry.mark.and_then(|mark| text.get(mark..entry.value.start))
                && gap.trim_matches(' ').is_empty()
            {
                *self.colons.entry(gap.to_owned()).or_default() += 1;
            }
        }
        for pair in part.entries.windows(2) {
            let [one, other] = pair else { continue };
            match text.get(one.end()..other.start) {
                Some(",") => self.tight_commas += 1,
                Some(", ") => self.wide_commas += 1,
                _ => {}
            }
        }
    }
}
