//! The fonts of pages: subset to the letters of a site, small, and renamed as their licence demands.

use crate::content::{Content, listed, root, shell, text};
use crate::page::Page;
use crate::woff2::unpack;
use perfil_cli::{machine, read_shell};
use perfil_site::{self as site, Built, Finding, Fonts, Input, Shell, Tree};
use perfil_webfont::Font;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The limit for all fonts of the shipped site, in bytes.
const LIMIT: usize = 60_000;

fn folder() -> PathBuf {
    root().join("style/fonts")
}

/// The fonts in the source tree.
fn fonts() -> Fonts {
    let names = ["PerfilSans", "PerfilSans-Italic", "PerfilSerif", "PerfilSerif-Italic"];
    let file = |name| fs::read(folder().join(format!("{name}.ttf"))).unwrap();
    let style = fs::read_to_string(root().join("style/fonts.css")).unwrap();
    Fonts { files: names.map(|name| (name.to_owned(), file(name))).into(), style }
}

/// Builds a site with fonts.
fn try_build(content: &Content, fonts: Fonts) -> Result<Built, Vec<Finding>> {
    let shell = Shell { fonts, ..read_shell(Some(&shell())).unwrap() };
    let input = Input { content: content.path().to_owned(), pdf: false, ..Input::default() };
    site::build(machine(&()), &input, shell)
}

fn build(content: &Content) -> Tree {
    try_build(content, fonts()).unwrap_or_else(|findings| panic!("{}", listed(&findings))).tree
}

/// The shipped site with fonts.
static SHIPPED: LazyLock<Tree> = LazyLock::new(|| build(&Content::shipped()));

/// The fonts of a site, by their path.
fn webfonts(tree: &Tree) -> BTreeMap<&str, &[u8]> {
    let is_font = |path: &str| Path::new(path).extension() == Some("woff2".as_ref());
    tree.iter().filter(|(path, _)| is_font(path)).collect()
}

/// The characters of the fonts whose path begins so.
fn characters(tree: &Tree, start: &str) -> BTreeSet<char> {
    let files = webfonts(tree).into_iter().filter(|(path, _)| path.starts_with(start));
    let fonts = files.flat_map(|(_, file)| {
        let font = unpack(file);
        Font::read(&font).unwrap().characters().collect::<Vec<_>>()
    });
    fonts.collect()
}

/// The characters that any page shows.
fn shown(tree: &Tree) -> BTreeSet<char> {
    let pages = Page::all(tree);
    let labels = ["aria-label", "placeholder", "title", "alt", "data-address"];
    let texts = pages.iter().flat_map(|page| {
        let labels = labels.iter().flat_map(|name| page.attributes(name)).map(str::to_owned);
        labels.chain([page.text()]).collect::<Vec<_>>()
    });
    texts.flat_map(|text| text.chars().collect::<Vec<_>>()).filter(|c| !c.is_control()).collect()
}

/// The small site with another name, headline and language.
fn site_of(name: &str, headline: &str) -> Content {
    let content = Content::fixture("small");
    let profile = "profiles/ada-lovelace.json";
    content.edit(profile, "Ada Lovelace", name);
    content.edit(profile, "Analyst & metaphysician", headline);
    content
}

#[test]
fn the_fonts_of_the_shipped_site_are_small() {
    let fonts = webfonts(&SHIPPED);
    for (path, file) in &fonts {
        println!("{path}: {} bytes", file.len());
    }
    let sum: usize = fonts.values().map(|file| file.len()).sum();
    println!("{} fonts: {sum} bytes of {LIMIT}", fonts.len());
    assert_eq!(fonts.len(), 4, "two families, upright and italic");
    assert!(sum <= LIMIT, "{sum} bytes");
}

#[test]
fn pages_declare_their_fonts() {
    let page = text(&SHIPPED, "en/index.html");
    for path in webfonts(&SHIPPED).keys() {
        assert!(page.contains(&format!("url(\"/{path}\")")), "{path}");
    }
    assert_eq!(page.matches("url(").count(), 4);
    assert!(text(&SHIPPED, "_headers").contains("; font-src 'self';"));
    // Cards on other pages have the fonts of those.
    for (path, bytes) in SHIPPED.iter().filter(|(path, _)| path.starts_with("embed/")) {
        assert!(!String::from_utf8_lossy(bytes).contains("Perfil Sans"), "{path}");
    }
}

#[test]
fn fonts_have_every_letter_that_pages_show() {
    let german = site_of("Jürgen Groß", "Prüfer");
    let locale = fs::read_to_string(german.path().join("locales/en.json")).unwrap();
    german.write("locales/de.json", locale);
    german.edit("site.json", "[\"en\", \"es\"]", "[\"en\", \"es\", \"de\"]");
    let sites = [
        Content::shipped(),
        Content::fixture("every-kind"),
        german,
        site_of("Łukasz Żółć", "Cafe\u{301} &ndash; na&iuml;ve &Scaron;"),
        site_of("Αθηνά Παππά", "Ольга Ёлкина"),
        site_of("Đặng Thị Hằng", "Ệ"),
    ];
    for content in sites {
        let tree = build(&content);
        for (name, file) in fonts().files {
            let path = match name.as_str() {
                "PerfilSans" => "assets/perfil-sans-",
                "PerfilSans-Italic" => "assets/perfil-sans-italic-",
                "PerfilSerif" => "assets/perfil-serif-",
                _ => "assets/perfil-serif-italic-",
            };
            let source: BTreeSet<char> = Font::read(&file).unwrap().characters().collect();
            let subset = characters(&tree, path);
            let missing: String = shown(&tree)
                .into_iter()
                .filter(|c| source.contains(c) && !subset.contains(c))
                .collect();
            assert_eq!(missing, "", "{name} lacks letters");
            assert!(subset.is_subset(&source));
            assert!(subset.len() < source.len() / 3, "{name} has {} letters", subset.len());
        }
    }
}

#[test]
fn a_script_is_a_file_of_its_own() {
    let names = |name: &str| -> Vec<String> {
        let tree = build(&site_of(name, "Analyst"));
        let sans = webfonts(&tree).into_keys().filter(|path| path.contains("perfil-sans-"));
        sans.filter(|path| !path.contains("italic"))
            .map(|path| path.split('.').next().unwrap().replace("assets/perfil-sans-", ""))
            .collect()
    };
    assert_eq!(names("Ada"), ["latin"]);
    assert_eq!(names("Łukasz Żółć"), ["latin"]);
    assert_eq!(names("Αθηνά"), ["greek", "latin"]);
    assert_eq!(names("Ольга"), ["cyrillic", "latin"]);
    // Scripts without a family of ours have the fonts of the system.
    assert_eq!(names("ليلى حداد 李小龍"), ["latin"]);
    let many: String = ('Ā'..='ž').collect();
    assert_eq!(names(&many), ["latin-ext", "latin"]);
}

#[test]
fn other_scripts_load_no_font() {
    let tree = build(&site_of("ليلى حداد 李小龍", "Analyst"));
    let page = text(&tree, "en/index.html");
    let ranges = page.split("unicode-range:").skip(1).flat_map(|rest| {
        let end = rest.find(['}', ';']).unwrap();
        rest[..end].split(',').map(|range| range.trim().trim_start_matches("U+").to_owned())
    });
    let mut count = 0;
    for range in ranges {
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|number| u32::from_str_radix(number, 16).unwrap());
        for c in "ليلى李小龍".chars().map(u32::from) {
            assert!(!(start..=end).contains(&c), "{range}");
        }
        count += 1;
    }
    assert!(count > 4, "the page has {count} ranges");
}

#[test]
fn a_private_letter_is_in_no_font() {
    let content = site_of("Ada", "Analyst");
    let private = "\"email\": { \"private\": \"ŵ@ada.example\" }";
    content.edit("profiles/ada-lovelace.json", "\"email\": \"ada@ada.example\"", private);
    assert!(!characters(&build(&content), "assets/").contains(&'ŵ'));
}

#[test]
fn fonts_are_named_by_their_content() {
    for (path, file) in webfonts(&SHIPPED) {
        let hash = format!("{:x}", <sha2::Sha256 as sha2::Digest>::digest(file));
        assert!(path.ends_with(&format!(".{}.woff2", &hash[..12])), "{path}");
    }
    assert_eq!(webfonts(&build(&Content::shipped())), webfonts(&SHIPPED));
}

#[test]
fn a_shell_may_have_no_fonts() {
    let tree = Content::fixture("small").build().tree;
    assert!(webfonts(&tree).is_empty());
    let page = text(&tree, "en/index.html");
    assert!(!page.contains("@font-face") && !page.contains("document.fonts"));
}

#[test]
fn a_damaged_font_is_named() {
    let content = Content::fixture("small");
    let files = BTreeMap::from([("fonts/bad.ttf".to_owned(), b"no font".to_vec())]);
    let findings = try_build(&content, Fonts { files, ..fonts() }).unwrap_err();
    assert_eq!(listed(&findings), "bad.ttf: $: it is not a font that can be subset");
}

#[test]
fn fonts_are_renamed_because_their_licence_reserves_the_name() {
    let licence = fs::read_to_string(folder().join("LICENSE.md")).unwrap();
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    assert!(licence.contains("with Reserved Font Name 'Source'"));
    for (name, file) in fonts().files {
        let font = Font::read(&file).unwrap();
        let family = font.family().unwrap();
        assert!(family == "Perfil Sans" || family == "Perfil Serif", "{name}: {family}");
        let is_variable = !font.is_italic();
        assert_eq!(font.weights().unwrap(), if is_variable { (400, 700) } else { (400, 400) });
        // The licence is named in each file, which leaves its folder.
        let unpacked = String::from_utf8_lossy(&file).replace('\0', "");
        assert!(unpacked.contains("SIL Open Font License, Version 1.1"), "{name}");
    }
}

#[test]
fn replacements_are_as_high_as_the_fonts() {
    let Fonts { files, style } = fonts();
    let mut count = 0;
    for rule in style.split("@font-face").skip(1) {
        let rule = rule.split('}').next().unwrap();
        let value = |name: &str| {
            rule.split(&format!("{name}: ")).nth(1).unwrap().split(';').next().unwrap()
        };
        let percent = |name| value(name).trim_end_matches('%').parse::<f64>().unwrap() / 100.0;
        let is_sans = value("font-family").starts_with("\"Perfil Sans ");
        let file = &files[if is_sans { "PerfilSans" } else { "PerfilSerif" }];
        let (ascent, descent) = Font::read(file).unwrap().heights().unwrap();
        let size = percent("size-adjust");
        for (name, height) in [("ascent-override", ascent), ("descent-override", descent)] {
            let difference = (percent(name) * size - height).abs();
            assert!(difference < 0.001, "{rule}: {difference}");
        }
        count += 1;
    }
    assert_eq!(count, 21, "replacements");
}
