//! All of Markdown, HTML and plain text.

use crate::{EMAIL, NAME, check, check_text, file};

#[test]
fn html_is_structure_and_comments_are_nowhere() {
    let json = check(
        "m08-html.md",
        &[
            NAME,
            EMAIL,
            ("headline", "Site reliability engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/1/items/0/name", "University of Porto"),
            ("sections/1/items/0/endDate", "2016"),
        ],
    );
    assert!(!json.contains('<') && !json.contains("update in May"), "{json}");
    assert!(json.contains("Porto & remote") && json.contains("Folded text"), "{json}");
    let json = check("m28-comment.md", &[EMAIL]);
    assert!(!json.contains("salary") && !json.contains("Hidden job"), "{json}");
    let json = check(
        "m09-jekyll.md",
        &[
            NAME,
            EMAIL,
            ("url", "https://mira.example.org"),
            ("sections/2/items/0/position", "Engineer"),
            ("sections/2/items/0/name", "Kestrel"),
            ("sections/2/items/1/startDate", "2016"),
        ],
    );
    assert!(!json.contains('<') && !json.contains("layout"), "{json}");
    let report = file("m09-jekyll.md").report;
    assert!(report.iter().any(|it| it.message.contains("\"layout\"")), "{report:?}");
}

#[test]
fn every_part_of_markdown_is_kept() {
    let json = check(
        "m11-nested.md",
        &[
            ("sections/0/items/0/name", "Kestrel"),
            (
                "sections/0/items/0/highlights/1",
                "Second item\n- Indented item\n  - Deep item\n- Another indented",
            ),
        ],
    );
    assert!(json.contains("Manage many rooms across two lines"), "{json}");
    let json = check("m20-badges.md", &[("image", "me.jpg"), ("sections/0/items/0/name", "Rust")]);
    assert!(!json.contains("![") && !json.contains("[x]") && json.contains("Kubernetes"), "{json}");
    let json = check("m23-setext.md", &[NAME]);
    for text in ["Some words about me and a second line of them", "Closing words that run over"] {
        assert!(json.contains(text), "{json}");
    }
    let json = check("m24-wrapped-intro.md", &[("headline", "")]);
    assert!(json.contains("up, most of them in places"), "{json}");
    check(
        "m27-ordered-nested.md",
        &[
            ("sections/0/kind", "projects"),
            ("sections/0/items/0/name", "Auction platform"),
            (
                "sections/0/items/0/highlights/0",
                "**Engineer:** built the queue\n- *Stack:* Go, Kafka",
            ),
        ],
    );
    let json = check(
        "m29-heading-link.md",
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/url", "https://kestrel.example.org"),
            ("sections/1/title", "Publications"),
        ],
    );
    assert!(!json.contains("]("), "{json}");
}

#[test]
fn plain_text_has_structure() {
    let json = check(
        "t02-classic.txt",
        &[
            NAME,
            EMAIL,
            ("headline", ""),
            ("location/address", "Rua das Flores 12"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/0/position", "Platform Engineer"),
            ("sections/1/items/0/startDate", "2022-01"),
            ("sections/1/items/1/endDate", "2021-12"),
        ],
    );
    assert!(json.contains("in a team that writes things down."), "{json}");
    check("t03-crlf.txt", &[("sections/1/title", "Skills"), ("sections/1/items/2/name", "SQL")]);
    check("t07-first-heading.txt", &[("headline", ""), ("sections/0/title", "EXPERIENCE")]);
    let json = check("t08-bullets.txt", &[("sections/0/items/1/highlights/13", "dash b")]);
    assert!(!json.contains(['●', '→', '✓', '■']), "{json}");
    let json = check("t11-literal.txt", &[("sections/1/items/1/name", "__dunder__")]);
    assert!(json.contains("2\\\\*3\\\\*4") && json.contains("C*"), "{json}");
}

#[test]
fn texts_in_another_language_are_marked() {
    let german = "Ich leite eine Gruppe von sieben Leuten, die das Rechenmodell der Gezeiten in Nordportugal \
                  pflegen, und schreibe seit zehn Jahren Programme, die ohne Aufsicht über Nacht laufen.";
    let english = "I lead a group of seven people who look after the model of the tides in the north of \
                   Portugal, and for ten years I have been writing programs that run through the night.";
    let text = format!(
        "# Mira Solano\n\nmira@example.org\n\n## Summary\n\n{english}\n\n## Über mich\n\n{german}\n\n\
         ## Berufserfahrung\n\n### Kestrel, Entwicklerin (2019 – 2021)\n\n{german}\n\n- Rust, SQL\n\n\
         ### Cometa, Entwicklerin (2016 – 2019)\n\n{english}\n\n- Wrote the solver that everybody uses\n\n\
         ## Kenntnisse\n\n- Rust, SQL, Linux, Kubernetes\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("language", "de"),
            ("sections/0/title/en", "Summary"),
            ("sections/0/text/en", english),
            ("sections/1/title", "Über mich"),
            ("sections/1/text", german),
            ("sections/2/items/0/summary", german),
            ("sections/2/items/1/summary/en", english),
            ("sections/2/items/1/highlights/0/en", "Wrote the solver that everybody uses"),
        ],
    );
    let text = format!(
        "# Mira Solano\n\n{german}\n\n## Experience\n\n### Kestrel, Engineer (2019 – 2021)\n\n{english}\n\n{english}\n\n## Skills\n\n- Rust\n\n## Education\n\n- BSc, Porto University, 2014\n"
    );
    check_text("cv.en.md", &text, &[("summary/de", german), ("sections/0/title", "Experience")]);
}

#[test]
fn titles_of_links_are_words() {
    let json = check_text(
        "cv.md",
        "# Mira Solano\n\n[GitHub](https://github.com/mirasolano \"mirasolano on GitHub\") | mira@example.org\n\n## Summary\n\nI wrote [Tides](https://example.org/tides \"A solver for harbors\") and <a href=\"https://example.org/x\" title=\"Second edition\">the book</a> of [it](https://example.org \"https://example.org\").\n\n### <span>Kestrel Co., Ltd</span><span>Sep 2018 -- Oct 2020</span>\n",
        &[NAME, EMAIL, ("links/0/url", "https://github.com/mirasolano"), ("headline", "")],
    );
    for words in
        ["(A solver for harbors)", "(Second edition)", "(mirasolano on GitHub)", "Kestrel Co., Ltd"]
    {
        assert!(json.contains(words), "{words} in {json}");
    }
    assert!(!json.contains("(https://example.org)\\n") && !json.contains("LtdSep"), "{json}");
}

#[test]
fn what_follows_an_image_belongs_to_the_entry_above() {
    check_text(
        "cv.md",
        "# Mira Solano\n\n## Education\n\n**Porto University | Design**\n2014.03 ~ 2021.02\n\n- One item\n\n<img src=\"x.png\" />\n\n_The first picture of a harbor_\n\n<img src=\"y.png\" />\n\nLast words\n\n## Skills\n\n- Rust\n",
        &[
            ("sections/0/items/0/name", "Porto University"),
            ("sections/0/items/0/highlights/0", "One item"),
            ("sections/0/items/0/summary", "*The first picture of a harbor*\n\nLast words"),
            ("sections/1/title", "Skills"),
        ],
    );
}

#[test]
fn a_label_above_the_entries_is_kept() {
    let text = "# Mira Solano\n\n## Experience\n\n**Golf club : 10 Drive, Porto, Portugal:** Course \
                management\n\nFrom: 2012 – Present\n\n**Kestrel, Porto**\n\nFrom: 2007-2010\n";
    let json = perfil_source::to_json(&crate::imported("label.md", text).node);
    for word in ["Golf club", "10 Drive", "Course management", "Kestrel"] {
        assert!(json.contains(word), "{word} in {json}");
    }
}
