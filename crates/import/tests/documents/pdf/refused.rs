//! PDFs that cannot be read, each with one answer, and files that try to take too much.

use super::file::{FIRST_PAGE, File, page, text};
use super::{check, cv, read};
use crate::{NAME, data};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::fs;
use std::io::Write as _;
use std::time::Instant;

#[track_caller]
fn refuses(bytes: &[u8], message: &str, remedy: &str) {
    let start = Instant::now();
    let problems = read(bytes).expect_err("the file is not read");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = &problems[0];
    assert!(problem.message.contains(message), "{problem:?}");
    assert!(format!("{problem:?}").contains(remedy), "{problem:?}");
    assert!(start.elapsed().as_secs() < 20, "{message} took {:?}", start.elapsed());
}

#[test]
fn each_file_that_cannot_be_read_has_an_answer() {
    let bytes = fs::read(data("password.pdf")).expect("the file is there");
    refuses(&bytes, "password", "without a password");
    // A key that is longer than the hash that it is cut off ended the library.
    let long = bytes.windows(12).position(|it| it == b"/Length 128\n").expect("it is there");
    let mut impossible = bytes;
    impossible[long + 8..long + 11].copy_from_slice(b"256");
    refuses(&impossible, "encrypted in a way", "without encryption");
    let picture = "q 500 0 0 700 40 40 cm /I1 Do Q";
    let mut scan = File::new(&[picture]);
    let resources = page(FIRST_PAGE + 1, "").replace("/Font", "/XObject << /I1 7 0 R >> /Font");
    scan.set(FIRST_PAGE, &resources);
    let entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray \
                   /BitsPerComponent 8";
    scan.stream(7, entries, b"\x80");
    refuses(&scan.bytes(), "a scan", "OCR");
    refuses(&File::new(&[""]).bytes(), "no text", "Export it again");
    let mut portfolio = File::new(&[&text("F1", 12.0, 50.0, 700.0, "Open this in a reader.")]);
    portfolio.set(1, "<< /Type /Catalog /Pages 2 0 R /Collection << /View /T >> >>");
    refuses(&portfolio.bytes(), "portfolio", "a file of its own");
    let numbers: Vec<String> = (1..200).map(|code| format!("{code:04x}")).collect();
    let numbers = numbers.concat();
    let mut unmapped = File::new(&[&format!("BT /F1 10 Tf 50 700 Td <{numbers}> Tj ET")]);
    unmapped.set(
        3,
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sans /Encoding /Identity-H \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Sans >>] >>",
    );
    refuses(&unmapped.bytes(), "which characters", "OCR");
    refuses(b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "", "again");
    refuses(b"%PDF-1.7\nnothing\n%%EOF", "damaged", "print it");
}

#[test]
fn files_that_take_too_much_end_soon() {
    let many = vec![""; 201];
    refuses(&File::new(&many).bytes(), "201 pages", "a file of their own");
    // A page that is named ten times by a node that is named ten times, and so on.
    let mut often = File::new(&[&cv()]);
    for node in 20..30 {
        let kid = if node == 29 { FIRST_PAGE } else { node + 1 };
        let kids = format!("{kid} 0 R ").repeat(10);
        often.set(node, &format!("<< /Type /Pages /Count 10 /Kids [{kids}] >>"));
    }
    often.set(2, "<< /Type /Pages /Count 10 /Kids [20 0 R] >>");
    refuses(&often.bytes(), "pages", "a file of their own");
    let mut large = b"%PDF-1.7\n1 0 obj\n".to_vec();
    large.resize(50 << 20, b' ');
    refuses(&large, "MiB", "smaller");
    let mut bomb = ZlibEncoder::new(Vec::new(), Compression::best());
    bomb.write_all(&vec![b' '; 300 << 20]).expect("it is written");
    let bomb = bomb.finish().expect("it is written");
    let mut file = File::new(&[&cv()]);
    file.stream(7, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &bomb);
    refuses(&file.bytes(), "more than", "Print it");
    let mut page = File::new(&[""]);
    page.stream(FIRST_PAGE + 1, "/Filter /FlateDecode", &bomb);
    refuses(&page.bytes(), "", "Print it");
}

#[test]
fn loops_end() {
    let mut tree = File::new(&[&cv()]);
    tree.set(2, "<< /Type /Pages /Count 2 /Kids [10 0 R 2 0 R] >>");
    check(&tree.bytes(), &[NAME]);
    // A form that draws itself and another one, twice each.
    let mut forms = File::new(&[&(cv() + "/X1 Do /X1 Do")]);
    let objects = "/XObject << /X1 7 0 R /X2 8 0 R >> /Font";
    forms.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/Font", objects));
    for number in [7, 8] {
        let entries = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]";
        forms.stream(number, entries, b"/X1 Do /X2 Do /X1 Do /X2 Do");
    }
    check(&forms.bytes(), &[NAME]);
    let mut elements = File::new(&[&cv()]);
    elements.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R >>");
    elements.set(7, "<< /K [7 0 R 8 0 R] >>");
    elements.set(8, "<< /S /Div /K [7 0 R 8 0 R 8 0 R] >>");
    check(&elements.bytes(), &[NAME]);
}

#[test]
fn deep_nesting_ends() {
    for (open, close) in [("[", "]"), ("<< /K ", ">>"), ("q ", "Q "), ("/P BMC ", "EMC ")] {
        let deep = format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        let start = Instant::now();
        let _ = read(&File::new(&[&(cv() + &deep)]).bytes());
        let mut file = File::new(&[&cv()]);
        file.set(7, &deep);
        let _ = read(&file.bytes());
        assert!(start.elapsed().as_secs() < 20, "{open}");
    }
}

#[test]
fn damaged_bytes_never_stop_the_program() {
    let bytes = File::new(&[&cv()]).bytes();
    let rounds = std::env::var("ROUNDS").ok().and_then(|it| it.parse().ok()).unwrap_or(200);
    let mut state = 16_u64;
    let mut below = |most: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % most.max(1)
    };
    for _ in 0..rounds {
        let mut damaged = bytes.clone();
        for _ in 0..=below(6) {
            let at = below(damaged.len());
            let byte = u8::try_from(below(256)).unwrap_or_default();
            match below(3) {
                0 => damaged[at] = byte,
                1 => damaged.truncate(at.max(100)),
                _ => damaged.insert(at, byte),
            }
        }
        let _ = read(&damaged);
    }
}

#[test]
fn a_text_that_quotes_a_file_is_a_text() {
    let text = "# Mira Solano\n\nmira@example.org wrote `%PDF-1.5 1 0 obj` by hand.\n";
    assert_eq!(crate::imported("cv.md", text).kind, perfil_import::Kind::Markdown);
}
