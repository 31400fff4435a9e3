//! The pictures of a card are visible on pages of any colour.

use super::browser::Browser;
use super::dist::{LANGUAGES, PROFILES, folder};
use super::engine::Setup;
use super::site::Site;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::fs;

/// Shows a picture as an image on a background, as a README does, and reads its pixels.
const LOOK: &str = "return (async () => {
    const image = new Image();
    image.src = arguments[0];
    await image.decode();
    const canvas = document.createElement('canvas');
    const [width, height] = [canvas.width, canvas.height] =
        [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.fillStyle = arguments[1];
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const pixel = (x, y) => [...data.slice(4 * (y * width + x), 4 * (y * width + x) + 3)];
    const edge = [];
    for (let y = 10; y < height - 10; y++) edge.push(pixel(width - 12, y), pixel(12, y));
    const light = ([r, g, b]) => [r, g, b]
        .map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const lights = [];
    for (let y = 1; y < height - 1; y++)
        for (let x = 1; x < width - 1; x++) lights.push(light(pixel(x, y)));
    const least = lights.reduce((a, b) => Math.min(a, b), 1);
    const most = lights.reduce((a, b) => Math.max(a, b), 0);
    return {
        width,
        height,
        corner: pixel(0, 0),
        border: pixel(width / 2, 0),
        ground: pixel(12, height / 2 | 0),
        overflows: edge.some(seen => String(seen) !== String(pixel(12, height / 2 | 0))),
        contrast: (most + 0.05) / (least + 0.05),
    };
})()";

/// The pixels of a picture. Colours are red, green and blue.
#[derive(Debug, Deserialize)]
struct Seen {
    width: u32,
    height: u32,
    /// The page's background beside the round corner.
    corner: [u8; 3],
    border: [u8; 3],
    ground: [u8; 3],
    /// Whether anything is drawn in the margin.
    overflows: bool,
    /// The difference between the lightest and the darkest pixel inside.
    contrast: f64,
}

async fn render(browser: &Browser, svg: &[u8], page: &str) -> Seen {
    let address = format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg));
    let seen = browser.run_with(LOOK, serde_json::json!([address, page])).await;
    serde_json::from_value(seen).unwrap()
}

#[tokio::test]
async fn a_picture_has_its_own_background() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/robots.txt").await;
    for lang in LANGUAGES {
        for slug in PROFILES {
            for (name, is_light) in [("light.svg", true), ("dark.svg", false)] {
                let path = format!("embed/{lang}/{slug}/{name}");
                let svg = fs::read(folder().join(&path)).unwrap();
                for (page, colour) in [("#ffffff", [255; 3]), ("#000000", [0; 3])] {
                    let seen = render(&browser, &svg, page).await;
                    let what = format!("{path} on {page}: {seen:?}");
                    assert!(seen.width == 480 && (150..400).contains(&seen.height), "{what}");
                    assert_eq!(seen.corner, colour, "{what}");
                    assert_ne!(seen.ground, colour, "{what}");
                    assert!(seen.border != colour && seen.border != seen.ground, "{what}");
                    assert_eq!(seen.ground[0] > 127, is_light, "{what}");
                    assert!(!seen.overflows, "{what}");
                    assert!(seen.contrast > 12.0, "{what}");
                }
            }
        }
    }
}
