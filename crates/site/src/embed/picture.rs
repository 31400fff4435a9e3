//! The card as a picture (SVG), for pages that only allow pictures, READMEs above all.
//!
//! It is shown by `<img>`, so without scripts, stylesheets or other files, and at its own size. So
//! every element in it has a fixed position, and it has a background of its own.

use super::canvas::{Canvas, Letters, PAD, WIDTH};
use super::lines::{strip_controls, width, wrap};
use crate::theme::accent::{Tones, tones};
use crate::theme::{Color, Colors};
use perfil_localize::shown_address;
use perfil_ui::embed::Person;
use perfil_view::Text;
use std::io;

/// The file names of the pictures, one for each theme.
pub(super) const NAMES: [&str; 2] = ["light.svg", "dark.svg"];

/// The maximum number of skills in a picture.
const SKILLS: usize = 6;

/// The width and height of the portrait.
const FACE: u32 = 64;

const NAME: Letters = Letters { size: 24, leading: 32, is_serif: true };
const HEADLINE: Letters = Letters { size: 15, leading: 21, is_serif: false };
const PLACE: Letters = Letters { size: 13, leading: 20, is_serif: false };
const FOCUS: Letters = Letters { size: 14, leading: 21, is_serif: false };
const SKILL: Letters = Letters { size: 12, leading: 24, is_serif: false };
const ADDRESS: Letters = Letters { size: 12, leading: 16, is_serif: false };

/// Draws the pictures in the light and the dark colours. `portrait` is the URL of an image.
pub(super) fn draw(
    person: Person,
    portrait: Option<&str>,
    [light, dark]: [&Colors; 2],
) -> io::Result<[Vec<u8>; 2]> {
    let hue = u16::try_from(person.page.hue).unwrap_or_default();
    let draw = |colors| picture(person, portrait, &tones(hue, colors), colors);
    Ok([draw(light)?, draw(dark)?])
}

fn picture(
    person: Person,
    portrait: Option<&str>,
    tones: &Tones,
    colors: &Colors,
) -> io::Result<Vec<u8>> {
    let mut canvas = Canvas::new(&person.page.dir);
    head(&mut canvas, person, portrait, tones, colors)?;
    focus(&mut canvas, &person.profile.head.focus, tones)?;
    skills(&mut canvas, person, colors)?;
    canvas.down(16);
    let address = shown_address(&person.page.canonical);
    for line in wrap(&strip_controls(address), ADDRESS.size, WIDTH - 2 * PAD, 1) {
        canvas.line(PAD, &line, ADDRESS, &colors.soft.css(), (None, Some("ltr")))?;
    }
    canvas.finish(&person.page.lang, &strip_controls(&person.page.title), colors)
}

/// Draws the portrait, with the text about the person beside it.
fn head(
    canvas: &mut Canvas,
    Person { profile, place, .. }: Person,
    portrait: Option<&str>,
    tones: &Tones,
    colors: &Colors,
) -> io::Result<()> {
    let start = PAD + FACE + 16;
    let [ink, soft] = [colors.ink, colors.soft].map(Color::css);
    let name = (Some(&profile.head.name), NAME, &ink, 2);
    let headline = (profile.head.headline.as_ref(), HEADLINE, &ink, 2);
    let mut lines = Vec::new();
    for (text, letters, colour, most) in [name, headline, (place, PLACE, &soft, 1)] {
        let Some(text) = text else { continue };
        let wrapped = wrap(&strip_controls(&text.text), letters.size, WIDTH - PAD - start, most);
        lines.extend(wrapped.into_iter().map(|line| (line, letters, colour, language(text))));
    }
    let height: u32 = lines.iter().map(|(_, letters, ..)| letters.leading).sum();
    let middle = height.max(FACE) / 2;
    canvas.face(middle, FACE, portrait, &strip_controls(&profile.head.likeness.initials), tones)?;
    canvas.down(middle - height / 2);
    for (line, letters, colour, language) in lines {
        canvas.line(start, &line, letters, colour, language)?;
    }
    canvas.down(middle - height / 2);
    Ok(())
}

/// Draws the person's focus, its parts separated by dots.
fn focus(canvas: &mut Canvas, focus: &[Text], tones: &Tones) -> io::Result<()> {
    let Some(first) = focus.first() else { return Ok(()) };
    let is_one = focus.iter().all(|item| item.language == first.language);
    let language = if is_one { language(first) } else { (None, None) };
    let parts: Vec<String> = focus.iter().map(|item| strip_controls(&item.text)).collect();
    canvas.down(16);
    // No line begins with the dot.
    for line in wrap(&parts.join("\u{a0}· "), FOCUS.size, WIDTH - 2 * PAD, 2) {
        canvas.line(PAD, &line, FOCUS, &tones.accent, language)?;
    }
    Ok(())
}

/// Draws the skills with the most evidence, in as many rows as they need.
fn skills(canvas: &mut Canvas, person: Person, colors: &Colors) -> io::Result<()> {
    const GAP: u32 = 6;
    const INSIDE: u32 = 9;
    let most = WIDTH - 2 * PAD;
    let mut start = PAD;
    for skill in person.profile.skills.iter().take(SKILLS) {
        let label = wrap(&strip_controls(&skill.name.text), SKILL.size, most - 2 * INSIDE, 1);
        let Some(label) = label.first() else { continue };
        let chip = width(label, SKILL.size) + 2 * INSIDE;
        let is_first = start == PAD;
        if is_first || start + chip > WIDTH - PAD {
            // The gap above the first row, or between two rows of chips.
            canvas.down(if is_first { 14 } else { SKILL.leading + GAP });
            start = PAD;
        }
        canvas.chip(start, chip, label, SKILL, colors, language(&skill.name))?;
        start += chip + GAP;
    }
    canvas.down(if start == PAD { 0 } else { SKILL.leading });
    Ok(())
}

/// Returns the language and the direction of a text, where they differ from the page's.
fn language(text: &Text) -> (Option<&str>, Option<&str>) {
    let language = text.language.as_ref();
    language.map(|language| (language.lang.as_str(), language.dir.as_str())).unzip()
}
