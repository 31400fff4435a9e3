//! One word, many places: a kind of section has the same name in the data, the code and the style.

use crate::architecture::{File, files, none, words};
use perfil_model::profile::Content;
use std::collections::BTreeSet;

/// Files of `crates/ui/src/sections/` that are not a kind: the dispatch, and shared components.
const SHARED: &[&str] = &["mod", "entry"];

/// Colours, which only `style/tokens.css` may contain.
const COLOURS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

fn stem(file: &File) -> &str {
    file.path.rsplit(['/', '.']).nth(1).unwrap_or_default()
}

/// The classes that a component sets.
fn classes(text: &str) -> BTreeSet<&str> {
    let values = text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.flat_map(str::split_whitespace).collect()
}

/// The classes that stylesheets have rules for.
fn selectors(style: &str) -> BTreeSet<&str> {
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    style.split('.').skip(1).filter_map(|rest| rest.split(ends).next()).collect()
}

#[test]
fn every_kind_has_its_component() {
    let sections = files("crates/ui/src/sections", ".rs");
    let files: BTreeSet<_> =
        sections.iter().map(stem).filter(|name| !SHARED.contains(name)).collect();
    let kinds: BTreeSet<_> = Content::KINDS.iter().copied().collect();
    assert_eq!(
        files, kinds,
        "crates/ui/src/sections/ has one file for each kind of crates/model/src/profile/section.rs"
    );
}

#[test]
fn every_kind_is_the_class_of_its_section() {
    let dispatch = &files("crates/ui/src/sections", "mod.rs")[0].text;
    let body = dispatch.split("fn kind(").nth(1).unwrap().split("\n}").next().unwrap();
    let named: BTreeSet<_> = body.split('"').skip(1).step_by(2).collect();
    // `prose` is the class of every text with markup, including those inside other sections.
    let class = |kind: &&'static str| if *kind == "prose" { "prose-section" } else { *kind };
    let expected: BTreeSet<&str> = Content::KINDS.iter().map(class).collect();
    assert_eq!(
        named, expected,
        "crates/ui/src/sections/mod.rs: a kind is the class of its section"
    );
}

/// The names of the components of a part of the interface.
fn created_names(text: &str) -> impl Iterator<Item = &str> {
    let functions = text.lines().filter_map(|line| line.strip_prefix("pub fn "));
    functions.filter_map(|function| function.split(['(', '<']).next())
}

#[test]
fn every_kind_has_styles() {
    let style: String = files("style", ".css").iter().map(|file| file.text.as_str()).collect();
    let styled = selectors(&style);
    let sections = files("crates/ui/src/sections", ".rs");
    let parts = files("crates/ui/src/parts", ".rs");
    let without_styles: Vec<_> = sections
        .iter()
        .filter(|file| !SHARED.contains(&stem(file)))
        .filter(|file| {
            // A kind that looks like another is rendered by that one's component, or by a shared
            // one.
            let used = words(&file.text).collect::<BTreeSet<_>>();
            let shown = sections.iter().filter(|other| used.contains(stem(other)));
            let parts = parts
                .iter()
                .filter(|part| created_names(&part.text).any(|name| used.contains(name)));
            let classes = shown.chain(parts).chain([*file]).flat_map(|other| classes(&other.text));
            !classes.chain([stem(file)]).any(|class| styled.contains(class))
        })
        .map(|file| format!("{}:1: no stylesheet has a rule for what it shows", file.path))
        .collect();
    none(&without_styles);
}

fn has_colour(line: &str) -> bool {
    let is_hex = |rest: &str| {
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        [3, 4, 6, 8].contains(&length) && rest[..length].bytes().all(|b| b.is_ascii_hexdigit())
    };
    line.split('#').skip(1).any(is_hex)
        || COLOURS.iter().any(|name| {
            let places = line.match_indices(name);
            places.into_iter().any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric()))
        })
}

#[test]
fn colours_are_only_in_tokens() {
    let mut raw = Vec::new();
    let sheets = ["style", "themes"].into_iter().flat_map(|folder| files(folder, ".css"));
    for file in sheets.filter(|file| file.path != "style/tokens.css") {
        let lines = file.text.lines().enumerate().filter(|(_, line)| has_colour(line));
        raw.extend(lines.map(|(index, _)| {
            format!(
                "{}:{}: a raw colour; the colours of a theme are in its theme.json",
                file.path,
                index + 1
            )
        }));
    }
    none(&raw);
}

#[test]
fn a_colour_outside_of_tokens_is_found() {
    for (line, expected) in [
        ("color: #fff;", true),
        ("background: oklch(0.9 0.1 85);", true),
        ("color: var(--ink);", false),
        ("#app { display: flow-root; }", false),
        ("text-decoration-color: color-mix(in oklab, var(--accent) 55%, transparent);", false),
    ] {
        assert_eq!(has_colour(line), expected, "{line}");
    }
}
