//! Every field of the form: changed in the form, in the source, and found by a click on the page.

use super::browser::Browser;
use super::engine::Setup;
use super::every_field::{Edition, Leaf, Sample};
use super::site::Site;
use super::studio::{is_quiet, push, site, taken_file};
use super::studio_formats::{drop_file, write_source};
use perfil_model::profile::Content;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The markup of the page that is shown.
pub(crate) const MARKUP: &str =
    "document.querySelector('iframe').contentDocument.documentElement.outerHTML";

/// What is wrong with the document.
const PROBLEMS: &str = "[...document.querySelectorAll('.problems li')].map(it => it.textContent)";

/// Fields that no page shows, or only if others are absent.
const UNSEEN: &[&str] = &[
    // Its name is written beside it.
    "location.countryCode",
    // The page has them as data.
    "image",
    "projects.items.image",
    // Only other programs are told.
    "imageUrl",
    "lastModified",
    "timeline.list",
    // It decides the looks.
    "theme",
    // There are dates.
    "timeline.items.duration",
    "timeline.items.roles.duration",
];

/// Studio with a profile that has every field.
pub(crate) async fn every_field(sample: &Sample) -> (Site, TempDir, Browser) {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    drop_file(&browser, "site.zip", &sample.folder()).await;
    browser.wait("document.getElementById('f-name')").await;
    browser.see(PROBLEMS, Vec::<String>::new()).await;
    browser.wait(&format!("{MARKUP}.includes('<h1')")).await;
    (site, folder, browser)
}

/// The parts of a document: the person, and each section by its number.
pub(crate) fn parts(sample: &Sample) -> impl Iterator<Item = Option<usize>> + use<> {
    std::iter::once(None).chain((0..sample.kinds.len()).map(Some))
}

/// Shows a part with every object in it.
pub(crate) async fn show(browser: &Browser, sample: &Sample, part: Option<usize>) {
    let ids: Vec<&str> = sample.part(part).map(|leaf| leaf.id.as_str()).collect();
    browser
        .run(&format!(
            "window.ids = {ids};
            window.opened = new Set();
            document.querySelectorAll('.outline .part')[{index}].click();",
            ids = json!(ids),
            index = part.map_or(0, |index| index + 1),
        ))
        .await;
    // Each is opened once, and what is in it can only be opened then.
    browser
        .see(
            "(() => {
                for (const it of document.querySelectorAll('.form .toggle[aria-expanded=false]')) {
                    if (opened.has(it.id)) continue;
                    opened.add(it.id);
                    it.click();
                }
                return ids.filter(id => !document.getElementById(id));
            })()",
            Vec::<String>::new(),
        )
        .await;
}

/// Writes in fields as somebody does who replaces what is there.
pub(crate) const FILL: &str =
    "document.querySelectorAll('.form details').forEach(it => (it.open = true));
    for (const [id, text] of arguments[0]) {
        const field = document.getElementById(id);
        field.focus();
        if (field.matches('select, [type=range]')) {
            field.value = text;
            const event = field.matches('select') ? 'change' : 'input';
            field.dispatchEvent(new Event(event, { bubbles: true }));
        } else {
            field.select();
            document.execCommand('insertText', false, text);
        }
    }";

async fn fill(browser: &Browser, leaves: impl Iterator<Item = &Leaf>) {
    let values: Vec<_> = leaves.map(|leaf| (&leaf.id, &leaf.text)).collect();
    browser.run_with(FILL, json!([values])).await;
}

/// Writes in one field.
pub(crate) async fn fill_field(browser: &Browser, id: &str, text: &str) {
    browser.wait(&format!("document.getElementById({id:?})")).await;
    browser.run_with(FILL, json!([[(id, text)]])).await;
}

/// Waits until the page shows the values of these fields.
async fn is_shown(browser: &Browser, leaves: impl Iterator<Item = &Leaf>) {
    let seen = leaves.filter(|leaf| !UNSEEN.contains(&leaf.name.as_str()));
    let seen: Vec<_> = seen.map(|leaf| (&leaf.name, &leaf.text)).collect();
    let missing =
        format!("(page => {}.filter(([, text]) => !page.includes(text)))({MARKUP})", json!(seen));
    browser.see(&missing, Vec::<(String, String)>::new()).await;
}

/// Returns the file as it is now.
pub(crate) async fn source(browser: &Browser) -> String {
    String::from_utf8(taken_file(browser, "The profile alone").await).unwrap()
}

#[tokio::test]
async fn every_field_is_changed_in_the_form() {
    let (first, second) = (Sample::new(Edition::First), Sample::new(Edition::Second));
    assert_eq!(first.kinds, Content::KINDS);
    let (_site, _folder, browser) = every_field(&first).await;
    let mut expected = first.source();
    for part in parts(&first) {
        show(&browser, &first, part).await;
        is_shown(&browser, first.part(part)).await;
        fill(&browser, second.part(part)).await;
        is_shown(&browser, second.part(part)).await;
        for (before, after) in first.part(part).zip(second.part(part)) {
            expected = replaced(&expected, before, after);
        }
        assert_eq!(source(&browser).await, expected, "{part:?}");
    }
    assert_eq!(serde_json::from_str::<Value>(&expected).unwrap(), second.profile);
    is_quiet(&browser, "every field").await;
}

#[tokio::test]
async fn every_field_shows_what_is_changed_in_the_source() {
    let (first, second) = (Sample::new(Edition::First), Sample::new(Edition::Second));
    let (_site, _folder, browser) = every_field(&first).await;
    write_source(&browser, &second.source()).await;
    is_shown(&browser, second.leaves.iter()).await;
    push(&browser, "Form").await;
    for part in parts(&second) {
        show(&browser, &second, part).await;
        let written: Vec<_> = second.part(part).map(|leaf| (&leaf.id, &leaf.text)).collect();
        let others = format!(
            "{}.filter(([id, text]) => document.getElementById(id)?.value != text)",
            json!(written)
        );
        browser.see(&others, Vec::<(String, String)>::new()).await;
    }
    is_quiet(&browser, "every field").await;
}

#[tokio::test]
async fn every_text_of_the_page_leads_to_its_field() {
    let sample = Sample::new(Edition::First);
    let (_site, _folder, browser) = every_field(&sample).await;
    let mut all = Vec::new();
    for part in parts(&sample) {
        let texts = sample.part(part).filter(|leaf| leaf.is_text);
        let texts = texts.filter(|leaf| !UNSEEN.contains(&leaf.name.as_str()));
        let texts: Vec<_> = texts.map(|leaf| (&leaf.name, &leaf.id, &leaf.text)).collect();
        let lost = browser.run_with(CLICK, json!([texts])).await;
        all.extend(lost.as_array().unwrap().clone());
    }
    assert_eq!(all, Vec::<Value>::new());
    is_quiet(&browser, "every field").await;
}

#[tokio::test]
async fn of_the_same_texts_the_one_is_found_that_was_clicked() {
    let (site, _folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    let entry = json!({ "name": "Mill", "position": "Engineer", "startDate": "1842-03", "endDate": "1843-05" });
    let profile = json!({ "version": 1, "name": "Ada", "headline": "Engineer", "sections": [
        { "id": "work", "kind": "timeline", "title": "Work", "items": [entry, entry] },
    ] });
    drop_file(&browser, "ada.json", profile.to_string().as_bytes()).await;
    let all =
        "[...document.querySelector('iframe').contentDocument.querySelectorAll('main SELECTOR')]";
    for (selector, index, id) in [
        (".entry-position", 1, "items-1-position"),
        (".entry-name", 1, "items-1-name"),
        (".entry-position", 0, "items-0-position"),
        (".entry .period", 1, "items-1-startDate"),
        (".entry .period", 0, "items-0-startDate"),
    ] {
        let one = format!("{}[{index}]", all.replace("SELECTOR", selector));
        browser.wait(&one).await;
        browser.run(&format!("{one}.click()")).await;
        browser.see("document.activeElement.id", format!("f-sections-0-{id}")).await;
    }
    push(&browser, "Languages").await;
    browser.run(&format!("{}[0].click()", all.replace("SELECTOR", ".headline"))).await;
    browser.see("document.activeElement.id", "f-headline-en".to_owned()).await;
}

/// Clicks on each text of the page, and returns those that did not lead to their fields.
const CLICK: &str = "return (async () => {
        const lost = [];
        const page = document.querySelector('iframe').contentDocument;
        for (const [name, id, text] of arguments[0]) {
            const own = it => it.alt || it.textContent;
            const shown = [...page.querySelectorAll('main *')].findLast(it => own(it).includes(text));
            document.activeElement.blur();
            shown?.click();
            const end = performance.now() + 3000;
            // Several values may be one line, such as those of a place.
            const isThere = () =>
                shown && (own(shown).trim() == text
                    ? document.activeElement.id == id
                    : own(shown).includes(document.activeElement.value || '–'));
            while (!isThere() && performance.now() < end) await new Promise(done => setTimeout(done, 5));
            if (!isThere()) lost.push([name, shown?.outerHTML ?? 'not on the page', document.activeElement.id]);
        }
        return lost;
    })()";

/// Replaces one value in a file, and nothing else.
fn replaced(source: &str, before: &Leaf, after: &Leaf) -> String {
    let written = |leaf: &Leaf| match leaf.name.as_str() {
        "accent" => leaf.text.clone(),
        _ => format!("{:?}", leaf.text),
    };
    assert!(source.contains(&written(before)), "{before:?}");
    source.replacen(&written(before), &written(after), 1)
}
