//! Broken and hostile files: each has one clear answer, or is read.

use super::docx::{Docx, archive, item, p, read, styled, table, text};
use crate::{data, errors};
use std::fs;
use std::time::{Duration, Instant};

#[track_caller]
fn fails(bytes: &[u8], message: &str) {
    let problems = read(bytes).expect_err("the document is not read");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.first().expect("there is one");
    assert!(problem.message.contains(message), "{}", problem.message);
    assert!(problem.is_error() && !problem.remedy.is_empty());
}

fn of_xml(xml: &[u8]) -> Vec<u8> {
    archive(&[("word/document.xml".to_owned(), xml.to_vec())])
}

#[test]
fn broken_files_are_explained() {
    fails(&fs::read(data("cv.docx")).expect("the file is there"), "the document is broken");
    fails(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one", "this is an old Word document");
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fails(&[b"\xd0\xcf\x11\xe0".as_slice(), &stream].concat(), "has a password");
    fails(&archive(&[("other.xml".to_owned(), b"<a/>".to_vec())]), "its content is not");
    fails(&of_xml(b""), "the document is broken");
    fails(&of_xml(b"<w:document"), "the document is broken");
    fails(&of_xml(b"\xff\xfe\x00"), "the document is broken");
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
    fails(&of_xml(bomb.as_bytes()), "document type");
    let whole = Docx::cv(&text("Kestrel")).bytes();
    fails(whole.get(..whole.len() / 2).expect("it has a half"), "its content is not");
    fails(&Docx::of("").bytes(), "has no text");
    let only = r#"<w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r>"#;
    fails(&Docx::of(&p(only)).part("i", "image", "i.png", b"").bytes(), "pictures, and no text");
    let empty =
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>";
    fails(&Docx::of(empty).bytes(), "nobody filled in");
}

#[test]
fn large_files_are_refused_before_they_take_memory() {
    let cut = [b"PK\x03\x04 word/document.xml".as_slice(), &vec![0; 24 << 20]].concat();
    fails(&cut, "larger than 24 MiB");
    fails(&of_xml(&vec![b' '; (32 << 20) + 1]), "larger than 32 MiB");
    let many = format!("<a>{}</a>", "<b/>".repeat(1_000_001));
    fails(&of_xml(many.as_bytes()), "more than 1000000 elements");
    let attributes: Vec<String> = (0..101).map(|at| format!(" a{at}=''")).collect();
    fails(&of_xml(format!("<a{}/>", attributes.concat()).as_bytes()), "too many attributes");
    let spaces: Vec<String> = (0..90).map(|at| format!(" xmlns:a{at}='a'")).collect();
    let spaces = format!("<a{0}><b{0}/></a>", spaces.concat());
    fails(&of_xml(spaces.as_bytes()), "too many namespaces");
    fails(&of_xml("<a>".repeat(300).as_bytes()), "nested deeper than 200");
}

#[test]
fn a_broken_part_beside_the_text_is_left_out() {
    let document = Docx::cv(&text("Kestrel, Engineer, Jan 2020 – Present"))
        .file("word/numbering.xml", "<broken")
        .file("word/styles.xml", "<!DOCTYPE a><a/>")
        .file("word/_rels/document.xml.rels", "\u{0}");
    let imported = document.read();
    assert_eq!(errors(&imported.node), Vec::<String>::new());
    assert_eq!(crate::at(&imported.node, "name"), "Mira Solano");
}

#[test]
fn styles_that_are_based_on_themselves_end() {
    let styles = r#"<w:styles xmlns:w="w">
        <w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="b"/></w:style>
        <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"#;
    let body =
        [styled("b", "Mira Solano"), styled("b", "Experience"), text("Kestrel, 2019 – 2021")];
    let imported = Docx::of(&body.concat()).file("word/styles.xml", styles).read();
    assert_eq!(crate::at(&imported.node, "name"), "Mira Solano");
    assert_eq!(crate::at(&imported.node, "sections/0/title"), "Experience");
}

#[test]
fn deep_and_long_documents_are_read_quickly() {
    let deep: Vec<String> = (0..200).map(|level| item(1, level, "Item")).collect();
    let mut nested = text("Kestrel");
    for _ in 0..40 {
        nested = table(&[&[&nested, &text("beside")]]);
    }
    let many = "<w:p><w:r><w:t>Ran the train of releases.</w:t></w:r></w:p>".repeat(5_000);
    let dated = text("Kestrel, Engineer, Jan 2019 – Mar 2020").repeat(1_000);
    let runs = p(&super::docx::r("a ").repeat(20_000));
    let rows = format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>".repeat(5_000));
    for (name, body) in [
        ("lists", deep.concat()),
        ("tables", nested),
        ("paragraphs", many),
        ("entries", dated),
        ("runs", runs),
        ("rows", rows),
    ] {
        let bytes = Docx::cv(&body).bytes();
        let start = Instant::now();
        let imported = read(&bytes).expect("the document is read");
        assert_eq!(errors(&imported.node), Vec::<String>::new(), "{name}");
        let time = start.elapsed();
        assert!(time < Duration::from_secs(20), "{name}: {time:?}");
    }
}

#[test]
fn strict_documents_and_those_in_utf_16_are_the_same() {
    let body =
        [text("Kestrel, Engineer, Jan 2020 – Present"), item(1, 0, "Ran the train")].concat();
    let usual = perfil_source::to_json(&Docx::cv(&body).read().node);
    assert_eq!(perfil_source::to_json(&Docx::cv(&body).strict().read().node), usual);
    let xml = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Mira Solano</w:t></w:r></w:p></w:body></w:document>"#;
    let wide: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let imported = read(&of_xml(&wide)).expect("the document is read");
    assert_eq!(crate::at(&imported.node, "name"), "Mira Solano");
}

#[test]
fn the_text_may_have_any_path() {
    let types = "<Types><Override PartName=\"/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"document.xml\"/></Relationships>";
    let text = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Mira Solano</w:t></w:r></w:p></w:body></w:document>";
    let parts =
        [("[Content_Types].xml", types), ("_rels/.rels", relations), ("document.xml", text)];
    let parts = parts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let imported = read(&archive(&parts)).expect("the document is read");
    assert_eq!(crate::at(&imported.node, "name"), "Mira Solano");
}
