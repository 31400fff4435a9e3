//! Adds the fonts to a site, and declares them for its pages.

use crate::content::Content;
use crate::environment::{Environment, map};
use crate::finding::Finding;
use crate::output::{Output, hash};
use crate::shell::Fonts;
use crate::stored::{Reader, Stored};
use perfil_webfont::Font;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Ranges of characters.
type Ranges = &'static [RangeInclusive<u32>];

/// The parts that a font is cut into, so that a page loads only the scripts that it has.
const PARTS: [(&str, Ranges); 4] = [
    ("latin", LATIN),
    ("latin-ext", LATIN_EXTENDED),
    ("greek", &[0x370..=0x3ff]),
    ("cyrillic", &[0x400..=0x52f]),
];
const LATIN: Ranges = &[0x20..=0xff, 0x2000..=0x2bff];
const LATIN_EXTENDED: Ranges = &[0x100..=0x2ff, 0x1e00..=0x1eff];
const WHOLE_LATIN: Ranges = &[0x20..=0x2ff, 0x1e00..=0x1eff, 0x2000..=0x2bff];

/// With more letters than this, those of Latin beyond the first 256 are a file of their own. With
/// fewer, as in most languages, a second request would cost more than it saves.
const MAX_EXTENDED_LETTERS: usize = 40;

/// A font of the shell.
struct Source<'a> {
    name: &'a str,
    hash: String,
    font: Font<'a>,
}

/// A part of a font.
struct Part<'a> {
    source: &'a Source<'a>,
    name: &'static str,
    ranges: Ranges,
    letters: BTreeSet<char>,
}

/// Adds the shell's fonts, subset to the letters of the site, and returns the stylesheet that
/// declares them with the families that replace them while they load.
pub(crate) fn add(
    Environment { workers, .. }: Environment,
    output: &dyn Output,
    content: &Content,
    fonts: &Fonts,
) -> Result<String, Finding> {
    let sources = fonts.files.iter().map(|(name, file)| {
        let font = Font::read(file).ok_or_else(|| unreadable(name))?;
        Ok(Source { name, hash: hash(file), font })
    });
    let sources = sources.collect::<Result<Vec<_>, Finding>>()?;
    let letters = content.letters.all();
    let parts: Vec<_> = sources.iter().flat_map(|source| parts(source, &letters)).collect();
    let subsets = map(workers, &parts, Part::subset);
    let mut style = String::new();
    for (part, subset) in parts.iter().zip(subsets) {
        let rule = part.name().zip(subset).and_then(|(name, subset)| {
            part.rule(&content.urls.path(&output.add_hashed(&name, "woff2", subset)))
        });
        style += &rule.ok_or_else(|| unreadable(part.source.name))?;
    }
    if !style.is_empty() {
        style += &fonts.style;
    }
    Ok(style)
}

fn unreadable(name: &str) -> Finding {
    let message = "it is not a font that can be subset";
    Finding::of_file(Path::new(name), message, "Build the shell with `cargo xtask build`.")
}

/// Cuts a font into the parts that a site has letters of.
fn parts<'a>(source: &'a Source<'a>, letters: &BTreeSet<char>) -> Vec<Part<'a>> {
    let of = |ranges: Ranges| -> BTreeSet<char> {
        let has = |c: &char| ranges.iter().any(|range| range.contains(&u32::from(*c)));
        source.font.characters().filter(|c| letters.contains(c) && has(c)).collect()
    };
    let is_whole = of(LATIN_EXTENDED).len() <= MAX_EXTENDED_LETTERS;
    let parts = PARTS.into_iter().filter(|(_, ranges)| !(is_whole && *ranges == LATIN_EXTENDED));
    let parts = parts.map(|(name, ranges)| {
        let ranges = if is_whole && ranges == LATIN { WHOLE_LATIN } else { ranges };
        Part { source, name, ranges, letters: of(ranges) }
    });
    parts.filter(|part| !part.letters.is_empty()).collect()
}

impl Part<'_> {
    /// Returns the name of the file: `perfil-sans-italic-latin`.
    fn name(&self) -> Option<String> {
        let family = self.source.font.family()?.to_lowercase().replace(' ', "-");
        let style = if self.source.font.is_italic() { "-italic" } else { "" };
        Some(format!("{family}{style}-{}", self.name))
    }

    /// Returns the rule that declares the part.
    fn rule(&self, path: &str) -> Option<String> {
        let font = &self.source.font;
        let weight = match font.weights()? {
            (light, bold) if light == bold => light.to_string(),
            (light, bold) => format!("{light} {bold}"),
        };
        let style = if font.is_italic() { "italic" } else { "normal" };
        let ranges =
            self.ranges.iter().map(|range| format!("U+{:X}-{:X}", range.start(), range.end()));
        Some(format!(
            "@font-face{{font-family:\"{}\";font-weight:{weight};font-style:{style};\
             font-display:swap;src:url(\"{path}\")format(\"woff2\");unicode-range:{}}}",
            font.family()?,
            ranges.collect::<Vec<_>>().join(","),
        ))
    }

    /// Returns the file.
    fn subset(&self) -> Option<Vec<u8>> {
        let letters: String = self.letters.iter().collect();
        let key = format!("{} {letters}", self.source.hash);
        let subsets = || SUBSETS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = subsets().get(&key) {
            return Some(file.clone());
        }
        let file = self.source.font.subset(&self.letters)?;
        let mut subsets = subsets();
        if subsets.len() >= MAX_SUBSETS {
            subsets.clear();
        }
        subsets.insert(key, file.clone());
        Some(file)
    }
}

/// The subsets that were made last, by font and letters. Whoever edits a site builds it again and
/// again, and its letters hardly ever change; compressing a font takes longer than a page.
static SUBSETS: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::new(BTreeMap::new());

/// Stores the subsets that were made last, for another process.
pub(crate) fn store(to: &mut Vec<u8>) {
    SUBSETS.lock().unwrap_or_else(PoisonError::into_inner).store(to);
}

/// Adds the subsets that another process has stored.
pub(crate) fn restore(from: &mut Reader) -> Option<()> {
    let subsets = BTreeMap::restore(from)?;
    SUBSETS.lock().unwrap_or_else(PoisonError::into_inner).extend(subsets);
    Some(())
}

/// How many subsets are kept.
const MAX_SUBSETS: usize = 32;
