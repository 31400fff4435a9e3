//! Dates that JSON Resume's schema cannot express, exported and read again.

use crate::content::Content;
use crate::export::{exported, schema};
use crate::json_resume::ADA;
use crate::round_trips::{again, check};
use serde_json::{Value, json};

#[test]
fn dates_that_the_schema_cannot_express_are_kept() {
    let content = Content::fixture("every-kind");
    let mut profile = content.json("profiles/everything.json");
    profile["sections"][4]["items"][0]["startDate"] = json!("0943-12");
    profile["sections"][4]["items"][0]["roles"][0]["startDate"] = json!("0944");
    profile["sections"][11]["items"][0]["date"] = json!("3001-02-03");
    content.write("profiles/everything.json", profile.to_string());
    let (_, imported) = again(&content, &content.build(), "json", "en");
    let written = imported[0].to_string();
    for date in ["0943-12", "0944", "3001-02-03"] {
        assert!(written.contains(date), "{date} in {written}");
    }
}

#[test]
fn an_end_before_its_start_is_exported_as_it_is_written() {
    let resume = json!({ "basics": { "name": "Ada", "email": "ada [at] engine.example" }, "work": [
        { "name": "Engine", "position": "Analyst", "startDate": "1843-05", "endDate": "1842-01" },
    ], "projects": [{ "name": "Notes", "startDate": "1843", "endDate": "1841" }] });
    let make = || {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        content
    };
    let built = make().build();
    let written: Value = serde_json::from_str(exported(&built.tree, "json")[0].1).unwrap();
    assert_eq!(written["work"][0]["endDate"], "1842-01");
    assert_eq!(written["projects"][0]["endDate"], "1841");
    assert_eq!(written["meta"]["perfil"]["facts"][0]["text"], "ada [at] engine.example");
    assert_eq!(schema().validate(&written), Ok(()));
    check(make, "json", &["en"]);
}
