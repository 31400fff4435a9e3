//! Names of skills, one per line, and after an empty line a text in which they are searched.

#![no_main]

use serde_json::{Value, json};

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (names, text) = input.split_once("\n\n").unwrap_or((input, "Rust"));
    let skills: Vec<Value> = names.lines().map(|name| json!({ "name": name })).collect();
    let profile = json!({
        "version": 1,
        "name": "Ada",
        "sections": [
            { "id": "skills", "kind": "skills", "title": "Skills", "items": skills },
            { "id": "text", "kind": "prose", "title": "Text", "text": text },
        ],
    });
    fuzz::profile("ada.json", profile.to_string().as_bytes());
});
