//! A page is shared as it is shown, by the device or by its link.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, word};

/// A button like that of the page, which need not be there yet.
const PRESS: &str = "const button = document.createElement('button');
    button.name = 'share';
    document.querySelector('main').append(button);
    button.click();
    button.remove();";

/// A device that shares: it remembers with what it was called, and answers so.
fn device(answer: &str) -> String {
    format!(
        "window.shared = [];
         navigator.share = function (data) {{
             if (this !== navigator) throw new TypeError('Illegal invocation');
             shared.push(data);
             return {answer};
         }};"
    )
}

/// Keeps every message to the visitor.
const LISTEN: &str = "window.messages = [];
    const toast = document.querySelector('.toast[role=status]');
    new MutationObserver(() => messages.push(toast.innerText.trim()))
        .observe(toast, { childList: true, characterData: true, subtree: true });";

async fn page(lang: &str) -> (super::site::Site, Browser) {
    let (site, browser) = opened(&format!("/{lang}/{LONG}/?skill=kafka")).await;
    browser.grant("clipboard-read").await;
    browser.grant("clipboard-write").await;
    browser.run(LISTEN).await;
    (site, browser)
}

async fn command(browser: &Browser, name: &str) -> Vec<String> {
    browser.control('k').await;
    browser.wait("document.querySelector('#palette').open").await;
    browser.write("#palette-field", name).await;
    browser
        .get(
            "[...document.querySelectorAll('#palette [data-act]:not([hidden])')]
                 .map(option => option.dataset.act)",
        )
        .await
}

#[tokio::test]
async fn a_device_that_shares_is_given_the_address_that_is_shown() {
    for lang in LANGUAGES {
        let (_site, browser) = page(lang).await;
        browser.run(&device("Promise.resolve()")).await;
        browser.run(PRESS).await;
        browser.see("shared.length", 1).await;
        let (url, title): (String, String) = browser.get("[shared[0].url, shared[0].title]").await;
        assert_eq!(url, browser.get::<String>("location.href").await);
        assert!(url.ends_with("?skill=kafka"), "{url}");
        assert_eq!(title, browser.get::<String>("document.title").await);
        // The command does the same.
        assert_eq!(command(&browser, &word(lang, "share")).await[0], "share");
        browser.press(super::webdriver::Key::Enter).await;
        browser.see("shared.length", 2).await;
        assert_eq!(browser.get::<Vec<String>>("messages").await, Vec::<String>::new());
        browser.is_silent("sharing").await;
    }
}

#[tokio::test]
async fn whoever_closes_the_dialog_gets_nothing_else() {
    let (_site, browser) = page("en").await;
    browser.run("navigator.clipboard.writeText('before')").await;
    browser.run(&device("Promise.reject(new DOMException('closed', 'AbortError'))")).await;
    browser.run(PRESS).await;
    browser.see("shared.length", 1).await;
    browser.run("return new Promise(done => setTimeout(done, 200))").await;
    browser.see("navigator.clipboard.readText()", "before".to_owned()).await;
    assert_eq!(browser.get::<Vec<String>>("messages").await, Vec::<String>::new());
}

#[tokio::test]
async fn without_a_device_that_shares_the_link_is_copied() {
    let refusal = device("Promise.reject(new DOMException('no', 'NotAllowedError'))");
    let throws = "navigator.share = () => { throw new TypeError('no') };".to_owned();
    let gone = "Object.defineProperty(navigator, 'share', { value: undefined });".to_owned();
    for device in [gone, throws, refusal] {
        let (_site, browser) = page("es").await;
        browser.run(&device).await;
        browser.run(PRESS).await;
        browser.see("messages[0]", word("es", "linkCopied")).await;
        let copied: String = browser.get("navigator.clipboard.readText()").await;
        assert_eq!(copied, browser.get::<String>("location.href").await, "{device}");
        browser.is_silent("copying instead").await;
    }
}

#[tokio::test]
async fn there_is_no_command_that_only_copies_by_another_name() {
    let (_site, browser) = page("en").await;
    browser.run("Object.defineProperty(navigator, 'share', { value: undefined })").await;
    command(&browser, "share").await;
    browser.see("document.querySelectorAll('#palette [data-act=share]').length", 0).await;
    browser.see("document.querySelectorAll('#palette [data-act=copy]').length", 1).await;
}
