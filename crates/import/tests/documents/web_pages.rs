//! Web pages: saved, exported and published CVs.

use crate::{EMAIL, NAME, at, check, file, imported};
use perfil_import::{ImportContext, Imported, Source, import};
use perfil_source::Problem;

pub(super) fn read(name: &str, bytes: &[u8]) -> Imported {
    let source = Source { name, bytes, language: None };
    import(&[source], &ImportContext::default()).expect("the page is read")
}

/// Returns the text of a file as a page whose body is this.
pub(super) fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><title>Mira Solano</title><body><h1>Mira Solano</h1>{body}"
    )
}

#[test]
fn a_page_has_structure_and_no_chrome() {
    let json = check(
        "page.html",
        &[
            NAME,
            EMAIL,
            ("language", "en"),
            ("headline", "Backend Engineer"),
            ("phone", "+351 912 345 678"),
            ("links/0/label", "GitHub"),
            ("sections/0/kind", "timeline"),
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel & Sons"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
            (
                "sections/0/items/0/highlights/0",
                "Moved the [billing](https://mira.example.org/cv/talks/billing.html) to events",
            ),
            ("sections/0/items/1/name", "Petrel"),
            ("sections/0/items/1/startDate", "2016-02-01"),
            ("sections/0/items/1/endDate", "2019-03-31"),
            ("sections/1/kind", "skills"),
            ("sections/1/items/0/keywords/1", "Go"),
            ("sections/2/kind", "languages"),
            ("sections/2/items/1/fluency", "C1"),
        ],
    );
    assert!(json.contains("Rust, PostgreSQL"), "{json}");
    for left_out in
        ["cookies", "Home", "Secret", "Hidden", "JavaScript", "Your name", "Powered", "¶", "script"]
    {
        assert!(!json.contains(left_out), "{left_out}: {json}");
    }
    let report = file("page.html").report;
    let unsafe_links: Vec<&Problem> =
        report.iter().filter(|it| it.message.contains("javascript")).collect();
    assert_eq!(unsafe_links.len(), 1, "{report:?}");
}

#[test]
fn microformats_say_what_each_part_is() {
    check(
        "h-resume.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Gardener of graphs"),
            ("location/city", "Porto"),
            ("sections/0/title", "What I did"),
            ("sections/0/kind", "timeline"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Keeper of Looms"),
            ("sections/0/items/0/startDate", "2019-04-01"),
            ("sections/0/items/0/endDate", "2021-03-31"),
            ("sections/0/items/0/location", "Lisbon"),
            ("sections/0/items/0/url", "https://kestrel.example"),
            ("sections/0/items/0/summary", "Kept the looms."),
            ("sections/0/items/1/name", "Petrel"),
            ("sections/0/items/1/position", "Weaver"),
            ("sections/0/items/1/startDate", "2021-04"),
            ("sections/0/items/1/endDate", ""),
            ("sections/0/items/1/highlights/1", "Mended"),
            ("sections/0/items/2/name", "Heron"),
            ("sections/0/items/2/roles/0/position", "Second"),
            ("sections/0/items/2/roles/0/endDate", "2018-01"),
            ("sections/0/items/2/roles/1/duration", "P2Y"),
            ("sections/1/items/0/name", "Loom Academy"),
            ("sections/1/items/0/studyType", "BSc"),
        ],
    );
    check(
        "hresume.html",
        &[
            NAME,
            EMAIL,
            ("language", "en"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Loom keeper"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
            ("sections/0/items/0/summary", "Kept the looms."),
        ],
    );
}

#[test]
fn schema_says_who_the_person_is() {
    let json = check(
        "schema.html",
        &[
            NAME,
            EMAIL,
            ("language", "pt-BR"),
            ("headline", "Tecelã de dados"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Falcão"),
            ("sections/0/items/0/position", "Guardiã"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
        ],
    );
    assert_eq!(json.matches("Tecelã").count(), 1, "{json}");
    assert_eq!(json.matches("github.com").count(), 1, "{json}");
    assert_eq!(json.matches("social.example/@mira").count(), 1, "{json}");
}

#[test]
fn pages_of_word_processors_have_lists_and_headings() {
    let json = check(
        "word.htm",
        &[
            NAME,
            EMAIL,
            ("language", "en-GB"),
            ("sections/0/title", "EXPERIENCE"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/1/items/0/name", "University of Porto"),
        ],
    );
    assert!(!json.contains("Somebody") && !json.contains("note"), "{json}");
    check(
        "google-docs.html",
        &[
            NAME,
            EMAIL,
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/endDate", "2021-03"),
            ("sections/0/items/0/highlights/0", "Moved the billing to JavaScript"),
        ],
    );
}

#[test]
fn pages_of_other_programs_are_read() {
    let json = check(
        "docutils.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Software Engineer"),
            ("phone", "+351 912 345 678"),
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/1/items/0/name", "University of Porto"),
        ],
    );
    assert!(!json.contains("Contents"), "{json}");
    let json = check(
        "saved-profile.html",
        &[
            NAME,
            ("headline", "Software Engineer"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/1/items/0/name", "Heron Club"),
            ("sections/1/items/0/position", "Treasurer"),
            ("sections/1/items/0/startDate", "2020-01"),
        ],
    );
    assert_eq!(json.matches("Kestrel").count(), 1, "{json}");
    assert!(!json.contains("Feed") && !json.contains("Legal"), "{json}");
    let empty =
        page("").replace("<h1>Mira Solano</h1>", "<div id=app></div><script src=a.js></script>");
    let report = imported("cv.html", &empty).report;
    assert!(report.iter().any(|it| it.message.contains("scripts")), "{report:?}");
}

#[test]
fn the_name_is_first_whatever_column_it_is_in() {
    check(
        "columns.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Software Engineer"),
            ("sections/0/kind", "skills"),
            ("sections/1/title", "Experience"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/0/startDate", "2019-04"),
        ],
    );
}

#[test]
fn the_portrait_can_be_in_the_page() {
    let picture = "iVBORw0KGgo".repeat(40);
    let text = page(&format!("<img alt='Portrait' src='data:image/png;base64,{picture}'><p>a"));
    let found = imported("cv.html", &text).portrait.expect("there is a portrait");
    assert!(found.starts_with(b"\x89PNG"), "{found:?}");
    let small =
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='https://a.example/m.jpg'>";
    let imported = imported("cv.html", &page(small));
    assert_eq!(imported.portrait, None);
    assert_eq!(at(&imported.node, "imageUrl"), "https://a.example/m.jpg");
}

#[test]
fn the_language_is_that_of_the_sentences() {
    let text = "<html lang=en><h1>Mira Solano</h1><h2>Perfil</h2><p>Soy ingeniera de datos con \
        muchos años de experiencia en empresas de logística, y me gusta trabajar con personas que \
        quieren aprender cada día algo nuevo.</p>";
    assert_eq!(at(&imported("cv.html", text).node, "language"), "es");
    let stated = page("<p>Some words.</p>").replace("lang=en", "lang=de_AT");
    assert_eq!(at(&imported("cv.html", &stated).node, "language"), "de-AT");
}

#[test]
fn hidden_addresses_and_plain_texts_are_read() {
    let mut hidden = "42".to_owned();
    hidden.extend("mira@example.org".bytes().map(|byte| format!("{:02x}", byte ^ 0x42)));
    let text = page(&format!("<p><span class=__cf_email__ data-cfemail={hidden}>[hidden]</span>"));
    assert_eq!(at(&imported("cv.html", &text).node, "email"), "mira@example.org");
    let plain = "<html><body><pre>Mira Solano\nmira@example.org\n\nWORK\n\nKestrel &amp; Sons, Engineer\n\
        2019 - 2021\n- Halved the bill\n</pre></body></html>";
    let node = imported("cv.html", plain).node;
    assert_eq!(at(&node, "name"), "Mira Solano");
    assert_eq!(at(&node, "sections/0/items/0/startDate"), "2019");
}
