//! Chosen skills show their evidence, and a tailored page starts with it.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, data, word};
use super::reading::{count, order, shown, texts, total};
use super::webdriver::Key;
use serde_json::Value;
use std::collections::BTreeSet;

/// The items that the build found as evidence of any of these skills.
fn proof(lang: &str, chosen: &[&str]) -> Vec<usize> {
    let page = data(&format!("/{lang}/{LONG}/"));
    let skills = page["body"]["profile"]["skills"].as_array().unwrap();
    let is_chosen = |skill: &&Value| chosen.iter().any(|id| skill["id"] == **id);
    let items: BTreeSet<usize> = skills
        .iter()
        .filter(is_chosen)
        .flat_map(|skill| skill["items"].as_array().unwrap())
        .map(|item| usize::try_from(item.as_u64().unwrap()).unwrap())
        .collect();
    items.into_iter().collect()
}

async fn asks(browser: &Browser, query: &str) {
    browser.see("location.search", query.to_owned()).await;
}

#[tokio::test]
async fn a_skill_shows_its_evidence_and_skills_combine() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        let total = total(&browser).await;
        browser.click(".skill-index summary").await;
        browser.click(".skill-index [value=kafka]").await;
        asks(&browser, "?skill=kafka").await;
        let kafka = proof(lang, &["kafka"]);
        assert!(kafka.len() > 1, "{kafka:?}");
        assert_eq!(shown(&browser).await, kafka);
        let count: String =
            browser.get("document.querySelector('.answer .chip .count').innerText").await;
        assert_eq!(count, kafka.len().to_string());

        // By keyboard, from the next chip.
        browser.run("document.querySelector('.skill-index [value=postgresql]').focus()").await;
        browser.press(' ').await;
        asks(&browser, "?skill=kafka,postgresql").await;
        assert_eq!(shown(&browser).await, proof(lang, &["kafka", "postgresql"]));
        browser.see("document.querySelectorAll('.chip[aria-pressed=true]').length", 4).await;

        browser.click(".answer [value=kafka]").await;
        asks(&browser, "?skill=postgresql").await;
        browser.back().await;
        asks(&browser, "?skill=kafka,postgresql").await;
        browser.back().await;
        asks(&browser, "?skill=kafka").await;
        browser.see("document.querySelectorAll('.answer .chip').length", 1).await;
        assert_eq!(shown(&browser).await, kafka);
        browser.press(Key::Escape).await;
        asks(&browser, "").await;
        assert_eq!(shown(&browser).await.len(), total);
        browser.is_silent("skills").await;
    }
}

#[tokio::test]
async fn a_skill_in_a_list_links_to_its_evidence() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.run("document.querySelector('.skill-link[href$=\"=docker\"]').focus()").await;
    browser.press(Key::Enter).await;
    asks(&browser, "?skill=docker").await;
    assert_eq!(shown(&browser).await, proof("en", &["docker"]));
    // The focus is visible.
    browser
        .wait("document.activeElement.checkVisibility() && document.activeElement != document.body")
        .await;
    // A name that combines two skills links to both.
    browser.open(&format!("/en/{LONG}/")).await;
    browser.run("document.querySelector('.skill-link[href*=\",\"]').click()").await;
    asks(&browser, "?skill=javascript,typescript").await;
    assert_eq!(shown(&browser).await, proof("en", &["javascript", "typescript"]));
}

#[tokio::test]
async fn a_url_selects_skills_and_reports_unknown_ones() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/?skill=kafka,nonsense")).await;
        browser.wait("document.documentElement.dataset.reading == 'found'").await;
        assert_eq!(shown(&browser).await, proof(lang, &["kafka"]));
        let unknown = word(lang, "unknown").replace("{names}", "nonsense");
        browser.see("document.querySelector('.unknown').innerText", unknown).await;
        // A page with only unknown skills is never empty.
        browser.open(&format!("/{lang}/{LONG}/?skill=nonsense&focus=rubbish")).await;
        let unknown = word(lang, "unknown").replace("{names}", "nonsense, rubbish");
        browser.see("document.querySelector('.unknown').innerText", unknown).await;
        assert_eq!(shown(&browser).await.len(), total(&browser).await);
    }
}

#[tokio::test]
async fn a_tailored_page_starts_with_matching_items() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        let whole = order(&browser).await;
        let sections = count(&browser, ".sections .heading").await;
        browser.click(".skill-index summary").await;
        browser.click(".skill-index [value=kafka]").await;
        browser.click(".skill-index [value=postgresql]").await;
        browser.click(".tailor").await;
        asks(&browser, "?focus=kafka,postgresql").await;
        browser.see("document.documentElement.dataset.reading", "tailored".to_owned()).await;
        let proof = proof(lang, &["kafka", "postgresql"]);
        assert_eq!(shown(&browser).await, proof);
        let tailored = texts(&browser).await;
        assert_eq!(count(&browser, ".sections .heading").await, sections, "every section is there");
        let note: String = browser.get("document.querySelector('.tailored').innerText").await;
        assert!(note.contains("PostgreSQL") && note.contains("Kafka"), "{note}");

        // The rest is one key away, after the matches.
        browser.run("document.querySelector('#core-specialties .more').focus()").await;
        browser.press(Key::Enter).await;
        browser
            .see(
                "document.querySelector('#core-specialties > .more').ariaExpanded",
                "true".to_owned(),
            )
            .await;
        let terms = count(&browser, "#core-specialties .term").await;
        assert!(terms > proof.len(), "{terms} are shown");
        let first: bool = browser
            .get(
                "(() => { const rest = [...document.querySelectorAll('#core-specialties .term')]
                     .map(term => 'rest' in term.dataset);
                  return rest.includes(true) && rest.indexOf(true) > rest.lastIndexOf(false); })()",
            )
            .await;
        assert!(first, "what matches comes first");

        // The same page from its URL, and the complete one from its link.
        browser.open(&format!("/{lang}/{LONG}/?focus=kafka,postgresql")).await;
        browser.see("document.documentElement.dataset.reading", "tailored".to_owned()).await;
        assert_eq!(texts(&browser).await, tailored);
        browser.open(&format!("/{lang}/{LONG}/")).await;
        order(&browser).await;
        browser.click(".skill-index summary").await;
        browser.click(".skill-index [value=kafka]").await;
        browser.click(".tailor").await;
        browser.click(".whole.if-tailored").await;
        asks(&browser, "").await;
        assert_eq!(order(&browser).await, whole, "everything is back in its place");
        browser.is_silent("a tailored page").await;
    }
}

#[tokio::test]
async fn the_url_of_a_tailored_page_is_copied() {
    let (_site, browser) = opened(&format!("/en/{LONG}/?focus=kafka")).await;
    browser.grant("clipboard-read").await;
    browser.grant("clipboard-write").await;
    browser.click(".answer [name=copy]").await;
    let address: String = browser.get("location.href").await;
    browser.see("navigator.clipboard.readText()", address).await;
}
