//! The chart links to its entries, by keyboard too, and fits any screen.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG};
use super::engine::Setup;
use super::site::Site;
use super::webdriver::Key;

#[tokio::test]
async fn every_row_links_to_its_entry_by_keyboard() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        let rows: usize = browser.get("document.querySelectorAll('.chart a').length").await;
        assert_eq!(rows, 4);
        for row in 0..rows {
            let link = format!("document.querySelectorAll('.chart a')[{row}]");
            // The next row is one Tab away.
            browser.run("scrollTo(0, 0); document.querySelector('.chart a').focus()").await;
            for _ in 0..row {
                browser.press(Key::Tab).await;
            }
            browser.see(&format!("document.activeElement == {link}"), true).await;
            browser.press(Key::Enter).await;
            browser.see(&format!("location.hash == {link}.hash"), true).await;
            browser
                .wait(
                    "((box) => box && box.top >= 0 && box.bottom <= innerHeight)
                     (document.querySelector('.entry:target')?.getBoundingClientRect())",
                )
                .await;
        }
    }
}

#[tokio::test]
async fn the_chart_fits_a_screen_of_320_pixels() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/")).await;
        // No desktop window is so narrow; the chart depends only on its container.
        browser.run("document.querySelector('.sections').style.width = '280px'").await;
        let wide: Vec<String> = browser
            .get(
                "(chart => [...chart.querySelectorAll('*')]
                 .filter(part => part.getBoundingClientRect().right
                     > chart.getBoundingClientRect().right + 1)
                 .map(part => part.outerHTML))(document.querySelector('.chart'))",
            )
            .await;
        assert_eq!(wide, Vec::<String>::new(), "{lang}");
        let size: f64 = browser
            .get(
                "parseFloat(getComputedStyle(document.querySelector('.chart-axis text')).fontSize)",
            )
            .await;
        assert!(size >= 12.0, "the labels of the axis shrink to {size}px");
    }
}
