//! A canvas for pictures, filled from top to bottom; it grows with what is drawn on it.

use crate::theme::Colors;
use crate::theme::accent::Tones;
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// The width of a picture, in CSS pixels.
pub(super) const WIDTH: u32 = 480;

/// The padding at every edge, in CSS pixels.
pub(super) const PAD: u32 = 24;

const SERIF: &str = "\"Iowan Old Style\", \"Palatino Linotype\", \"URW Palladio L\", P052, serif";
const SANS: &str = "system-ui, sans-serif";

/// The typography of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// The font size.
    pub size: u32,
    /// The line height.
    pub leading: u32,
    /// Whether it uses the serif font of names.
    pub is_serif: bool,
}

/// The language and the direction of a text, where they differ from the page's.
pub(super) type Language<'a> = (Option<&'a str>, Option<&'a str>);

/// An unfinished picture.
pub(super) struct Canvas<'a> {
    writer: Writer<Vec<u8>>,
    /// The vertical position of the next element.
    y: u32,
    /// The direction of the page, which decides where lines begin.
    dir: &'a str,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(dir: &'a str) -> Self {
        Self { writer: Writer::new(Vec::new()), y: PAD, dir }
    }

    /// Moves down by `by` pixels.
    pub(super) fn down(&mut self, by: u32) {
        self.y += by;
    }

    /// Draws a line of text, indented by `start` from where lines begin, and moves below it.
    pub(super) fn line(
        &mut self,
        start: u32,
        text: &str,
        letters: Letters,
        colour: &str,
        language: Language,
    ) -> io::Result<()> {
        // A text of the other direction ends where texts of the page's direction begin.
        let is_other = language.1.is_some_and(|dir| dir != self.dir);
        let anchor = if is_other { "end" } else { "start" };
        let x = self.across(start, 0);
        self.text((x, self.baseline(letters)), anchor, text, letters, colour, language)?;
        self.down(letters.leading);
        Ok(())
    }

    /// Draws a text with a border around it, without moving down.
    pub(super) fn chip(
        &mut self,
        start: u32,
        width: u32,
        text: &str,
        letters: Letters,
        colors: &Colors,
        language: Language,
    ) -> io::Result<()> {
        let x = self.across(start, width);
        let round = letters.leading / 2;
        self.empty(
            "rect",
            &[
                // A line of one pixel is sharp if it is centred between two whole pixels.
                ("x", &format!("{x}.5")),
                ("y", &format!("{}.5", self.y)),
                ("width", &(width - 1).to_string()),
                ("height", &(letters.leading - 1).to_string()),
                ("rx", &round.to_string()),
                ("fill", "none"),
                ("stroke", &colors.border.css()),
            ],
        )?;
        let place = (x + width / 2, self.baseline(letters));
        self.text(place, "middle", text, letters, &colors.ink.css(), language)
    }

    /// Draws the portrait, or the initials if there is none, in a circle whose centre is at this
    /// distance below.
    pub(super) fn face(
        &mut self,
        middle: u32,
        size: u32,
        portrait: Option<&str>,
        initials: &str,
        tones: &Tones,
    ) -> io::Result<()> {
        let (x, y) = (self.across(PAD, size), self.y + middle - size / 2);
        let half = size / 2;
        let [cx, cy, r] = [x + half, y + half, half].map(|number| number.to_string());
        let circle = [("cx", cx.as_str()), ("cy", &cy), ("r", &r)];
        let Some(portrait) = portrait else {
            self.empty("circle", &[&circle[..], &[("fill", &tones.tint)]].concat())?;
            let letters = Letters { size: 22, leading: size, is_serif: true };
            let place = (x + half, y + baseline(letters));
            return self.text(place, "middle", initials, letters, &tones.accent, (None, None));
        };
        self.writer.create_element("clipPath").with_attribute(("id", "face")).write_inner_content(
            |writer| {
                writer.create_element("circle").with_attributes(circle).write_empty()?;
                Ok(())
            },
        )?;
        let [x, y, size] = [x, y, size].map(|number| number.to_string());
        self.empty(
            "image",
            &[
                ("x", &x),
                ("y", &y),
                ("width", &size),
                ("height", &size),
                ("href", portrait),
                ("preserveAspectRatio", "xMidYMid slice"),
                ("clip-path", "url(#face)"),
            ],
        )
    }

    /// Returns the picture, on its background. The title is its text alternative.
    pub(super) fn finish(
        mut self,
        lang: &str,
        title: &str,
        colors: &Colors,
    ) -> io::Result<Vec<u8>> {
        self.down(PAD - 4);
        let [width, height] = [WIDTH, self.y].map(|number| number.to_string());
        let (inner_width, inner_height) = ((WIDTH - 1).to_string(), (self.y - 1).to_string());
        let drawn = std::mem::take(self.writer.get_mut());
        let root = BytesStart::new("svg").with_attributes([
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", width.as_str()),
            ("height", &height),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("role", "img"),
            ("lang", lang),
            ("direction", self.dir),
        ]);
        self.writer.write_event(Event::Start(root))?;
        self.writer.create_element("title").write_text_content(BytesText::new(title))?;
        self.empty(
            "rect",
            &[
                ("x", "0.5"),
                ("y", "0.5"),
                ("width", &inner_width),
                ("height", &inner_height),
                ("rx", "8"),
                ("fill", &colors.paper.css()),
                ("stroke", &colors.border.css()),
            ],
        )?;
        self.writer.get_mut().extend(drawn);
        self.writer.write_event(Event::End(BytesEnd::new("svg")))?;
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Returns the left edge of an element with this width and distance from where lines begin.
    fn across(&self, start: u32, width: u32) -> u32 {
        if self.dir == "rtl" { WIDTH - start - width } else { start }
    }

    fn baseline(&self, letters: Letters) -> u32 {
        self.y + baseline(letters)
    }

    fn text(
        &mut self,
        (x, y): (u32, u32),
        anchor: &str,
        text: &str,
        letters: Letters,
        colour: &str,
        (lang, dir): Language,
    ) -> io::Result<()> {
        let [x, y, size] = [x, y, letters.size].map(|number| number.to_string());
        let attributes = [
            ("x", x.as_str()),
            ("y", &y),
            ("fill", colour),
            ("font-family", if letters.is_serif { SERIF } else { SANS }),
            ("font-size", &size),
            ("font-weight", if letters.is_serif { "500" } else { "400" }),
            ("text-anchor", anchor),
        ];
        let own = [lang.map(|lang| ("lang", lang)), dir.map(|dir| ("direction", dir))];
        self.writer
            .create_element("text")
            .with_attributes(attributes)
            .with_attributes(own.into_iter().flatten())
            .write_text_content(BytesText::new(text))?;
        Ok(())
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let element = self.writer.create_element(name);
        element.with_attributes(attributes.iter().copied()).write_empty()?;
        Ok(())
    }
}

/// Returns the distance of the baseline from the top of its line, with the middle of the letters in
/// the middle of the line.
fn baseline(letters: Letters) -> u32 {
    (letters.leading * 50 + letters.size * 35) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_match_the_stylesheet() {
        let tokens = include_str!(concat!(env!("PERFIL_FILES"), "/style/tokens.css"));
        for (name, fonts) in [("serif", SERIF), ("sans", SANS)] {
            assert!(tokens.contains(&format!("--{name}: {fonts};")), "{name}");
        }
    }
}
