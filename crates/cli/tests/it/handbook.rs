//! The handbook and the README: what is made from the program is current, and each command is one.

use crate::command::perfil;
use crate::content::root;
use expect_test::expect_file;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The README and the chapters.
fn documents() -> Vec<(String, String)> {
    let chapters = fs::read_dir(root().join("docs/src")).unwrap();
    let mut paths: Vec<PathBuf> = chapters.map(|file| file.unwrap().path()).collect();
    paths.push(root().join("README.md"));
    paths.sort();
    let read = |path: PathBuf| {
        (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

/// The lines of a document's shell commands.
fn commands(text: &str) -> Vec<String> {
    let (mut lines, mut is_shell) = (Vec::new(), false);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                is_shell = &*language == "sh";
            }
            Event::End(TagEnd::CodeBlock) => is_shell = false,
            Event::Text(text) if is_shell => lines.extend(text.lines().map(str::to_owned)),
            _ => {}
        }
    }
    lines
}

/// The words of a line, without its comment. Quoted words stay one.
fn words(line: &str) -> Vec<String> {
    let line = line.split("  #").next().unwrap_or_default();
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(index, part)| {
        if index % 2 == 1 {
            vec![part.to_owned()]
        } else {
            part.split_whitespace().map(str::to_owned).collect()
        }
    });
    words.collect()
}

#[test]
fn every_command_of_a_document_is_understood() {
    let mut count = 0;
    for (name, text) in documents() {
        for line in commands(&text) {
            let words = words(&line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (["npx" | "cargo", "perfil", arguments @ ..] | ["perfil", arguments @ ..]) =
                words.as_slice()
            else {
                continue;
            };
            // The help is written only if all before it is understood.
            let outcome = perfil(root(), &[arguments, &["--help"]].concat());
            assert_eq!(outcome.code, 0, "{name}: {line}\n{}", outcome.stderr);
            count += 1;
        }
    }
    assert!(count > 10, "{count} commands were looked at");
    assert_ne!(perfil(root(), &["build", "--nothing", "--help"]).code, 0, "a mistake is found");
}

#[test]
fn the_reference_is_that_of_the_command() {
    let outcome = perfil(root(), &["manual"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let intro = "# The command\n\nThis chapter is what `perfil manual` writes.\n\n";
    let text = format!("{intro}{}", outcome.stdout);
    expect_file![root().join("docs/src/command.md")]
        .assert_eq(&(text.trim_end().to_owned() + "\n"));
}

#[test]
fn the_reference_of_the_card_is_that_of_its_manifest() {
    let manifest = root().join("crates/site/src/embed/custom-elements.json");
    let manifest: Value = serde_json::from_slice(&fs::read(manifest).unwrap()).unwrap();
    let element = &manifest["modules"][0]["declarations"][0];
    let mut text = format!(
        "# The card's interface\n\nThis chapter is made from `custom-elements.json`, which every site has for \
         editors. {}\n",
        element["description"].as_str().unwrap()
    );
    for (title, key, lead) in [
        ("Attributes", "attributes", "Each is a property too."),
        ("Events", "events", "They bubble, and leave the shadow root."),
        ("Slots", "slots", "The one without a name is the card's content."),
        ("Custom properties", "cssProperties", "They are set on the card or around it."),
        ("Parts", "cssParts", "`perfil-card::part(name)` selects one."),
    ] {
        write!(
            text,
            "\n## {title}\n\n{lead}\n\n| Name | Meaning | Default |\n| --- | --- | --- |\n"
        )
        .unwrap();
        for entry in element[key].as_array().unwrap() {
            let value = |key: &str| entry[key].as_str().unwrap_or_default().replace('|', "\\|");
            let name = value("name");
            let name = if name.is_empty() { "(none)".to_owned() } else { format!("`{name}`") };
            let default = value("default");
            let default = if default.is_empty() { default } else { format!("`{default}`") };
            writeln!(text, "| {name} | {} | {default} |", value("description")).unwrap();
        }
    }
    expect_file![root().join("docs/src/card.md")].assert_eq(&text);
}

#[test]
fn every_chapter_is_in_the_contents() {
    let contents = fs::read_to_string(root().join("docs/src/SUMMARY.md")).unwrap();
    for (name, _) in documents() {
        let is_listed = contents.contains(&format!("({name})"));
        assert!(is_listed || name == "SUMMARY.md" || name == "README.md", "{name}");
    }
}

/// A screen shows some fifty lines.
#[test]
fn the_readme_fits_two_screens() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let count = readme.lines().count();
    assert!(count <= 100, "it has {count} lines");
}

#[test]
fn the_manual_has_a_page_for_each_verb() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = perfil(folder.path(), &["manual", "man"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let page = |name: &str| fs::read_to_string(folder.path().join("man").join(name)).unwrap();
    let all = page("perfil.1");
    for verb in ["new", "check", "import", "pdf", "build", "serve", "completions"] {
        let own = page(&format!("perfil-{verb}.1"));
        assert!(own.starts_with(&format!(".TH PERFIL-{} 1 ", verb.to_uppercase())), "{own}");
        assert!(
            own.contains(".SH NAME\nperfil\\-") && own.contains(".SH EXAMPLES\n.nf\n"),
            "{own}"
        );
        assert!(all.contains(&format!("\n.TP\n{verb}\n")), "{all}");
    }
    assert!(all.contains(".SH EXIT CODES\n"), "{all}");
    assert!(page("perfil-new.1").contains("\n.TP\n\\-\\-languages <TAGS>\n"));
    // A line that begins with a dot would be a request.
    let requests = ["TH ", "SH ", "TP", "nf", "fi"];
    for line in all.lines().filter_map(|line| line.strip_prefix('.')) {
        assert!(requests.iter().any(|request| line.starts_with(request)), ".{line}");
    }
    assert_ne!(perfil(folder.path(), &["manual", "man"]).code, 0, "nothing is overwritten");
}
