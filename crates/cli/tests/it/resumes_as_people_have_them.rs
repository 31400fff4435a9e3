//! Kinds of fault from the field: small résumés of `tests/data/json-resume/people`, each with what is
//! right.

use crate::content::{Content, data, listed, text};
use crate::json_resume::ADA;
use crate::page::Page;
use perfil_site::{Built, Finding};
use serde_json::{Value, json};
use std::fs;

/// A site of one résumé.
struct Site {
    built: Built,
}

impl Site {
    fn of(name: &str) -> Self {
        Self::written(&content(name))
    }

    fn resume(resume: &Value) -> Self {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        Self::written(&content)
    }

    fn written(content: &Content) -> Self {
        Self { built: content.build() }
    }

    fn page(&self) -> String {
        let page = Page::of(&self.built.tree, "en/index.html");
        let read = page.select("main")[0].text().concat();
        read.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn html(&self) -> &str {
        text(&self.built.tree, "en/index.html")
    }

    fn file(&self, format: &str) -> &str {
        text(&self.built.tree, &format!("export/{format}/en/ada-lovelace.{format}"))
    }

    fn json(&self) -> Value {
        serde_json::from_str(self.file("json")).unwrap()
    }

    fn warnings(&self) -> Vec<String> {
        self.built.findings.iter().map(|found| found.problem.message.clone()).collect()
    }

    /// The warnings, without those about translations.
    fn reported(&self) -> Vec<String> {
        let is_about_file = |message: &String| !message.contains("not written in");
        self.warnings().into_iter().filter(is_about_file).collect()
    }

    #[track_caller]
    fn shows(&self, words: &[&str]) {
        let page = self.page();
        for word in words {
            assert!(page.contains(word), "{word:?} is not on the page: {page}");
        }
    }

    #[track_caller]
    fn hides(&self, words: &[&str]) {
        let files = self.built.tree.iter();
        for (path, bytes) in files {
            // What a page is made of has such words for other reasons.
            let is_of_person = path.contains("export/") || path.ends_with("en/index.html");
            let written = String::from_utf8_lossy(bytes);
            let written = written.split("</head>").last().unwrap_or_default();
            for word in words.iter().filter(|_| is_of_person) {
                assert!(!written.contains(word), "{word:?} is in {path}");
            }
        }
    }
}

fn content(name: &str) -> Content {
    let content = Content::fixture("small");
    content.write(ADA, fs::read(data().join("json-resume/people").join(name)).unwrap());
    content
}

#[test]
fn every_file_builds_with_warnings_at_most_and_shows_no_machine_path() {
    for file in fs::read_dir(data().join("json-resume/people")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name == "rxresume-v4.json" || name == "pair-meta.es.json" {
            continue;
        }
        let content = content(&name);
        let built = content.try_build().unwrap_or_else(|found| panic!("{name}: {}", listed(&found)));
        let site = Site { built };
        for path in ["[0]", "basics.", "$."] {
            let page = site.page();
            assert!(!page.contains(path), "{name}: {path} in {page}");
        }
    }
}

#[test]
fn a_volunteer_is_not_employed_and_a_school_is_no_employer() {
    let site = Site::of("volunteer-exported-as-work.json");
    let json = site.json();
    assert_eq!(json["volunteer"][0]["organization"], "Red Cross");
    assert_eq!(json["education"][0]["institution"], "Hill High School");
    assert_eq!(json.get("work"), None);
    let html = site.html();
    let linked = html.split("application/ld+json").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(!linked.contains("worksFor") && !linked.contains("Red Cross"), "{linked}");
    let alumni = linked.split("alumniOf").nth(1).unwrap();
    assert!(alumni.contains("Hill High School"), "{linked}");
}

#[test]
fn keywords_are_shown_as_they_are_written() {
    let site = Site::of("keyword-lost.json");
    let line = "Oracle, PL/SQL, K8s, Kubernetes, JS, JavaScript";
    site.shows(&[line]);
    for format in ["txt", "md"] {
        assert!(site.file(format).contains(line), "{}", site.file(format));
    }
    let written = json!(["Oracle", "PL/SQL", "K8s", "Kubernetes", "JS", "JavaScript"]);
    assert_eq!(site.json()["work"][0]["keywords"], written);
}

#[test]
fn a_project_has_its_type() {
    let site = Site::of("project-type.json");
    site.shows(&["Designer, application"]);
    assert_eq!(site.reported(), [""; 0]);
    assert_eq!(site.json()["projects"][0]["type"], "application");
}

#[test]
fn a_picture_elsewhere_is_a_warning() {
    let site = Site::of("image-remote.json");
    let page = site.html().split("</head>").last().unwrap().to_owned();
    assert!(!page.contains("avatars.example.com") && !page.contains("basics.image"));
    assert_eq!(site.reported().len(), 1, "{:?}", site.reported());
    assert_eq!(site.json()["basics"]["image"], "https://avatars.example.com/u/1?v=4");
    Site::of("image-data-uri.json").hides(&["iVBORw0KGgo"]);
    let missing = Site::of("image-slash.json");
    assert!(missing.reported().iter().any(|it| it.contains("no file me.webp")), "{:?}", missing.reported());
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
fn what_belongs_to_a_file_is_no_conflict_between_languages() {
    let content = content("pair-meta.json");
    let spanish = fs::read(data().join("json-resume/people/pair-meta.es.json")).unwrap();
    content.write("profiles/ada-lovelace.es.json", spanish);
    let built = content.build();
    let errors: Vec<&Finding> = built.findings.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty());
    assert!(text(&built.tree, "en/index.html").contains("Hello"));
    assert!(text(&built.tree, "es/index.html").contains("Hola"));
    let site = Site { built };
    assert_eq!(site.reported(), [""; 0]);
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
fn a_reference_without_a_text_has_its_contact() {
    let site = Site::of("reference-contact.json");
    site.shows(&["References", "Jane Doe", "Manager", "jane@acme.example", "555-0112"]);
    let reference = &site.json()["references"][0];
    let expected = json!({ "name": "Jane Doe", "relationship": "Manager",
        "email": "jane@acme.example", "phone": "555-0112" });
    assert_eq!(*reference, expected);
    Site::resume(&json!({ "basics": { "name": "Ada" }, "references": [{ "name": "Bob Roe" }] }))
        .shows(&["References", "Bob Roe"]);
}

#[test]
fn a_profile_needs_no_address() {
    let site = Site::of("profile-without-url.json");
    site.shows(&["Telegram @ada", "Twitter ada"]);
    let profiles = &site.json()["basics"]["profiles"];
    assert_eq!(profiles[0], json!({ "network": "Telegram", "username": "@ada" }));
    assert_eq!(profiles[1], json!({ "network": "Twitter", "username": "ada" }));
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
fn lists_have_other_names() {
    let site = Site::of("old-section-names.json");
    site.shows(&["Work", "Initech", "Dev", "January 2019", "Built.", "Certificates", "CKA", "May 2021"]);
    assert_eq!(site.json()["work"][0]["name"], "Initech");
    assert_eq!(site.json()["certificates"][0]["issuer"], "CNCF");
}

#[test]
fn nothing_is_published_that_was_not_meant() {
    let site = Site::of("flags-and-comments.json");
    site.hides(&["Old label", "3f2a", "pinned", "isCurrentRole", "Secret draft", "todo: fix", "Zeta", "120k"]);
    let told = site.reported().join("\n");
    for path in ["label_disabled", "work[0].id", "work[0].pinned", "-publications", "_comment", "_jobApplication"] {
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
fn a_file_states_its_language() {
    let site = Site::of("language-key.json");
    assert!(site.html().contains("lang=\"de\""));
    assert!(!site.page().contains("More"));
    assert_eq!(site.reported().iter().filter(|it| it.contains("language")).count(), 0);
}

#[test]
fn positions_are_roles() {
    let site = Site::of("positions.json");
    let page = Page::of(&site.built.tree, "en/index.html");
    assert_eq!(page.select(".role").len(), 2);
    site.shows(&["Initech", "Manager", "Engineer", "Grew team"]);
}

#[test]
fn titles_are_in_the_language_of_the_page() {
    let content = content("japanese-site.json");
    let mut site = content.json("site.json");
    site["languages"] = json!(["ja"]);
    site["defaultLanguage"] = json!("ja");
    site["title"] = json!("山田 花子");
    content.write("site.json", site.to_string());
    fs::copy(content.path().join("locales/en.json"), content.path().join("locales/ja.json")).unwrap();
    let built = content.try_build().unwrap_or_else(|found| panic!("{}", listed(&found)));
    assert!(text(&built.tree, "ja/index.html").contains("職歴"));
    let about_english: Vec<_> =
        built.findings.iter().filter(|found| found.problem.message.contains("\"en\"")).collect();
    assert!(about_english.is_empty(), "{about_english:?}");
}

#[test]
fn the_files_of_other_programs_are_named() {
    let told = |resume: &Value| {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        content.load().findings.iter().map(|it| it.problem.message.clone()).collect::<Vec<_>>().join("\n")
    };
    let findings = content("rxresume-v4.json").load().findings;
    let errors: Vec<_> = findings.iter().filter(|found| found.is_error()).collect();
    assert_eq!(errors.len(), 1, "{}", listed(&findings));
    assert_eq!(errors[0].problem.message, "this is a file of Reactive Resume");
    assert!(errors[0].problem.remedy.contains("JSON Resume"));
    let inside = json!({ "resume": { "basics": { "name": "Ada" } } });
    assert!(told(&inside).contains("inside the key \"resume\""));
    let yaml = json!({ "content": { "basics": { "name": "Ada" } }, "locale": {} });
    assert!(told(&yaml).contains("YAMLResume"));
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
