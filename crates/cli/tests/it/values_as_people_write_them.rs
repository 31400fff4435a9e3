//! Values of a résumé as people write them: dates, addresses, numbers, signs, marks.

use crate::content::text;
use crate::page::Page;
use crate::resume_site::Site;
use serde_json::json;

#[test]
fn a_picture_elsewhere_is_a_warning() {
    let site = Site::of("image-remote.json");
    let page = site.html().split("</head>").last().unwrap().to_owned();
    assert!(!page.contains("avatars.example.com") && !page.contains("basics.image"));
    assert_eq!(site.reported().len(), 1, "{:?}", site.reported());
    assert_eq!(site.json()["basics"]["image"], "https://avatars.example.com/u/1?v=4");
    Site::of("image-data-uri.json").hides(&["iVBORw0KGgo"]);
    let missing = Site::of("image-slash.json");
    assert!(
        missing.reported().iter().any(|it| it.contains("no file me.webp")),
        "{:?}",
        missing.reported()
    );
    missing.hides(&["me.webp"]);
}

#[test]
fn a_country_is_named_in_the_language_of_the_reader() {
    let site = Site::of("country-not-shown.json");
    site.shows(&["Tokyo, Japan"]);
    assert!(text(&site.built.tree, "es/index.html").contains("Tokyo, Japón"));
    assert_eq!(site.json()["basics"]["location"], json!({ "city": "Tokyo", "countryCode": "JP" }));
    let named = Site::of("country-name-in-code.json");
    named.shows(&["Caracas, Venezuela"]);
    let location = json!({ "city": "Caracas", "countryCode": "Venezuela" });
    assert_eq!(named.json()["basics"]["location"], location);
    let code = Site::of("postal-code.json");
    code.shows(&["2712 Broadway St, San Francisco, California CA 94115, United States"]);
    for format in ["txt", "md"] {
        assert!(code.file(format).contains("CA 94115"), "{}", code.file(format));
    }
    let card = code.file("vcf").replace("\r\n ", "");
    assert!(card.contains("CA 94115;United States"), "{card}");
    let doubled = Site::of("location-doubled.json").page();
    assert!(doubled.contains("Wien") && !doubled.contains("Wien, Wien"), "{doubled}");
}

#[test]
fn dates_are_read_in_many_forms() {
    let site = Site::of("dates-month-names.json");
    site.shows(&["August 2014", "July 2016", "February 2014", "January 2015", "October 2012"]);
    site.shows(&["2009 – present", "October 2012 – present"]);
    // A season is a year and more, so it is said as it is written.
    site.shows(&["Start date: Summer 2009"]);
    let first = Site::of("dates-day-on-first.json");
    first.shows(&["December 2013", "December 2014"]);
    assert!(!first.page().contains("December 1"));
    let odd = Site::resume(&json!({ "basics": { "name": "Ada" }, "work": [
        { "name": "A", "startDate": 2014, "endDate": "2016-6-1" },
        { "name": "B", "startDate": "03/2018", "endDate": "Till date" },
        { "name": "C", "startDate": "2014-08-01T00:00:00Z", "endDate": "2015-08-31T00:00:00Z" },
        { "name": "D", "startDate": "long ago", "endDate": "03/04/2018" },
        { "name": "E", "startDate": "2019", "endDate": "2018" },
        { "name": "F", "dates": "März 2012 – heute" },
    ] }));
    odd.shows(&["2014 – June 1, 2016", "March 2018 – present", "August 1, 2014 – August 31, 2015"]);
    odd.shows(&["Start date: long ago", "End date: 03/04/2018", "March 2012"]);
}

#[test]
fn telephones_dial_what_is_written() {
    assert!(Site::of("phone-ext.json").html().contains("\"tel:9125554321;ext=5\""));
    let site = Site::of("phone-trunk-zero.json");
    assert!(site.html().contains("\"tel:+4917658158410\""));
    assert!(site.file("vcf").contains("tel:+4917658158410"));
    let two = json!({ "basics": { "name": "Ada", "phone": ["+1 555 010 0199", "on request"] } });
    let site = Site::resume(&two);
    site.shows(&["+1 555 010 0199", "Phone on request"]);
    assert!(site.html().contains("\"tel:+15550100199\""));
}

#[test]
fn addresses_lead_somewhere_or_are_no_links() {
    assert!(Site::of("email-mailto.json").html().contains("\"mailto:ada@example.org\""));
    let files = Site::of("file-as-host.json");
    files.hides(&["https://resume.pdf", "https://index-en.html"]);
    let told = files.reported();
    assert_eq!(told.iter().filter(|it| it.contains("leads nowhere")).count(), 2, "{told:?}");
    let relative = Site::of("relative-url.json");
    relative.shows(&["PDF Download"]);
    relative.hides(&["pdf/resume-en.pdf"]);
    assert!(Site::of("url-without-name.json").html().contains("href=\"https://train.example/\""));
}

#[test]
fn signs_are_characters_and_tags_are_not_shown() {
    let site = Site::of("html-tags.json");
    site.hides(&["&lt;b&gt;", "&lt;strong", "&lt;br"]);
    site.shows(&["Work on metadata and more", "Led a team"]);
    assert!(site.reported().iter().any(|it| it.contains("HTML")), "{:?}", site.reported());
    Site::of("link-definition.json").shows(&["[GitHub]: https://github.com/ada/x", "Other"]);
    let signs = Site::of("markdown-minus.json");
    signs.shows(&["> 100 users", "- 20 % cost", "+ 5 points", "Maintained __init__"]);
}

#[test]
fn a_certificate_has_its_dates() {
    let site = Site::of("certificate-dates.json");
    site.shows(&["April 30, 2023 – April 30, 2026"]);
    let certificate = &site.json()["certificates"][0];
    assert_eq!(certificate["startDate"], "2023-04-30");
    assert_eq!(certificate["endDate"], "2026-04-30");
}

#[test]
fn nothing_is_published_that_was_not_meant() {
    let site = Site::of("flags-and-comments.json");
    site.hides(&[
        "Old label",
        "3f2a",
        "pinned",
        "isCurrentRole",
        "Secret draft",
        "todo: fix",
        "Zeta",
        "120k",
    ]);
    let told = site.reported().join("\n");
    for path in [
        "label_disabled",
        "work[0].id",
        "work[0].pinned",
        "-publications",
        "_comment",
        "_jobApplication",
    ] {
        assert!(told.contains(path), "{path} in {told}");
    }
    let marked = Site::resume(&json!({ "basics": { "name": "Ada" }, "work": [
        { "name": "Shown", "teamSize": 5 }, { "name": "Sesame", "visible": false },
        { "name": "Sesame", "isPrivate": "yes" }, { "name": "Sesame", "hidden": 1 },
    ], "jobAd": "Sesame", "$notes": "Sesame" }));
    marked.hides(&["Sesame"]);
    marked.shows(&["Shown", "Team size: 5"]);
    assert_eq!(marked.json()["work"][0]["teamSize"], "5");
}

#[test]
fn a_score_reads_as_a_grade() {
    let site = Site::of("score-as-bullet.json");
    site.shows(&["Grade: 4.0", "DB1101 - Basic SQL"]);
    let page = Page::of(&site.built.tree, "en/index.html");
    let points: Vec<String> = page.select("li li").iter().map(|it| it.text().concat()).collect();
    assert!(points.iter().all(|point| !point.contains("4.0")), "{points:?}");
    assert!(site.file("txt").contains("Grade: 4.0\n"), "{}", site.file("txt"));
    assert_eq!(site.json()["education"][0]["score"], "4.0");
}

#[test]
fn an_ordinary_file_builds_whatever_the_types_of_its_values() {
    let site = Site::resume(&json!({
        "basics": { "name": "Ada", "label": ["Engineer", "Author"], "summary": ["One.", "Two."],
            "email": "ada at example", "url": "not a page", "location": "Berlin, Germany",
            "phone": 4_915_112_345_u64, "profiles": { "github": "https://github.com/ada" } },
        "work": { "company": "Alone", "position": 7, "highlights": "Did it", "keywords": "Go, Rust",
            "location": { "city": "Porto", "countryCode": "PT" } },
        "education": ["Hill School"],
        "skills": { "Languages": ["Rust", { "name": "Go", "level": 3 }], "Other": "Git, Make" },
        "languages": [{ "language": "English", "fluency": 5 }, "German"],
        "interests": "Chess, Go",
        "awards": [{ "title": "Prize", "url": "https://prize.example/", "date": "sometime" }],
        "publications": "none", "volunteer": true, "meta": "x", "$schema": 7,
        "projects": [null, {}, { "description": "Nameless", "url": "javascript:alert(1)" }],
        "references": [{ "reference": "Good." }],
    }));
    site.shows(&["Engineer, Author", "One.", "Two.", "ada at example", "Berlin, Germany"]);
    site.shows(&["Alone", "Did it", "Go, Rust", "Porto", "Hill School", "Languages", "Go (3)"]);
    site.shows(&["English", "German", "Chess", "Prize", "Date: sometime", "Nameless", "Good."]);
    assert!(site.html().contains("href=\"https://prize.example/\""));
}
