//! Every format that Perfil reads, dropped on Studio; and the file that comes of it, changed in its source.

use super::browser::Browser;
use super::dist::root;
use super::engine::Setup;
use super::studio::{PAGE, is_quiet, opened, push, site};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Drops a file as a system does.
const DROP: &str = "const [name, base64] = arguments;
    const bytes = Uint8Array.from(atob(base64), it => it.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    document.querySelector('.drop').dispatchEvent(event);";

/// Drops a file on Studio's start.
pub(crate) async fn drop_file(browser: &Browser, name: &str, bytes: &[u8]) {
    browser
        .wait("document.querySelector('.drop') && !document.querySelector('#file').disabled")
        .await;
    browser.run_with(DROP, json!([name, STANDARD.encode(bytes)])).await;
}

/// Packs files as a ZIP.
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word() -> Vec<u8> {
    let paragraph = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        paragraph("Title", "Ada Lovelace"),
        paragraph("Heading1", "Experience"),
        paragraph("Heading2", "Analyst, Engine Works, 2018 – 2021"),
    ]
    .concat();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    packed(&[("word/document.xml", document.as_bytes())])
}

/// A PDF of one page without structure, as many programs write it.
fn pdf() -> Vec<u8> {
    let lines = [
        ("24 Tf 72 740 Td", "Ada Lovelace"),
        ("11 Tf 0 -24 Td", "ada@ada.example"),
        ("16 Tf 0 -40 Td", "Experience"),
        ("11 Tf 0 -24 Td", "Analyst, Engine Works, 2018 - 2021"),
        ("11 Tf 0 -18 Td", "Wrote the first program for the engine"),
    ];
    let text: String = lines.map(|(place, text)| format!("/F {place} ({text}) Tj\n")).concat();
    let text = format!("BT {text}ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{text}\nendstream", text.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), "0000000000 65535 f \n".to_owned());
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj{object}endobj", index + 1).unwrap();
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let end = format!("trailer<</Root 1 0 R/Size {count}>>\nstartxref\n{start}\n%%EOF\n");
    format!("{file}xref\n0 {count}\n{table}{end}").into_bytes()
}

/// The files: the name of each, its bytes, what it is read as, and the name of its person.
fn files() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let own = |path: &str| fs::read(root().join(path)).unwrap();
    let resume =
        json!({ "basics": { "name": "Ada Lovelace" }, "work": [{ "name": "Engine Works" }] });
    let linkedin = packed(&[
        ("Profile.csv", b"First Name,Last Name,Headline\nAda,Lovelace,Analyst\n"),
        (
            "Positions.csv",
            b"Company Name,Title,Started On,Finished On\nEngine Works,Analyst,Mar 2018,May 2021\n",
        ),
    ]);
    let text =
        "ADA LOVELACE\nada@ada.example\n\nEXPERIENCE\n\nAnalyst, Engine Works    2018 - 2021\n";
    vec![
        ("marcus.json", own("public/profiles/marcus-rodriguez.json"), "Perfil", "Marcus Rodriguez"),
        ("resume.json", resume.to_string().into_bytes(), "JSON Resume", "Ada Lovelace"),
        ("cv.yaml", own("tests/data/rendercv/sample.yaml"), "RenderCV", "John Doe"),
        ("resume.yml", own("tests/data/yaml-resume/full.yml"), "YAMLResume", "Ines Aldana"),
        ("r.json", own("tests/data/fuzz/json/reactive_resume_5.json"), "Reactive Resume", "A"),
        ("e.xml", own("tests/data/europass/candidate.xml"), "Europass", "Ines Marit Quental"),
        ("linkedin.zip", linkedin, "LinkedIn", "Ada Lovelace"),
        ("cv.html", own("crates/import/tests/data/hresume.html"), "HTML", "Mira Solano"),
        ("cv.txt", text.as_bytes().to_vec(), "plain text", "ADA LOVELACE"),
        (
            "cv.md",
            b"# Ada Lovelace\n\n## Work\n\n- Wrote programs\n".to_vec(),
            "Markdown",
            "Ada Lovelace",
        ),
        ("cv.docx", word(), "Word", "Ada Lovelace"),
        ("cv.pdf", pdf(), "PDF", "Ada Lovelace"),
    ]
}

#[tokio::test]
async fn every_format_is_dropped() {
    let (site, _folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    for (name, bytes, format, person) in files() {
        drop_file(&browser, name, &bytes).await;
        // What the form and the page have of the file.
        let found = format!(
            "[(document.querySelector('.read strong')?.textContent ?? '').includes('Read as {format}'),
              document.querySelector('#f-name')?.value, {PAGE}.includes({person:?})]"
        );
        let found = format!("[{name:?}, ...{found}]");
        browser.see(&found, json!([name, true, person, true])).await;
        push(&browser, "← Documents").await;
    }
    is_quiet(&browser, "the formats").await;
}

/// Replaces all of the source.
pub(crate) async fn write_source(browser: &Browser, text: &str) {
    push(browser, "Source").await;
    let content = "document.querySelector('.source div')?.shadowRoot?.querySelector('.cm-content')";
    browser.wait(content).await;
    browser.run(&format!("{content}.focus()")).await;
    browser.control('a').await;
    // Firefox gives an event of a script no clipboard.
    let paste = format!(
        "const event = new Event('paste', {{ bubbles: true, cancelable: true }});
        const [text] = arguments;
        Object.defineProperty(event, 'clipboardData', {{ value: {{ getData: () => text }} }});
        {content}.dispatchEvent(event)"
    );
    browser.run_with(&paste, json!([text])).await;
}

#[tokio::test]
async fn the_source_is_changed() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let profile =
        r#"{ "version": 1, "name": "Grace Hopper", "headline": "Admiral", "sections": [] }"#;
    write_source(&browser, profile).await;
    browser.wait(&format!("{PAGE}.includes('Admiral')")).await;
    push(&browser, "Form").await;
    browser.wait("document.querySelector('#f-name')?.value == 'Grace Hopper'").await;
    push(&browser, "Undo").await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    is_quiet(&browser, "the source").await;
}
