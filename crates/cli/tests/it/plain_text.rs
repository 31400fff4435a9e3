//! Plain text: headings, lists and wrapped lines.

use crate::documents::{document, json_of, sections};
use perfil_source::Node;
use serde_json::json;

#[test]
fn plain_text_has_headings_and_lists_of_any_kind() {
    let text = "Ada Lovelace\r\nAnalyst\r\nada@example.org\r\n\r\nExperience\r\n- Engines\r\n  of all kinds\r\n- Notes\r\n\r\n\
        Languages:\r\n\r\n* French: fluent\r\n* Latin: some\r\n";
    assert_eq!(
        sections("ada.txt", text),
        [
            ("list".to_owned(), "Experience".to_owned(), 2),
            ("languages".to_owned(), "Languages".to_owned(), 2)
        ]
    );
}

#[test]
fn plain_text_has_headings_in_capitals() {
    let text = "ADA LOVELACE\n\nANALYST\n\nLondon | ada@ada.example\n\nSUMMARY\nShe wrote notes.\n\n\
                EXPERIENCE:\nEngine Works, 1842 - 1843\n• Numbers\n• Notes\n\nSQL, AWS\n\n\
                FORMACIÓN Y MÁS\n\nAt home\n";
    let section =
        |kind: &str, title: &str, items: usize| (kind.to_owned(), title.to_owned(), items);
    assert_eq!(
        sections("ada.txt", text),
        [
            section("prose", "SUMMARY", 0),
            section("timeline", "EXPERIENCE", 1),
            section("prose", "FORMACIÓN Y MÁS", 0),
        ]
    );
    let written = json_of(&document("ada.txt", text.as_bytes()).unwrap().node);
    assert_eq!(written["headline"], "ANALYST");
    assert_eq!(
        written["sections"][1]["items"][0],
        json!({
            "name": "Engine Works",
            "startDate": "1842",
            "endDate": "1843",
            "summary": "SQL, AWS",
            "highlights": ["Numbers", "Notes"],
        })
    );
}

#[test]
fn wrapped_and_underlined_plain_text_is_read_as_intended() {
    let long = "She wrote down, before there was any machine that could have done it, how\nnumbers \
                are worked out.";
    let text = format!(
        "Ada Lovelace\n============\nAnalyst\nWebsite: https://ada.example/\nFrench: fluent\n\n{long}\n\n\
         Short line\n\nWork\n----\n\n{long}\nOxford\n\nHow\n---\n1. Read it\n2. Write it\n"
    );
    assert_eq!(
        sections("ada.txt", &text),
        [
            ("prose".to_owned(), String::new(), 0),
            ("prose".to_owned(), "Work".to_owned(), 0),
            ("steps".to_owned(), "How".to_owned(), 2),
        ]
    );
    let node = document("ada.txt", text.as_bytes()).unwrap().node;
    let field = |key: &str| node.get(key).and_then(Node::as_str);
    assert_eq!(field("name"), Some("Ada Lovelace"));
    assert_eq!(field("headline"), Some("Analyst"));
    assert_eq!(field("url"), Some("https://ada.example/"));
    assert_eq!(field("summary"), Some(long.replace('\n', " ").as_str()));
    let fact = node.get("facts").map_or(&[][..], Node::elements);
    assert_eq!(fact[0].get("text").and_then(Node::as_str), Some("fluent"));
    let work = node.get("sections").map_or(&[][..], Node::elements)[1].get("text");
    let expected = format!("{}\\\nOxford", long.replace('\n', " "));
    assert_eq!(work.and_then(Node::as_str), Some(expected.as_str()));
}
