//! What a document of Word has in other formats: pages, diagrams and charts.

use super::docx::{Docx, text};
use super::{check, messages};

const PAGE: &str = "<html><head><meta charset=utf-8></head><body><h1>Mira Soláno</h1>\
    <p>mira@example.org</p><h2>Experience</h2><h3>Engineer, Kestrel</h3><p>2019 – 2021</p></body></html>";

const EXPECTED: [(&str, &str); 4] = [
    ("name", "Mira Soláno"),
    ("email", "mira@example.org"),
    ("sections/0/items/0/name", "Kestrel"),
    ("sections/0/items/0/startDate", "2019"),
];

fn with(name: &str, content: &[u8]) -> Docx {
    below("", name, content)
}

fn below(above: &str, name: &str, content: &[u8]) -> Docx {
    Docx::of(&format!(r#"{above}<w:altChunk r:id="rIdChunk"/>"#))
        .part("rIdChunk", "aFChunk", name, content)
}

#[test]
fn a_document_that_embeds_a_page_is_that_page() {
    check(&with("afchunk.html", PAGE.as_bytes()), &EXPECTED);
    let quoted = PAGE.replace('=', "=3D").replace("á", "=C3=A1").replace("<h2>", "=\r\n<h2>");
    let encoded =
        "PGh0bWw+PGgxPk1pcmEgU29sw6Fubzwv\r\naDE+PHA+bWlyYUBleGFtcGxlLm9yZzwvcD48L2h0bWw+";
    let archive = |coding: &str, body: &str| {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n    type=\"text/html\";\r\n    \
             boundary=\"----=part\"\r\n\r\n------=part\r\nContent-Type: text/html;\r\n    \
             charset=\"utf-8\"\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: \
             file:///document.html\r\n\r\n{body}\r\n------=part--\r\n"
        )
    };
    check(&with("afchunk.mht", archive("quoted-printable", &quoted).as_bytes()), &EXPECTED);
    check(&with("afchunk.mht", archive("8bit", PAGE).as_bytes()), &EXPECTED);
    check(&with("afchunk.mht", archive("base64", encoded).as_bytes()), &EXPECTED[..2]);
    check(&with("afchunk.txt", b"Mira Sol\xe1no\nmira@example.org\n"), &EXPECTED[..2]);
}

#[test]
fn a_part_that_is_not_read_is_told() {
    let document = below(&text("Mira Solano"), "afchunk.rtf", b"{\\rtf1 Mira}");
    let said = messages(&document.read());
    assert!(said.contains("a part of the document in another format"), "{said}");
}

#[test]
fn diagrams_are_read_and_charts_are_told() {
    let drawing = r#"<w:p><w:r><w:drawing><a:graphic><a:graphicData>
        <d:relIds xmlns:d="urn:d" r:dm="rIdData" r:lo="rIdLayout"/><c:chart xmlns:c="urn:c" r:id="rIdChart"/>
        </a:graphicData></a:graphic></w:drawing></w:r></w:p>"#;
    let data = r#"<d:dataModel xmlns:d="urn:d" xmlns:a="urn:a"><d:ptLst>
        <d:pt><d:t><a:p><a:r><a:t>Kestrel </a:t></a:r><a:r><a:t>bridge</a:t></a:r></a:p></d:t></d:pt>
        <d:pt type="pres"><d:t><a:p/></d:t></d:pt></d:ptLst></d:dataModel>"#;
    let document = Docx::cv(drawing).part("rIdData", "diagramData", "data1.xml", data.as_bytes());
    let json = check(&document, &[("name", "Mira Solano")]);
    assert!(json.contains("Kestrel bridge"), "{json}");
    let said = messages(&document.read());
    assert!(said.contains("charts (1), left out"), "{said}");
}
