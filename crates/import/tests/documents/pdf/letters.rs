//! The letters of a text, however they are drawn.

use super::file::{FIRST_PAGE, File, page, text};
use super::{check, cv, read};
use crate::{EMAIL, NAME};

#[test]
fn letters_are_words_however_they_are_drawn() {
    // Each letter by itself, in any order; gaps instead of spaces; letters set wide.
    let letters = [(81.1, "l"), (50.0, "K"), (62.8, "s"), (71.7, "r"), (57.2, "e"), (68.4, "t")];
    let letters: String =
        letters.into_iter().map(|(x, letter)| text("F2", 10.0, x, 600.0, letter)).collect();
    let letters = letters + &text("F2", 10.0, 75.6, 600.0, "e");
    let content = [
        cv(),
        text("F2", 14.0, 50.0, 625.0, "Projects"),
        letters,
        "BT /F1 10 Tf 50 580 Td [(Built) -300 (the) -300 (W) 80 (ave) -300 (tables)] TJ ET\n"
            .into(),
        "BT /F1 10 Tf 3 Tc 50 560 Td (SPACED) Tj 0 Tc ET\n".into(),
        // A raised sign.
        text("F1", 10.0, 50.0, 520.0, "Area in m"),
        text("F1", 6.0, 93.0, 524.0, "2"),
    ]
    .concat();
    let json = check(&File::new(&[&content]).bytes(), &[NAME]);
    for found in ["Kestrel", "Built the Wave tables", "SPACED", "Area in m2"] {
        assert!(json.contains(found), "{found}: {json}");
    }
}

#[test]
fn accents_that_are_drawn_apart_are_letters() {
    let content = [
        cv(),
        "BT /F1 10 Tf 50 600 Td [(Ren) 0 (\\264) 444 (e) -278 (Magritte) ] TJ ET\n".to_owned(),
    ]
    .concat();
    let json = check(&File::new(&[&content]).bytes(), &[NAME]);
    assert!(json.contains("René Magritte"), "{json}");
    // Above the capitals of a short word, on a baseline of its own.
    let content =
        [cv().replace("Mira Solano", "Mira NEMET"), text("F2", 24.0, 127.0, 785.0, "\\264")]
            .concat();
    check(&File::new(&[&content]).bytes(), &[("name", "Mira NÉMET")]);
}

#[test]
fn letters_are_those_that_a_reader_sees() {
    let lines = [
        "DiRECTOR OF ENGiNEERiNG at iOS",
        "Wrote the docu\\255ments \\055 twice",
        "\\177 a code without a meaning is a bullet",
    ];
    let mut content = cv();
    for (at, line) in lines.into_iter().enumerate() {
        let y = 600.0 - 20.0 * f64::from(u8::try_from(at).unwrap_or_default());
        content += &text("F1", 10.0, 50.0, y, line);
    }
    let json = check(&File::new(&[&content]).bytes(), &[NAME]);
    for found in ["DIRECTOR OF ENGINEERING at iOS", "docu-ments - twice"] {
        assert!(json.contains(found), "{found}: {json}");
    }
    assert!(!json.contains('•'), "{json}");
}

#[test]
fn a_sign_that_nobody_knows_is_left_out_of_its_word() {
    let content = cv() + "BT /F5 10 Tf 50 600 Td <000100020003> Tj ET\n";
    let mut file = File::new(&[&content]);
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/F4", "/F5 7 0 R /F4"));
    file.set(
        7,
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sans /Encoding /Identity-H /ToUnicode 8 0 R \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 600 >>] >>",
    );
    let map = "1 begincodespacerange <0000> <ffff> endcodespacerange\n\
               2 beginbfchar <0001> <0052> <0003> <0062006f> endbfchar";
    file.stream(8, "", map.as_bytes());
    let imported = read(&file.bytes()).expect("it is read");
    let json = perfil_source::to_json(&imported.node);
    assert!(json.contains("Rbo"), "{json}");
    let told = imported.report.iter().any(|it| it.message.contains("1 signs are left out"));
    assert!(told, "{:?}", imported.report);
}

#[test]
fn the_numbers_of_a_collection_are_characters_if_no_map_says_more() {
    let name = "BT /F5 24 Tf 50 780 Td <0D1804E1063204E3> Tj ET\n".to_owned();
    let body = cv();
    let (_, rest) = body.split_once('\n').expect("it has lines");
    let mut file = File::new(&[&(name + rest)]);
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/F4", "/F5 7 0 R /F4"));
    file.set(
        7,
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Gothic /Encoding /Identity-H \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /DW 1000 \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 0 >> >>] >>",
    );
    check(&file.bytes(), &[("name", "홍길동김")]);
}

#[test]
fn a_part_of_a_letter_that_is_mapped_to_nothing_is_no_text() {
    let content = "BT /F5 24 Tf 50 780 Td <4D4E> Tj ET\n".to_owned()
        + &text("F1", 10.0, 50.0, 760.0, "mira@example.org");
    let mut file = File::new(&[&content]);
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/F4", "/F5 7 0 R /F4"));
    file.set(
        7,
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sans /FirstChar 77 /LastChar 78 /Widths [600 0] \
         /ToUnicode 8 0 R >>",
    );
    let map = "/CIDSystemInfo << >> def 1 begincodespacerange <00> <ff> endcodespacerange\n\
               1 beginbfchar <4D> <004D00690072006100200053006F006C0061006E006F> endbfchar\n\
               1 beginbfchar <4E> < > endbfchar";
    file.stream(8, "", map.as_bytes());
    check(&file.bytes(), &[NAME, EMAIL]);
    assert!(
        read(&file.bytes())
            .expect("it is read")
            .report
            .iter()
            .all(|it| !it.message.contains("signs"))
    );
}

#[test]
fn a_letter_that_is_mapped_to_itself_and_a_line_break_is_that_letter() {
    let content = "BT /F5 24 Tf 50 780 Td <4D4E> Tj ET\n".to_owned()
        + &text("F1", 10.0, 50.0, 760.0, "mira@example.org");
    let mut file = File::new(&[&content]);
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/F4", "/F5 7 0 R /F4"));
    file.set(
        7,
        "<< /Type /Font /Subtype /Type3 /FirstChar 77 /LastChar 78 /Widths [600 600] /ToUnicode 8 0 R >>",
    );
    let map = "/CIDSystemInfo << >> def 1 begincodespacerange <00> <ff> endcodespacerange\n\
               1 beginbfchar <4D> <004D00690072006100200053006F006C0061006E> endbfchar\n\
               1 beginbfchar <4E> <006F000A> endbfchar";
    file.stream(8, "", map.as_bytes());
    check(&file.bytes(), &[NAME, EMAIL]);
}

#[test]
fn equal_icons_that_begin_lines_are_bullets() {
    let items = ["Built bridges", "Drew charts", "Sailed ships"];
    let mut content = cv() + &text("F2", 14.0, 50.0, 625.0, "Projects");
    for (at, item) in items.into_iter().enumerate() {
        let y = 600.0 - 20.0 * f64::from(u8::try_from(at).unwrap_or_default());
        content += &text("F4", 10.0, 50.0, y, "o");
        content += &text("F1", 10.0, 65.0, y, item);
    }
    // Icons that differ announce what is beside them.
    content += &text("F4", 10.0, 300.0, 540.0, "a");
    content += &text("F1", 10.0, 315.0, 540.0, "Ovar");
    let mut file = File::new(&[&content]);
    file.set(6, "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome >>");
    let json = check(&file.bytes(), &[NAME]);
    for item in items {
        let is_item =
            json.contains(&format!("\"{item}\"")) || json.contains(&format!("\"text\": \"{item}"));
        assert!(is_item, "{json}");
    }
    assert!(!json.contains('•'), "{json}");
}

#[test]
fn marks_of_direction_around_words_are_no_text() {
    // Google Docs says of every word which characters are meant: with such marks, in UTF-16.
    let said = |word: &str, drawn: &str| {
        let marked = format!("\u{202d}{word}\u{202c}");
        let hex = marked.encode_utf16().fold(String::new(), |hex, unit| format!("{hex}{unit:04X}"));
        format!("/Span <</ActualText <FEFF{hex}>>> BDC\n{drawn}\nEMC\n")
    };
    let content = [
        said("Mira Solano", &text("F2", 24.0, 50.0, 780.0, "Mira Solano")),
        said("mira@example.org", &text("F1", 10.0, 50.0, 760.0, "mira@example.org")),
        text("F2", 14.0, 50.0, 720.0, "Experience"),
        text("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel"),
        said("2019 - PRESENT", &text("F1", 10.0, 50.0, 688.0, "2019 - PRESENT")),
    ];
    let json = check(
        &File::new(&[&content.concat()]).bytes(),
        &[NAME, EMAIL, ("sections/0/items/0/startDate", "2019")],
    );
    assert!(!json.contains(['\u{202d}', '\u{202c}']), "{json}");
}

#[test]
fn a_space_of_another_text_breaks_no_word() {
    let content = [
        text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        text("F2", 24.0, 70.0, 780.0, " "),
        text("F1", 10.0, 50.0, 760.0, "mira@example.org"),
    ];
    check(&File::new(&[&content.concat()]).bytes(), &[NAME, EMAIL]);
}

#[test]
fn an_address_that_a_narrow_column_breaks_is_whole() {
    for (first, rest) in [
        ("mira.solano@example.co", "m"),
        ("mira.solano@exam", "ple.com"),
        ("mira.solano@", "example.com"),
        ("mira.solano", "@example.com"),
    ] {
        let content = [
            text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
            text("F1", 10.0, 50.0, 760.0, first),
            text("F1", 10.0, 50.0, 748.0, rest),
        ];
        let file = File::new(&[&content.concat()]);
        check(&file.bytes(), &[NAME, ("email", "mira.solano@example.com")]);
    }
    let content = [
        text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        text("F1", 10.0, 50.0, 760.0, "mira@example.org"),
        text("F1", 10.0, 50.0, 748.0, "ovar"),
    ];
    check(&File::new(&[&content.concat()]).bytes(), &[NAME, EMAIL]);
}

#[test]
fn a_space_of_another_text_breaks_no_only_word() {
    // An empty paragraph has its space, in its full width, behind the letters of the heading.
    let content = cv() + &text("F2", 14.0, 89.0, 720.0, " ");
    let json = check(&File::new(&[&content]).bytes(), &[NAME, EMAIL, super::JOB[0], super::JOB[1]]);
    assert!(json.contains("\"Experience\""), "{json}");
}

#[test]
fn a_semi_condensed_font_has_no_icons() {
    let mut file = File::new(&[&cv()]);
    for font in 3..6 {
        file.set(
            font,
            "<< /Type /Font /Subtype /Type1 /BaseFont /BCDGEE+Lexicon-SemiCondensed \
             /Encoding /WinAnsiEncoding >>",
        );
    }
    check(&file.bytes(), &[NAME, EMAIL]);
}

#[test]
fn a_heading_of_two_topics_is_one_wherever_it_looks_alone() {
    let mut content = text("F2", 24.0, 50.0, 780.0, "Mira Solano");
    content += &text("F1", 10.0, 50.0, 760.0, "mira@example.org");
    content += &text("F1", 10.0, 50.0, 746.0, "7 mai 1990");
    content += &text("F2", 10.0, 50.0, 720.0, "FORMATION ET EXPERIENCES");
    content += &text("F2", 10.0, 50.0, 700.0, "2020 \\226 2022 : Stage en navigation");
    content += &text("F1", 10.0, 50.0, 688.0, "Kestrel, Porto");
    content += &text("F2", 10.0, 50.0, 660.0, "R\\311ALISATION DE PROJETS");
    content += &text("F2", 10.0, 50.0, 640.0, "2019 - Une carte des ports");
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            EMAIL,
            ("sections/1/title", "FORMATION ET EXPERIENCES"),
            ("sections/1/items/0/startDate", "2020"),
            ("sections/2/kind", "projects"),
        ],
    );
}

#[test]
fn a_heading_of_two_words_that_is_set_wide_is_one_line() {
    let wide = |y: u32, words: &str| {
        let size = 10;
        format!("BT /F2 {size} Tf 4 Tc 50 {y} Td ({words}) Tj 0 Tc ET\n")
    };
    let page = [
        text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        text("F1", 10.0, 50.0, 760.0, "mira@example.org"),
        wide(720, "ABOUT ME"),
        text("F1", 10.0, 50.0, 700.0, "Kept the trains of four countries on time."),
        wide(660, "WORK EXPERIENCE"),
        text("F2", 10.0, 50.0, 640.0, "Kestrel"),
        text("F1", 10.0, 460.0, 640.0, "2020 \\226 2023"),
        text("F3", 10.0, 50.0, 627.0, "Engineer"),
    ];
    check(
        &File::new(&[&page.concat()]).bytes(),
        &[("sections/1/list", "work"), ("sections/1/items/0/startDate", "2020")],
    );
}
