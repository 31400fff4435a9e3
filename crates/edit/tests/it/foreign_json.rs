//! JSON as other people and programs write it: where one word is changed, that word is the difference.

use crate::foreign::check;
use perfil_edit::Format;

fn json(text: &str, place: &str, old: &str, new: &str) {
    check(Format::Json, text, place, old, new);
    check(Format::Json, &text.replace('\n', "\r\n"), place, old, new);
}

#[test]
fn a_resume_of_another_schema() {
    let text = r#"{
    "$schema" : "https://example.org/resume/schema.json",
    "meta"    : { "theme":"quiet", "lastModified":"2024-05-01T10:00:00" },
    "work"    : [
        { "name":"Harbour \u0026 Sons", "startDate":"2019-03",
          "highlights":[ "Kept 14 cranes \"turning\"", "caf\u00e9 at noon" ] },
        { "name": "Tide Works","x-internal": { "id": 7 , "tags":[ ] } }
    ],
    "basics"  : {"label":"Crane engineer",   "name":"Marta Nowak"}
}
"#;
    json(text, "basics.label", "engineer", "operator");
    json(text, "work.0.name", "Sons", "Daughters");
    json(text, "work.0.highlights.0", "turning", "lifting");
    json(text, "work.0.highlights.1", "noon", "dusk");
    json(text, "meta.theme", "quiet", "loud");
}

#[test]
fn a_file_of_a_program_that_writes_one_line() {
    let text = "{\"zeta\":null,\"basics\":{\"name\":\"Ilse Brandt\",\"url\":\"https:\\/\\/ilse.example\"},\"basics2\":[[],{},[{\"k\":\"last\"}]]}";
    json(text, "basics.name", "Ilse", "Else");
    json(text, "basics.url", "ilse", "else");
    json(text, "basics2.2.0.k", "last", "first");
}

#[test]
fn a_file_with_tabs_and_commas_first() {
    let text = "{\n\t\"skills\": [\n\t\t{ \"name\": \"Rust\" }\n\t\t, { \"name\": \"Welding\" }\n\t]\n\t, \"notes\": \"none\"\n}";
    json(text, "skills.1.name", "Welding", "Sewing");
    json(text, "notes", "none", "some");
}
