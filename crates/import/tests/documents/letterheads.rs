//! Who a document is about, and how to reach the person.

use crate::{EMAIL, NAME, at, check, check_text, file};

#[test]
fn letterheads_have_labels_pictures_and_links() {
    check(
        "m03-contact.md",
        &[
            EMAIL,
            ("phone", "+351 912 345 678"),
            ("location/city", "Porto"),
            ("links/0/url", "https://www.linkedin.com/in/mira-solano"),
            ("links/1/url", "https://github.com/mirasolano"),
            ("sections/1/items/0/location", "Porto"),
        ],
    );
    check(
        "m07-emoji.md",
        &[
            NAME,
            EMAIL,
            ("phone", "+351 912 345 678"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/1/items/0/name", "University of Porto"),
            ("sections/2/items/0/name", "Rust"),
            ("sections/3/items/1/fluency", "C1"),
        ],
    );
    check(
        "m30-h1-link.md",
        &[NAME, EMAIL, ("url", "https://mira.example.org"), ("links/0/label", "GitHub")],
    );
    check("m25-mail-link.md", &[NAME, EMAIL]);
    check(
        "m36-contact-section.md",
        &[EMAIL, ("phone", "+351 912 345 678"), ("links/0/url", "https://github.com/mirasolano")],
    );
    check("m39-two-part.md", &[EMAIL, ("headline", "Software Engineer"), ("location/city", "")]);
    check("m40-phone0.md", &[("headline", "Senior Developer"), ("phone", "+49 (0)711 123456")]);
    let json = check("m33-relative.md", &[EMAIL, ("headline", "Engineer"), ("location/city", "")]);
    assert!(json.contains("PDF") && !json.contains("/cv.pdf"), "{json}");
}

#[test]
fn letterheads_in_many_languages_are_read() {
    for (name, person, language, city) in [
        ("arabic.md", "ميرا سولانو", "ar", "دبي"),
        ("german.md", "Mira Solano", "de", "Berlin"),
        ("hindi.md", "मीरा सोलानो", "hi", "दिल्ली"),
        ("korean.txt", "김미라", "ko", ""),
    ] {
        check(
            name,
            &[
                ("name", person),
                ("language", language),
                EMAIL,
                ("location/city", city),
                ("headline", ""),
            ],
        );
        let imported = file(name);
        assert!(!at(&imported.node, "phone").is_empty(), "{name}");
        let json = perfil_source::to_json(&imported.node);
        assert!(json.contains("\"startDate\": \"2020-0"), "{name}: {json}");
    }
}

#[test]
fn documents_in_other_languages_have_their_names_and_languages() {
    check(
        "m13-es.md",
        &[
            ("name", "Íñigo Núñez Peña"),
            ("language", "es"),
            ("headline", "Ingeniero de datos"),
            ("sections/0/items/0/name", "Cometa S.L."),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/1/endDate", "2019-12"),
            ("sections/3/kind", "languages"),
        ],
    );
    check(
        "m15-ja.md",
        &[
            ("name", "山田 花子"),
            ("language", "ja"),
            ("sections/1/items/0/name", "株式会社ほしぞら"),
            ("sections/1/items/0/startDate", "2019-04"),
            ("sections/1/items/0/highlights/0", "2019年4月〜2021年3月 · 注文システムの開発"),
            ("sections/1/items/1/endDate", "2019-03"),
        ],
    );
}

#[test]
fn names_are_found_however_they_are_said() {
    for (text, name) in [
        ("# Hi 👋, I'm Mira Solano\n\nmira@example.org\n", "Mira Solano"),
        ("# Привет, я Мира Солано (mira)\n\nmira@example.org\n", "Мира Солано"),
        (
            "# About me\n\nMy name is Mira Solano. I am an engineer of tides.\n\nmira@example.org\n",
            "Mira Solano",
        ),
        (
            "# Özgeçmiş\n\nBenim Adım Mira Solano 12.05.2004 tarihinde İzmir'de doğdum.\n\nmira@example.org\n",
            "Mira Solano",
        ),
        (
            "# 職務経歴書\n\n山田花子の2022年3月5日現在の職務経歴。\n\nmira@example.org\n",
            "山田花子",
        ),
        (
            "# Lebenslauf\n\n| | |\n|---|---|\n| **Vorname** | Mira |\n| **Nachname** | Solano |\n| **E-Mail** | mira@example.org |\n",
            "Mira Solano",
        ),
        (
            "# CV\n\n- Nombre: Mira\n- Apellidos: Solano Ríos\n- Correo: mira@example.org\n",
            "Mira Solano Ríos",
        ),
        (
            "---\nname: Mira\nsurname: Solano\nemail: mira@example.org\n---\n\n# Summary\n\nTides.\n",
            "Mira Solano",
        ),
        (
            "EN | [RU](cv_ru.md)\n\n# CV\nSolano-Rivera Mira 05 Sep 1986 Brest, Belarus\n\nmira@example.org\n",
            "Solano-Rivera Mira",
        ),
        ("# ソラー　ミラ\n\nmira@example.org\n", "ソラー ミラ"),
        (
            "# Resume\n\n**This text is a translation, and the original in Japanese says it better.**\n\nAs of May 21, 2024\n\nMira Solano (@mira)\n\nmira@example.org\n",
            "Mira Solano",
        ),
        ("# Mira Solano (Mira Solano Limited)\n\nmira@example.org\n", "Mira Solano"),
        (
            "<table><tr><td><img src=\"mira.png\"/></td><td><b>박시완 | Engineer</b><br><b>Email</b>: mira@example.org</td></tr></table>\n",
            "박시완",
        ),
        ("# 标题：\n\n姓名：李雷\n\nmira@example.org\n", "李雷"),
    ] {
        check_text("resume.md", text, &[("name", name), EMAIL]);
    }
    let text = "Мира\nСолано\n+79500000000\nmira@example.org\n\nНавыки\n\n- Python\n";
    check_text("cv.txt", text, &[("name", "Мира Солано"), EMAIL]);
}

#[test]
fn a_headline_is_no_address_no_label_and_no_markup() {
    for line in [
        "1260 Harbor Road",
        "CV Download:",
        "Sun Prairie, WI 53590",
        "－－－－－－－－",
        "Ovar, Portugal",
    ] {
        let text =
            format!("Mira Solano\n{line}\n(608)-440-5588\nmira@example.org\n\nSkills\n\n- Tides\n");
        check_text("cv.txt", &text, &[NAME, EMAIL, ("headline", ""), ("phone", "(608)-440-5588")]);
    }
}

#[test]
fn addresses_that_are_disguised_or_joined_are_read_and_not_repeated() {
    for (line, also) in [
        ("mira [at] example (dot) org", ""),
        ("Email: mira(at)example.org", ""),
        ("mira@example.org/solano@example.org", "solano@example.org"),
    ] {
        let text = format!(
            "# Mira Solano\n\n{line}\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n"
        );
        let node = crate::imported("cv.md", &text).node;
        assert_eq!(crate::at(&node, "email"), "mira@example.org", "{line}");
        assert_eq!(crate::at(&node, "links/0/label"), also, "{line}");
        assert_eq!(crate::at(&node, "sections/1/kind"), "", "{line}");
    }
}
