//! What is cut away or painted over on a page.

use super::check;
use super::file::{FIRST_PAGE, File, page, text};
use crate::{EMAIL, NAME};
use std::fmt::Write as _;

/// Returns the operators that draw a name, an address and a job.
fn cv() -> String {
    text("F2", 24.0, 50.0, 780.0, "Mira Solano")
        + &text("F1", 10.0, 50.0, 760.0, "mira@example.org")
        + &text("F2", 14.0, 50.0, 720.0, "Experience")
        + &text("F1", 10.0, 50.0, 700.0, "Pilot, Kestrel, May 2019 - June 2021")
}

#[test]
fn white_text_is_seen_beside_an_area_that_is_cut() {
    // Canva cuts white behind a portrait out of an area that is as wide as the page.
    let content = [
        "0.2 0.2 0.3 rg 0 700 595 142 re f\n".to_owned(),
        "q 0 700 100 142 re W* n 1 1 1 rg 0 700 595 142 re f Q\n".to_owned(),
        "1 g\n".to_owned(),
        text("F2", 24.0, 150.0, 780.0, "Mira Solano"),
        text("F1", 10.0, 150.0, 760.0, "mira@example.org"),
        "0 g\n".to_owned(),
        text("F2", 14.0, 50.0, 680.0, "Experience"),
        text("F1", 10.0, 50.0, 660.0, "Pilot, Kestrel, May 2019 - June 2021"),
    ];
    check(&File::new(&[&content.concat()]).bytes(), &[NAME, EMAIL]);
}

#[test]
fn what_a_box_is_painted_over_is_left_out() {
    let over = |before: &str, paint: &str| {
        let secret = text("F1", 10.0, 50.0, 600.0, "Taken away");
        format!("{}{secret}q {before} 1 1 1 rg 40 590 200 30 {paint} Q\n", cv())
    };
    let said = |content: &str| {
        let mut file = File::new(&[content]);
        let states = "/ExtGState << /Glass << /ca 0.5 >> /Marker << /BM /Multiply >> >>";
        let own =
            page(FIRST_PAGE + 1, "").replace("/Resources <<", &format!("/Resources << {states}"));
        file.set(FIRST_PAGE, &own);
        check(&file.bytes(), &[NAME, EMAIL]).contains("Taken away")
    };
    assert!(!said(&over("", "re f")));
    for (before, paint) in [
        ("/Glass gs", "re f"),
        ("/Marker gs", "re f"),
        ("", "re S"),
        // Only a corner of it is painted, or what a triangle leaves.
        ("40 590 5 5 re W n", "re f"),
        ("40 590 m 240 590 l 240 620 l W n", "re f"),
        ("0.7 0.7 -0.7 0.7 0 0 cm", "re f"),
        // A box and a line are a triangle.
        ("", "re 240 590 l f"),
    ] {
        assert!(said(&over(before, paint)), "{before} {paint}");
    }
    let below = format!("1 1 1 rg 40 590 200 30 re f 0 g\n{}", over("", "re n"));
    assert!(said(&below));
}

#[test]
fn white_text_is_seen_on_what_a_curve_cuts_out() {
    let content = format!(
        "q 40 500 m 40 600 340 600 340 500 c h W n 0.2 0.2 0.3 rg 0 400 595 300 re f Q\n1 g\n{}0 g\n",
        text("F1", 10.0, 150.0, 550.0, "Portuguese and Spanish"),
    );
    let json = check(&File::new(&[&(cv() + &content)]).bytes(), &[NAME, EMAIL]);
    assert!(json.contains("Portuguese and Spanish"), "{json}");
}

#[test]
fn a_box_in_a_form_hides_nothing() {
    // A mask begins with a box below what it shows, and a form may be mixed with what it is put on.
    let mut file = File::new(&[&(cv() + "/Faint gs /Over Do\n")]);
    let more = "/XObject << /Over 13 0 R >> /ExtGState << /Faint << /ca 0.3 >> /Plain << /ca 1 /BM /Normal /SMask /None >> >>";
    let own = page(FIRST_PAGE + 1, "").replace("/Resources <<", &format!("/Resources << {more}"));
    file.set(FIRST_PAGE, &own);
    file.stream(
        13,
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842]",
        b"/Plain gs 1 1 1 rg 0 0 595 842 re f",
    );
    check(&file.bytes(), &[NAME, EMAIL, ("sections/0/items/0/startDate", "2019-05")]);
}

#[test]
fn what_is_cut_out_of_a_form_is_left_out() {
    let mut file = File::new(&[&(cv() + "/Page Do\n")]);
    let own = page(FIRST_PAGE + 1, "")
        .replace("/Resources <<", "/Resources << /XObject << /Page 13 0 R >>");
    file.set(FIRST_PAGE, &own);
    // A part of the next page is put on this one.
    let whole = text("F1", 10.0, 50.0, 600.0, "A part of it")
        + &text("F1", 10.0, 50.0, 300.0, "All the rest");
    let form = "/Type /XObject /Subtype /Form /BBox [40 590 300 620] /Resources << /Font << /F1 3 0 R >> >>";
    file.stream(13, form, whole.as_bytes());
    let json = check(&file.bytes(), &[NAME, EMAIL]);
    assert!(json.contains("A part of it") && !json.contains("All the rest"), "{json}");
}

#[test]
fn a_tall_header_of_the_page_is_the_letterhead() {
    // Word says that the header of a page is an ornament.
    let mut content = format!(
        "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n{}{}{} EMC\n",
        text("F2", 30.0, 250.0, 750.0, "Mira Solano"),
        text("F1", 10.0, 350.0, 630.0, "mira@example.org"),
        text("F1", 10.0, 350.0, 610.0, "Rua do Porto 5, Ovar"),
    );
    let lines = [
        ("H1", "Experience"),
        ("P", "Pilot, Kestrel, May 2019 - June 2021"),
        ("P", "Steward, Gull, May 2017 - June 2018"),
        ("H1", "Education"),
        ("P", "Ships, University of Ovar, 2014 - 2017"),
        ("H1", "Mountains"),
        ("P", "All that are nearly high, and some of those that are not."),
    ];
    let mut kids = String::new();
    for (at, (role, line)) in (0_u8..).zip(lines) {
        let drawn = text("F1", 10.0, 50.0, 560.0 - f64::from(at) * 20.0, line);
        let _ = writeln!(content, "/{role} << /MCID {at} >> BDC {drawn} EMC");
        let _ = write!(kids, "<< /S /{role} /Pg 10 0 R /K {at} >> ");
    }
    let mut file = File::new(&[&content]);
    file.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R >>");
    file.set(7, &format!("<< /K [{kids}] >>"));
    check(&file.bytes(), &[NAME, EMAIL, ("sections/0/items/0/startDate", "2019-05")]);
}

#[test]
fn glyphs_that_are_mapped_to_nothing_are_what_their_names_say() {
    let mut file = File::new(&[&(cv() + "BT /F2 10 Tf 50 600 Td (!\"#) Tj ET\n")]);
    let encoding = "/Encoding << /Differences [33 /two.lnum /f_i /nine.lnum] >>";
    file.set(
        4,
        &format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Serif {encoding} /ToUnicode 8 0 R >>"
        ),
    );
    let map = "1 begincodespacerange <00> <FF> endcodespacerange\n\
               3 beginbfrange <21><21><ffff> <22><22><fffe> <23><23><fffd> endbfrange";
    file.stream(8, "", map.as_bytes());
    let json = check(&file.bytes(), &[EMAIL]);
    assert!(json.contains("2fi9"), "{json}");
}

#[test]
fn an_address_is_broken_at_its_own_hyphen() {
    let content = cv().replace("mira@example.org", "mira.solano-")
        + &text("F1", 10.0, 50.0, 748.0, "lima@university-of-")
        + &text("F1", 10.0, 50.0, 736.0, "ovar.example");
    let file = File::new(&[&content]);
    check(&file.bytes(), &[NAME, ("email", "mira.solano-lima@university-of-ovar.example")]);
}
