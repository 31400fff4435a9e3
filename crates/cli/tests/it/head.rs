//! The head of a profile: what it gathers from the rest, and what it leaves out.

use crate::content::Content;
use crate::page::{self, Page};
use serde_json::{Value, json};

/// Builds the page of a profile with these fields.
fn built(fields: &Value) -> Page {
    let content = Content::fixture("every-kind");
    let mut profile = json!({ "version": 1, "name": "Ada Lovelace" });
    profile.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    content.write("profiles/nothing.json", profile.to_string());
    Page::of(&content.build().tree, "en/nothing/index.html")
}

fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.select(selector).into_iter().map(page::text).collect()
}

fn work(items: &Value) -> Value {
    let education = json!({
        "id": "education", "title": "Education", "kind": "timeline",
        "items": [{ "name": "UC", "studyType": "BS", "startDate": "1999", "endDate": "2001" }]
    });
    let work = json!({ "id": "work", "title": "Work", "kind": "timeline", "items": items });
    let group = json!({ "id": "all", "title": "All", "kind": "group", "sections": [work] });
    json!({ "sections": [education, group] })
}

#[test]
fn experience_is_counted_from_what_is_known() {
    let cases = [
        (
            json!([{ "name": "A", "duration": "P4Y" }, { "name": "B", "duration": "P3Y6M" }]),
            "7 years 6 months",
        ),
        (json!([{ "name": "A", "startDate": "2014-03" }]), "Since 2014"),
        (
            json!([
                { "name": "A", "startDate": "2016", "endDate": "2018-05" },
                { "name": "B", "startDate": "2014", "endDate": "2017" }
            ]),
            "2014 – 2018",
        ),
        (json!([{ "name": "A", "startDate": "2014", "endDate": "2014-09" }]), "2014"),
        (
            json!([{ "name": "A", "roles": [
                { "position": "Lead", "startDate": "2019" },
                { "position": "Engineer", "startDate": "2015", "endDate": "2019" }
            ] }]),
            "Since 2015",
        ),
    ];
    for (items, expected) in cases {
        let page = built(&work(&items));
        let years = texts(&page, ".experience dd:not(.employers)");
        let years: Vec<_> = years.iter().map(|text| text.replace(',', "")).collect();
        assert_eq!(years, [expected], "{items}");
    }
    // Degrees are no experience, and what has neither dates nor lengths tells no time.
    assert!(texts(&built(&work(&json!([]))), ".experience").is_empty());
    let page = built(&work(&json!([{ "name": "A" }])));
    assert!(texts(&page, ".experience dd:not(.employers)").is_empty());
    assert_eq!(texts(&page, ".employers"), ["A"]);
}

#[test]
fn employers_are_named_once_and_lead_to_their_entries() {
    let items = ["A", "B", "A", "C", "D", "E"]
        .map(|name| json!({ "name": name, "startDate": "2014", "endDate": "2015" }));
    let page = built(&work(&json!(items)));
    assert_eq!(texts(&page, ".employers a"), ["A", "B", "C", "D"]);
    for link in page.select(".employers a") {
        let id = link.value().attr("href").unwrap().trim_start_matches('#');
        assert_eq!(page.select(&format!("[id='{id}'].entry")).len(), 1, "{id}");
    }
}

#[test]
fn figures_are_those_of_the_results_unless_the_owner_chose() {
    let figure = |value: &str| json!({ "value": value, "label": "users" });
    let metric = |title: &str, values: &[&str]| {
        let figures: Vec<_> = values.iter().map(|value| figure(value)).collect();
        json!({ "title": title, "figures": figures })
    };
    let items = json!([
        metric("Streaming", &["200M+", "99.99%"]),
        metric("Too long for a head", &["several hundreds of thousands"]),
        metric("Payments", &["40%"]),
        metric("Search", &["60%", "3×", "12"])
    ]);
    let section = json!({ "id": "results", "title": "Results", "kind": "metrics", "items": items });
    let mut fields = json!({ "sections": [section] });
    let page = built(&fields);
    assert_eq!(texts(&page, ".highlight-value"), ["200M+", "40%", "60%", "99.99%"]);
    assert_eq!(texts(&page, ".highlight-context")[0], "Streaming");
    assert!(
        page.select(".highlights a").iter().all(|it| it.value().attr("href") == Some("#results"))
    );

    fields["figures"] = json!([{ "value": "3", "label": { "en": "patents", "es": "patentes" } }]);
    let page = built(&fields);
    assert_eq!(texts(&page, ".highlights"), ["3 patents"]);
    assert!(page.select(".highlights a").is_empty());
}

#[test]
fn nothing_private_is_in_the_head() {
    let items = json!([
        { "private": { "name": "Secret Employer", "startDate": "1990" } },
        { "name": "B", "startDate": "2014" }
    ]);
    let mut fields = work(&items);
    fields["email"] = json!({ "private": "ada@example.org" });
    fields["figures"] = json!([{ "private": { "value": "99" } }, { "value": "3" }]);
    let page = built(&fields);
    assert_eq!(texts(&page, ".highlights"), ["3"]);
    assert_eq!(texts(&page, ".employers"), ["B"]);
    assert_eq!(texts(&page, ".experience dd:not(.employers)"), ["Since 2014"]);
    assert!(page.select(".hero a[href^='mailto:']").is_empty());
}
