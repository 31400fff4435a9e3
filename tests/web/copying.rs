//! What is copied: the link on every heading, and the words of a page, which stay apart.

use super::browser::Browser;
use super::dist::{LANGUAGES, PROFILES, word};
use super::engine::Setup;
use super::site::Site;
use super::start::SKIPPED;
use super::webdriver::Key;

const TOAST: &str = "document.querySelector('.toast[role=status]').innerText.trim()";

/// Records the announcements, because they disappear by themselves.
const LISTEN: &str = "window.announced = [];
    const toast = document.querySelector('.toast[role=status]');
    const record = () => announced.push(toast.innerText.trim());
    new MutationObserver(record).observe(toast, { childList: true, characterData: true, subtree: true });";

#[tokio::test]
async fn the_link_of_a_heading_can_be_copied() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{}/", PROFILES[0])).await;
        browser.grant("clipboard-read").await;
        browser.grant("clipboard-write").await;
        browser.run(LISTEN).await;
        browser.run("document.querySelectorAll('.sections .anchor')[1].focus()").await;
        let link: String = browser.get("document.activeElement.href").await;
        browser.press(Key::Enter).await;
        browser.see("announced[0]", word(lang, "linkCopied")).await;
        let copied: String = browser.get("navigator.clipboard.readText()").await;
        assert_eq!(copied, link);
        browser.see("location.href", link).await;
        browser.see(TOAST, String::new()).await;
        browser.is_silent("copying").await;
    }
}

#[tokio::test]
async fn every_heading_has_a_link_to_its_section() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        for slug in PROFILES {
            browser.open(&format!("/{lang}/{slug}/")).await;
            let without: Vec<String> = browser
                .get(
                    "[...document.querySelectorAll('.sections h2, .sections h3')]
                     .filter(heading => {
                         const anchor = heading.parentElement.querySelector('.anchor');
                         const section = heading.closest('section');
                         return anchor?.hash != '#' + section.id
                             || !anchor.ariaLabel.includes(heading.textContent);
                     })
                     .map(heading => heading.textContent)",
                )
                .await;
            assert!(without.is_empty(), "{lang}/{slug}: {without:?}");
        }
    }
}

/// Pairs of words of different elements that are one word when they are copied. Letters of one
/// word may differ in their markup only in what an owner wrote in Markdown.
const JOINED: &str = "(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node =>
        /\\S/.test(node.data) && node.parentElement.checkVisibility()
            && !node.parentElement.closest('.prose, svg, script, style')
            ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const selection = getSelection(), joined = [];
    let last = walker.nextNode();
    for (let node; node = walker.nextNode(); last = node) {
        if (!/[\\p{L}\\p{N}]$/u.test(last.data) || !/^[\\p{L}\\p{N}]/u.test(node.data)) continue;
        selection.setBaseAndExtent(last, last.length - 1, node, 1);
        if (!/\\s/.test(selection.toString())) joined.push(`${last.data}|${node.data}`);
    }
    return joined;
})()";

#[tokio::test]
async fn no_two_words_are_copied_as_one() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        for path in ["", PROFILES[0], PROFILES[1]] {
            let path = format!("/{lang}/{path}/").replace("//", "/");
            browser.open(&path).await;
            // Firefox puts nothing between blocks that are not yet laid out.
            browser.see(SKIPPED, 0).await;
            let joined: Vec<String> = browser.get(JOINED).await;
            assert_eq!(joined, Vec::<String>::new(), "{path}");
        }
    }
    // The check sees what it is for.
    browser
        .run(
            "document.body.innerHTML = `<p><span>present</span><span>Porto</span></p>
                 <p><span>present</span> <span>Porto</span></p><ul><li>A</li><li>B</li></ul>`",
        )
        .await;
    assert_eq!(browser.get::<Vec<String>>(JOINED).await, ["present|Porto"]);
}
