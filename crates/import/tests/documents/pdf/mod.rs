//! PDFs.

mod columns;
mod covered;
mod edges;
mod file;
mod letters;
mod pieces;
mod placed;
mod refused;
mod sides;

use crate::{EMAIL, NAME, at, data, errors};
use file::{FIRST_PAGE, File, INFO, page, text};
use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_source::Problem;
use std::fs;

fn read(bytes: &[u8]) -> Result<Imported, Vec<Problem>> {
    let source = Source { name: "mira.pdf", bytes, language: None };
    import(&[source], &ImportContext::default())
}

#[track_caller]
fn check(bytes: &[u8], expected: &[(&str, &str)]) -> String {
    let imported = read(bytes).expect("the document is read");
    assert_eq!(imported.kind, Kind::Pdf);
    assert_eq!(errors(&imported.node), Vec::<String>::new());
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in expected {
        assert_eq!(at(&imported.node, path), *value, "{path} in {json}");
    }
    json
}

/// A letterhead and a job.
fn cv() -> String {
    [
        text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        text("F1", 10.0, 50.0, 760.0, "mira@example.org"),
        text("F1", 10.0, 250.0, 760.0, "+351 912 345 678"),
        text("F2", 14.0, 50.0, 720.0, "Experience"),
        text("F2", 10.0, 50.0, 700.0, "Kestrel"),
        text("F1", 10.0, 460.0, 700.0, "2020 \\226 2023"),
        text("F3", 10.0, 50.0, 687.0, "Engineer"),
        text(
            "F1",
            10.0,
            55.0,
            674.0,
            "\\225 Kept the trains of four countries on time with queues and pa-",
        ),
        text("F1", 10.0, 65.0, 661.0, "tience, \\223every day\\224."),
        text("F1", 10.0, 55.0, 648.0, "\\225 Halved the bill"),
    ]
    .concat()
}

const JOB: [(&str, &str); 6] = [
    ("sections/0/items/0/name", "Kestrel"),
    ("sections/0/items/0/position", "Engineer"),
    ("sections/0/items/0/startDate", "2020"),
    ("sections/0/items/0/endDate", "2023"),
    (
        "sections/0/items/0/highlights/0",
        "Kept the trains of four countries on time with queues and patience, “every day”.",
    ),
    ("sections/0/items/0/highlights/1", "Halved the bill"),
];

#[test]
fn positions_are_words_lines_and_sections() {
    let bytes = File::new(&[&cv()]).bytes();
    check(&bytes, &[NAME, EMAIL, ("phone", "+351 912 345 678")]);
    check(&bytes, &JOB);
}

#[test]
fn a_column_beside_the_text_is_read_by_itself() {
    let mut content = cv();
    let side = ["Skills", "Rust", "Kafka", "Postgres", "Linux", "Networks"];
    // Narrow, with another distance of lines.
    for (at, word) in side.into_iter().enumerate() {
        let y = 716.5 - 17.3 * f64::from(u8::try_from(at).unwrap_or_default());
        let font = if at == 0 { "F2" } else { "F1" };
        content += &text(font, 11.0, 400.0, y, word);
    }
    let content = content.replace("460 700 Tm", "300 700 Tm");
    let json = check(
        &File::new(&[&content]).bytes(),
        &[NAME, EMAIL, ("sections/1/kind", "skills"), ("sections/0/items/0/name", "Kestrel")],
    );
    assert!(json.contains("Networks"), "{json}");
}

#[test]
fn what_is_on_every_page_is_left_out() {
    let page = |number: u8, body: &str| {
        let running = text("F1", 8.0, 50.0, 815.0, "Mira Solano \\226 CV");
        let number = format!("Page {number} of 2");
        [running, body.to_owned(), text("F1", 8.0, 280.0, 30.0, &number)].concat()
    };
    let rest = text("F1", 10.0, 55.0, 780.0, "\\225 Wrote it down");
    let bytes = File::new(&[&page(1, &cv()), &page(2, &rest)]).bytes();
    let json = check(&bytes, &[NAME, ("sections/0/items/0/highlights/2", "Wrote it down")]);
    assert!(!json.contains("Page") && !json.contains("of 2"), "{json}");
    assert_eq!(json.matches("– CV").count(), 0, "{json}");
}

#[test]
fn what_no_reader_sees_is_left_out() {
    let hidden = [
        "BT 3 Tr /F1 10 Tf 50 600 Td (invisible) Tj ET\n",
        "BT 0 Tr 1 g /F1 10 Tf 50 580 Td (whitewash) Tj 0 g ET\n",
        "BT /F1 10 Tf 50 1200 Td (outside) Tj ET\n",
        "BT /F1 0.1 Tf 50 560 Td (tiny) Tj ET\n",
        "/OC /L1 BDC BT /F1 10 Tf 50 540 Td (layered) Tj ET EMC\n",
        "0 0 0.5 rg 40 495 200 30 re f 1 g BT /F1 10 Tf 50 500 Td (Reversed) Tj ET 0 g\n",
    ]
    .concat();
    let mut file = File::new(&[&(cv() + &hidden)]);
    let catalog =
        "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >> >>";
    file.set(1, catalog);
    file.set(7, "<< /Type /OCG /Name (Notes) >>");
    let resources = page(FIRST_PAGE + 1, "")
        .replace("/Resources <<", "/Resources << /Properties << /L1 7 0 R >>");
    file.set(FIRST_PAGE, &resources);
    let json = check(&file.bytes(), &[NAME]);
    for hidden in ["invisible", "whitewash", "outside", "tiny", "layered"] {
        assert!(!json.contains(hidden), "{hidden}: {json}");
    }
    assert!(json.contains("Reversed"), "{json}");
}

#[test]
fn links_over_text_are_links() {
    let content = cv().replace("mira@example.org", "write to me");
    let content = content + &text("F1", 10.0, 50.0, 745.0, "my repositories");
    let mut file = File::new(&[&content]);
    let links = [(758, "mailto:mira@example.org"), (743, "https://github.com/mirasolano")];
    let links = links.map(|(y, uri)| {
        let rect = format!("[50 {y} 130 {}]", y + 12);
        format!("<< /Type /Annot /Subtype /Link /Rect {rect} /A << /S /URI /URI ({uri}) >> >>")
    });
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, &format!("/Annots [{}]", links.join(" "))));
    check(&file.bytes(), &[NAME, EMAIL, ("links/0/url", "https://github.com/mirasolano")]);
}

#[test]
fn tags_say_what_is_what() {
    let marked = |number: u8, role: &str, drawn: String| {
        format!("/{role} << /MCID {number} >> BDC {drawn} EMC\n")
    };
    let content = [
        // Drawn in another order than read.
        marked(4, "LBody", text("F1", 10.0, 70.0, 600.0, "Halved the bill")),
        marked(3, "Lbl", text("F1", 10.0, 55.0, 600.0, "\\225")),
        marked(0, "Title", text("F1", 12.0, 50.0, 780.0, "Mira Solano")),
        marked(1, "H1", text("F1", 10.0, 50.0, 700.0, "Experience")),
        marked(2, "P", text("F1", 10.0, 50.0, 620.0, "Kestrel, 2020 \\226 2023")),
        marked(5, "H1", text("F1", 10.0, 50.0, 560.0, "Mountains")),
        marked(6, "P", text("F1", 10.0, 50.0, 540.0, "All that are \\(nearly\\) high.")),
        "/Artifact BMC BT /F1 10 Tf 50 500 Td (ornament) Tj ET EMC\n".to_owned(),
    ]
    .concat();
    let mut file = File::new(&[&content]);
    file.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R /Lang (pt) >>");
    let element = |role: &str, kids: &str| format!("<< /S /{role} /Pg 10 0 R /K {kids} >>");
    let item = element("LI", &format!("[{} {}]", element("Lbl", "3"), element("LBody", "4")));
    let kids = [
        element("Name", "0"),
        element("H1", "1"),
        element("P", "2"),
        element("L", &item),
        element("H1", "5"),
        element("P", "6"),
    ];
    file.set(7, &format!("<< /RoleMap << /Name /Title >> /K [{}] >>", kids.join(" ")));
    let json = check(
        &file.bytes(),
        &[
            NAME,
            ("language", "pt"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/highlights/0", "Halved the bill"),
            ("sections/1/title", "Mountains"),
        ],
    );
    assert!(!json.contains("ornament"), "{json}");
}

#[test]
fn encrypted_files_without_a_password_are_read() {
    let bytes = fs::read(data("encrypted.pdf")).expect("the file is there");
    check(&bytes, &[NAME, EMAIL]);
}

#[test]
fn damaged_files_are_read_as_far_as_they_go() {
    let bytes = File::new(&[&cv()]).bytes();
    let mut before = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    before.extend(&bytes);
    check(&before, &[NAME]);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let moved = text.replace("startxref\n", "startxref\n9");
    check(moved.as_bytes(), &[NAME]);
    let end = text.find("xref\n0").expect("there is a table");
    check(&text.as_bytes()[..end], &[NAME]);
}

#[test]
fn names_are_in_two_lines_or_beside_something() {
    let two = [
        text("F2", 24.0, 50.0, 790.0, "Mira"),
        text("F2", 24.0, 50.0, 762.0, "Solano"),
        cv().replace("(Mira Solano)", "()").replace("50 760 Tm", "50 740 Tm"),
    ];
    check(&File::new(&[&two.concat()]).bytes(), &[NAME, EMAIL]);
    let beside = cv().replace("50 760 Tm", "400 780 Tm");
    check(&File::new(&[&beside]).bytes(), &[NAME, EMAIL]);
}

#[test]
fn bullets_may_be_drawn() {
    let rest = cv().replace("\\225 ", "");
    let dots = "q 45 676 3 3 re f Q q 45 650 3 3 re f Q\n";
    check(&File::new(&[&(rest + dots)]).bytes(), &JOB);
}

#[test]
fn recognized_text_of_a_scan_is_read() {
    let content = "q 500 0 0 700 40 40 cm /I1 Do Q 3 Tr ".to_owned() + &cv();
    let mut scan = File::new(&[&content]);
    let resources = page(FIRST_PAGE + 1, "").replace("/Font", "/XObject << /I1 7 0 R >> /Font");
    scan.set(FIRST_PAGE, &resources);
    let entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray \
                   /BitsPerComponent 8";
    scan.stream(7, entries, b"\x80");
    check(&scan.bytes(), &[NAME, EMAIL]);
}

#[test]
fn the_author_of_a_file_tells_which_line_is_the_name() {
    let cv = [
        text("F2", 24.0, 50.0, 780.0, "Woven Tides"),
        text("F1", 10.0, 50.0, 760.0, "Mira Solano"),
        text("F1", 10.0, 50.0, 745.0, "weaver93@example.org"),
        text("F2", 14.0, 50.0, 720.0, "Experience"),
        text("F2", 10.0, 50.0, 700.0, "Kestrel"),
        text("F1", 10.0, 460.0, 700.0, "2020 \\226 2023"),
        text("F3", 10.0, 50.0, 687.0, "Engineer"),
    ];
    let mut file = File::new(&[&cv.concat()]);
    check(&file.bytes(), &[("name", "Woven Tides")]);
    for info in ["<< /Author (Mira Solano) >>", "<< /Author (SOLANO Mira) >>"] {
        file.set(INFO, info);
        check(&file.bytes(), &[("name", "Mira Solano")]);
    }
    // Others do not: a title can be anything.
    for info in ["<< /Author (Ana Rey) >>", "<< /Title (Mira Solano) >>"] {
        file.set(INFO, info);
        check(&file.bytes(), &[("name", "Woven Tides")]);
    }
}
