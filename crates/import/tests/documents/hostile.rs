//! What stays as it was, and what is no document that anybody would write.

use crate::{data, errors, imported};
use perfil_import::{ImportContext, Imported, Source, import};
use std::fs;
use std::path::PathBuf;

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
        ("lines.md", format!("# Mira\n\n{}", "2019 – 2021 a\n".repeat(1_500))),
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
