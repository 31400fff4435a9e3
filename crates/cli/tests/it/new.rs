//! `perfil new`: the files of a new content folder, and that it is complete or absent.

use crate::command::{Outcome, perfil, perfil_with};
use crate::content::{Content, data, listed, root, shell};
use perfil_cli::{Disk, machine, place, read_shell};
use perfil_model::language::Tag;
use perfil_site::{self as site, Host, Input, Start};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What every new folder has.
const FILES: [&str; 7] =
    [".gitignore", ".vscode", "README.md", "locales", "profiles", "schema", "site.json"];

/// Runs `perfil new` in an empty folder.
fn new(arguments: &[&str]) -> (TempDir, Outcome) {
    let folder = tempfile::tempdir().unwrap();
    let outcome = perfil_with(folder.path(), &[&["new"], arguments].concat(), &[("LC_ALL", "C")]);
    (folder, outcome)
}

fn json(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// The names of the entries of a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_site_builds_without_problems() {
    let (folder, outcome) = new(&["--name", "Ada Lovelace", "--languages", "en,es"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let content = folder.path().join("public");
    assert_eq!(names(&content), FILES);
    for language in ["en", "es"] {
        let file = format!("locales/{language}.json");
        let shipped = fs::read(root().join("public").join(&file)).unwrap();
        assert_eq!(fs::read(content.join(file)).unwrap(), shipped);
    }
    let checked = perfil(folder.path(), &["check", "--strict"]);
    assert_eq!((checked.code, checked.stderr.as_str()), (0, ""), "{}", checked.snapshot());

    let input = Input { content, pdf: false, ..Input::default() };
    let built = site::build(machine(&()), &input, read_shell(Some(&shell())).unwrap())
        .unwrap_or_else(|findings| panic!("{}", listed(&findings)));
    for (path, bytes) in built.tree.iter() {
        let text = String::from_utf8_lossy(bytes);
        let is_private =
            ["you@example.org", "Analytical Engines"].map(|text_of| text.contains(text_of));
        assert_eq!(is_private, [false, false], "{path} shows an example");
    }
    let page = crate::content::text(&built.tree, "es/index.html");
    assert!(page.contains("Este perfil acaba de empezar."), "{page}");
}

#[test]
fn the_next_steps_are_correct() {
    let (folder, outcome) = new(&["site", "--name", "Ада Лавлейс", "--languages", "es"]);
    assert!(outcome.stderr.contains("Edit site/profiles/ada-lavleis.json"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("\"baseUrl\" in site/site.json"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("perfil serve site --shell SHELL"));
    let settings = json(&folder.path().join("site/site.json"));
    assert_eq!(
        (&settings["title"], &settings["defaultLanguage"]),
        (&"Ада Лавлейс".into(), &"es".into())
    );
    assert_eq!(settings["profiles"][0], "ada-lavleis");
    let checked = perfil(folder.path(), &["check", "site", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.snapshot());
}

#[test]
fn the_language_of_the_system_is_used() {
    for (locale, language) in
        [("es_MX.UTF-8", "es"), ("zh_TW", "zh-TW"), ("de_DE@euro", "de"), ("C", "en"), ("", "en")]
    {
        let folder = tempfile::tempdir().unwrap();
        let variables = [("LC_ALL", locale), ("LC_MESSAGES", ""), ("LANG", "")];
        let outcome = perfil_with(folder.path(), &["new", "a", "--name", "Ada"], &variables);
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        assert_eq!(json(&folder.path().join("a/site.json"))["languages"][0], language);
        let is_reported = outcome.stderr.contains("because Perfil has none in");
        assert_eq!(is_reported, !["en", "es"].contains(&language), "{}", outcome.stderr);
    }
}

#[test]
fn a_site_can_start_in_any_language() {
    let languages = "ar,cy,de,fr,ga,he,ja,ko,lv,pl,ru,sl,zh-Hant";
    let (folder, outcome) = new(&["a", "--name", "Ada", "--languages", languages]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let checked = perfil(folder.path(), &["check", "a", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.snapshot());
    for language in languages.split(',') {
        assert!(outcome.stderr.contains(&format!("a/locales/{language}.json")), "{language}");
    }
}

#[test]
fn an_existing_file_becomes_the_profile() {
    for (fixture, slug) in [
        ("json-resume/sample.json", "richard-hendriks"),
        ("rendercv/sample.yaml", "john-doe"),
        ("europass/candidate.xml", "ines-marit-quental"),
        ("europass/passport.xml", "dr-barkasz-odon"),
        ("yaml-resume/full.yml", "ines-aldana"),
        ("reactive-resume/v4.json", "tomas-berg"),
        ("reactive-resume/v5.json", "naomi-ferro"),
    ] {
        let file = data().join(fixture);
        let file = file.to_str().unwrap();
        let (folder, outcome) =
            new(&["a", "--import", file, "--languages", "en", "--base-url", "ada.example"]);
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        assert!(folder.path().join(format!("a/profiles/{slug}.json")).is_file(), "{fixture}");
        assert_eq!(json(&folder.path().join("a/site.json"))["baseUrl"], "https://ada.example");
        let checked = perfil(folder.path(), &["check", "a"]);
        assert_eq!(checked.code, 0, "{}", checked.snapshot());
        let (renamed, _) = new(&["a", "--import", file, "--name", "Ada King"]);
        let profile = json(&renamed.path().join("a/profiles/ada-king.json"));
        assert_eq!(profile["name"], "Ada King");
    }
}

#[test]
fn a_portrait_is_copied() {
    let content = Content::fixture("small");
    content.edit(
        "profiles/ada-lovelace.json",
        "\"version\": 1,",
        "\"version\": 1, \"image\": \"images/a.png\",",
    );
    let file = content.path().join("profiles/ada-lovelace.json");
    let without = perfil(content.path(), &["new", "a", "--import", file.to_str().unwrap()]);
    assert_eq!(without.code, 1);
    assert!(without.stderr.contains("the portrait images/a.png"), "{}", without.stderr);
    content.write("images/a.png", "png");
    let with = perfil(content.path(), &["new", "a", "--import", file.to_str().unwrap()]);
    assert_eq!(with.code, 0, "{}", with.stderr);
    assert_eq!(fs::read(content.path().join("a/images/a.png")).unwrap(), b"png");
}

#[test]
fn a_cv_brings_the_language_of_its_site() {
    let folder = tempfile::tempdir().unwrap();
    let cv = "# Mira Solano\n\nmira@example.org\n\n## Experiencia\n\n### Ingeniera, Kestrel (2019 – 2021)\n\n\
        - Redujo a la mitad los costes de la red de estaciones de medida\n- Escribió las pruebas\n";
    let (spanish, other) = (folder.path().join("cv.md"), folder.path().join("lebenslauf.md"));
    fs::write(&spanish, cv).unwrap();
    let german = "# Mira Solano\n\n## Berufserfahrung\n\n### Entwicklerin, Kestrel (2019 – 2021)\n\n\
        - Halbierte die Kosten der Messstationen und schrieb die Prüfungen für alle Abteilungen\n";
    fs::write(&other, german).unwrap();
    // Perfil has no words in German, so those of the system stay.
    for (name, file, flags, languages) in [
        ("a", &spanish, &[][..], r#"["es"]"#),
        ("b", &spanish, &["--languages", "en"], r#"["en"]"#),
        ("c", &other, &[], r#"["en"]"#),
    ] {
        let arguments = [&["new", name, "--import", file.to_str().unwrap()], flags].concat();
        let outcome = perfil(folder.path(), &arguments);
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        let site = fs::read_to_string(folder.path().join(name).join("site.json")).unwrap();
        let site: serde_json::Value = serde_json::from_str(&site).unwrap();
        assert_eq!(site["languages"].to_string(), languages, "{name}");
    }
}

#[test]
fn all_obstacles_are_reported_at_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    fs::write(folder.path().join("a/thesis.md"), "precious").unwrap();
    let arguments =
        ["new", "a", "--languages", "xx,yy", "--base-url", "mailto:a@b.c", "--name", " "];
    let outcome = perfil(folder.path(), &arguments);
    assert_eq!(outcome.code, 1);
    for message in [
        "\"xx\" is not the tag",
        "\"yy\" is not the tag",
        "the folder is not empty",
        "\"mailto:a@b.c\" is not the address",
        "the person has no name",
    ] {
        assert!(outcome.stderr.contains(message), "{message}: {}", outcome.stderr);
    }
    assert_eq!(names(&folder.path().join("a")), ["thesis.md"]);
    assert_eq!(names(folder.path()), ["a"]);
    let lines = perfil(folder.path(), &["new", "b", "--name", "Ada\nKing"]);
    assert!(lines.code == 1 && lines.stderr.contains("more than a line"), "{}", lines.stderr);
    let without_name = perfil(folder.path(), &["new", "b"]);
    assert_eq!(without_name.code, 1);
    assert!(
        without_name.stderr.contains("--name"),
        "nobody is there to be asked: {}",
        without_name.stderr
    );
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn an_empty_folder_is_reused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let outcome = perfil(folder.path(), &["new", ".", "--name", "Ada", "--languages", "en"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert_eq!(names(folder.path()), [&[".git"], &FILES[..]].concat());
    assert!(outcome.stderr.contains("perfil check ."), "{}", outcome.stderr);
    let again = perfil(folder.path(), &["new", ".", "--name", "Ada"]);
    assert_eq!(again.code, 1, "what is begun is not begun again");
}

#[test]
fn a_failed_write_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let outcome = perfil(folder.path(), &["new", "file/a/b", "--name", "Ada"]);
    assert_ne!(outcome.code, 0);
    let english = [Tag::parse("en").unwrap()];
    let target = folder.path().join("above/a");
    let asked = Start {
        folder: &target,
        name: Some("Ada"),
        languages: &english,
        base_url: None,
        import: None,
        host: Host::None,
    };
    let mut tree = site::start(&Disk, &asked).unwrap().tree;
    // A file and a folder with the same name, which no file system can contain.
    tree.add("profiles", Vec::new());
    place(&tree, &target).unwrap_err();
    assert_eq!(names(folder.path()), ["file"]);
}

#[test]
fn the_json_report_lists_what_was_written() {
    let (folder, outcome) = new(&["a", "--name", "Ada", "--languages", "de", "--format", "json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(report["problems"][0]["file"], "a/locales/de.json");
    for file in report["written"].as_array().unwrap() {
        assert!(folder.path().join("a").join(file.as_str().unwrap()).is_file(), "{file}");
    }
}

#[test]
fn the_folder_that_one_is_in_is_the_content() {
    let (folder, outcome) = new(&["me", "--name", "Ada Lovelace", "--languages", "en"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let me = folder.path().join("me");
    let shell = shell().display().to_string();
    for arguments in [
        &["check", "--strict"][..],
        &["build", "--no-pdf", "--shell", &shell],
        &["pdf", "ada-lovelace"],
        // The site that was built is in the folder now, and none of its content.
        &["check", "--strict"],
        &["build", "--no-pdf", "--shell", &shell],
    ] {
        let outcome = perfil(&me, arguments);
        assert_eq!(outcome.code, 0, "{arguments:?}: {}", outcome.snapshot());
    }
    assert!(me.join("dist/en/index.html").is_file() || me.join("dist/index.html").is_file());
    // Beside the folder it has to be named, unless it is called `public`.
    assert_eq!(perfil(folder.path(), &["check"]).code, 1);
    fs::rename(&me, folder.path().join("public")).unwrap();
    assert_eq!(perfil(folder.path(), &["check", "--strict"]).code, 0);
}

#[test]
fn a_profile_is_imported_into_a_folder_that_is_there() {
    let (folder, _) = new(&["--name", "Ada Lovelace", "--languages", "en"]);
    fs::write(folder.path().join("cv.md"), "# Grace Hopper\n").unwrap();
    let outcome = perfil(folder.path(), &["import", "cv.md", "--out", "other/profiles/grace.json"]);
    assert_eq!(outcome.code, 3);
    assert!(outcome.stderr.contains("Make the folder that it should be in"), "{}", outcome.stderr);
}
