//! Documents become profiles that contain all of their text.

use crate::content::root;
use perfil_import::{ImportContext, Imported, Source, import};
use perfil_model::profile::Profile;
use perfil_source::Problem;
use perfil_source::{Context, Node, Value};
use serde_json::{Map, Value as Json, json};
use std::fs;

fn seed(name: &str) -> String {
    fs::read_to_string(root().join("tests/data/seeds").join(name)).unwrap()
}

pub(crate) fn json_of(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => json!(value),
        Value::Number(value) => json!(value),
        Value::String(text) => json!(text),
        Value::Array(elements) => elements.iter().map(json_of).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|member| (member.key.clone(), json_of(&member.value)));
            Json::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// A profile in English only, without what documents do not contain: the accent colour, and skills
/// that are listed by hand.
fn in_english(value: &Json) -> Json {
    match value {
        Json::Object(members) if members.contains_key("en") => members["en"].clone(),
        Json::Object(members) => {
            let hidden = ["skills", "accent", "$schema", "language", "version", "countryCode"];
            let visible = members.iter().filter(|(key, _)| !hidden.contains(&key.as_str()));
            let visible = visible.map(|(key, value)| (key.clone(), in_english(value)));
            Json::Object(visible.collect())
        }
        Json::Array(items) => items.iter().map(in_english).collect(),
        other => other.clone(),
    }
}

fn shipped(slug: &str) -> Json {
    let file = root().join(format!("public/profiles/{slug}.json"));
    in_english(&serde_json::from_slice(&fs::read(file).unwrap()).unwrap())
}

pub(crate) fn document(name: &str, bytes: &[u8]) -> Result<Imported, Vec<Problem>> {
    let context = ImportContext::default();
    import(&[Source { name, bytes, language: None }], &context)
}

fn imported(name: &str) -> Imported {
    document(name, seed(name).as_bytes()).unwrap()
}

/// Reads the profile as a site does; it must have no problems.
fn read(node: &Node) -> Profile {
    let mut context = Context::new(vec!["en".to_owned()]);
    let profile = Profile::read(node, &mut context);
    let (problems, _) = context.finish();
    assert_eq!(problems, []);
    profile.unwrap()
}

#[test]
fn the_long_document_becomes_the_shipped_profile() {
    let Imported { node, report, .. } = imported("marcus-rodriguez.md");
    assert_eq!(report, []);
    read(&node);
    let mut imported = in_english(&json_of(&node));
    let mut expected = shipped("marcus-rodriguez");
    // Two labels repeat in other words what the document has around the figure.
    for profile in [&mut imported, &mut expected] {
        let results = profile.pointer_mut("/sections/6/sections/0/items").unwrap();
        for item in results.as_array_mut().unwrap() {
            let figures = item["figures"].as_array_mut().unwrap();
            figures.iter_mut().filter(|it| it["value"].as_str().unwrap().ends_with("0%")).for_each(
                |figure| {
                    figure.as_object_mut().unwrap().remove("label");
                },
            );
        }
    }
    assert_eq!(format!("{imported:#}"), format!("{expected:#}"));
}

#[test]
fn the_plain_text_becomes_the_shipped_profile() {
    let Imported { node, report, .. } = imported("rodrigo-de-leon.txt");
    let messages: Vec<&str> = report.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["\"English · Español\" is left out: a site offers its languages itself"]);
    read(&node);
    let imported = in_english(&json_of(&node));
    assert_eq!(format!("{imported:#}"), format!("{:#}", shipped("rodrigo-de-leon")));
}

/// The sections of a document: kind, title, and number of items.
pub(crate) fn sections(name: &str, text: &str) -> Vec<(String, String, usize)> {
    let imported = document(name, text.as_bytes()).unwrap();
    read(&imported.node);
    let json = json_of(&imported.node);
    let sections = json["sections"].as_array().unwrap().iter().map(|section| {
        let word = |key: &str| section[key].as_str().unwrap_or_default().to_owned();
        (word("kind"), word("title"), section["items"].as_array().map_or(0, Vec::len))
    });
    sections.collect()
}

#[test]
fn all_content_of_markdown_is_kept() {
    let text = "# Ada\n\nada@example.org | +44 20 7946 0000 | [Site](https://ada.example) | London, UK\n\n\
        Analyst.\n\n## Work\n\n> Well said.\n\n```rust\nfn main() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\
        <b>raw</b> [bad](https://fine.example) text\n\n## Empty\n\n## Steps\n\n1. One\n2. **Two:** more\n   - inner\n\n\
        ## Empty\n\n### Inner\n\ntext\n";
    let imported = document("ada.md", text.as_bytes()).unwrap();
    assert_eq!(imported.report, []);
    let profile = json_of(&imported.node);
    assert_eq!(profile["email"], "ada@example.org");
    assert_eq!(profile["phone"], "+44 20 7946 0000");
    assert_eq!(profile["links"], json!([{ "label": "Site", "url": "https://ada.example" }]));
    assert_eq!(profile["location"], json!({ "city": "London", "region": "UK" }));
    assert_eq!(profile["summary"], "Analyst.");
    let all = profile.to_string();
    assert_eq!(profile["sections"][2]["items"][1], json!({ "term": "1", "text": "2" }));
    for word in ["Well said.", "fn main() {}", "**raw**", "inner", "Empty"] {
        assert!(all.contains(&json!(word).to_string()[1..=word.len()]), "{word} in {all}");
    }
    read(&imported.node);
    let ids: Vec<&str> = profile["sections"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|section| section["id"].as_str())
        .collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
}

#[test]
fn front_matter_is_read() {
    let text = "---\nname: \"Ada Lovelace\"\ntitle: Analyst\nlanguage: en\npronouns: she\n---\n\
        ## Skills\n- Languages: Rust, C (C11, C17)\n- Tools: git\n";
    let imported = document("x.md", text.as_bytes()).unwrap();
    let profile = json_of(&imported.node);
    assert_eq!(profile["name"], "Ada Lovelace");
    assert_eq!(profile["headline"], "Analyst");
    assert_eq!(profile["facts"], json!([{ "label": "pronouns", "text": "she" }]));
    assert_eq!(
        profile["sections"][0]["items"][0]["keywords"],
        json!(["Rust", { "name": "C", "keywords": ["C11", "C17"] }])
    );
    read(&imported.node);
}

#[test]
fn reference_links_keep_their_urls() {
    let text = "# Ada\n\n## Work\n\nThe [Engine][1], [Babbage], [*notes*][] and [it][none].\n\n\
                - An item with [![a face][face]][1]\n  and [more](https://more.example/)\n\n\
                > Quoted [there][1]\n\n\
                [1]: https://engine.example/ 'An \"engine\"'\n\
                [babbage]: <https://babbage.example/a b>\n[*notes*]: https://notes.example/?<>\n\
                [face]: face.png\n";
    let written = json_of(&document("ada.md", text.as_bytes()).unwrap().node);
    let engine = "(https://engine.example/)";
    assert_eq!(
        written["sections"][0]["text"],
        format!(
            "The [Engine (An \"engine\")]{engine}, [Babbage](<https://babbage.example/a b>), \
             [*notes*](https://notes.example/?%3C%3E) and \\[it\\]\\[none\\]."
        )
    );
    assert_eq!(
        written["sections"][1]["items"][0]["text"],
        format!("An item with [a face (An \"engine\")]{engine} and [more](https://more.example/)")
    );
    assert_eq!(written["sections"][2]["text"], format!("Quoted [there (An \"engine\")]{engine}"));
}

#[test]
fn text_next_to_a_url_is_kept() {
    let parts = |line: &str| {
        let text = format!("# Ada\n\n{line}\n\n## Work\n\n- Numbers\n");
        let written = json_of(&document("ada.md", text.as_bytes()).unwrap().node);
        let first = &written["sections"][0]["text"];
        [&written["headline"], &written["location"]["city"], first].map(Clone::clone)
    };
    let none = Json::Null;
    let mail = "ada@ada.example";
    assert_eq!(
        parts(&format!("Analyst | London | Remote | {mail}")),
        ["Analyst", "London", "Remote"]
    );
    assert_eq!(
        parts(&format!("London, UK · Analyst · {mail}")),
        [json!("Analyst"), json!("London"), none.clone()]
    );
    assert_eq!(
        parts(&format!("Analyst\nLondon | {mail}")),
        [json!("Analyst"), json!("London"), none]
    );
}

#[test]
fn invalid_documents_are_explained() {
    let large = vec![b'a'; perfil_source::MAX_FILE_BYTES + 1];
    let problems = document("ada.md", &large).unwrap_err();
    assert_eq!(problems[0].message, "the file is larger than 4 MiB");
    let imported = document("ada.md", b"# A\n\xff").unwrap();
    let said: Vec<_> = imported.report.iter().map(|it| it.message.as_str()).collect();
    let message = "line 2: the byte 0xFF is not UTF-8, so the file is read as windows-1252";
    assert!(said.contains(&message), "{said:?}");
    // In any case it is a person with a name.
    let deep = ["(".repeat(9_000), "> ".repeat(9_000), "- ".repeat(3_000), "#".repeat(70)].concat();
    let parts = format!("## Skills\n- a: {}{}\n", "x (".repeat(9_000), ")".repeat(9_000));
    for text in
        ["", "\u{feff}", "\n\n", "---\n", "---\nname: x", "**", "- ", "1.", "## ", &deep, &parts]
    {
        for name in ["ada-lovelace.md", "ada-lovelace.txt"] {
            let imported = document(name, text.as_bytes()).unwrap();
            let mut context = Context::new(vec!["en".to_owned()]);
            assert!(Profile::read(&imported.node, &mut context).is_some(), "{name} {text:.40}");
        }
    }
}

#[test]
fn an_unsafe_link_is_left_out_with_a_warning_at_its_position() {
    let text = "# Ada\n\n## Notes\n\n[x](javascript:alert(1)) and [y](cv.pdf)\n";
    let imported = document("ada.md", text.as_bytes()).unwrap();
    read(&imported.node);
    assert_eq!(json_of(&imported.node)["sections"][0]["text"], "x and y");
    let [first, second] = imported.report.as_slice() else { panic!("{:?}", imported.report) };
    assert_eq!(first.message, "a link to \"javascript\" is not safe to publish, so it is left out");
    assert_eq!(first.span.clone().unwrap().start, text.find('[').unwrap());
    assert_eq!(second.message, "a relative link leads nowhere on a site, so it is left out");
}

#[test]
fn empty_parts_are_omitted() {
    let text = "# Ada\n\n[](https://ada.example/) | https://\n\n## Skills\n\n- **Engines:**\n\
                - **Numbers:** all of them\n- : no name\n\n#\n\n**:** nothing\n";
    let imported = document("ada.md", text.as_bytes()).unwrap();
    read(&imported.node);
    let written = json_of(&imported.node);
    assert_eq!(written["links"][0]["label"], "ada.example");
    assert!(!written.to_string().contains("\"\""), "{written}");
}

#[test]
fn characters_that_no_page_shows_are_left_out() {
    let text = "# Ada · An\u{2}alyst ##\n\n## Work\n\n- Numbers\n";
    let imported = document("ada.md", text.as_bytes()).unwrap();
    read(&imported.node);
    assert_eq!(json_of(&imported.node)["headline"], "Analyst");
}
