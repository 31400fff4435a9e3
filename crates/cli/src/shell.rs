//! The shell on disk, as it was compiled.

use lightningcss::printer::PrinterOptions;
use lightningcss::rules::layer::LayerBlockRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use perfil_site::{Finding, Shell};
use std::fs;
use std::path::{Path, PathBuf};
use std::slice::Iter;

/// Reads the shell in a folder, with its stylesheets in one piece each.
///
/// # Errors
///
/// Names the first file that is missing, or that is no stylesheet.
pub fn read(folder: &Path) -> Result<Shell, Finding> {
    let file = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| {
            let message = format!("the shell lacks this file: {error}");
            Finding::of_file(&path, message, "Build it with `cargo xtask build`.")
        })
    };
    let style = |name: &str| {
        file(name)?;
        bundle(&folder.join(name))
    };
    Ok(Shell {
        style: style("style/index.css")?,
        card_style: style("style/card.css")?,
        about_cards_style: style("style/widget.css")?,
        script: file("app.js")?,
        module: file("app_bg.wasm")?,
        card_script: file("widget/widget.js")?,
        card_module: file("widget/widget_bg.wasm")?,
        element: file("widget/element.js")?,
    })
}

/// Joins a stylesheet with those that it imports, and minifies them.
fn bundle(index: &Path) -> Result<String, Finding> {
    let mut sources = Vec::new();
    gather(index.to_owned(), &mut sources)?;
    let mut rest = sources.iter();
    let Some(index) = rest.next() else { return Ok(String::new()) };
    let mut sheet = index.parse()?;
    sheet.rules.0 = inlined(sheet.rules.0, &mut rest)?;
    let failed = |error: String| Finding::of_file(&index.path, error, MEND);
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(error.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let sheet = sheet.to_css(options).map_err(|error| failed(error.to_string()))?;
    Ok(sheet.code)
}

/// A stylesheet as it is on the disk.
struct Source {
    path: PathBuf,
    code: String,
}

/// More stylesheets than a site has are a circle of imports.
const MAX_SOURCES: usize = 100;

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
