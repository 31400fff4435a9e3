//! The QR code of a profile, read from its picture.

use crate::content::{Content, shipped};
use crate::export::exported;
use quick_xml::Reader;
use quick_xml::events::Event;
use quircs::Quirc;

/// The size of a module in the test's picture, in pixels.
const SCALE: usize = 4;

/// The text that a telephone reads from the picture.
pub(crate) fn read(svg: &str) -> String {
    let (side, dark) = modules(svg);
    let pixels = side * SCALE;
    let tone = |at: usize| {
        let (x, y) = (at % pixels / SCALE, at / pixels / SCALE);
        if dark[y * side + x] { 0 } else { u8::MAX }
    };
    let image: Vec<u8> = (0..pixels * pixels).map(tone).collect();
    let mut reader = Quirc::default();
    let codes: Vec<_> = reader.identify(pixels, pixels, &image).map(Result::unwrap).collect();
    assert_eq!(codes.len(), 1, "{svg}");
    String::from_utf8(codes[0].decode().unwrap().payload).unwrap()
}

/// The side of a picture and its dark modules, from the runs of its last path.
fn modules(svg: &str) -> (usize, Vec<bool>) {
    let (mut side, mut paths) = (0, Vec::new());
    let mut reader = Reader::from_str(svg);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "viewBox" => side = value.rsplit(' ').next().unwrap().parse().unwrap(),
                        "d" => paths.push(value),
                        key => assert!(key != "style" && !key.starts_with("on"), "{key}"),
                    }
                }
            }
            _ => {}
        }
    }
    let [ground, code] = paths.as_slice() else { panic!("{} paths", paths.len()) };
    assert_eq!(*ground, format!("M0 0h{side}v{side}H0z"));
    let mut dark = vec![false; side * side];
    for run in code.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split([' ', 'h', 'v', '-', 'z']).filter_map(|it| it.parse().ok()).collect();
        let [x, y, length, 1, same] = numbers[..] else { panic!("{run}") };
        assert_eq!(length, same);
        dark[y * side + x..][..length].fill(true);
    }
    (side, dark)
}

#[test]
fn a_qr_code_identifies_the_person() {
    for (path, svg) in exported(shipped(), "svg") {
        let card = read(svg);
        let name = if path.contains("marcus") { "Marcus Rodriguez" } else { "Rodrigo de León" };
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n"), "{card}");
        assert!(card.contains(&format!("\r\nFN:{name}\r\n")), "{card}");
    }
}

#[test]
fn a_long_contact_has_no_qr_code() {
    let content = Content::fixture("small");
    content.edit("profiles/ada-lovelace.json", "Ada Lovelace", &"Ada Lovelace ".repeat(20));
    let tree = content.build().tree;
    let codes = exported(&tree, "svg");
    assert_eq!(read(codes[0].1), "https://ada.example/en/");
}
