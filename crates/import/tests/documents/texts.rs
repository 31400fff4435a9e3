//! All of Markdown, HTML and plain text.

use crate::{EMAIL, NAME, check, file};

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
fn a_label_above_the_entries_is_kept() {
    let text = "# Mira Solano\n\n## Experience\n\n**Golf club : 10 Drive, Porto, Portugal:** Course \
                management\n\nFrom: 2012 – Present\n\n**Kestrel, Porto**\n\nFrom: 2007-2010\n";
    let json = perfil_source::to_json(&crate::imported("label.md", text).node);
    for word in ["Golf club", "10 Drive", "Course management", "Kestrel"] {
        assert!(json.contains(word), "{word} in {json}");
    }
}
