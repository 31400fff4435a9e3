//! What a page says about how its texts look, as far as it tells what they are: bold, italic, hidden.

use super::tree::{Content, Tree};
use crate::document::markup::Tag;
use std::collections::HashMap;

/// How an element looks, where it differs from what browsers do without styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) block: bool,
}

/// The rules of a page for classes.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Look>);

impl Styles {
    /// Reads the style sheets in a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut styles = Self::default();
        for (at, _) in tree.nodes.iter().enumerate().filter(|(at, _)| tree.name(*at) == "style") {
            for child in tree.children(at) {
                if let Some(Content::Text(css, _)) = tree.nodes.get(child).map(|it| &it.content) {
                    styles.sheet(css);
                }
            }
        }
        styles
    }

    /// Reads the rules for single classes, as programs write them: `.c3{font-weight:700}`.
    fn sheet(&mut self, css: &str) {
        let mut rest = css;
        while let Some((selectors, after)) = rest.split_once('{') {
            // Rules for paper or small screens do not count.
            if selectors.contains('@') {
                rest = after.get(end_of_block(after)..).unwrap_or_default();
                continue;
            }
            let (declarations, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            let look = Look::of(declarations);
            if look == Look::default() {
                continue;
            }
            let selectors = selectors.rsplit("*/").next().unwrap_or_default();
            for selector in selectors.split(',').map(str::trim) {
                let class = selector.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
                let name = class.strip_prefix('.').unwrap_or_default();
                let is_single = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
                if is_single && !name.is_empty() {
                    self.0.entry(name.to_owned()).or_default().merge(look);
                }
            }
        }
    }

    /// Returns how an element looks.
    pub(super) fn look(&self, tag: &Tag) -> Look {
        let mut look = Look::default();
        for class in tag.attribute("class").unwrap_or_default().split_whitespace() {
            if let Some(found) = self.0.get(class) {
                look.merge(*found);
            }
        }
        look.merge(Look::of(tag.attribute("style").unwrap_or_default()));
        look
    }
}

impl Look {
    fn of(declarations: &str) -> Self {
        let mut look = Self::default();
        for declaration in declarations.split(';') {
            let Some((key, value)) = declaration.split_once(':') else { continue };
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim_end();
            match key.trim().to_ascii_lowercase().as_str() {
                "font-weight" => {
                    let is_heavy = value.parse::<u32>().is_ok_and(|weight| weight >= 600);
                    look.strong = Some(is_heavy || value.starts_with("bold"));
                }
                "font-style" => look.emphasis = Some(value == "italic"),
                "display" => look.block = matches!(value, "block" | "flex" | "grid" | "table"),
                _ => {}
            }
        }
        look
    }

    fn merge(&mut self, other: Self) {
        self.strong = other.strong.or(self.strong);
        self.emphasis = other.emphasis.or(self.emphasis);
        self.block |= other.block;
    }
}

/// Returns the position after the block that has begun.
fn end_of_block(css: &str) -> usize {
    let mut depth = 1_usize;
    for (at, c) in css.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            // `@import` and `@charset` have no block.
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    css.len()
}

/// Whether an element is not shown, as its own attributes say.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    let style: String = tag.attribute("style").unwrap_or_default().split_whitespace().collect();
    let style = style.to_ascii_lowercase();
    tag.attribute("hidden").is_some_and(|value| value != "until-found")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_programs_are_bold() {
        let mut styles = Styles::default();
        styles.sheet(
            "@import url(x.css); ol{margin:0} .c1{font-weight:700;color:#000}\
             @media print{.c2{font-weight:bold}} /* .c9 */ span.c3, .c4 { font-style: italic }\
             .a .b{font-weight:bold}",
        );
        let look = |class: &str| styles.0.get(class).copied().unwrap_or_default();
        assert_eq!(look("c1").strong, Some(true));
        assert_eq!(look("c2").strong, None);
        assert_eq!(look("c3").emphasis, Some(true));
        assert_eq!(look("c4").emphasis, Some(true));
        assert_eq!(look("b").strong, None);
    }
}
