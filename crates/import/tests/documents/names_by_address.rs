//! Names that only the address of the person, of a page or of the file tells, and that their looks take apart.

use crate::{EMAIL, at, check_text, imported};

#[test]
fn a_name_is_found_by_the_sound_of_its_address() {
    let cv = |title: &str, name: &str, mail: &str| {
        format!(
            "# {title}\n\n{mail}\n\n## Навыки\n\n- Python\n\n## {name}\n\nЛюблю приливы.\n\n## Опыт работы\n\n\
             ### Инженер, Пустельга\n2019 – 2021\n"
        )
    };
    for (name, mail) in
        [("Солано Мира", "m.solano@example.org"), ("Лялина Мира", "lialina93@example.org")]
    {
        let text = cv("Номер анкеты", name, mail);
        check_text("cv.md", &text, &[("name", name), ("email", mail)]);
    }
}

#[test]
fn a_name_may_be_two_headings() {
    let text = "# Mira\n\n- Python\n\n# SOLANO\n\nmirasolano@example.org\n\n# Experience\n\n\
        ## Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", &text.replace("# Mira", "# MIRA"), &[("name", "MIRA SOLANO")]);
}

#[test]
fn a_file_without_a_name_is_named_by_what_is_left() {
    let text = "mira.solano@example.org\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n";
    for (file, name) in [
        ("cv.md", "Mira Solano"),
        ("Curriculum_Ana_Rey_2024.md", "Ana Rey"),
        ("resume.md", "Mira Solano"),
    ] {
        check_text(file, text, &[("name", name)]);
    }
    let text = text.replace("mira.solano", "weaver93");
    check_text("cv.md", &text, &[("name", "Cv")]);
    // A heading that the file has, too, is the name.
    let text = "# Portfolio 7\n\nweaver93@example.org\n\n## Skills\n\n- Tides\n\n## Mira Solano\n\nI weave.\n";
    check_text("cv-mira-solano.md", text, &[("name", "Mira Solano")]);
    // An alphabet in which headings are sentences.
    let text = "## Навыки\n\n- Python\n\n## О себе\n\nТку.\n\n## Солано Мира\n\nИнженер\n";
    check_text("cv.md", text, &[("name", "Солано Мира")]);
}

#[test]
fn a_title_without_a_word_of_the_address_yields_to_words_that_have_it() {
    let text = "# Docteur en tissage\n\nMira\n\nSolano\n\n12 rue des Lilas\n\nmira.solano@example.org\n\n## Experience\n\n\
        ### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Mira Solano")]);
}

#[test]
fn two_labels_are_surer_than_a_line_that_looks_like_a_name() {
    let text = "NOMBRES: Mira\n\nCEDULA DE TEJEDORES\n\nAPELLIDOS: Solano Reyes\n\nmarea@example.org\n\n\
        ## Experiencia\n\n### Tejedora, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Mira Solano Reyes")]);
}

#[test]
fn a_label_is_no_name_and_says_whose_it_is() {
    let text = "<html><h1>Persoonlijke Informatie</h1><p>Naam: Mira Solano</p><p>Email: mira.solano@example.org</p>\
        <h2>Werkervaring</h2><p>2019 - 2021 Kestrel</p></html>";
    assert_eq!(at(&imported("cv.html", text).node, "name"), "Mira Solano");
    let text = "Номер телефона\n\nМира Солано\n\nmira@example.org\n\nПРОФИЛЬ\n\nИнженер\n";
    assert_eq!(at(&imported("cv.txt", text).node, "name"), "Мира Солано");
}

#[test]
fn a_name_in_capitals_may_have_two_lines() {
    let text = "<html><h1>MIRA ANXOS</h1><p>SOLANO PEREZ</p><p>mira@example.org</p>\
        <p><a href=\"https://www.linkedin.com/in/anxos-solano-7\">LinkedIn</a></p><h2>Profile</h2><p>I sail.</p></html>";
    assert_eq!(at(&imported("cv.html", text).node, "name"), "MIRA ANXOS SOLANO PEREZ");
}

#[test]
fn a_name_and_what_is_beside_it_are_told_by_their_looks() {
    for (title, name, headline) in [
        ("**MIRA SOLANO** *Frontend Developer*", "MIRA SOLANO", "Frontend Developer"),
        ("MIRA&Tab;ANXOS SOLANO", "MIRA ANXOS SOLANO", ""),
        ("MIRA SOLANO&Tab;ENGINEER", "MIRA SOLANO", "ENGINEER"),
    ] {
        let text = format!(
            "# {title}\n\nweaver@example.org\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n"
        );
        check_text("cv.md", &text, &[("name", name), ("headline", headline)]);
    }
    let text = "# Mira\n\nSOLANO\n\nWEAVER OF TIDES\n\nmsolano@example.org\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Mira SOLANO"), ("headline", "WEAVER OF TIDES")]);
}

#[test]
fn a_page_tells_which_heading_is_the_name() {
    let text = "# Available Immediately\n\n## Mira Solano\n\nweaver@example.org\n\n\
        <https://www.linkedin.com/in/mira-solano-4551/>\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Mira Solano")]);
}

#[test]
fn an_address_is_whole_whatever_its_link_is() {
    for line in [
        "[mira@example.org](https://mailto:mira@example.org/)",
        "mira[@example.org](mailto:template@example.net)",
    ] {
        let text = format!(
            "# Mira Solano\n\n{line}\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n"
        );
        check_text("cv.md", &text, &[EMAIL]);
    }
}

#[test]
fn what_is_no_name_names_nobody() {
    let cv = |lines: &str| {
        format!("# Curriculum Vitae\n\n{lines}\n\n## Experience\n\nWaiter, Kestrel, 2018 – 2019\n")
    };
    for (file, lines, name) in [
        ("cv.txt", "B.Arch\n\nMira Solano\n\nmira@example.org", "Mira Solano"),
        ("cv.md", "Nguyen The Anh\n\nx@example.org", "Nguyen The Anh"),
        ("cv.md", "contact.mira@example.org", "Cv"),
        ("cv.md", "Solano\nMira\n\nmira.solano@example.org", "Mira Solano"),
        ("Mira_Solano_CV.md", "x@example.org", "Mira Solano"),
    ] {
        let text = if file.ends_with("txt") {
            format!("{lines}\n\nEXPERIENCE\n\nWaiter, Kestrel, 2018 – 2019\n")
        } else {
            cv(lines)
        };
        check_text(file, &text, &[("name", name), ("headline", "")]);
    }
    let text = cv("x@example.org")
        + "\n## Heron Watch\n\nBuilt the app that counts herons.\n\nhttps://heron.example/watch\n";
    check_text("Mira_Solano_CV.md", &text, &[("name", "Mira Solano")]);
    check_text("cv.md", &text, &[("name", "Cv")]);
    // What is not taken for the name keeps its title.
    let text = "# Резюме\n\n## Опыт работы\n\nОфициант, Кестрел, 2018 – 2019\n\n## Красная Цапля\n\nСчитала цапель.\n";
    let expected = [("name", "Анна Крылова"), ("sections/1/title", "Красная Цапля")];
    check_text("Анна_Крылова.md", text, &expected);
    let text = "# MIRA SOLANO\n\nFirst name: Mira\n\nLast name: Solano\n\n## Experience\n\nWaiter, Kestrel, 2018 – 2019\n";
    check_text("cv.md", text, &[("name", "MIRA SOLANO"), ("sections/0/list", "work")]);
}

#[test]
fn the_name_of_the_file_tells_the_words_that_the_name_lacks() {
    let text = "# Mira\n\nSolano\n\nweaver93@example.org\n\n## Experience\n\n\
        ### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Mira")]);
    check_text("solano-mira-cv.md", text, &[("name", "Solano Mira")]);
    // It may be named after something else.
    for (file, other) in [("data-science-cv.md", "Data Science"), ("woven-tides.md", "Woven Tides")]
    {
        let text =
            text.replace("# Mira", "# Mira Solano").replace("\nSolano\n", &format!("\n{other}\n"));
        check_text(file, &text, &[("name", "Mira Solano")]);
    }
}

#[test]
fn a_line_with_two_words_of_the_address_is_surer_than_a_title_with_none() {
    let text = |name: &str| {
        format!(
            "# Java Tapisserie\n\n{name}\n\nmira.solano@example.org\n\n## Experience\n\n\
             ### Engineer, Kestrel\n2019 – 2021\n"
        )
    };
    for (line, name) in
        [("Mira SOLANO– 34 ans", "Mira SOLANO"), ("Solano, Mira Elena", "Mira Elena Solano")]
    {
        check_text("cv.md", &text(line), &[("name", name)]);
    }
    for line in ["Mira Solano Consulting", "Assistant: Mira Solano", "Solano, Happy People"] {
        check_text("cv.md", &text(line), &[("name", "Java Tapisserie")]);
    }
}

#[test]
fn the_address_of_a_page_may_be_encoded() {
    let text = "# Žofie\n\nNováková\n\nweaver93@example.org\n\n<https://www.linkedin.com/in/%C5%BEofie-nov%C3%A1kov%C3%A1-86b/>\n\n\
        ## Experience\n\n### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Žofie Nováková")]);
}

#[test]
fn a_surname_stands_alone_below_a_given_name_that_the_address_has() {
    let text = "# MIRA\n\nSOLANO\nTEXTILSTUDENTIN\n\nmiraelena@example.org\n\n## Experience\n\n\
        ### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "MIRA SOLANO")]);
    for user in ["weaver93", "mira"] {
        let text = text.replace("miraelena", user);
        check_text("cv.md", &text, &[("name", "MIRA")]);
    }
}

#[test]
fn an_age_is_beside_the_name() {
    for title in ["李雷（男，21）", "李雷（1998年）"] {
        let text = format!(
            "# {title}\n\nleili@example.org\n\n## 工作经历\n\n### 红隼 工程师\n2019 – 2021\n"
        );
        check_text("cv.md", &text, &[("name", "李雷")]);
    }
    for headline in ["Data Engineer, 10+ years", "Senior Developer | AWS Certified 2024"] {
        let text = format!(
            "# Mira Solano ({headline})\n\nmira@example.org\n\n## Experience\n\n### Kestrel\n2019 – 2021\n"
        );
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "name"), "Mira Solano", "{headline}");
        assert!(!at(&node, "headline").is_empty(), "{headline}");
    }
}

#[test]
fn a_short_name_may_be_in_brackets_within_the_name() {
    let text = "mira@example.org\n\n**Kasimira (Mira) Solano**\n\n## Experience\n\n\
        ### Engineer, Kestrel\n2019 – 2021\n";
    check_text("cv.md", text, &[("name", "Kasimira (Mira) Solano")]);
    let code = text.replace("Kasimira (Mira)", "Kazimira (Kaz)");
    check_text("cv.md", &code, &[("name", "Kazimira (Kaz) Solano")]);
    for other in ["Mira Solano (PMP) Consultant", "Mira Solano (Porto) Portugal"] {
        let text = text.replace("Kasimira (Mira) Solano", other);
        check_text("cv.md", &text, &[("name", "Mira Solano")]);
    }
}

#[test]
fn how_somebody_is_addressed_is_no_part_of_the_name() {
    let cv = |name: &str| {
        format!("# {name}\n\nweaver93@example.org\n\n## Experience\n\n### Kestrel\n2019 – 2021\n")
    };
    for name in ["Monsieur Mira Solano", "Mrs. Mira Solano", "Frau Mira Solano"] {
        check_text("cv.md", &cv(name), &[("name", "Mira Solano")]);
    }
    for name in ["Frau Solano", "Mrinal Sol Reyes", "Dr. Mira Solano"] {
        check_text("cv.md", &cv(name), &[("name", name)]);
    }
}
