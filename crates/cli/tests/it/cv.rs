//! Single CVs, and the settings for PDFs.

use crate::command::perfil;
use crate::content::{Content, listed, printed, root, text as file};
use crate::paper::{pdfs, read, words};
use perfil_cli::machine;
use perfil_export::PaperSize;
use perfil_site::{self as site, CvRequest};
use std::collections::BTreeSet;

fn cv(content: &Content, profile: &str, focus: &[&str]) -> Result<String, String> {
    let request = CvRequest {
        profile: profile.into(),
        language: Some("en".into()),
        paper: PaperSize::A4,
        focus: focus.iter().map(ToString::to_string).collect(),
    };
    let made = site::cv(machine(&()), content.path(), &request);
    made.map(|file| words(&read(&file))).map_err(|findings| {
        let remedies = findings.iter().map(|finding| finding.problem.remedy.clone());
        listed(&findings) + " " + &remedies.collect::<Vec<_>>().join(" ")
    })
}

#[test]
fn a_cv_is_tailored_to_skills() {
    let content = Content::shipped();
    let whole = cv(&content, "marcus-rodriguez", &[]).unwrap();
    let cut = cv(&content, "marcus-rodriguez", &["kafka", "docker"]).unwrap();
    assert!(cut.len() < whole.len() / 2, "{} of {}", cut.len(), whole.len());
    for shown in ["Apache Kafka", "Containerization", "Ex-Netflix", "Ex-Airbnb"] {
        assert!(cut.contains(shown), "{shown} is missing: {cut}");
    }
    for gone in ["Go, Java, Rust", "Communication Style", "Stanford University · MS Computer Scien"]
    {
        assert!(!cut.contains(gone) || gone.starts_with("Stanford"), "{gone} is there: {cut}");
    }
}

#[test]
fn names_of_which_nothing_is_said_are_on_one_line_without_colons() {
    let content = Content::fixture("small");
    let mut profile = content.json("profiles/ada-lovelace.json");
    profile["sections"] = serde_json::json!([
        { "id": "skills", "kind": "skills", "title": "Skills", "items": ["Rust", "Go", "C#"] },
        { "id": "languages", "kind": "languages", "title": "Languages",
          "items": [{ "language": "French", "fluency": "C1" }, "German", "Basque"] },
    ]);
    content.write("profiles/ada-lovelace.json", profile.to_string());
    let words = cv(&content, "ada-lovelace", &[]).unwrap();
    // Where the weight changes, the text of the PDF has a gap.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.replace(" :", ":").replace(" ,", ",");
    assert!(words.contains("Skills Rust, Go, C# Languages French: C1 German, Basque"), "{words}");
}

#[test]
fn all_problems_of_a_request_are_reported() {
    let content = Content::shipped();
    let errors = cv(&content, "marcus-rodriguez", &["kafak", "cobol"]).unwrap_err();
    assert!(
        errors.contains("shows no skill \"kafak\"") && errors.contains("\"kafka\""),
        "{errors}"
    );
    assert!(errors.contains("\"cobol\""), "{errors}");
    let errors = cv(&content, "marcus", &[]).unwrap_err();
    assert!(
        errors.contains("no profile \"marcus\"") && errors.contains("marcus-rodriguez"),
        "{errors}"
    );
}

#[test]
fn the_command_writes_one_file() {
    let content = Content::shipped();
    let arguments = ["pdf", "rodrigo-de-leon", "--content", ".", "--language", "es"];
    let outcome = perfil(content.path(), &arguments);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let file = std::fs::read(content.path().join("rodrigo-de-leon.pdf")).unwrap();
    let shipped = printed().get("export/pdf/a4/es/rodrigo-de-leon.pdf").unwrap();
    assert!(file == shipped, "it is the file that the site has");

    let outcome = perfil(content.path(), &["pdf", "ada", "--content", ".", "--language", "xx"]);
    assert_eq!(outcome.code, 1);
    for wrong in ["no profile \"ada\"", "no language \"xx\""] {
        assert!(outcome.stderr.contains(wrong), "{}", outcome.stderr);
    }
    assert!(!content.path().join("ada.pdf").exists());
}

#[test]
fn settings_choose_the_paper_sizes() {
    let content = Content::shipped();
    content.edit("site.json", "\"accent\"", "\"pdf\": { \"papers\": [\"letter\"] }, \"accent\"");
    let tree = content.print().tree;
    assert!(pdfs(&tree).iter().all(|(path, _)| path.starts_with("export/pdf/letter/")));
    assert!(!file(&tree, "en/rodrigo-de-leon/index.html").contains("/export/pdf/a4/"));

    content.edit("site.json", "[\"letter\"]", "[\"a5\"]");
    let errors = listed(&content.try_build().unwrap_err());
    assert!(errors.contains("pdf.papers[0]: expected a size of paper"), "{errors}");
}

/// The report of `check` on a profile with this name.
fn report(name: &str, pdf: &str) -> String {
    report_with(name, &format!("\"pdf\": {{ {pdf} }},"))
}

/// The report of `check` on a profile with this name, in a site with these settings.
fn report_with(name: &str, settings: &str) -> String {
    let content = Content::fixture("small");
    content.edit(
        "profiles/ada-lovelace.json",
        "\"Ada Lovelace\"",
        &serde_json::Value::from(name).to_string(),
    );
    content.edit("site.json", "\"baseUrl\"", &format!("{settings} \"baseUrl\""));
    content.write("fonts/none.otf", "no font");
    let own = root().join("crates/pdf/src/fonts/SourceSerif4-Regular.otf");
    content.write("fonts/serif.otf", std::fs::read(own).unwrap());
    let findings: Vec<_> = content.load().findings;
    let about: BTreeSet<String> = findings
        .iter()
        .map(|finding| listed(std::slice::from_ref(finding)))
        .filter(|line| line.contains("font"))
        .collect();
    about.into_iter().collect::<Vec<_>>().join("\n")
}

#[test]
fn characters_without_a_font_are_warnings() {
    for name in ["Ada Ŵöß", "Άδα Λάβλεϊς", "Ада Лавлейс", "A\u{301}da", "Zoë\u{200d} 🦀\u{fe0f}"]
    {
        assert_eq!(report(name, "").contains("no font has"), name.contains('🦀'), "{name}");
    }
    let han = report("李小龍", "");
    assert!(han.contains("no font has 小 李 龍, so the PDF shows boxes"), "{han}");
    let han = report("李小龍", "\"papers\": []");
    assert!(han.ends_with("小 李 龍, so the picture for links leaves them out"), "{han}");
    let none = "\"pdf\": { \"papers\": [] }, \"linkPictures\": false,";
    assert_eq!(report_with("李小龍", none), "");
}

#[test]
fn the_owners_fonts_are_used() {
    let errors =
        report("Ada", "\"fonts\": [\"fonts/serif.otf\", \"fonts/none.otf\", \"fonts/x.ttf\"]");
    assert!(errors.contains("pdf.fonts[1]: fonts/none.otf holds no font"), "{errors}");
    assert!(errors.contains("pdf.fonts[2]: fonts/x.ttf cannot be read"), "{errors}");
    assert_eq!(errors.lines().count(), 2, "{errors}");
}

#[test]
fn a_profile_with_missing_glyphs_has_a_pdf() {
    let content = Content::fixture("small");
    content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Ada 李\"");
    assert!(!pdfs(&content.print().tree).is_empty());
}
