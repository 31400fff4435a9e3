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

/// A stylesheet as it is on the disk.
struct Source {
    path: PathBuf,
    code: String,
}

/// Joins and shrinks the shell's stylesheets, and adds the tones of every hue in use.
pub(super) fn bundle(index: &Path, hues: &BTreeSet<Hue>) -> Result<String, Finding> {
    let index = Source::read(index.to_owned())?;
    let imported = index.imported()?;
    let mut sheet = index.parse()?;
    inline(&mut sheet, &imported)?;
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

    /// The stylesheets that this one imports, in their order.
    fn imported(&self) -> Result<Vec<Self>, Finding> {
        let sheet = self.parse()?;
        let urls = sheet.rules.0.iter().filter_map(|rule| match rule {
            CssRule::Import(import) => Some(&import.url),
            _ => None,
        });
        urls.map(|url| Self::read(self.path.with_file_name(&**url))).collect()
    }
}

/// Puts each imported stylesheet, as the layer that it is imported into, in the place of its import.
fn inline<'i>(sheet: &mut StyleSheet<'i>, imported: &'i [Source]) -> Result<(), Finding> {
    let mut sources = imported.iter();
    for rule in &mut sheet.rules.0 {
        let CssRule::Import(import) = rule else { continue };
        let Some(source) = sources.next() else { continue };
        let Some(name) = import.layer.take() else {
            return Err(Finding::of_file(&source.path, "it is imported into no layer", MEND));
        };
        let CssRuleList(rules) = source.parse()?.rules;
        if rules.iter().any(|rule| matches!(rule, CssRule::Import(_))) {
            return Err(Finding::of_file(&source.path, "it imports another one", MEND));
        }
        *rule = CssRule::LayerBlock(LayerBlockRule {
            name,
            rules: CssRuleList(rules),
            loc: import.loc,
        });
    }
    Ok(())
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
