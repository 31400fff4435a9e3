//! Long names, places and periods beside each other: nothing is cramped, and nothing overflows.

use super::browser::Browser;
use super::engine::Setup;
use super::site::{Site, publish};
use serde::Deserialize;
use serde_json::json;
use std::fs;
use tempfile::TempDir;

/// A company of ninety letters, and one of a single word as long.
const COMPANIES: [&str; 2] = [
    "The International Research and Development Association for Distributed Systems Engineering",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsverwaltu",
];

const PLACE: &str = "Santa María de los Buenos Aires, Ciudad Autónoma, Argentina";

/// An entry's header as it is laid out.
#[derive(Debug, Deserialize)]
struct Header {
    entry: f64,
    title: f64,
    /// How many lines the period has.
    lines: usize,
    /// Whether title and period cover each other.
    is_covered: bool,
}

const HEADERS: &str = "[...document.querySelectorAll('.entry')].map(entry => {
    const title = entry.querySelector('.entry-title').getBoundingClientRect();
    const when = entry.querySelector('.entry-when').getBoundingClientRect();
    return {
        entry: entry.getBoundingClientRect().width,
        title: title.width,
        lines: new Set([...entry.querySelector('.period').getClientRects()]
            .map(box => Math.round(box.top))).size,
        is_covered: title.right > when.left + 1 && title.bottom > when.top + 1
            && title.top < when.bottom - 1,
    };
})";

/// What reaches beyond the sections.
const OUTSIDE: &str = "(sections => [...sections.querySelectorAll('*')].filter(part =>
        part.getBoundingClientRect().right > sections.getBoundingClientRect().right + 1)
    .map(part => part.outerHTML))(document.querySelector('.sections'))";

fn site() -> (TempDir, TempDir) {
    let (content, dist) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let settings = json!({
        "title": "Long names", "baseUrl": "https://long.example/", "languages": ["en", "es"],
        "defaultLanguage": "en", "profiles": ["ada"],
    });
    let items = COMPANIES.iter().flat_map(|name| {
        [json!(PLACE), json!(null)].map(|place| {
            let mut entry = json!({
                "name": name, "position": "Principal Software Engineer",
                "startDate": "2019-09", "endDate": "2023-11",
                "highlights": ["A result."],
            });
            if place.is_string() {
                entry["location"] = place;
            }
            entry
        })
    });
    let profile = json!({
        "version": 1, "name": "Ada Lovelace",
        "sections": [{
            "id": "work", "title": "Work", "kind": "timeline", "items": items.collect::<Vec<_>>(),
        }],
    });
    fs::create_dir_all(content.path().join("profiles")).unwrap();
    fs::write(content.path().join("site.json"), settings.to_string()).unwrap();
    fs::write(content.path().join("profiles/ada.json"), profile.to_string()).unwrap();
    publish(content.path(), &dist.path().join("site"));
    (content, dist)
}

#[tokio::test]
async fn a_long_company_has_room_beside_its_dates() {
    assert!(COMPANIES.iter().all(|name| name.chars().count() == 90));
    let (_content, dist) = site();
    let site = Site::of(&dist.path().join("site")).await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/en/").await;
    for width in [360, 414, 600, 768, 1024, 1280] {
        browser.resize(width, 900).await;
        let headers: Vec<Header> = browser.get(HEADERS).await;
        assert_eq!(headers.len(), 4);
        for header in &headers {
            assert!(!header.is_covered, "{width}: {header:?}");
            assert!(header.title >= header.entry * 0.55, "{width}: {header:?}");
            assert_eq!(header.lines, 1, "{width}: a period is broken: {header:?}");
        }
        let outside: Vec<String> = browser.get(OUTSIDE).await;
        assert_eq!(outside, Vec::<String>::new(), "{width}");
    }
}
