//! What a person is, and where they live, among the short lines of a letterhead.

use crate::{EMAIL, NAME, check_text};

/// Reads a letterhead of lines, each a paragraph.
fn letterhead(lines: &[&str]) -> String {
    let lines = lines.join("\n\n");
    format!(
        "# Mira Solano\n\n{lines}\n\nmira@example.org\n\n## Experience\n\n### Engineer, Kestrel (2019–2021)\n"
    )
}

#[test]
fn a_street_is_the_place_and_its_town_may_be_below_it() {
    for (lines, address, code, city) in [
        (
            &["1934 Harbor Drive", "Greenfield, IN 46140"][..],
            "1934 Harbor Drive",
            "",
            "Greenfield, IN 46140",
        ),
        (&["Lindenstraße 5", "10115 Berlin"], "Lindenstraße 5", "10115", "Berlin"),
        (&["Av. Almirante Reis 140 Arroios"], "Av. Almirante Reis 140 Arroios", "", ""),
        (&["Plaza Mayor Nº5 Piso 8 Puerta B"], "Plaza Mayor Nº5 Piso 8 Puerta B", "", ""),
        (&["120 rue des Lilas"], "120 rue des Lilas", "", ""),
        (&["ул. Садовая, д. 7"], "ул. Садовая, д. 7", "", ""),
        (&["Rua do Sol, 72, Tocantins"], "Rua do Sol, 72", "", "Tocantins"),
        (&["南京路，100号，上海"], "南京路，100号", "", "上海"),
        (&["広島県広島市南区青崎6-30"], "広島県広島市南区青崎6-30", "", ""),
    ] {
        let expected = [
            ("headline", ""),
            ("location/address", address),
            ("location/postalCode", code),
            ("location/city", city),
        ];
        check_text("cv.md", &letterhead(lines), &[&[NAME, EMAIL][..], &expected].concat());
    }
}

#[test]
fn a_headline_says_what_somebody_is() {
    for line in [
        "1998",
        "Brasileira, solteira, 28 anos",
        "■職務経歴",
        "・接客スキル",
        "* Music producer",
        "São José, Santa Catarina",
        "44369 Dortmund",
        "Mysore",
        "Mira Solano",
        "Mira Solano Reyes",
        "Curriculo",
        "GitHub profile",
        "Kenntnisse ____________",
        "写真をはる位置",
        "辽宁大连",
        "21 anos",
        "Born 21/10/1992 in Ovar",
        "Geboorteplaats Ovar",
        "Født 9. august 1980",
        "Permis B + véhicule",
        "United Kingdom",
        "Ovar – Portugal",
        "Vale do Sol – Ovar / Aveiro, Portugal",
        "North Tideshire,",
        "Bangalore- 560078",
        "Ochsenkamp 30",
        "DL8 5SD",
        "(available in May)",
        "Tide University School of Design",
        "Kestrel Weaving GmbH",
        "I am eager to learn how looms and tides can be told apart",
    ] {
        check_text("cv.md", &letterhead(&[line]), &[NAME, EMAIL, ("headline", "")]);
    }
    for line in [
        "AR/VR games",
        "Sales / BD / PM",
        "Industry 4.0",
        "Born storyteller",
        "Class of 2019 valedictorian",
        "Medical School graduate",
        "PhD student, University of Porto",
        "Backend Engineer, 10 years",
        "Weaver of data",
        "後端工程師",
        "Lehrerin",
        "C++ Programmer",
    ] {
        check_text("cv.md", &letterhead(&[line]), &[NAME, EMAIL, ("headline", line)]);
        // What is above it does not matter.
        check_text(
            "cv.md",
            &letterhead(&["Lindenstraße 5", line]),
            &[NAME, EMAIL, ("headline", line)],
        );
    }
}

#[test]
fn a_place_is_no_room_no_study_and_no_label() {
    for line in [
        "Room | L4, E19",
        "Master of Science, Economics | +351 912 345 678",
        "Single, Brazilian | +351 912 345 678",
        "born 1998 | in Douala, Kamerun",
    ] {
        check_text("cv.md", &letterhead(&[line]), &[NAME, EMAIL, ("location/city", "")]);
    }
    let text = letterhead(&["Porto, Portugal | +351 912 345 678"]);
    check_text("cv.md", &text, &[("location/city", "Porto"), ("location/region", "Portugal")]);
}

#[test]
fn emphasis_is_not_shown_as_signs() {
    let text = letterhead(&["**Rust** | *Networks* | Tides"])
        + "\n## Skills\n\nTools: Git, **Figma, Make**\n";
    let expected = [
        ("focus/0", "Rust"),
        ("focus/1", "Networks"),
        ("sections/1/items/0/keywords/1", "Figma"),
        ("sections/1/items/0/keywords/2", "Make"),
    ];
    check_text("cv.md", &text, &expected);
}

#[test]
fn the_name_once_more_may_be_a_link() {
    let text = letterhead(&["[Mira Solano](https://mirasolano.dev)"]);
    let json = check_text("cv.md", &text, &[NAME, EMAIL]);
    assert!(json.contains("https://mirasolano.dev"), "{json}");
}
