//! Names that stand below other things, and that the e-mail address tells.

use crate::{at, check_text, imported};

#[test]
fn a_name_beside_the_text_is_told_by_the_address() {
    for (text, name) in [
        (
            "<html><h2>Contact</h2><p>mira.solano@example.org</p><h2>Languages</h2><p>Galician</p>\
            <p>Mira Anxos Solano</p><p>Engineer</p></html>",
            "Mira Anxos Solano",
        ),
        (
            "<html><h1>Aside</h1><h3>Contact</h3><p>m.solano@example.org</p><h1>Main</h1>\
            <h2>Mira-Anxos Solano</h2><p>Engineer</p></html>",
            "Mira-Anxos Solano",
        ),
    ] {
        let node = imported("cv.html", text).node;
        assert_eq!(at(&node, "name"), name, "{}", perfil_source::to_json(&node));
    }
}

#[test]
fn a_likely_name_stays_whatever_the_address_is() {
    let text = "# Mira Solano\n\nkestrel.labs@example.org\n\n## Experience\n\nKestrel Labs\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano");
    let text = "# 李雷\n\nleili@example.org\n\n## 论文\n\n- Leili Wang, Mira Solano\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "李雷");
}

#[test]
fn an_address_may_be_a_heading() {
    let text = "<html><h1>Mira Solano</h1><h3>About</h3><h6>Ovar</h6><h6>mira@example.org</h6>\
        <h3>Skills</h3><p>Rust</p></html>";
    assert_eq!(at(&imported("cv.html", text).node, "email"), "mira@example.org");
}

#[test]
fn the_address_of_an_office_tells_no_name() {
    let text = "<html><p>contact@example.org</p><h2>Skills</h2><p>Contact Management</p></html>";
    assert_ne!(at(&imported("cv.html", text).node, "name"), "Contact Management");
}

#[test]
fn labels_say_which_name_is_first() {
    for line in [
        "Name, Vorname: Solano, Mira",
        "Vorname, Nachname: Mira, Solano",
        "Name: Mira Solano",
        "Nom, prénom: Solano, Mira",
    ] {
        let text = format!("# Lebenslauf\n\n## Persönliche Daten\n\n{line}\n\nmira@example.org\n");
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "name"), "Mira Solano", "{line}");
    }
}

#[test]
fn how_a_name_is_read_is_no_part_of_it() {
    for name in ["氏名: 山田 花子 (やまだ はなこ)", "氏名：山田 花子（ヤマダ ハナコ）"]
    {
        let text = format!(
            "# 職務経歴書\n\n- {name}\n- mira@example.org\n\n## 職務経歴\n\n2019年4月 – 現在 Kestrel\n"
        );
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "name"), "山田 花子", "{name}");
        assert!(perfil_source::to_json(&node).contains("はなこ") || name.contains("ハナコ"));
    }
}

#[test]
fn sentences_and_small_letters_say_names() {
    for (text, name) in [
        (
            "# Ich bin Mira Solano.\n\nIngenieurin\n\n## Erfahrung\n\n2019 – 2021 Kestrel\n",
            "Mira Solano",
        ),
        (
            "mira ferreira dos santos\n\nmira@example.org\n\n## Objetivo\n\nTrabalhar.\n",
            "mira ferreira dos santos",
        ),
        (
            "# 머리는 차갑게 가슴은 뜨겁게\n\n김미라 여 1994년 (만 29세)\n\nmira@example.org\n\n## 경력\n\n2019 – 2021 Kestrel\n",
            "김미라",
        ),
    ] {
        let node = imported("cv.md", text).node;
        assert_eq!(at(&node, "name"), name, "{text}");
    }
}

#[test]
fn an_address_is_what_people_read() {
    let text = "# Mira Solano\n\n[Mira@Example.org](mailto:ada@example.com)\n";
    let node = imported("cv.md", text).node;
    assert_eq!(at(&node, "email"), "Mira@Example.org");
}

#[test]
fn labels_of_forms_may_be_wide() {
    let text = "履　歴　書\n\n写真をはる位置\n\n氏　　名　山田 花子\n\n電話 090-1234-5678\n\n職　歴\n\n2019年4月 – 現在 Kestrel\n";
    assert_eq!(at(&imported("cv.txt", text).node, "name"), "山田 花子");
}

#[test]
fn words_of_a_name_that_are_headings_are_joined_if_the_address_has_both() {
    for (second, name) in [("BRZÓSKA", "MARIUSZ BRZÓSKA"), ("KESTREL", "MARIUSZ")] {
        let text = format!(
            "# MARIUSZ\n\n## Profile\n\nShips.\n\n# {second}\n\n## Experience\n\n**Kestrel**\n\nEngineer\n\n\
             2019 – 2021\n\n## Contact\n\nmariusz.brzoska@example.org\n"
        );
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "name"), name, "{}", perfil_source::to_json(&node));
    }
}

#[test]
fn the_address_of_the_person_may_be_below_any_heading() {
    let of = |sections: &str| {
        let node = imported("cv.md", &format!("# Mira Solano\n\n{sections}")).node;
        at(&node, "email")
    };
    let referee = "## References\n\nLea Harbour: lea@example.org\n";
    assert_eq!(of(referee), "");
    assert_eq!(
        of(&format!("{referee}\nm: 0421 555 333 e: solano9@example.org\n")),
        "solano9@example.org"
    );
    let others = "## Projects\n\nWrite to sails@example.com or to mira@example.org.\n";
    assert_eq!(of(others), "sails@example.com");
}

#[test]
fn a_label_is_surer_than_a_short_line_above_it() {
    let text =
        "以上\n\n氏名：山田 花子\n\n# 職務経歴\n\n2019年4月 〜 2021年3月 ケストレル株式会社\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "山田 花子");
    let text =
        "【挑戦する心】\n\n山田花子\n\n# 職務経歴\n\n2019年4月 〜 2021年3月 ケストレル株式会社\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "山田花子");
}

#[test]
fn the_shown_address_counts_unless_a_line_breaks_it() {
    for (shown, linked) in [
        ("mira@example.co", "mira@example.com"),
        ("mira@example.com", "mira@example.comOvar"),
        ("mira@example.com", "lea@example.com"),
    ] {
        let text = format!("# Mira Solano\n\n[{shown}](mailto:{linked})\n");
        assert_eq!(at(&imported("cv.md", &text).node, "email"), "mira@example.com", "{linked}");
    }
}

#[test]
fn a_surname_before_a_comma_goes_last_if_the_address_has_both() {
    for (address, name) in [
        ("mira.solano@example.org", "Mira Anxos Solano Vidal"),
        ("kestrel@example.org", "Solano Vidal"),
    ] {
        let text = format!("# Solano Vidal, Mira Anxos\n\n{address}\n\n## Skills\n\nRust\n");
        assert_eq!(at(&imported("cv.md", &text).node, "name"), name);
    }
}

#[test]
fn a_name_may_have_a_label_that_nobody_knows() {
    let text = "# Curriculum Vitae\n\nPersonal data: **Mira Solano** / 4 Lane Place / mirasolano@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano");
}

#[test]
fn a_stroke_parts_ways_to_reach_the_person() {
    let text = "# 李雷\n\n联系方式：1300-555-6215丨lilei@example.org\n";
    let node = imported("cv.md", text).node;
    assert_eq!(at(&node, "email"), "lilei@example.org");
    assert_eq!(at(&node, "phone"), "1300-555-6215");
    let linked =
        "# 李雷\n\n联系方式：1300-555-6215丨[lilei@example.org](mailto:lilei@example.org)\n";
    assert_eq!(at(&imported("cv.md", linked).node, "email"), "lilei@example.org");
    let text = "# 李雷\n\n工程师\n\n我的邮箱lilei@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "email"), "lilei@example.org");
}

#[test]
fn family_names_below_the_given_one_are_in_the_address_of_a_page() {
    let text = "# Mira\n\nSolano d’Oro\n\n(Java developer)\n\n[profile](https://www.linkedin.com/in/mira-solano-7a1)\n\
                ms1996@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano d’Oro");
}

#[test]
fn a_short_surname_before_a_comma_is_the_last_name() {
    let text = "# Oro Solano, José María\n\njoseoro85@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "José María Oro Solano");
}

#[test]
fn a_surname_may_be_an_occupation() {
    let text = "# Lebenslauf\n\n## Persönliche Daten\n\nMira Schlosser\n\nE-Mail: info@mira-schlosser.example\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Schlosser");
}

#[test]
fn a_date_of_birth_after_a_labelled_name_is_no_part_of_it() {
    let text = "# Lebenslauf\n\nName: Mira Solano (*28.10.1997)\n\nE-Mail: m@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano");
}

#[test]
fn a_name_goes_on_after_a_particle() {
    let text = "# Mira Pinto dos\n\nSantos\n\nEstudante\n\nmp7@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Pinto dos Santos");
}

#[test]
fn titles_of_one_word_that_follow_each_other_are_a_name() {
    let text = "# MIRA\n\n# SOLANO\n\nmira7@example.org\n\n## Experience\n\nEngineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "MIRA SOLANO"), ("sections/0/list", "work")]);
}

#[test]
fn the_second_line_of_a_name_is_in_the_address() {
    let text = "# Mira Elena\n\nSol Rodrigues\n\nmira.sol.rodrigues@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Elena Sol Rodrigues");
    let text = "# Mira Solano\n\nCloud Engineer\n\nmira.solano.cloud@example.org\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano");
}

#[test]
fn a_name_may_be_set_in_two_lines_or_beside_other_things() {
    let work = "\n\n## Experience\n\nPilot, Kestrel, 2019 – 2021\n";
    for (head, name) in [
        ("## MIRA\n\n# SOLANO\n\nx@example.org", "MIRA SOLANO"),
        ("# MIRA ANA\n\n# DELGADO SOLANO\n\nmasolano@example.org", "MIRA ANA DELGADO SOLANO"),
        ("**Mira**\n\n# Pinto Solano\n\nmira77@example.org", "Mira Pinto Solano"),
        (
            "# Mira Solano [Website](https://solano.example), [Papers](https://p.example)",
            "Mira Solano",
        ),
        ("Solano, Mira Ana P.\n\nHarbor st. Ovar City\n\nsolano@example.org", "Mira Ana P. Solano"),
        ("**Mira Solano Engineer available from April**\n\nmira@example.org", "Mira Solano"),
        ("Mira Solano, Jr.\n\nx@example.org", "Mira Solano, Jr"),
        ("M.Solano\n\nx@example.org", "M.Solano"),
        ("mira | 912345678 | mira@example.org", "mira"),
        ("Rua das Flores\n\n**Name:** Mira Solano\n\nx@example.org", "Mira Solano"),
    ] {
        check_text("cv.md", &format!("{head}{work}"), &[("name", name)]);
    }
    // A section is no surname, and neither is a kind of engineer a given name.
    for (head, name) in [
        ("# Mira\n\n## Sailing\n\nShips.", "Mira"),
        ("# Mira Solano\n\nB.Arch\n\nx@example.org", "Mira Solano"),
    ] {
        check_text("cv.md", &format!("{head}{work}"), &[("name", name)]);
    }
}

#[test]
fn an_address_that_is_shown_counts_where_its_link_is_broken() {
    let text = "# Mira Solano\n\n[mira@example.org](https://mail.example/mira)\n\n## Experience\n\nPilot, Kestrel, 2019 – 2021\n";
    check_text("cv.md", text, &[("email", "mira@example.org")]);
}

#[test]
fn what_somebody_says_beside_the_name_is_no_part_of_it() {
    let text = "# mira solano (I build bridges)\n\nmira@example.org\n\n## Experience\n\nPilot, Kestrel, 2019 – 2021\n";
    check_text("cv.md", text, &[("name", "mira solano"), ("headline", "I build bridges")]);
    for other in ["née de la Cruz", "Maria del Carmen"] {
        let text = text.replace("I build bridges", other);
        check_text("cv.md", &text, &[("name", &format!("mira solano ({other})"))]);
    }
}

#[test]
fn a_name_is_above_a_broken_line_or_what_reaches_the_person() {
    let broken =
        "# Mira Solano<br/>Lead engineer, architect\n\nmira@example.org\n\n## Skills\n\nRust\n";
    check_text(
        "cv.md",
        broken,
        &[("name", "Mira Solano"), ("headline", "Lead engineer, architect")],
    );
    let two = broken.replace("Lead engineer, architect", "Vega");
    check_text("cv.md", &two, &[("name", "Mira Solano Vega")]);
    let equal = "### course-cv\n\n***\n\n### Mira Solano\n\n***\n\n### Contact\n\n- Email: me@example.org\n\n\
        ### Skills\n\nRust\n";
    check_text("cv.md", equal, &[("name", "Mira Solano"), ("email", "me@example.org")]);
}
