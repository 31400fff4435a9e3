//! Undo and redo across the views of Studio.

use super::browser::Browser;
use super::engine::Setup;
use super::studio::{PAGE, is_quiet, opened, push};
use super::studio_fields::{FILL, fill_field, source};
use super::studio_formats::write_source;
use super::studio_ways::choose;
use serde_json::json;

/// The text of the editor of the source.
const EDITOR: &str = "(document.querySelector('.source div')?.shadowRoot?.textContent ?? '')";

#[tokio::test]
async fn changes_of_all_views_are_undone_and_done_again() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Languages").await;
    choose(&browser, "#add-language", "es").await;
    let mut states = vec![source(&browser).await];

    push(&browser, "Form").await;
    fill_field(&browser, "f-name", "Ada King").await;
    browser.wait(&format!("{PAGE}.includes('Ada King')")).await;
    states.push(source(&browser).await);

    let changed = states[1].replacen("Taylor Press", "Taylor & Sons", 1);
    write_source(&browser, &changed).await;
    browser.wait(&format!("{PAGE}.includes('Taylor & Sons')")).await;
    states.push(source(&browser).await);
    assert_eq!(states[2], changed);

    push(&browser, "Languages").await;
    fill_field(&browser, "f-headline-es", "Analista").await;
    let share = "document.querySelector('.shares li:last-child').textContent";
    browser.wait(&format!("/: 1 |1 of/.test({share})")).await;
    states.push(source(&browser).await);
    assert!(states[3].contains("Analista"));

    for (view, state) in [("Source", 2), ("Form", 1), ("Languages", 0)] {
        push(&browser, view).await;
        push(&browser, "Undo").await;
        is_at(&browser, view, state, &states).await;
    }
    for (view, state) in [("Form", 1), ("Languages", 2), ("Source", 3)] {
        push(&browser, view).await;
        push(&browser, "Redo").await;
        is_at(&browser, view, state, &states).await;
    }
    is_quiet(&browser, "undo").await;
}

/// Waits until a view, the page and the file are those of a state.
async fn is_at(browser: &Browser, view: &str, state: usize, states: &[String]) {
    let name = if state > 0 { "Ada King" } else { "Ada Lovelace" };
    let place = if state > 1 { "Taylor & Sons" } else { "Taylor Press" };
    let spanish = state > 2;
    let is_shown = match view {
        "Source" => format!(
            "{EDITOR}.includes({name:?}) && {EDITOR}.includes({place:?}) && {EDITOR}.includes('Analista') == {spanish}"
        ),
        "Form" => format!("document.getElementById('f-name')?.value == {name:?}"),
        _ => "document.getElementById('f-headline-es')?.value == ''".to_owned(),
    };
    browser.wait(&format!("{PAGE}.includes({name:?}) && {PAGE}.includes({place:?})")).await;
    browser.wait(&is_shown).await;
    assert_eq!(source(browser).await, states[state], "{view}, state {state}");
}

#[tokio::test]
async fn what_was_just_typed_is_undone_too() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    fill_field(&browser, "f-name", "Ada King").await;
    browser.wait(&format!("{PAGE}.includes('Ada King')")).await;
    // Both at once: nobody waits for the builder.
    let both = format!(
        "{FILL} [...document.querySelectorAll('button')].find(it => it.title == 'Undo').click();"
    );
    browser.run_with(&both, json!([[("f-headline", "Countess")]])).await;
    browser.wait("document.getElementById('f-headline')?.value == 'Analyst of engines'").await;
    browser.wait(&format!("{PAGE}.includes('Ada King') && !{PAGE}.includes('Countess')")).await;
    push(&browser, "Redo").await;
    browser.wait(&format!("{PAGE}.includes('Ada King') && {PAGE}.includes('Countess')")).await;
}
