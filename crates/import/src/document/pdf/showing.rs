//! Shows text: each glyph gets its characters, its place on the page, and whether anybody sees it.

use super::content::{Actual, Interpreter};
use super::fonts::Font;
use super::geometry::Matrix;
use super::glyphs::{Glyph, ICON, Mark, UNKNOWN, turn, upright};
use super::looks::{bullet, is_private};
use super::state::is_white;
use hayro_syntax::object::{Array, Object};

impl Interpreter<'_> {
    pub(super) fn show_all(&mut self, array: &Array) {
        for object in array.iter::<Object>() {
            match object {
                Object::String(bytes) => self.show(&bytes),
                Object::Number(number) => {
                    let by = -number.as_f64() / 1000.0 * self.state.size * self.state.stretch;
                    self.text = self.text.after(Matrix::translation(by, 0.0));
                }
                _ => {}
            }
        }
    }

    pub(super) fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        for code in font.codes(bytes) {
            let spacing = if code.is_space { self.state.word_spacing } else { 0.0 };
            let width = code.width * self.state.size + self.state.character_spacing + spacing;
            self.glyph(code.text, code.width, &font);
            self.text = self.text.after(Matrix::translation(width * self.state.stretch, 0.0));
        }
    }

    fn glyph(&mut self, text: Option<String>, width: f64, font: &Font) {
        let matrix = self.state.of_glyph(self.text);
        if !matrix.is_sane() {
            return;
        }
        let code = text.as_ref().and_then(|it| it.chars().next()).map_or(0, u32::from);
        let icon = Some((code, width.to_bits()));
        let mut text = match text {
            _ if font.look.is_icons => ICON.to_owned(),
            Some(text) => clean(&text, font),
            None if font.look.is_signs => "•".to_owned(),
            None => {
                self.page.unreadable += 1;
                UNKNOWN.to_owned()
            }
        };
        let mut is_taken = false;
        let mut actual = self.marked.iter_mut().map(|mark| &mut mark.actual);
        if let Some(actual) = actual.find(|actual| !matches!(actual, Actual::Glyphs)) {
            text = match std::mem::replace(actual, Actual::Taken) {
                // What an icon leads to is the text beside it.
                Actual::Text(text) if matches!(text.trim(), "tel:" | "mailto:") => ICON.to_owned(),
                Actual::Text(text) => undirected(&text),
                Actual::Glyphs | Actual::Taken => {
                    is_taken = true;
                    String::new()
                }
            };
        }
        if self.state.mode > 3 {
            let page = self.page.area();
            self.state.clip(page, false);
        }
        let mark = self.marked.iter().rev().find_map(|mark| mark.number);
        let mark = mark.map(|number| -> Mark { (self.forms.last().copied().unwrap_or(0), number) });
        let ((x, y), size) = (matrix.apply(0.0, 0.0), matrix.height());
        let (end_x, end_y) = matrix.apply(width, 0.0);
        let mode = self.state.mode;
        let color = if matches!(mode, 1 | 5) { self.state.stroke } else { self.state.fill };
        let is_outside = x < -1.0 || y < -1.0 || x > self.page.width || y > self.page.height + size;
        let middle = (f64::midpoint(x, end_x), f64::midpoint(y, end_y) - size / 4.0);
        // Chromium draws the letters of some fonts as areas, and text that nobody sees over them.
        let is_clear = self.state.opacity < 0.02;
        let is_outlined = is_clear && self.painted.is_outlined(x, end_x, y, size);
        let is_hidden = matches!(mode, 3 | 7)
            || size < 1.0
            || is_outside
            || self.state.is_clipped(middle, size)
            || (is_clear && !is_outlined)
            || self.marked.iter().any(|mark| mark.is_hidden)
            || (is_white(color) && self.painted.is_white_at(middle.0, middle.1));
        if !self.shared.budget.glyph() {
            return;
        }
        let turn = turn(matrix.0[0] * width.signum(), matrix.0[1] * width.signum());
        let frame = upright(turn);
        let ((left, base), (right, _)) = (frame.apply(x, y), frame.apply(end_x, end_y));
        let mut look = font.look;
        // Text is made bold by a line around it.
        look.is_bold |= matches!(mode, 2 | 6) || is_outlined;
        let glyph = Glyph {
            text,
            left: left.min(right),
            right: left.max(right),
            base,
            size,
            look,
            color,
            mark,
            turn,
            is_artifact: self.marked.iter().any(|mark| mark.is_artifact),
            is_hidden,
            link: None,
            icon,
        };
        match self.page.glyphs.last_mut().filter(|_| is_taken) {
            Some(said) => said.cover(&glyph),
            None => self.page.glyphs.push(glyph),
        }
    }
}

/// Whether a character only says in which direction others are written, or has no form. Google Docs writes such
/// characters around every word.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns the text that the document says is meant, without directions.
fn undirected(text: &str) -> String {
    text.chars().filter(|c| !is_direction(*c)).collect()
}

/// Returns the characters of a glyph as a text has them: without ligatures, and with signs instead of
/// what is private to a font.
fn clean(text: &str, font: &Font) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => cleaned.push_str("ff"),
            'ﬁ' => cleaned.push_str("fi"),
            'ﬂ' => cleaned.push_str("fl"),
            'ﬃ' => cleaned.push_str("ffi"),
            'ﬄ' => cleaned.push_str("ffl"),
            'ﬅ' | 'ﬆ' => cleaned.push_str("st"),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t' => cleaned.push(' '),
            '\u{2010}' | '\u{2011}' => cleaned.push('-'),
            _ if is_direction(c) => {}
            _ if is_private(c) => match bullet(c) {
                Some(bullet) => cleaned.push(bullet),
                None if font.look.is_signs => cleaned.push('•'),
                None => cleaned.push_str(ICON),
            },
            _ if c.is_control() => {}
            _ => cleaned.push(c),
        }
    }
    cleaned
}
