//! Every format that Perfil reads, dropped on Studio; and the file that comes of it, changed in its source.

use super::browser::Browser;
use super::dist::root;
use super::engine::Setup;
use super::studio::{PAGE, opened, push, site};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_cli::machine;
use perfil_export::PaperSize;
use perfil_site::{CvRequest, cv};
use serde_json::json;
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

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
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
    packed(&[("word/document.xml", &document)])
}

fn pdf() -> Vec<u8> {
    let request = CvRequest {
        profile: "marcus-rodriguez".to_owned(),
        language: Some("en".to_owned()),
        paper: PaperSize::A4,
        focus: Vec::new(),
    };
    cv(machine(&()), &root().join("public"), &request).unwrap_or_else(|found| panic!("{found:?}"))
}

/// The files: the name of each, its bytes, what it is read as, and the name of its person.
fn files() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let own = |path: &str| fs::read(root().join(path)).unwrap();
    let resume =
        json!({ "basics": { "name": "Ada Lovelace" }, "work": [{ "name": "Engine Works" }] });
    let linkedin = packed(&[
        ("Profile.csv", "First Name,Last Name,Headline\nAda,Lovelace,Analyst\n"),
        (
            "Positions.csv",
            "Company Name,Title,Started On,Finished On\nEngine Works,Analyst,Mar 2018,May 2021\n",
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
        ("cv.txt", text.as_bytes().to_vec(), "plain text", "Ada Lovelace"),
        (
            "cv.md",
            b"# Ada Lovelace\n\n## Work\n\n- Wrote programs\n".to_vec(),
            "Markdown",
            "Ada Lovelace",
        ),
        ("cv.docx", word(), "Word", "Ada Lovelace"),
        ("cv.pdf", pdf(), "PDF", "Marcus Rodriguez"),
    ]
}

#[tokio::test]
async fn every_format_is_dropped() {
    let (site, _folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    for (name, bytes, format, person) in files() {
        browser
            .wait("document.querySelector('.drop') && !document.querySelector('#file').disabled")
            .await;
        browser.run_with(DROP, json!([name, STANDARD.encode(bytes)])).await;
        let read = format!(
            "(document.querySelector('.read strong')?.textContent ?? '').includes('Read as {format}')"
        );
        browser.wait(&read).await;
        browser.wait(&format!("document.querySelector('#f-name')?.value == {person:?}")).await;
        browser.wait(&format!("{PAGE}.includes({person:?})")).await;
        push(&browser, "← Documents").await;
    }
    browser.is_silent("the formats").await;
}

#[tokio::test]
async fn the_source_is_changed() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Source").await;
    let content = "document.querySelector('.source div')?.shadowRoot?.querySelector('.cm-content')";
    browser.wait(content).await;
    browser.run(&format!("{content}.focus()")).await;
    browser.control('a').await;
    let profile =
        r#"{ "version": 1, "name": "Grace Hopper", "headline": "Admiral", "sections": [] }"#;
    let paste = format!(
        "const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        {content}.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData, bubbles: true, cancelable: true }}))"
    );
    browser.run_with(&paste, json!([profile])).await;
    browser.wait(&format!("{PAGE}.includes('Admiral')")).await;
    push(&browser, "Form").await;
    browser.wait("document.querySelector('#f-name')?.value == 'Grace Hopper'").await;
    push(&browser, "Undo").await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    browser.is_silent("the source").await;
}
