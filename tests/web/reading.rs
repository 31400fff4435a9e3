//! The visible part of a profile, for the tests of search and evidence.

use super::browser::Browser;
use perfil_view::{ITEM, ITEMS};

/// The numbers of the visible items, in any order.
pub(crate) async fn shown(browser: &Browser) -> Vec<usize> {
    let mut numbers: Vec<usize> = order(browser).await;
    numbers.sort_unstable();
    numbers
}

/// The numbers of the visible items, in the order of the page.
pub(crate) async fn order(browser: &Browser) -> Vec<usize> {
    browser
        .get(&format!(
            "[...document.querySelectorAll({ITEMS:?})].filter(item => item.checkVisibility())
             .map(item => Number(item.getAttribute({ITEM:?})))"
        ))
        .await
}

/// The texts of the visible items, in the order of the page.
pub(crate) async fn texts(browser: &Browser) -> Vec<String> {
    let found = format!("[...document.querySelectorAll({ITEMS:?})]");
    browser
        .get(&format!(
            "{found}.filter(item => item.checkVisibility()).map(item => item.textContent)"
        ))
        .await
}

/// The number of items.
pub(crate) async fn total(browser: &Browser) -> usize {
    browser.get(&format!("document.querySelectorAll({ITEMS:?}).length")).await
}

/// The number of visible elements that a CSS selector finds.
pub(crate) async fn count(browser: &Browser, selector: &str) -> usize {
    let found = format!("[...document.querySelectorAll({selector:?})]");
    browser.get(&format!("{found}.filter(found => found.checkVisibility()).length")).await
}
