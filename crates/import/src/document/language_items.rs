//! Reads the languages that somebody speaks, each with how well.

use super::head_parts::clean;
use super::kinds::{Item, names, pair};
use super::outline::Section;
use super::text::Text;
use crate::tree::{member, object};
use perfil_source::Node;

/// Whether the languages of a section are those of programs.
pub(super) fn is_programming(section: &Section) -> bool {
    const KNOWN: &[&str] = &[
        "c",
        "c++",
        "c#",
        "java",
        "javascript",
        "typescript",
        "python",
        "php",
        "ruby",
        "go",
        "golang",
        "rust",
        "sql",
        "html",
        "html5",
        "css",
        "css3",
        "bash",
        "shell",
        "kotlin",
        "swift",
        "scala",
        "perl",
        "haskell",
        "lua",
        "dart",
        "delphi",
        "clojure",
        "elixir",
        "matlab",
        "vba",
        "erlang",
        "node.js",
    ];
    let mut texts = Vec::new();
    section.blocks.iter().for_each(|block| block.texts(&mut texts));
    let words = texts.iter().flat_map(|text| {
        let plain = text.plain().to_lowercase();
        let is_end = |c: char| c.is_whitespace() || ",;:/|()~·•".contains(c);
        plain.split(is_end).map(str::to_owned).collect::<Vec<_>>()
    });
    words.filter(|word| KNOWN.contains(&word.as_str())).count() > 1
}

pub(super) fn languages(items: &[Item]) -> Option<Vec<Node>> {
    let mut all = Vec::new();
    for item in items {
        if !item.below.is_empty() {
            return None;
        }
        let parts = names(&item.text);
        let pairs = |text: &Text| pair(text).or_else(|| bracketed(text));
        // One language a line may have a comma in its level.
        let parts = if parts.len() > 1
            && pairs(&item.text).is_some()
            && parts.iter().filter(|it| pairs(it).is_some()).count() < 2
        {
            vec![item.text.clone()]
        } else {
            parts
        };
        for part in parts {
            let (language, fluency) = match pairs(&part) {
                Some((language, fluency)) => (language, Some(fluency)),
                None => (clean(&part)?, None),
            };
            if language.plain().split_whitespace().count() > 4 {
                return None;
            }
            let mut fields = vec![member("language", language.plain_node())];
            fields.extend(
                fluency.filter(|it| !it.is_empty()).map(|it| member("fluency", it.plain_node())),
            );
            all.push(object(fields, part.span()));
        }
    }
    Some(all)
}

/// Splits `English (C1)`.
fn bracketed(text: &Text) -> Option<(Text, Text)> {
    let plain = text.plain();
    let open = plain.find(['(', '（'])?;
    let value = text.part(open..plain.len());
    Some((clean(&text.part(0..open))?, clean(&value).unwrap_or(value)))
}
