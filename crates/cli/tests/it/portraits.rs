//! Portraits on paper and in pictures: upright, small, and described, whatever the file is.

use crate::content::{Content, data, listed};
use crate::page::Page;
use crate::paper::{problems, read};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageEncoder as _, Rgb, RgbImage, RgbaImage};
use lopdf::{Document, Object, Stream};
use perfil_site::Tree;
use std::fs;

/// An image whose middle square is red, green, blue and grey, clockwise from the top left.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 20, 20]),
        (false, true) => Rgb([20, 180, 20]),
        (false, false) => Rgb([20, 20, 220]),
        (true, false) => Rgb([120, 120, 120]),
    })
}

/// Metadata (Exif 2.3) that says how an image is to be turned, and where it was taken.
fn metadata(orientation: u8, has_location: bool) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let parts = [tag.to_le_bytes(), kind.to_le_bytes()].concat();
        [parts, count.to_le_bytes().to_vec(), value.to_le_bytes().to_vec()].concat()
    };
    let count: u16 = if has_location { 2 } else { 1 };
    exif.extend(count.to_le_bytes());
    exif.extend(entry(0x0112, 3, 1, orientation.into()));
    // The further directory begins after this one: two entries, and the address of the next.
    if has_location {
        exif.extend(entry(0x8825, 4, 1, 8 + 2 + 24 + 4));
    }
    exif.extend([0; 4]);
    if has_location {
        exif.extend(1_u16.to_le_bytes());
        // The latitude: three fractions.
        exif.extend(entry(2, 5, 3, 8 + 2 + 24 + 4 + 2 + 12 + 4));
        exif.extend([0; 4]);
        exif.extend([51_u32, 1, 30, 1, 0, 1].into_iter().flat_map(u32::to_le_bytes));
    }
    exif
}

fn jpeg(image: &RgbImage, exif: Vec<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif).unwrap();
    encoder.encode_image(image).unwrap();
    bytes
}

fn png(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

/// Ada's page with this portrait.
fn with(file: &str, portrait: &[u8]) -> Content {
    let content = Content::fixture("small");
    content.write(file, portrait);
    let mut profile = content.json("profiles/ada-lovelace.json");
    profile["image"] = file.into();
    content.write("profiles/ada-lovelace.json", profile.to_string());
    content
}

fn printed(file: &str, portrait: &[u8]) -> Tree {
    with(file, portrait).print().tree
}

/// What is said of a portrait.
fn told(file: &str, portrait: &[u8]) -> String {
    let findings = with(file, portrait).load().findings;
    let about = findings.iter().filter(|finding| finding.problem.path.to_string() == "$.image");
    listed(&about.cloned().collect::<Vec<_>>())
}

/// The images of a PDF.
fn images(pdf: &Document) -> Vec<Stream> {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let is_image = |stream: &&Stream| {
        stream.dict.get(b"Subtype").is_ok_and(|kind| kind == &Object::Name(b"Image".to_vec()))
    };
    streams.filter(is_image).cloned().collect()
}

/// The portrait in the PDF of a site.
fn on_paper(tree: &Tree) -> RgbImage {
    let bytes = tree.get("export/pdf/a4/en/ada-lovelace.pdf").unwrap();
    assert_eq!(problems(bytes), Vec::<String>::new());
    assert!(bytes.len() < 150_000, "{} bytes", bytes.len());
    let [image] = images(&read(bytes)).try_into().unwrap();
    image::load_from_memory(&image.content).unwrap().into_rgb8()
}

/// The portrait in the picture of a site.
fn in_picture(tree: &Tree) -> RgbaImage {
    let bytes = tree.get("export/png/en/ada-lovelace.png").unwrap();
    assert!(bytes.len() <= 100_000, "{} bytes", bytes.len());
    let picture = image::load_from_memory(bytes).unwrap();
    picture.crop_imm(1200 - 76 - 210, 72, 210, 210).into_rgba8()
}

/// Which channels of a colour are strong.
fn strong(color: [u8; 3]) -> [bool; 3] {
    color.map(|part| part > 90)
}

/// Fails unless the four quarters of an upright portrait are where they belong.
#[track_caller]
fn is_upright(image: &DynamicImage) {
    let image = image.to_rgb8();
    let (near, far) = (image.width() * 2 / 5, image.width() * 3 / 5);
    let found = [(near, near), (far, near), (far, far), (near, far)]
        .map(|(x, y)| strong(image.get_pixel(x, y).0));
    let (red, green, blue) = ([true, false, false], [false, true, false], [false, false, true]);
    assert_eq!(found, [red, green, blue, [true; 3]]);
}

#[track_caller]
fn is_shown(tree: &Tree) {
    is_upright(&on_paper(tree).into());
    is_upright(&in_picture(tree).into());
}

#[test]
fn a_portrait_is_on_paper_and_in_the_picture() {
    let image = quarters(300, 400);
    let tree = printed("images/ada.jpg", &jpeg(&image, Vec::new()));
    is_shown(&tree);
    assert_eq!(on_paper(&tree).dimensions(), (300, 300), "the middle, and not enlarged");
    is_shown(&printed("images/ada.png", &png(&image.clone().into())));
    let mut webp = Vec::new();
    let encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut webp);
    image.write_with_encoder(encoder).unwrap();
    is_shown(&printed("images/ada.webp", &webp));
    let without = Content::fixture("small").print().tree;
    let pdf = without.get("export/pdf/a4/en/ada-lovelace.pdf").unwrap();
    assert!(images(&read(pdf)).is_empty());
}

#[test]
fn the_portrait_on_paper_has_a_description() {
    let content = Content::fixture("every-kind");
    let tree = content.print().tree;
    let pdf = read(tree.get("export/pdf/a4/en/everything.pdf").unwrap());
    let alt = pdf.objects.values().find_map(|object| {
        let alt = object.as_dict().ok()?.get(b"Alt").ok()?;
        Some(String::from_utf8_lossy(alt.as_str().ok()?).into_owned())
    });
    assert_eq!(alt.as_deref(), Some("Portrait of Grace Hopper"));
}

#[test]
fn a_portrait_is_turned_as_its_camera_says() {
    let upright = DynamicImage::from(quarters(300, 400));
    for (orientation, stored) in [
        (1, upright.clone()),
        (2, upright.fliph()),
        (3, upright.rotate180()),
        (4, upright.flipv()),
        (5, upright.rotate90().fliph()),
        (6, upright.rotate270()),
        (7, upright.rotate270().fliph()),
        (8, upright.rotate90()),
    ] {
        let file = jpeg(&stored.to_rgb8(), metadata(orientation, false));
        let tree = printed("images/ada.jpg", &file);
        is_shown(&tree);
        let page = Page::of(&tree, "en/index.html");
        let size = ["width", "height"].map(|side| page.attribute("img.likeness", side));
        assert_eq!(size, [Some("300"), Some("400")], "as it is shown: {orientation}");
    }
}

#[test]
fn a_huge_portrait_is_small_where_it_is_set() {
    let file = png(&DynamicImage::from(quarters(8000, 5000)).into_luma8().into());
    let tree = printed("images/ada.png", &file);
    assert_eq!(on_paper(&tree).dimensions(), (480, 480));
    in_picture(&tree);
    let told = told("images/ada.png", &file);
    assert!(told.contains("images/ada.png has 8000 × 5000 pixels and "), "{told}");
}

#[test]
fn inks_of_a_printer_are_read() {
    let file = fs::read(data().join("portraits/cmyk.jpg")).unwrap();
    let tree = printed("images/ada.jpg", &file);
    let paper = on_paper(&tree);
    assert_eq!(paper.dimensions(), (40, 40));
    // The face, which would be blue if its inks were taken for their opposites.
    let [red, _, blue] = paper.get_pixel(20, 20).0;
    assert!(red > blue && red > 150, "{:?}", paper.get_pixel(20, 20));
    assert_eq!(told("images/ada.jpg", &file), "");
}

#[test]
fn what_is_transparent_is_paper() {
    let mut image = RgbaImage::new(100, 100);
    image.put_pixel(50, 50, image::Rgba([200, 0, 0, 255]));
    let tree = printed("images/ada.png", &png(&image.into()));
    assert!(on_paper(&tree).get_pixel(5, 5).0.iter().all(|part| *part > 250));
    assert_eq!(in_picture(&tree).get_pixel(60, 60).0, [0xfb, 0xfa, 0xf8, 255]);
}

#[test]
fn a_portrait_that_cannot_be_decoded_is_named_and_left_out() {
    let avif = fs::read(data().join("portraits/new.avif")).unwrap();
    let mut cut = png(&quarters(300, 400).into());
    cut.truncate(200);
    for (file, portrait) in [("images/ada.avif", avif), ("images/ada.png", cut)] {
        let told = told(file, &portrait);
        assert!(told.contains(&format!("$.image: {file} cannot be decoded, so the PDF")), "{told}");
        let tree = printed(file, &portrait);
        let pdf = tree.get("export/pdf/a4/en/ada-lovelace.pdf").unwrap();
        assert!(images(&read(pdf)).is_empty());
        let page = Page::of(&tree, "en/index.html");
        assert!(page.attribute("img.likeness", "src").is_some(), "browsers may show it");
        // The monogram has its place.
        assert_ne!(in_picture(&tree).get_pixel(105, 20).0[..3], [0xfb, 0xfa, 0xf8]);
    }
}

#[test]
fn the_place_where_it_was_taken_is_warned_of() {
    let image = quarters(300, 400);
    let file = jpeg(&image, metadata(1, true));
    let said = told("images/ada.jpg", &file);
    assert!(said.contains("images/ada.jpg contains where it was taken"), "{said}");
    let tree = printed("images/ada.jpg", &file);
    for (path, bytes) in tree.iter().filter(|(path, _)| path.starts_with("export/")) {
        assert!(!bytes.windows(4).any(|part| part == b"Exif"), "{path}");
    }
    assert_eq!(told("images/ada.jpg", &jpeg(&image, metadata(1, false))), "");
}

#[test]
fn a_file_of_another_format_is_refused_where_it_is_named() {
    // Phones write such files, and some programs name them like this.
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0";
    for (file, portrait) in [("images/ada.jpg", &heic[..]), ("images/ada.png", b"<svg/>")] {
        let told = told(file, portrait);
        assert!(
            told.contains(&format!("$.image: {file} is not an image that browsers show")),
            "{told}"
        );
    }
}
