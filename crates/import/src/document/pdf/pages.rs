//! All pages of a document, and what is said about them.

use super::columns::zones;
use super::content::{Interpreter, Shared};
use super::dated_columns::ends_with_date;
use super::geometry::Matrix;
use super::glyphs::{Glyph, Page};
use super::layers::Layers;
use super::limits::{self, MAX_PAGES};
use super::lines::{self, Line};
use super::segments::{Segment, segments};
use super::{bullets, links, margin_headings, moved, repeated, streams, tagged, turned_dates};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream};
use perfil_source::Problem;
use std::sync::Arc;

/// The pages of a document.
pub(super) struct Pages {
    all: Vec<Page>,
    /// The addresses of links.
    pub(super) addresses: Vec<Arc<str>>,
    is_cut: bool,
}

impl Pages {
    /// Reads the pages.
    pub(super) fn of(pdf: &Pdf, catalog: &Dict) -> Result<Self, Problem> {
        let count = pdf.pages().len();
        if count > MAX_PAGES {
            return Err(limits::too_many_pages(count));
        }
        let mut shared = Shared::new(Layers::of(catalog));
        let (mut pages, mut addresses) = (Vec::new(), Vec::new());
        for page in pdf.pages().iter() {
            let transform = Matrix(page.initial_transform(true).as_coeffs());
            let (width, height) = page.render_dimensions();
            let content = content(page.raw(), &mut shared);
            let mut interpreter =
                Interpreter::new(&mut shared, transform, width.into(), height.into());
            interpreter.run(&content, page.resources());
            let mut read = interpreter.page;
            read.read_bullets();
            read.add_bullets();
            let annotations = page.raw().get::<Array>("Annots");
            links::mark(&mut read, annotations.as_ref(), transform, &mut addresses);
            pages.push(read);
        }
        let mut pages = Self { all: pages, addresses, is_cut: shared.budget.is_spent() };
        pages.show_recognized();
        Ok(pages)
    }

    /// Shows the invisible text of a scan: it is what a program recognized in the picture.
    fn show_recognized(&mut self) {
        let mut glyphs = self.all.iter().flat_map(|page| &page.glyphs);
        let is_scan = self.all.iter().any(|page| page.has_picture);
        if is_scan && glyphs.all(|glyph| glyph.is_hidden || glyph.is_space() || glyph.is_icon()) {
            for glyph in self.all.iter_mut().flat_map(|page| &mut page.glyphs) {
                glyph.is_hidden = false;
            }
        }
    }

    /// Returns why there is nothing to read.
    pub(super) fn problem(&self, catalog: &Dict) -> Option<Problem> {
        let glyphs = || self.all.iter().flat_map(|page| &page.glyphs);
        let is_letter = |glyph: &&Glyph| glyph.text.chars().any(char::is_alphanumeric);
        let shown = glyphs().filter(|glyph| !glyph.is_hidden).filter(is_letter).count();
        let unreadable: usize = self.all.iter().map(|page| page.unreadable).sum();
        let problem = |message: &str, remedy: &str| Some(Problem::error(None, message, remedy));
        if catalog.contains_key("Collection") && shown < 400 {
            return problem(
                "the PDF is a portfolio: a cover with other files in it",
                "Open it, save the CV in it as a file of its own, and import that.",
            );
        }
        if unreadable > 60 && unreadable * 8 > shown {
            return problem(
                "the PDF does not say which characters its glyphs are",
                "Export it again from the program that made it, or make it readable with a program \
                 for text recognition (OCR).",
            );
        }
        if self.is_cut && shown == 0 {
            return Some(limits::too_much());
        }
        if shown > 0 {
            return None;
        }
        if self.all.iter().any(|page| page.has_picture) {
            return problem(
                "the PDF is a scan: a picture without any text",
                "Export it from the program in which the CV was written, or make its text readable \
                 with a program for text recognition (OCR).",
            );
        }
        problem(
            "the PDF has no text: its letters are only drawn, or there are none",
            "Export it again from the program in which the CV was written, instead of printing it.",
        )
    }

    /// Returns what was left out.
    pub(super) fn report(&self) -> Vec<Problem> {
        let unreadable: usize = self.all.iter().map(|page| page.unreadable).sum();
        let mut report = Vec::new();
        if unreadable > 0 {
            let message = format!(
                "{unreadable} signs are left out, because the PDF does not say which characters they are"
            );
            let remedy = "Look whether a text is missing; icons are no text.";
            report.push(Problem::warning(None, message, remedy));
        }
        if self.is_cut {
            let message = "the PDF holds so much that its end was not read";
            let remedy = "Save the pages of the CV as a file of their own.";
            report.push(Problem::warning(None, message, remedy));
        }
        report
    }

    /// Returns the lines of what the pages are about, and of what is beside it.
    pub(super) fn lines(&self, pdf: &Pdf, catalog: &Dict) -> (Vec<Line>, Vec<Line>) {
        let heights: Vec<f64> = self.all.iter().map(|page| page.height).collect();
        if let Some(lines) = tagged::lines(pdf, catalog, &self.all, &self.addresses) {
            let lines = lines.into_iter().flat_map(bullets::apart).collect();
            return (repeated::without(lines, &heights), Vec::new());
        }
        let (mut main, mut side) = (Vec::new(), Vec::new());
        let mut zone = 0;
        for (number, page) in self.all.iter().enumerate() {
            for part in page_zones(page, number) {
                let lines = lines::lines(&part, (number, zone), &page.rules, &self.addresses);
                let lines = with_bullets(lines).into_iter().flat_map(bullets::apart);
                if part.is_side {
                    side.extend(lines);
                } else {
                    main.extend(lines);
                }
                zone += 1;
            }
        }
        (repeated::without(main, &heights), repeated::without(side, &heights))
    }
}

/// Returns the zones of a page: those of most of its text, and then those of turned text.
fn page_zones(page: &Page, number: usize) -> Vec<super::columns::Zone> {
    let shown = page.glyphs.iter().filter(|glyph| !glyph.is_hidden).collect();
    let shown = turned_dates::upright(shown);
    let artifacts = shown.iter().filter(|glyph| glyph.is_artifact).count();
    // Some programs call everything an artifact.
    let has_artifacts = artifacts * 5 < shown.len();
    let end = tagged::letterhead_end(number, page);
    let mut counts = [0_usize; 5];
    for glyph in &shown {
        if let Some(count) = counts.get_mut(usize::from(glyph.turn)) {
            *count += 1;
        }
    }
    let mut turns: Vec<u8> = (0..5).collect();
    turns.sort_by_key(|turn| std::cmp::Reverse(counts.get(usize::from(*turn)).copied()));
    let mut all = Vec::new();
    for turn in turns {
        let glyphs = shown.iter().filter(|glyph| {
            let is_ornament = glyph.is_artifact && !tagged::is_letterhead(glyph, end);
            glyph.turn == turn && !(has_artifacts && is_ornament)
        });
        let mut segments: Vec<Segment> = segments(glyphs.cloned().collect());
        if number == 0 && turn == 0 {
            let (name, rest) = moved::name_apart(segments, page.height);
            all.extend(zones(name));
            segments = rest;
        }
        for part in margin_headings::parts(moved::with_periods(moved::with_ends(segments))) {
            all.extend(zones(part));
        }
    }
    all
}

/// Puts bullets that are lines of their own, because their baselines are others, before their items.
fn with_bullets(lines: Vec<Line>) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::with_capacity(lines.len());
    let mut bullet: Option<Line> = None;
    for mut line in lines {
        if bullets::is_alone(&line) {
            all.extend(bullet.take());
            bullet = Some(line);
            continue;
        }
        if let Some(alone) = bullet.take() {
            let is_near = |own: &Line| {
                (own.base - alone.base).abs() < 0.9 * own.size && alone.left < own.left
            };
            // A bullet between two rows is that of both, of which the first begins the item.
            let row = all.last_mut().filter(|last| {
                let is_below = (last.left - line.left).abs() < 0.5 * line.size;
                is_near(last) && is_below && !last.columns.is_empty() && ends_with_date(&line)
            });
            match row {
                Some(first) => begin_item(first, alone),
                None if is_near(&line) => begin_item(&mut line, alone),
                None => all.push(alone),
            }
        }
        all.push(line);
    }
    all.extend(bullet);
    all
}

/// Puts a bullet before a line.
fn begin_item(line: &mut Line, mut bullet: Line) {
    if let Some(last) = bullet.spans.last_mut() {
        last.text.push('\t');
    }
    line.columns.insert(0, line.left);
    bullet.spans.append(&mut line.spans);
    line.spans = bullet.spans;
    line.left = bullet.left;
}

/// Returns the operators of a page.
fn content(page: &Dict, shared: &mut Shared) -> Vec<u8> {
    if let Some(stream) = page.get::<Stream>("Contents") {
        return streams::decode(&stream, &mut shared.budget);
    }
    let mut content = Vec::new();
    for stream in page.get::<Array>("Contents").iter().flat_map(Array::iter::<Stream>) {
        content.extend(streams::decode(&stream, &mut shared.budget));
        content.push(b' ');
    }
    content
}
