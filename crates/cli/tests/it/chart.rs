//! The chart of work, education and projects: a list of links that is also a drawing.

use crate::content::{Content, shipped};
use crate::html::ElementRef;
use crate::page::{Page, text};
use perfil_site::Tree;
use serde_json::{Value, json};

/// A page of a profile with these sections, in a language of its site.
fn page(sections: Value, language: &str) -> Page {
    Page::of(&site(sections), &format!("{language}/index.html"))
}

fn site(sections: Value) -> Tree {
    let content = Content::fixture("arabic");
    let settings = json!({
        "title": "Charts",
        "baseUrl": "https://charts.example/",
        "languages": ["en", "ar"],
        "defaultLanguage": "en",
        "profiles": ["layla-haddad"],
    });
    content.write("site.json", settings.to_string());
    let profile = json!({ "version": 1, "language": "en", "name": "Layla", "sections": sections });
    content.write("profiles/layla-haddad.json", profile.to_string());
    content.build().tree
}

fn work(items: Value) -> Value {
    json!([{ "id": "work", "title": "Work", "kind": "timeline", "items": items }])
}

/// Where the bars of a row begin and end, in percent.
fn bars(row: ElementRef<'_>) -> Vec<(f64, f64)> {
    let rects = row.descendants().into_iter().filter(|element| element.value().name() == "rect");
    let number = |element: &ElementRef, name: &str| -> f64 {
        element.value().attr(name).unwrap().strip_suffix('%').unwrap().parse().unwrap()
    };
    rects.map(|rect| (number(&rect, "x"), number(&rect, "x") + number(&rect, "width"))).collect()
}

/// The whole length of each row's bars.
fn spans(page: &Page) -> Vec<(f64, f64)> {
    let rows = page.select(".chart-row").into_iter().map(bars);
    rows.map(|bars| {
        let start = bars.iter().map(|bar| bar.0).fold(f64::MAX, f64::min);
        let end = bars.iter().map(|bar| bar.1).fold(f64::MIN, f64::max);
        (start, end)
    })
    .collect()
}

#[test]
fn every_row_links_to_its_entry_and_has_a_text() {
    for language in ["en", "es"] {
        let page = Page::of(shipped(), &format!("{language}/marcus-rodriguez/index.html"));
        let rows = page.select(".chart a");
        assert_eq!(rows.len(), 4);
        for (row, entry) in rows.iter().zip(page.select("#professional-experience .entry")) {
            let target = row.value().attr("href").unwrap().strip_prefix('#').unwrap();
            assert_eq!(entry.value().attr("id"), Some(target));
            let shown = text(entry);
            for part in row.descendants().into_iter().filter(|part| part.value().name() == "span") {
                assert!(shown.contains(&text(part)), "{} in {shown}", text(part));
            }
        }
    }
    let page = Page::of(shipped(), "en/marcus-rodriguez/index.html");
    assert_eq!(text(page.select(".chart a")[0]), "Ex-Netflix Backend Infrastructure Team 4 years");
}

#[test]
fn durations_without_dates_are_drawn_and_marked() {
    let page = Page::of(shipped(), "es/marcus-rodriguez/index.html");
    let expected = [100.0, 75.0, 75.0, 50.0].map(|end| (0.0, end));
    assert_eq!(spans(&page), expected);
    assert_eq!(page.select(".chart-dashed").len(), 4);
    assert_eq!(page.select(".chart-note").len(), 1);
    let labels: Vec<_> = page.select(".chart-axis text").into_iter().map(text).collect();
    assert_eq!(labels, ["1 año", "2 años", "3 años", "4 años"]);
}

#[test]
fn a_profile_without_any_date_has_no_chart() {
    for language in ["en", "es"] {
        let page = Page::of(shipped(), &format!("{language}/rodrigo-de-leon/index.html"));
        assert_eq!(page.select(".chart").len(), 0);
    }
    let page = page(work(json!([{ "name": "Metro" }])), "en");
    assert_eq!(page.select(".chart, .entry[id]").len(), 0);
}

#[test]
fn overlaps_gaps_and_ongoing_work_are_drawn() {
    let items = json!([
        { "name": "Metro", "roles": [
            { "position": "Lead", "startDate": "2018-01" },
            { "position": "Engineer", "startDate": "2016-01", "endDate": "2018-12" },
        ] },
        { "name": "Tram", "startDate": "2010-01", "endDate": "2013-12" },
    ]);
    let page = page(work(items), "en");
    let [whole, lead, engineer, tram] = spans(&page).try_into().unwrap();
    assert_eq!(whole, (engineer.0, 100.0));
    assert!(lead.0 < engineer.1, "the roles overlap");
    assert!(tram.1 < engineer.0, "there is a gap");
    assert_eq!((tram.0, lead.1), (0.0, 100.0), "what goes on ends with the axis");
    // Somebody who held one role reads it beside the organisation, so roles are not links of their
    // own.
    assert_eq!(page.select(".chart a").len(), 2);
    assert_eq!(page.select(".chart-roles li").len(), 2);
    let periods: Vec<_> = page.select(".chart-period").into_iter().map(text).collect();
    assert_eq!(periods[0], "January 2016 – present");
}

#[test]
fn a_year_alone_has_soft_ends_and_a_month_has_not() {
    let soft = |start: &str, end: &str| {
        let entry = json!([{ "name": "Metro", "startDate": start, "endDate": end }]);
        page(work(entry), "en").select(".chart-soft").len()
    };
    assert_eq!(soft("2010", "2014"), 2);
    assert_eq!(soft("2010-02", "2014-03"), 0);
    assert_eq!(soft("2010", "2014-03"), 1);
}

#[test]
fn a_chart_on_a_right_to_left_page_is_mirrored() {
    let tree = site(work(json!([
        { "name": "Metro", "startDate": "2014-01", "endDate": "2019-12" },
        { "name": "Tram", "startDate": "2010-01", "endDate": "2011-12" },
    ])));
    let [left, right] = ["en", "ar"].map(|tag| Page::of(&tree, &format!("{tag}/index.html")));
    let mirrored: Vec<_> =
        spans(&left).into_iter().map(|(start, end)| (100.0 - end, 100.0 - start)).collect();
    let close = |a: f64, b: f64| (a - b).abs() < 0.02;
    for (right, left) in spans(&right).into_iter().zip(mirrored) {
        assert!(close(right.0, left.0) && close(right.1, left.1), "{right:?} {left:?}");
    }
    let place = |page: &Page| {
        let first = page.select(".chart-axis text")[0];
        first.value().attr("x").unwrap().to_owned()
    };
    assert_eq!((place(&left).as_str(), place(&right).as_str()), ("0.00%", "100.00%"));
}

#[test]
fn the_ids_of_entries_clash_with_no_section() {
    let entry = json!({ "name": "Metro", "startDate": "2014" });
    let page = page(
        json!([
            { "id": "work-1", "title": "First", "kind": "timeline", "items": [entry, entry] },
            { "id": "work", "title": "Work", "kind": "timeline", "items": [entry, entry] },
            { "id": "work-1-1", "title": "Other", "kind": "projects", "items": [entry] },
        ]),
        "en",
    );
    let ids = page.attributes("id");
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    assert_eq!(page.select(".entry[id]").len(), 5);
    let groups: Vec<_> = page.select(".chart-group").into_iter().map(text).collect();
    assert_eq!(groups, ["First", "Work", "Other"]);
}

#[test]
fn names_in_the_chart_are_text_and_keep_their_language() {
    let entry = json!({ "name": "<b>Metro</b> & \"Co\"", "position": "Lead", "startDate": "2014" });
    let page = page(work(json!([entry])), "ar");
    assert_eq!(page.select(".chart b").len(), 0);
    assert_eq!(text(page.select(".chart-name")[0]), "<b>Metro</b> & \"Co\"");
    let borrowed = page.select(".chart-place [lang=en][dir=ltr]");
    assert_eq!(text(borrowed[0]), "Lead");
}
