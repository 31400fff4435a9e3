//! Subsets of the shipped fonts, and tables as they are written and read.

use super::*;
use crate::classes::{read_classes, read_coverage, write_classes, write_coverage};
use crate::read::size32_at;

const SANS: &[u8] = include_bytes!("../../../style/fonts/PerfilSans.ttf");
const SERIF_ITALIC: &[u8] = include_bytes!("../../../style/fonts/PerfilSerif-Italic.ttf");

fn letters(text: &str) -> BTreeSet<char> {
    text.chars().collect()
}

/// The parts of a subset before they are compressed.
fn parts<'a>(font: &'a Font, text: &str) -> (Kept, Outlines<'a>) {
    let outlines = Outlines::read(&font.tables).expect("there are outlines");
    let glyphs = text.chars().map(|c| font.characters[&u16::try_from(c).expect("a short code")]);
    (outlines.closure(glyphs).expect("every glyph is there"), outlines)
}

#[test]
fn fonts_describe_themselves() {
    let sans = Font::read(SANS).expect("a font");
    assert_eq!(sans.family().as_deref(), Some("Perfil Sans"));
    assert_eq!((sans.weights(), sans.is_italic()), (Some((400, 700)), false));
    let serif = Font::read(SERIF_ITALIC).expect("a font");
    assert_eq!(serif.family().as_deref(), Some("Perfil Serif"));
    assert_eq!((serif.weights(), serif.is_italic()), (Some((400, 400)), true));
    assert!(sans.characters().any(|c| c == 'ễ') && !sans.characters().any(|c| c == 'م'));
}

#[test]
fn a_composite_letter_keeps_its_parts() {
    let font = Font::read(SANS).expect("a font");
    let (kept, outlines) = parts(&font, "é");
    // The glyph for missing characters, the letter, and what it is made of.
    assert_eq!(kept.len(), 4);
    assert_eq!(kept.values().copied().collect::<Vec<_>>(), [0, 1, 2, 3]);
    let (glyf, loca) = outlines.write(&kept).expect("outlines");
    assert_eq!(loca.len(), 5 * 4);
    assert_eq!(size32_at(&loca, 16), Some(glyf.len()));
}

#[test]
fn kerning_is_that_of_the_font() {
    let font = Font::read(SANS).expect("a font");
    let (kept, _) = parts(&font, "AVTo");
    let table = kerning::write(font.tables[b"GPOS"], &kept).expect("there is kerning");
    assert!(table.len() < 400, "{} bytes", table.len());
    // Once more with all of its glyphs: nothing is left to leave out.
    let all: Kept = (0..).zip(0..).take(kept.len()).collect();
    assert_eq!(kerning::write(&table, &all), Some(table));
    let (kept, _) = parts(&font, "—");
    assert_eq!(kerning::write(font.tables[b"GPOS"], &kept), None);
}

#[test]
fn a_subset_is_smaller_and_always_the_same() {
    let font = Font::read(SANS).expect("a font");
    let some = font.subset(&letters("Ada Lovelace")).expect("a subset");
    assert!(some.starts_with(b"wOF2") && some.len() < 4000, "{} bytes", some.len());
    assert_eq!(Some(&some), font.subset(&letters("Ada Lovelace 李")).as_ref());
    assert!(font.subset(&letters("Charles Babbage")).is_some_and(|other| other != some));
    assert!(font.subset(&BTreeSet::new()).is_some());
}

#[test]
fn a_damaged_font_is_no_font() {
    assert!(Font::read(b"").is_none());
    assert!(Font::read(b"wOF2").is_none());
    let wanted = letters("Aé");
    for length in (0..SANS.len()).step_by(997) {
        if let Some(font) = Font::read(&SANS[..length]) {
            drop(font.subset(&wanted));
        }
    }
    for at in (0..SANS.len()).step_by(1009) {
        let mut damaged = SANS.to_vec();
        damaged[at] ^= 0xff;
        if let Some(font) = Font::read(&damaged) {
            drop((font.family(), font.weights(), font.subset(&wanted)));
        }
    }
}

#[test]
fn sets_and_classes_are_read_as_they_were_written() {
    for glyphs in [vec![], vec![3], vec![1, 2, 3, 4, 5, 9], vec![1, 3, 5, 7]] {
        let table = write_coverage(&glyphs.iter().copied().collect()).expect("it fits");
        assert_eq!(read_coverage(&table), Some(glyphs));
    }
    let classes = [(1, 2), (2, 2), (4, 2), (5, 1)].into_iter().collect();
    assert_eq!(read_classes(&write_classes(&classes).expect("it fits")), Some(classes));
}

#[test]
fn characters_are_read_as_they_were_written() {
    let characters = [(32, 1), (65, 2), (66, 3), (67, 5), (0x2014, 4)].into_iter().collect();
    let table = cmap::write(&characters).expect("it fits");
    assert_eq!(cmap::read(&[(*b"cmap", &table[..])].into_iter().collect()), Some(characters));
}
