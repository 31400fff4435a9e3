//! Studio by its palette, by dragging, in another language, and in the other faces of a profile.

use super::accessibility::{assert_accessible, axe};
use super::browser::Browser;
use super::engine::Setup;
use super::studio::{PAGE, is_quiet, opened, push};
use super::webdriver::Key;

/// Chooses an option of a list.
pub(crate) async fn choose(browser: &Browser, list: &str, value: &str) {
    let list = format!("document.querySelector({list:?})");
    browser.wait(&format!("[...({list}?.options ?? [])].some(it => it.value == {value:?})")).await;
    let change = format!(
        "{list}.value = {value:?}; {list}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    browser.run(&change).await;
}

const FACE: &str = ".tools select";

#[tokio::test]
async fn commands_are_found_by_typing() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.control('k').await;
    let dialog = "document.querySelector('.palette').open";
    browser.wait(dialog).await;
    assert_accessible(&browser, &axe(), "the palette").await;
    browser.write(".palette input", "go exper").await;
    browser.see("document.querySelectorAll('.palette li').length", 1).await;
    browser.press(Key::Enter).await;
    browser.wait(&format!("!{dialog}")).await;
    browser.wait("document.querySelector('#f-sections-0-title')?.value == 'Experience'").await;
    browser.control('k').await;
    browser.press(Key::Down).await;
    browser.press(Key::Down).await;
    browser.see(
        "document.querySelector('.palette [aria-selected=true]').textContent.startsWith('View: Source')",
        true,
    )
    .await;
    browser.press(Key::Enter).await;
    browser.wait("document.querySelector('.source')").await;
    browser.control('k').await;
    browser.write(".palette input", "no such thing").await;
    browser.wait("document.querySelector('.palette [role=status]').textContent").await;
    browser.press(Key::Escape).await;
    browser.wait(&format!("!{dialog}")).await;
}

#[tokio::test]
async fn entries_are_ordered_by_dragging() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Experience").await;
    let titles = "[...document.querySelectorAll('.items > .item > .item-head > .title')].map(it => it.textContent).join('|')";
    let (first, second) = ("Analyst, Engine Works", "Developer, Taylor Press");
    browser.see(titles, format!("{first}|{second}")).await;
    browser.drag(".item .grip", ".items + .add").await;
    browser.see(titles, format!("{second}|{first}")).await;
    browser.wait(&format!("{PAGE}.indexOf('Taylor Press') < {PAGE}.indexOf('Engine Works')")).await;
    // Where it was is no change.
    browser.drag(".item .grip", ".item .grip").await;
    browser.drag(".item:last-child .grip", ".item .toggle").await;
    browser.see(titles, format!("{first}|{second}")).await;
    push(&browser, "Undo").await;
    browser.see(titles, format!("{second}|{first}")).await;
}

#[tokio::test]
async fn a_language_is_added_and_none_is_lost() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Languages").await;
    let shares =
        "[...document.querySelectorAll('.shares strong')].map(it => it.textContent).join()";
    browser.see(shares, "English".to_owned()).await;
    choose(&browser, "#add-language", "es").await;
    browser.see(shares, "English,español".to_owned()).await;
    choose(&browser, "#add-language", "fr").await;
    browser.see(shares, "English,español,français".to_owned()).await;
    let notice = "document.querySelector('.work > [role=status]').textContent";
    browser.wait(&format!("{notice}.includes('locales/fr.json')")).await;
    // The text is shown and counted in the language that it is written in.
    browser.write("#f-headline-es", "Analista de máquinas").await;
    choose(&browser, ".tools label:nth-child(2) select", "es").await;
    browser.wait(&format!("{PAGE}.includes('Analista de máquinas')")).await;
    push(&browser, "Source").await;
    choose(&browser, "#source-file", "site.json").await;
    let source = "document.querySelector('.source div').shadowRoot?.textContent ?? ''";
    browser.wait(&format!("({source}).includes('\"es\"')")).await;
    choose(&browser, "#source-file", "locales/fr.json").await;
    browser.wait(&format!("({source}).includes('\"name\"')")).await;
    push(&browser, "Languages").await;
    push(&browser, "Undo").await;
    browser.wait("document.querySelector('#f-headline-es')?.value == ''").await;
    for expected in ["English,español", "English"] {
        push(&browser, "Undo").await;
        browser.see(shares, expected.to_owned()).await;
    }
}

#[tokio::test]
async fn a_profile_has_other_faces() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let frame = "document.querySelector('iframe').contentDocument";
    choose(&browser, FACE, "card").await;
    let card = format!("({frame}.querySelector('perfil-card')?.shadowRoot?.textContent ?? '')");
    browser.wait(&format!("{card}.includes('Ada Lovelace')")).await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{card}.includes('Ada Lovelace King')")).await;
    choose(&browser, FACE, "text").await;
    let text = format!("({frame}.querySelector('pre')?.textContent ?? '')");
    browser.wait(&format!("{text}.includes('Wrote the first program')")).await;
    choose(&browser, FACE, "print").await;
    let hidden =
        format!("(it => it && getComputedStyle(it).display)({frame}.querySelector('.masthead'))");
    browser.see(&hidden, "none".to_owned()).await;
    choose(&browser, FACE, "page").await;
    browser.wait(&format!("{hidden} != 'none' && {PAGE}.includes('Engine Works')")).await;
    is_quiet(&browser, "the faces").await;
}

#[tokio::test]
async fn what_was_just_typed_is_in_what_is_taken_away() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser
        .run(
            "window.type = text => {
                const field = document.querySelector('#f-name');
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            };
            window.taken = [];
            URL.createObjectURL = blob => (taken.push(blob), 'data:,');
            HTMLAnchorElement.prototype.click = () => {};",
        )
        .await;
    for (index, button) in ["The profile alone", "ada-lovelace.json"].into_iter().enumerate() {
        let name = format!("Ada King {index}");
        // Both in one step: nobody waits for the builder.
        browser
            .run(&format!(
                "type({name:?});
                [...document.querySelectorAll('.menu button')].find(it => it.textContent.trim() == {button:?}).click();"
            ))
            .await;
        browser.wait(&format!("taken.length == {}", index + 1)).await;
        let text = browser.run("return taken.at(-1).text()").await;
        assert!(text.as_str().unwrap().contains(&name), "{button}: {text}");
    }
}

#[tokio::test]
async fn buttons_of_the_menu_are_apart_and_scrollbars_have_colours() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    for width in [360, 1280] {
        browser.resize(width, 800).await;
        browser.run("document.querySelector('.menu').open = true").await;
        let touching: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('.menu button')].filter((it, index, all) => {
                     const [last, box] = [all[index - 1] ?? it, it].map(it => it.getBoundingClientRect());
                     return index && box.top < last.bottom && box.left - last.right < 8;
                 }).map(it => it.textContent)",
            )
            .await;
        assert!(touching.is_empty(), "{touching:?} at {width}");
        browser.run("document.querySelector('.menu').open = false").await;
    }
    push(&browser, "Source").await;
    let scroller =
        "document.querySelector('.source div').shadowRoot?.querySelector('.cm-scroller')";
    browser.wait(scroller).await;
    browser.wait(&format!("getComputedStyle({scroller}).scrollbarColor != 'auto'")).await;
}
