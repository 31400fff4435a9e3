//! What of a profile is shown, as the tests of the interactive reading ask.

use super::browser::Browser;
use perfil_view::{ITEM, ITEMS};

/// The numbers of the items that are shown, whatever their order on the page is now.
pub(crate) async fn shown(browser: &Browser) -> Vec<usize> {
    let mut numbers: Vec<usize> = order(browser).await;
    numbers.sort_unstable();
    numbers
}

/// The numbers of the items that are shown, in the order of the page.
pub(crate) async fn order(browser: &Browser) -> Vec<usize> {
    browser
        .get(&format!(
            "[...document.querySelectorAll({ITEMS:?})].filter(item => item.checkVisibility())
             .map(item => Number(item.getAttribute({ITEM:?})))"
        ))
        .await
}

/// The texts of the items that are shown, in the order of the page.
pub(crate) async fn texts(browser: &Browser) -> Vec<String> {
    let found = format!("[...document.querySelectorAll({ITEMS:?})]");
    browser
        .get(&format!(
            "{found}.filter(item => item.checkVisibility()).map(item => item.textContent)"
        ))
        .await
}

/// How many items there are.
pub(crate) async fn total(browser: &Browser) -> usize {
    browser.get(&format!("document.querySelectorAll({ITEMS:?}).length")).await
}

/// How many elements that a CSS selector finds can be seen.
pub(crate) async fn count(browser: &Browser, selector: &str) -> usize {
    let found = format!("[...document.querySelectorAll({selector:?})]");
    browser.get(&format!("{found}.filter(found => found.checkVisibility()).length")).await
}
