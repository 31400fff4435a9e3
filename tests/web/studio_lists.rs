//! Lists of the form: elements and sections are added, moved by keyboard, and removed.

use super::browser::Browser;
use super::engine::Setup;
use super::every_field::{Edition, Sample};
use super::studio::{PAGE, is_quiet, opened, push};
use super::studio_fields::{MARKUP, every_field, fill_field, parts, show, source};
use super::studio_ways::choose;
use super::webdriver::Key;
use perfil_model::profile::Content;
use serde_json::Value;

/// Presses a button by keyboard.
async fn press(browser: &Browser, id: &str) {
    let button = format!("document.getElementById({id:?})");
    browser.wait(&format!("{button} && !{button}.disabled")).await;
    browser.run(&format!("{button}.focus()")).await;
    browser.press(Key::Enter).await;
}

#[tokio::test]
async fn elements_of_every_list_are_added_moved_and_removed() {
    let sample = Sample::new(Edition::First);
    let (_site, _folder, browser) = every_field(&sample).await;
    let before = source(&browser).await;
    for part in parts(&sample) {
        show(&browser, &sample, part).await;
        for list in sample.lists_of(part) {
            let row = |index: usize| format!("document.getElementById('{list}-{index}-up')");
            let focus =
                |index: usize| format!("document.activeElement.id.startsWith('{list}-{index}')");
            let shown = format!("({MARKUP}.match(/\\bNew\\b/g) ?? []).length /* {list} */");
            let old: usize = browser.get(&shown).await;
            let add = format!("{}.closest('ol').nextElementSibling", row(0));
            browser.run(&format!("{add}.click()")).await;
            browser.wait(&format!("{} && {}", row(1), focus(1))).await;
            // A section without elements is not on the page.
            if !list.ends_with("sections") {
                browser.wait(&format!("{shown} > {old}")).await;
            }
            press(&browser, &format!("{list}-1-up")).await;
            // Its button at the start of the list has nothing to do.
            browser.wait(&focus(0)).await;
            assert_eq!(lengths(&before, &source(&browser).await, list), (1, 2), "{list}");
            browser.run(&format!("{}.parentElement.lastElementChild.click()", row(0))).await;
            browser.wait(&format!("!{}", row(1))).await;
            assert_eq!(source(&browser).await, before, "{list}");
        }
    }
    is_quiet(&browser, "the lists").await;
}

/// The lengths of a list in two files; the element that is only in the second one is its first.
fn lengths(before: &str, after: &str, list: &str) -> (usize, usize) {
    let pointer = list.trim_start_matches('f').replace('-', "/");
    let [before, after] = [before, after].map(|file| {
        let file: Value = serde_json::from_str(file).unwrap();
        file.pointer(&pointer).and_then(Value::as_array).unwrap().clone()
    });
    assert_eq!(before.last(), after.last(), "{list}");
    (before.len(), after.len())
}

#[tokio::test]
async fn sections_of_every_kind_are_added_and_removed() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let before = source(&browser).await;
    let offered = "[...document.querySelectorAll('#add-section option')].map(it => it.value).filter(it => it)";
    let kinds: Vec<String> = browser.get(offered).await;
    assert_eq!(kinds, Content::KINDS);
    let count = "document.querySelectorAll('.outline li').length";
    let old: usize = browser.get(count).await;
    for (index, kind) in kinds.iter().enumerate() {
        choose(&browser, "#add-section", kind).await;
        browser.see(count, old + index + 1).await;
        // Its form is shown, with what somebody replaces first.
        browser.wait(&format!("document.getElementById('f-sections-{}-title')", old + index)).await;
    }
    let file: Value = serde_json::from_str(&source(&browser).await).unwrap();
    let added = file["sections"].as_array().unwrap().iter().skip(old);
    assert_eq!(added.map(|it| it["kind"].as_str().unwrap()).collect::<Vec<_>>(), kinds);
    assert!(!browser.get::<bool>("Boolean(document.querySelector('.problem[data-error]'))").await);
    for index in (old..old + kinds.len()).rev() {
        let last = ".outline li:last-child .moves button:last-child";
        browser.run(&format!("document.querySelector('{last}').click()")).await;
        browser.see(count, index).await;
    }
    assert_eq!(source(&browser).await, before);
}

#[tokio::test]
async fn sections_are_moved_by_keyboard() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let before = source(&browser).await;
    let is_first = |first: &str, second: &str| {
        format!("{PAGE}.lastIndexOf('{first}') < {PAGE}.lastIndexOf('{second}')")
    };
    browser.wait(&is_first("Engine Works", "Poetry")).await;
    push(&browser, "Experience").await;
    push(&browser, "Open: Analyst, Engine Works").await;
    browser.wait("document.getElementById('f-sections-0-items-0-name')").await;
    press(&browser, "f-sections-0-down").await;
    browser.wait(&is_first("Poetry", "Engine Works")).await;
    // The form shows what it has shown.
    let name = "document.getElementById('f-sections-1-items-0-name')?.value";
    browser.see(name, Some("Engine Works".to_owned())).await;
    browser.see("document.activeElement.id", "f-sections-1-up".to_owned()).await;
    browser.press(Key::Enter).await;
    browser.wait(&is_first("Engine Works", "Poetry")).await;
    assert_eq!(source(&browser).await, before);
    push(&browser, "Undo").await;
    browser.wait(&is_first("Poetry", "Engine Works")).await;
    push(&browser, "Experience").await;
    push(&browser, "Remove: Experience").await;
    browser.wait(&format!("!{PAGE}.includes('Engine Works')")).await;
    browser.wait("document.getElementById('f-name')").await;
}

#[tokio::test]
async fn what_is_open_stays_open_when_it_is_moved() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Experience").await;
    push(&browser, "Open: Analyst, Engine Works").await;
    let names =
        "[0, 1].map(it => document.getElementById(`f-sections-0-items-${it}-name`)?.value ?? '')";
    browser.see(names, ["Engine Works", ""].map(str::to_owned)).await;
    // Its title follows what is typed.
    let title = "document.querySelector('.item .title').textContent";
    fill_field(&browser, "f-sections-0-items-0-position", "Chief").await;
    browser.see(title, "Chief, Engine Works".to_owned()).await;
    press(&browser, "f-sections-0-items-0-down").await;
    browser.see(names, ["", "Engine Works"].map(str::to_owned)).await;
    push(&browser, "Remove: Developer, Taylor Press").await;
    browser.see(names, ["Engine Works", ""].map(str::to_owned)).await;
}
