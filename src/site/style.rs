//! The one stylesheet of a site: the shell's layers and the tones of its owners.

use super::accent;
use super::finding::Finding;
use crate::profile::Hue;
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::layer::LayerBlockRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::slice::Iter;

/// A stylesheet as it is on the disk.
struct Source {
    path: PathBuf,
    code: String,
}

/// More stylesheets than a site has are a circle of imports.
const MAX_SOURCES: usize = 100;

/// Joins and shrinks the shell's stylesheets, and adds the tones of every hue in use.
pub(super) fn bundle(index: &Path, hues: &BTreeSet<Hue>) -> Result<String, Finding> {
    let mut sources = Vec::new();
    gather(index.to_owned(), &mut sources)?;
    let mut rest = sources.iter();
    let Some(index) = rest.next() else { return Ok(String::new()) };
    let mut sheet = index.parse()?;
    sheet.rules.0 = inlined(sheet.rules.0, &mut rest)?;
    let failed = |error: String| Finding::of_file(&index.path, error, MEND);
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(error.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let mut code = sheet.to_css(options).map_err(|error| failed(error.to_string()))?.code;
    if !hues.is_empty() {
        tones(&mut code, hues);
    }
    // The sheet stands inside a `<style>` element, which nothing in it may end.
    Ok(code.replace("</", "<\\/"))
}

const MEND: &str = "Mend the stylesheet.";

impl Source {
    fn read(path: PathBuf) -> Result<Self, Finding> {
        match fs::read_to_string(&path) {
            Ok(code) => Ok(Self { path, code }),
            Err(error) => Err(Finding::of_file(&path, error.to_string(), MEND)),
        }
    }

    fn parse(&self) -> Result<StyleSheet<'_>, Finding> {
        let filename = self.path.display().to_string();
        StyleSheet::parse(&self.code, ParserOptions { filename, ..ParserOptions::default() })
            .map_err(|error| Finding::of_file(&self.path, error.to_string(), MEND))
    }
}

/// Reads a stylesheet, and all that it imports, in the order of the imports.
fn gather(path: PathBuf, sources: &mut Vec<Source>) -> Result<(), Finding> {
    if sources.len() == MAX_SOURCES {
        return Err(Finding::of_file(&path, "the imports never end", MEND));
    }
    let source = Source::read(path)?;
    let imported: Vec<PathBuf> = source
        .parse()?
        .rules
        .0
        .iter()
        .filter_map(|rule| match rule {
            CssRule::Import(import) => Some(source.path.with_file_name(&*import.url)),
            _ => None,
        })
        .collect();
    sources.push(source);
    imported.into_iter().try_for_each(|path| gather(path, sources))
}

/// The rules with each imported stylesheet in the place of its import, in the layer that it names.
fn inlined<'i>(
    rules: Vec<CssRule<'i>>,
    sources: &mut Iter<'i, Source>,
) -> Result<Vec<CssRule<'i>>, Finding> {
    let mut whole = Vec::new();
    for rule in rules {
        let CssRule::Import(import) = rule else {
            whole.push(rule);
            continue;
        };
        let Some(source) = sources.next() else { continue };
        let rules = inlined(source.parse()?.rules.0, sources)?;
        match import.layer {
            None => whole.extend(rules),
            Some(name) => whole.push(CssRule::LayerBlock(LayerBlockRule {
                name,
                rules: CssRuleList(rules),
                loc: import.loc,
            })),
        }
    }
    Ok(whole)
}

fn tones(code: &mut String, hues: &BTreeSet<Hue>) {
    code.push_str("@layer tokens{");
    for hue in hues {
        let [light, dark] = accent::tones(hue.0);
        // Writing to a string cannot fail.
        let _ = write!(
            code,
            "[data-hue=\"{}\"]{{--accent:light-dark({},{});--tint:light-dark({},{})}}",
            hue.0, light.accent, dark.accent, light.tint, dark.tint,
        );
    }
    code.push('}');
}
