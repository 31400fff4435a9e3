//! PDFs of profiles: complete, in order, tagged, and conforming to the standards.

use crate::content::{Content, printed, root};
use crate::page::{Page, text};
use crate::seeds::missing_lines;
use lopdf::{Dictionary, Document, Object};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use perfil_site::Tree;
use serde_json::Value;

/// The PDFs of a site by their paths.
pub(crate) fn pdfs(tree: &Tree) -> Vec<(&str, &[u8])> {
    let all: Vec<_> = tree.iter().filter(|(path, _)| path.starts_with("export/pdf/")).collect();
    assert!(!all.is_empty());
    all
}

pub(crate) fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

/// The text of all pages, without page numbers.
pub(crate) fn words(pdf: &Document) -> String {
    let numbers: Vec<u32> = pdf.get_pages().into_keys().collect();
    let page = |number: &u32| {
        let text = pdf.extract_text(&[*number]).unwrap();
        let end = format!("{number} / {}", numbers.len());
        text.trim_end().strip_suffix(&end).unwrap_or(&text).to_owned()
    };
    numbers.iter().map(page).collect::<Vec<_>>().join(" ")
}

/// All text of a file: its pages, its outline, and its metadata.
pub(crate) fn all_text(bytes: &[u8]) -> String {
    let mut pdf = read(bytes);
    let mut all_text = words(&pdf);
    pdf.decompress();
    pdf.objects.values().for_each(|object| collect_text(object, &mut all_text));
    all_text
}

fn collect_text(object: &Object, all_text: &mut String) {
    match object {
        Object::String(text, _) => {
            all_text.push_str(&String::from_utf8_lossy(text));
            // Texts beyond Latin letters are in UTF-16.
            all_text.extend(text.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)));
        }
        Object::Stream(stream) => all_text.push_str(&String::from_utf8_lossy(&stream.content)),
        Object::Array(all) => all.iter().for_each(|object| collect_text(object, all_text)),
        Object::Dictionary(all) => {
            all.iter().for_each(|(_, object)| collect_text(object, all_text));
        }
        _ => {}
    }
}

fn catalog(pdf: &Document) -> &Dictionary {
    pdf.catalog().unwrap()
}

/// Violations of PDF/UA-1, found by a checker that is not ours.
pub(crate) fn problems(bytes: &[u8]) -> Vec<String> {
    let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
    let report = validate_pdf_bytes(bytes, &options).unwrap();
    report.failures.iter().map(|failure| format!("{failure:?}")).collect()
}

#[test]
fn every_profile_has_a_pdf_in_each_language_and_size() {
    let paths: Vec<&str> = pdfs(printed()).into_iter().map(|(path, _)| path).collect();
    let mut expected = Vec::new();
    for paper in ["a4", "letter"] {
        for lang in ["en", "es"] {
            for slug in ["marcus-rodriguez", "rodrigo-de-leon"] {
                expected.push(format!("export/pdf/{paper}/{lang}/{slug}.pdf"));
            }
        }
    }
    assert_eq!(paths, expected);
    for (path, bytes) in pdfs(printed()) {
        let pdf = read(bytes);
        let lang = catalog(&pdf).get(b"Lang").unwrap().as_str().unwrap();
        assert!(path.contains(&format!("/{}/", String::from_utf8_lossy(lang))), "{path}");
        let pages = pdf.get_pages();
        let most = if path.contains("rodrigo") { 1 } else { 3 };
        assert!(pages.len() <= most, "{path} has {} pages", pages.len());
        let sizes = if path.contains("a4") { [595.0, 842.0] } else { [612.0, 792.0] };
        for page in pages.into_values() {
            let page = pdf.get_dictionary(page).unwrap();
            let size = page.get(b"MediaBox").unwrap().as_array().unwrap()[2..].iter();
            let off = size.zip(sizes).map(|(side, size)| (side.as_float().unwrap() - size).abs());
            assert!(off.into_iter().all(|points| points < 1.0), "{path}");
        }
    }
}

#[test]
fn pdfs_conform_to_pdf_ua() {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |tree: &Tree| {
        files.extend(pdfs(tree).into_iter().map(|(path, pdf)| (path.into(), pdf.to_vec())));
    };
    add(printed());
    for fixture in ["small", "every-kind"] {
        add(&Content::fixture(fixture).print().tree);
    }
    for (path, bytes) in &files {
        assert_eq!(problems(bytes), Vec::<String>::new(), "{path}");
        let pdf = read(bytes);
        let marked = catalog(&pdf).get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap(), "{path}");
    }
    let mut broken = files.swap_remove(0).1;
    let at = broken.windows(7).position(|part| part == b"/Marked").unwrap();
    broken[at + 1] = b'X';
    assert_ne!(problems(&broken), Vec::<String>::new());
}

#[test]
fn pdfs_contain_every_word_of_both_seeds() {
    for paper in ["a4", "letter"] {
        for (slug, ending) in [("rodrigo-de-leon", "txt"), ("marcus-rodriguez", "md")] {
            let path = format!("export/pdf/{paper}/en/{slug}.pdf");
            let text = words(&read(printed().get(&path).unwrap()));
            // A Web page links to the other language; a PDF does not.
            let whole = format!("{text} English Español");
            assert_eq!(
                missing_lines(&format!("{slug}.{ending}"), &text, &whole),
                Vec::<String>::new()
            );
        }
    }
}

/// Every text that is written in both languages.
fn translations(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let (Some(_), Some(Value::String(es))) = (members.get("en"), members.get("es")) {
                found.push(es.clone());
            }
            members.values().for_each(|member| translations(member, found));
        }
        Value::Array(elements) => elements.iter().for_each(|item| translations(item, found)),
        _ => {}
    }
}

/// Letters and digits, which no layout separates.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || "%+&".contains(*c)).collect()
}

#[test]
fn spanish_pdfs_contain_every_text_with_diacritics() {
    for slug in ["rodrigo-de-leon", "marcus-rodriguez"] {
        let profile = std::fs::read(root().join(format!("public/profiles/{slug}.json"))).unwrap();
        let mut texts = Vec::new();
        translations(&serde_json::from_slice(&profile).unwrap(), &mut texts);
        let path = format!("export/pdf/a4/es/{slug}.pdf");
        let shown = bare(&words(&read(printed().get(&path).unwrap())));
        for text in texts {
            assert!(shown.contains(&bare(&text)), "{slug} lacks {text:?}");
        }
    }
}

#[test]
fn headings_links_and_lists_are_tagged_without_gaps() {
    for (path, bytes) in pdfs(printed()) {
        let pdf = read(bytes);
        let kinds: Vec<String> = roles(&pdf);
        let count = |kind: &str| kinds.iter().filter(|found| *found == kind).count();
        assert_eq!(count("H1"), 1, "{path}");
        assert!(count("H2") > 2 && count("LI") > 5 && count("P") > 2, "{path}: {kinds:?}");
        let links = pdf.objects.values().filter(|object| {
            let link = object.as_dict().ok().and_then(|it| it.get(b"Subtype").ok());
            link.is_some_and(|kind| kind.as_name().is_ok_and(|name| name == b"Link"))
        });
        assert_eq!(links.count(), count("Link"), "{path}");
    }
}

/// The elements of a tagged file.
pub(crate) fn roles(pdf: &Document) -> Vec<String> {
    let role = |object: &Object| {
        let element = object.as_dict().ok()?;
        let is_element = element.get(b"Type").ok()?.as_name().ok()? == b"StructElem";
        let role = element.get(b"S").ok()?.as_name().ok()?;
        is_element.then(|| String::from_utf8_lossy(role).into_owned())
    };
    pdf.objects.values().filter_map(role).collect()
}

#[test]
fn the_same_profile_has_the_same_pdf() {
    let again = Content::shipped().print().tree;
    for (path, bytes) in pdfs(printed()) {
        assert_eq!(again.get(path), Some(bytes), "{path}");
    }
}

#[test]
fn no_text_is_typst_markup() {
    let content = Content::fixture("small");
    let hostile = "#panic() $x$ *b* _i_ = H + 1 @ref <label> #import \"a\" // c \\u{61} ~ -- ...";
    let written = serde_json::to_string(hostile).unwrap();
    content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", &written);
    let tree = content.print().tree;
    let (_, pdf) = pdfs(&tree)[0];
    let text = words(&read(pdf));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.starts_with(hostile), "{text}");
}

#[test]
fn the_page_lists_its_pdfs_first() {
    let page = Page::of(printed(), "es/rodrigo-de-leon/index.html");
    let links = page.select(".hero .downloads a[download]");
    let links: Vec<_> =
        links.iter().take(2).map(|link| (text(*link), link.value().attr("href"))).collect();
    let path = |paper| Some(format!("/export/pdf/{paper}/es/rodrigo-de-leon.pdf"));
    let expected = [("PDF (A4) pdf", path("a4")), ("PDF (Letter) pdf", path("letter"))];
    for ((text, href), (name, path)) in links.into_iter().zip(expected) {
        assert_eq!((text.as_str(), href), (name, path.as_deref()));
    }
    let head = page.select("head link[rel=alternate][type='application/pdf']");
    assert_eq!(head.len(), 2);
}
