//! Forms of profiles, and what changes of them edit.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "every file here is a test, which fails by panicking"
)]

use perfil_form::{
    Change, Control, Input, Kind, Languages, Part, PathStep, Writing, edits, form, languages,
    locate, outline, published, with_language,
};
use perfil_model::profile::Profile;
use perfil_source::{Context, Decode as _, Node, parse, reveal, to_json};

const PROFILE: &str = r#"{
  "version": 1,
  "language": "en",
  "name":   "Ada Lovelace",
  "headline": { "en": "Analyst", "es": "Analista" },
  "email": { "private": "ada@ada.example" },
  "odd": [1, 2],
  "sections": [
    { "id": "work", "kind": "timeline", "title": "Work", "items": [
      { "name": "Engine Works", "position": "Analyst", "startDate": "1842",
        "highlights": ["Wrote *the* notes"] }
    ] },
    { "id": "skills", "kind": "skills", "items": ["Numbers", { "name": "Looms", "keywords": ["Cards"] }] }
  ]
}
"#;

const ENGLISH: Languages = Languages { document: "en" };

fn tree(text: &str) -> Node {
    parse(text.as_bytes()).unwrap()
}

fn path(steps: &str) -> Vec<PathStep> {
    let step = |step: &str| step.parse().map_or(PathStep::Key(step.to_owned()), PathStep::Index);
    steps.split('.').map(step).collect()
}

/// Asserts that a change makes of one text another one, which is a valid profile.
#[track_caller]
fn check(change: Change, before: &str, after: &str) {
    let changed = edits(PROFILE, false, Profile::shape(), "en", &change);
    let changed = changed.unwrap_or_else(|problem| panic!("{problem:?}"));
    assert!(PROFILE.contains(before), "{before}");
    assert_eq!(changed, PROFILE.replacen(before, after, 1));
}

fn write(at: &str, language: &str, text: &str, writing: Writing) -> Change {
    let (language, text) = (language.to_owned(), text.to_owned());
    Change::Text { path: path(at), language, text, writing, is_required: false }
}

#[test]
fn every_field_of_a_profile_has_a_form() {
    fn walk(controls: &[Control], others: &mut Vec<String>) {
        for control in controls {
            match &control.input {
                Input::Record { fields } => walk(fields, others),
                Input::Items { items, .. } => {
                    items.iter().flat_map(|it| &it.fields).for_each(|it| walk(it, others));
                }
                Input::Other => others.push(control.key.clone()),
                _ => {}
            }
        }
    }
    let node = tree(PROFILE);
    let shape = Profile::shape();
    let head = form(&node, shape, &Part::Head, ENGLISH, &[]).unwrap();
    let mut others = Vec::new();
    walk(&head.fields, &mut others);
    for kind in outline(&node, shape, ENGLISH).kinds {
        let text =
            format!(r#"{{ "sections": [{{ "id": "x", "kind": "{kind}", "items": [{{}}] }}] }}"#);
        let open = [path("sections.0.items.0")];
        let part = form(&tree(&text), shape, &Part::Section(0), ENGLISH, &open).unwrap();
        assert!(part.fields.len() > 2, "{kind}");
        walk(&part.fields, &mut others);
    }
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn a_form_has_what_is_written() {
    let node = tree(PROFILE);
    let head = form(&node, Profile::shape(), &Part::Head, ENGLISH, &[]).unwrap();
    let find = |key: &str| head.fields.iter().find(|it| it.key == key).unwrap();
    let email = find("email");
    assert!(email.is_private);
    assert_eq!(email.path, path("email.private"));
    assert!(
        matches!(&email.input, Input::Line { kind: Kind::Email, value } if value == "ada@ada.example")
    );
    let Input::Text { texts, .. } = &find("headline").input else { panic!() };
    assert_eq!(texts.len(), 2);
    let Input::Text { texts, writing: Writing::Name } = &find("name").input else { panic!() };
    assert_eq!(texts, &[(String::new(), "Ada Lovelace".to_owned())]);
    let part = Part::Section(1);
    let skills = form(&node, Profile::shape(), &part, ENGLISH, &[]).unwrap();
    let Some(Input::Items { items, .. }) =
        skills.fields.iter().find(|it| it.key == "items").map(|it| it.input.clone())
    else {
        panic!()
    };
    assert_eq!(items.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), ["Numbers", "Looms"]);
    assert_eq!(items[0].text.as_ref().map(|it| it.path.clone()), Some(path("sections.1.items.0")));
}

#[test]
fn a_text_is_written_in_its_language() {
    check(
        write("headline", "es", "Analista jefe", Writing::Line),
        "\"Analista\"",
        "\"Analista jefe\"",
    );
    check(write("headline", "es", "", Writing::Line), ", \"es\": \"Analista\"", "");
    check(write("name", "", "Ada King", Writing::Name), "Ada Lovelace", "Ada King");
    check(
        write("sections.0.items.0.position", "es", "Analista", Writing::Line),
        "\"position\": \"Analyst\"",
        "\"position\": { \"en\": \"Analyst\", \"es\": \"Analista\" }",
    );
    check(
        write("sections.0.items.0.highlights.0", "en", "Wrote them", Writing::Prose),
        "Wrote *the* notes",
        "Wrote them",
    );
}

#[test]
fn lines_privacy_and_order_are_changed() {
    let line = |at: &str, value: &str| Change::Line {
        path: path(at),
        value: value.to_owned(),
        kind: Kind::Any,
    };
    check(line("sections.0.items.0.startDate", "1843-05"), "\"1842\"", "\"1843-05\"");
    check(line("email.private", "a@b.example"), "ada@ada.example", "a@b.example");
    let private = |at: &str, is_private| Change::Private { path: path(at), is_private };
    check(
        private("email.private", false),
        "{ \"private\": \"ada@ada.example\" }",
        "\"ada@ada.example\"",
    );
    let moved = Change::Move { path: path("sections.1.items"), from: 0, to: 1 };
    check(
        moved,
        "[\"Numbers\", { \"name\": \"Looms\", \"keywords\": [\"Cards\"] }]",
        "[{ \"name\": \"Looms\", \"keywords\": [\"Cards\"] }, \"Numbers\"]",
    );
}

#[test]
fn whatever_is_added_can_be_read() {
    let kinds = outline(&tree(PROFILE), Profile::shape(), ENGLISH).kinds;
    let mut changes: Vec<Change> = kinds
        .into_iter()
        .map(|kind| Change::Add {
            path: path("sections"),
            index: 2,
            kind: Some(kind),
            text: "New".into(),
        })
        .collect();
    for list in [
        "sections.0.items",
        "sections.0.items.0.roles",
        "sections.1.items",
        "links",
        "facts",
        "focus",
    ] {
        let index = usize::from(list.ends_with("items"));
        changes.push(Change::Add { path: path(list), index, kind: None, text: "New".into() });
    }
    changes.push(Change::Add {
        path: path("sections.1.items.0.keywords"),
        index: 0,
        kind: None,
        text: "New".into(),
    });
    for change in changes {
        let before = PROFILE.replace("  \"odd\": [1, 2],\n", "");
        let changed = edits(&before, false, Profile::shape(), "en", &change);
        let changed = changed.unwrap_or_else(|problem| panic!("{change:?}: {problem:?}"));
        let mut context = Context::new(vec!["en".into(), "es".into()]);
        Profile::read(&reveal(tree(&changed)), &mut context);
        let (problems, _) = context.finish();
        let errors: Vec<_> = problems.iter().filter(|it| it.is_error()).collect();
        assert!(errors.is_empty(), "{change:?}: {errors:?}\n{changed}");
    }
}

#[test]
fn the_languages_of_texts_are_counted() {
    assert_eq!(languages(&tree(PROFILE)), ["en", "es"]);
    assert_eq!(languages(&tree(r#"{ "name": "Ada", "url": "x" }"#)), Vec::<String>::new());
}

#[test]
fn a_text_of_the_page_is_found() {
    let node = tree(PROFILE);
    for (text, section, expected) in [
        ("Ada Lovelace", None, "name"),
        ("Wrote the notes", Some("work"), "sections.0.items.0.highlights.0"),
        ("Analyst", Some("work"), "sections.0.items.0.position"),
        ("Analyst", None, "headline.en"),
        ("Cards", Some("skills"), "sections.1.items.1.keywords.0"),
    ] {
        let spot = locate(&node, text, section, 0);
        assert_eq!(spot.map(|spot| spot.path), Some(path(expected)), "{text}");
    }
    assert_eq!(locate(&node, "…", None, 0), None);
}

#[test]
fn of_texts_that_are_the_same_the_one_is_found_that_was_meant() {
    let file = r#"{ "sections": [{ "id": "work", "kind": "timeline", "items": [
        { "name": "Mill", "startDate": "1842-03" },
        { "private": { "name": "Mill", "startDate": "1842-03" } },
        { "name": { "en": "Mill", "es": "Mill" }, "startDate": "1842-03" }
    ] }] }"#;
    for (text, index, expected) in [
        ("Mill", 0, "sections.0.items.0.name"),
        ("Mill", 1, "sections.0.items.2.name.en"),
        ("Mill", 7, "sections.0.items.2.name.en"),
        ("1842-03", 1, "sections.0.items.2.startDate"),
    ] {
        let spot = locate(&tree(file), text, Some("work"), index);
        assert_eq!(spot.map(|spot| spot.path), Some(path(expected)), "{text} {index}");
    }
}

#[test]
fn what_is_handed_to_anybody_has_nothing_private_and_no_other_file() {
    let picture = PROFILE.replacen("\"odd\"", "\"image\": \"images/ada.jpg\", \"odd\"", 1);
    let shared = to_json(&published(tree(&picture), Profile::shape()));
    for hidden in ["ada@ada.example", "private", "odd", "ada.jpg"] {
        assert!(!shared.contains(hidden), "{hidden} in {shared}");
    }
    for shown in
        ["\"version\": 1", "Analista", "Wrote *the* notes", "\"kind\": \"skills\"", "Cards"]
    {
        assert!(shared.contains(shown), "no {shown} in {shared}");
    }
    let mut context = Context::new(Vec::new());
    assert!(Profile::decode(&tree(&shared), &mut context).is_some());
}

#[test]
fn a_language_comes_after_the_others_and_only_once() {
    let settings = "{\n  \"languages\": [\"en\", \"es\"],\n  \"x\":  1\n}\n";
    let expected = settings.replacen("\"es\"]", "\"es\", \"de\"]", 1);
    assert_eq!(with_language(settings, "de").unwrap(), expected);
    assert!(with_language(settings, "es").is_err());
}
