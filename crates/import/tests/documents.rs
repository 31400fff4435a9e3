//! Documents as people write them, and what becomes of each. The inputs are in `tests/data/`.

#![allow(clippy::expect_used)] // A test that cannot read its input has failed.

use perfil_import::{ImportContext, Imported, Source, import};
use perfil_model::profile::Profile;
use perfil_source::{Context, Node, Problem};
use std::fs;
use std::path::PathBuf;

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn imported(name: &str, text: &str) -> Imported {
    let source = Source { name, bytes: text.as_bytes(), language: None };
    import(&[source], &ImportContext::default()).expect("the document is read")
}

fn file(name: &str) -> Imported {
    let text = fs::read_to_string(data(name)).expect("the file is there");
    imported(name, &text)
}

/// Returns the errors that stop a build.
fn errors(node: &Node) -> Vec<String> {
    let mut context = Context::new(vec!["en".to_owned()]);
    Profile::read(node, &mut context);
    let (problems, _) = context.finish();
    problems.into_iter().filter(Problem::is_error).map(|problem| problem.message).collect()
}

/// Returns the text at a path: `sections/0/items/1/name`.
fn at(node: &Node, path: &str) -> String {
    let found = path.split('/').try_fold(node, |node, key| match key.parse::<usize>() {
        Ok(index) => node.elements().get(index),
        Err(_) => node.get(key),
    });
    found.and_then(Node::as_str).unwrap_or_default().to_owned()
}

#[track_caller]
fn check(name: &str, expected: &[(&str, &str)]) -> String {
    let imported = file(name);
    assert_eq!(errors(&imported.node), Vec::<String>::new(), "{name}");
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in expected {
        assert_eq!(at(&imported.node, path), *value, "{name}: {path} in {json}");
    }
    json
}

const NAME: (&str, &str) = ("name", "Mira Solano");
const EMAIL: (&str, &str) = ("email", "mira@example.org");

#[test]
fn tables_are_letterheads_entries_and_skills() {
    let json = check(
        "m02-table.md",
        &[
            NAME,
            EMAIL,
            ("phone", "+351 912 345 678"),
            ("url", "https://mira.example.org"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/1/name", "Cometa | Labs"),
            ("sections/0/items/1/endDate", "2019-12"),
            ("sections/1/kind", "skills"),
            ("sections/1/items/0/keywords/2", "SQL"),
        ],
    );
    assert!(!json.contains("|--") && !json.contains("**"), "{json}");
}

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
fn dates_are_found_wherever_they_are() {
    let periods = [
        ("2019-09", ""),
        ("2018-03", "2019-08"),
        ("2016-04", "2018-02"),
        ("2015-01", "2016-03"),
        ("2014-01", "2014-12"),
        ("", "2013"),
        ("2011", "2012"),
        ("2010", ""),
        ("2009-01-05", "2010-03"),
        ("", "2008"),
        ("2006-03-15", "2007-02-01"),
        ("2004", ""),
        ("", "2003"),
    ];
    let imported = file("m12-dates.md");
    for (index, (start, end)) in periods.into_iter().enumerate() {
        let entry = format!("sections/0/items/{index}");
        let date = |key: &str| at(&imported.node, &format!("{entry}/{key}"));
        assert_eq!((date("startDate").as_str(), date("endDate").as_str()), (start, end), "{entry}");
        assert_eq!(date("position"), "Engineer");
    }
    check(
        "m06-headerless.md",
        &[
            ("headline", ""),
            ("sections/0/items/0/position", "QA engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2021"),
            ("sections/0/items/1/endDate", "2021"),
            ("sections/0/items/1/highlights/0", "Tested things"),
        ],
    );
    check(
        "m22-h4.md",
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/location", "Porto"),
            ("sections/0/items/0/roles/0/position", "Engineer"),
            ("sections/0/items/0/roles/1/endDate", "2019"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2016"),
            ("sections/1/title", "Languages"),
        ],
    );
}

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
fn entries_have_roles_and_their_places() {
    check(
        "roles.md",
        &[
            NAME,
            EMAIL,
            ("links/0/url", "https://github.com/mirasolano"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2018"),
            ("sections/0/items/0/roles/1/position", "Engineer"),
            ("sections/0/items/0/roles/1/endDate", "2021"),
            ("sections/0/items/1/summary", "Some prose about it that goes over lines."),
            ("sections/1/items/0/keywords/0/name", "Go"),
            ("sections/2/items/0/issuer", "CNCF"),
            ("sections/2/items/1/date", "2019"),
            ("sections/3/items/0/name", "On trains"),
            ("sections/4/list", "volunteer"),
            ("sections/5/items/0/awarder", "TrainConf"),
        ],
    );
    for name in ["one-line.md", "layout-tables.md", "rules.txt", "capitals.txt"] {
        let json = check(
            name,
            &[
                EMAIL,
                ("sections/0/items/0/name", "Kestrel"),
                ("sections/0/items/1/name", "Cometa"),
                ("sections/0/items/1/position", "Developer"),
            ],
        );
        assert!(json.contains("\"endDate\": \"2019"), "{name}: {json}");
        assert!(!json.contains("---") && !json.contains("___"), "{name}: {json}");
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
            ("sections/2/items/0/name", "株式会社ほしぞら"),
            ("sections/2/items/0/startDate", "2019-04"),
            ("sections/2/items/1/endDate", "2019-03"),
        ],
    );
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
fn every_input_builds_whatever_its_line_ends() {
    for entry in fs::read_dir(data("")).expect("the folder is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        let text = text.replace('\r', "");
        let unix = imported(&name, &text);
        let windows = imported(&name, &text.replace('\n', "\r\n"));
        assert_eq!(errors(&unix.node), Vec::<String>::new(), "{name}");
        let json = |imported: &Imported| perfil_source::to_json(&imported.node);
        assert_eq!(json(&unix), json(&windows), "{name}");
    }
}

#[test]
fn the_seeds_stay_as_they_are() {
    for (seed, expected) in [
        ("marcus-rodriguez.md", "marcus-rodriguez.json"),
        ("rodrigo-de-leon.txt", "rodrigo-de-leon.json"),
    ] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/seeds");
        let text = fs::read_to_string(folder.join(seed)).expect("the seed is there");
        let json = perfil_source::to_json(&imported(seed, &text).node);
        let expected = data(&format!("seeds/{expected}"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &json).expect("the file can be written");
        }
        let expected = fs::read_to_string(expected).expect("the file is there");
        assert_eq!(json, expected, "{seed}");
    }
}

#[test]
fn hostile_documents_are_read_quickly() {
    let deep = (0..200).map(|depth| format!("{}- item {depth}\n", "  ".repeat(depth)));
    let deep: String = deep.collect();
    let quotes = format!("# Mira\n\n{}deep\n", "> ".repeat(16_000));
    let html = format!("# Mira\n\n{}deep", "<ul><li>".repeat(5_000));
    let plain: Vec<String> =
        (0..200).map(|depth| format!("{}* item {depth}", " ".repeat(depth))).collect();
    let plain = plain.join("\n");
    for (name, text) in [
        ("deep.md", format!("# Mira\n\n## Work\n\n{deep}")),
        ("deep.txt", format!("Mira\n\nWORK\n\n{plain}")),
        ("quotes.md", quotes),
        ("html.md", html),
        ("tables.md", format!("# Mira\n\n{}", "<table><tr><td>".repeat(5_000))),
        ("lines.md", format!("# Mira\n\n{}", "2019 – 2021 a\n".repeat(5_000))),
        ("words.md", format!("# Mira\n\n{}", "word 2019 ".repeat(25_000))),
        ("headings.md", format!("# Mira\n\n{}", "## Work\n\nText.\n\n".repeat(5_000))),
        ("levels.md", format!("# Mira\n\n{}", "### A\n\n## B\n\n#### C\n\n".repeat(5_000))),
        ("links.md", format!("# Mira\n\n{}", "https://a.example\n".repeat(5_000))),
        ("bullets.txt", format!("Mira\n\nWORK\n- a\n{}", "goes on\n".repeat(5_000))),
        ("mails.txt", format!("Mira\n{}", "a@example.org ".repeat(5_000))),
        ("flat.txt", "no headings at all ".repeat(25_000)),
        ("stars.md", "*a **b ".repeat(5_000)),
        ("comment.md", format!("# Mira\n\n{}", "<!-- ".repeat(20_000))),
    ] {
        let start = std::time::Instant::now();
        let imported = imported(name, &text);
        assert!(errors(&imported.node).is_empty(), "{name}");
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 20, "{name} took {seconds} s");
    }
    let large = vec![b'a'; 50 << 20];
    let source = Source { name: "large.md", bytes: &large, language: None };
    let problems = import(&[source], &ImportContext::default()).expect_err("it is too large");
    assert!(problems.iter().any(|problem| problem.message.contains("MiB")), "{problems:?}");
}

/// A generator of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }
}

#[test]
fn damaged_documents_still_build() {
    let mut texts = Vec::new();
    for entry in fs::read_dir(data("")).expect("the folder is there").flatten() {
        if let Ok(text) = fs::read_to_string(entry.path()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            texts.push((name, text.chars().collect::<Vec<char>>()));
        }
    }
    texts.sort();
    let rounds = std::env::var("ROUNDS").ok().and_then(|it| it.parse().ok()).unwrap_or(8);
    let mut dice = Dice(16);
    for round in 0..rounds {
        for (name, text) in &texts {
            let mut damaged = text.clone();
            for _ in 0..=dice.below(6) {
                let (from, other) = (dice.below(damaged.len()), dice.below(texts.len()));
                let length = dice.below(12);
                let source = texts.get(other).map(|(_, text)| text.as_slice()).unwrap_or_default();
                let start = dice.below(source.len());
                let piece: Vec<char> = source.iter().skip(start).take(length).copied().collect();
                let to = (from + dice.below(8)).min(damaged.len());
                damaged.splice(from..to, piece);
            }
            let text: String = damaged.iter().collect();
            let imported = imported(name, &text);
            assert_eq!(errors(&imported.node), Vec::<String>::new(), "{name} {round}: {text}");
        }
    }
}
