//! Themes: those that Perfil ships, that of an owner, and what is wrong with one.

use crate::bad_input::report_on;
use crate::content::{Content, listed, root, shipped, text};
use crate::expected;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ADA: &str = "profiles/ada-lovelace.json";

/// The tokens of the owner's theme.
const TOKENS: &str = r##"{
  "name": "Mine",
  "fonts": { "text": "serif" },
  "light": {
    "paper": "#fefefe",
    "ink": "#1c1f25",
    "panel": "#f6f3f0",
    "soft": "#55585f",
    "border": "#dbd9d5"
  },
  "dark": {
    "paper": "#121417",
    "ink": "#e8e6e2",
    "panel": "#191c21",
    "soft": "#a8abb0",
    "border": "#323439"
  }
}
"##;

/// The names of the shipped themes, which are those of the folders in the source tree.
pub(crate) fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("themes")).unwrap();
    let folders = entries.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// A site in a theme.
fn in_theme(name: &str) -> Content {
    let content = Content::fixture("small");
    content.edit("site.json", "\"title\"", &format!("\"theme\": \"{name}\", \"title\""));
    content
}

/// A site with the owner's theme.
pub(crate) fn with_own() -> Content {
    let content = Content::fixture("small");
    content.write("theme/theme.json", TOKENS);
    content.write("theme/theme.css", ".hero { background: url(paper.svg) }\n");
    content.write("theme/paper.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    content
}

#[test]
fn there_are_six_and_each_builds() {
    let names = names();
    assert_eq!(names.len(), 6, "{names:?}");
    let mut looks = BTreeSet::new();
    for name in &names {
        let built = in_theme(name).build();
        assert!(!listed(&built.findings).contains("theme"), "{name}");
        let page = text(&built.tree, "en/index.html");
        assert!(page.contains("@layer theme{"), "{name} has no rule of its own");
        assert!(text(&built.tree, "data/en.json").contains(&format!("\"theme\":\"{name}\"")));
        looks.insert(page.split("@layer theme{").nth(1).unwrap().len());
    }
    assert_eq!(looks.len(), names.len(), "two themes are the same");
}

#[test]
fn the_editorial_theme_is_the_default() {
    let [named, unnamed] = [in_theme("editorial"), Content::fixture("small")];
    assert_eq!(named.build().tree, unnamed.build().tree);
}

#[test]
fn a_profile_can_have_its_own() {
    let content = Content::shipped();
    content.edit("profiles/marcus-rodriguez.json", "\"accent\"", "\"theme\": \"rail\", \"accent\"");
    let tree = content.build().tree;
    let [marcus, rodrigo] =
        ["marcus-rodriguez", "rodrigo-de-leon"].map(|name| style(text(&tree, &page_of(name))));
    assert_ne!(marcus, rodrigo);
    assert_eq!(rodrigo, style(text(&tree, "en/index.html")));
    // Both stylesheets are among those that the policy allows.
    let policies = [text(&tree, "_headers"), text(shipped(), "_headers")]
        .map(|headers| headers.split("style-src").nth(1).unwrap().split(';').next().unwrap());
    let count = |policy: &str| policy.matches("'sha256-").count();
    assert_eq!(count(policies[0]), count(policies[1]) + 1);
}

fn page_of(name: &str) -> String {
    format!("en/{name}/index.html")
}

/// The stylesheet of a page.
fn style(page: &str) -> &str {
    page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap()
}

#[test]
fn the_owners_own_is_used_if_it_is_there() {
    let tree = with_own().build().tree;
    let style = style(text(&tree, "en/index.html"));
    assert!(style.contains("--paper:light-dark(#fefefe,#121417)"), "the colours are others");
    assert!(style.contains("--font-text:var(--serif);"), "the family is not that of the theme");
    let (_, rest) = style.split_once("@layer theme{.hero{background: url(\"/").unwrap();
    let path = rest.split('"').next().unwrap();
    assert!(path.starts_with("assets/paper.") && Path::new(path).extension().unwrap() == "svg");
    assert!(tree.get(path).is_some(), "{path}");
    assert!(tree.get("theme/theme.css").is_none(), "the folder itself is published");
    // A site can have it beside another one.
    let content = with_own();
    content.edit("site.json", "\"title\"", "\"theme\": \"dense\", \"title\"");
    content.edit(ADA, "\"version\"", "\"theme\": \"own\", \"version\"");
    assert!(text(&content.build().tree, "en/index.html").contains("#fefefe"));
}

#[test]
fn what_is_wrong_with_a_theme_is_said() {
    let mut all = String::new();
    let mut case = |name: &str, change: &dyn Fn(&Content)| {
        all += &report_on(&with_own(), name, change);
    };
    let css = |code: &'static str| move |content: &Content| content.write("theme/theme.css", code);
    case("a name that no theme has", &|content| {
        content.edit("site.json", "\"title\"", "\"theme\": \"raill\", \"title\"");
        content.edit(ADA, "\"version\"", "\"theme\": \"terminals\", \"version\"");
    });
    case("a theme of one's own without a folder", &|content| {
        fs::remove_dir_all(content.path().join("theme")).unwrap();
        content.edit("site.json", "\"title\"", "\"theme\": \"own\", \"title\"");
    });
    case("a theme without its files", &|content| {
        for file in ["theme.json", "theme.css"] {
            fs::remove_file(content.path().join("theme").join(file)).unwrap();
        }
    });
    case("tokens with mistakes", &|content| {
        content.edit("theme/theme.json", "\"text\": \"serif\"", "\"text\": \"comic\"");
        content.edit("theme/theme.json", "\"#1c1f25\"", "\"black\"");
        content.edit("theme/theme.json", "\"soft\": \"#55585f\"", "\"soft\": \"#bbbbbb\"");
        content.edit("theme/theme.json", "\"border\": \"#323439\"", "\"bordr\": \"#323439\"");
    });
    case(
        "several mistakes in a stylesheet",
        &css(
            ".hero {\n  color red;\n  margin: 0\n  padding: 0;\n}\n\n.bar { width: calc(1px + (2px; }\n",
        ),
    );
    case(
        "addresses that a page may not load",
        &css("@import \"https://fonts.example/css\";\n@import \"../secret.css\";\n\
         .hero { background: url(//example.org/a.png), url(\"missing.png\") }\n"),
    );
    case("an import that leads back", &css("@import \"theme.css\";\n"));
    case("a rule that is none", &css("@tailwind base;\n"));
    let paper =
        |code: &'static str| move |content: &Content| content.write("theme/paper.typ", code);
    case(
        "a layout with mistakes",
        &paper("#let size = 9pt\n\n#let style(theme, body) = { body\n#let head = (1, 2\n"),
    );
    case("a layout with an unknown name", &paper("#let summary(theme, body) = fade(body)\n"));
    case("a layout with too few parameters", &paper("#let title(theme, it) = it\n"));
    expected::check("broken-themes.txt", &all);
}
