//! Studio's accent colour with its contrast, and a portrait that is cropped.

use super::accessibility::{assert_accessible, axe};
use super::browser::Browser;
use super::engine::Setup;
use super::studio::{is_quiet, opened, push, taken};

/// The button that makes a ZIP of the content folder.
const FOLDER: &str = "Content folder (ZIP)";

/// Moves a slider.
async fn slide(browser: &Browser, slider: &str, value: &str) {
    let slider = format!("document.querySelector({slider:?})");
    browser.wait(&slider).await;
    let change = format!(
        "{slider}.value = {value:?}; {slider}.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    );
    browser.run(&change).await;
}

#[tokio::test]
async fn an_accent_is_shown_with_its_contrast() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let accent = "(frame => frame.defaultView.getComputedStyle(frame.documentElement).getPropertyValue('--accent'))\
        (document.querySelector('iframe').contentDocument)";
    let before: String = browser.get(accent).await;
    for hue in ["0", "90", "140", "300"] {
        slide(&browser, "#f-accent", hue).await;
        browser.wait(&format!("{accent} != {before:?}")).await;
        let figure =
            "Number(document.querySelector('.contrast')?.textContent.match(/[\\d.]+/)?.[0])";
        browser.wait(&format!("{figure} >= 4.5 && {figure} < 12")).await;
    }
}

#[tokio::test]
async fn a_portrait_is_cropped_by_keyboard_and_becomes_a_file() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    // The left half is red, the right half blue.
    browser
        .run(
            "return (async () => {
                document.querySelectorAll('.more').forEach(it => (it.open = true));
                const canvas = new OffscreenCanvas(400, 200);
                const context = canvas.getContext('2d');
                context.fillStyle = 'red';
                context.fillRect(0, 0, 200, 200);
                context.fillStyle = 'blue';
                context.fillRect(200, 0, 200, 200);
                const data = new DataTransfer();
                data.items.add(new File([await canvas.convertToBlob()], 'Me & You.png'));
                const input = document.querySelector('#f-image-file');
                input.files = data.files;
                input.dispatchEvent(new Event('change', { bubbles: true }));
            })()",
        )
        .await;
    browser.wait("document.activeElement.matches('.crop input')").await;
    assert_accessible(&browser, &axe(), "the picture").await;
    slide(&browser, ".crop label:nth-of-type(2) input", "0").await;
    push(&browser, "Use it").await;
    browser.wait("!document.querySelector('.crop')").await;
    browser
        .see("document.querySelector('#f-image')?.value", Some("images/me-you.jpg".to_owned()))
        .await;
    let image = "document.querySelector('iframe').contentDocument.querySelector('img[src^=\"data:image/\"]')";
    browser.wait(&format!("{image}?.naturalWidth > 0")).await;
    let color = format!(
        "(() => {{
            const context = new OffscreenCanvas(1, 1).getContext('2d');
            context.drawImage({image}, 0, 0, 1, 1);
            const [red, , blue] = context.getImageData(0, 0, 1, 1).data;
            return red > 200 && blue < 50;
        }})()"
    );
    browser.wait(&color).await;
    let file = "images/me-you.jpg";
    let picture = taken(&browser, FOLDER).await.remove(file).unwrap();
    // A picture that was not meant is not taken away with the folder.
    push(&browser, "Undo").await;
    browser.wait("!document.querySelector('#f-image')?.value").await;
    assert!(!taken(&browser, FOLDER).await.contains_key(file));
    push(&browser, "Redo").await;
    browser.wait(&format!("{image}?.naturalWidth > 0")).await;
    assert_eq!(taken(&browser, FOLDER).await.remove(file), Some(picture));
    is_quiet(&browser, "a portrait").await;
}
