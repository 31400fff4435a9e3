//! Finds the headings of a document: those that styles state, and those that only look like one.

use super::super::headings::{Match, Topic, matched};
use super::super::period::Dates;
use super::super::text::GAP;
use super::super::vocabulary::{Kind, has, is_symbol};
use super::bracketed_headings;
use super::pieces::{Look, Paragraph, Piece, each, each_mut};
use super::styles::Role;
use std::collections::HashMap;

/// The longest heading, in characters.
pub(super) const MAX_HEADING: usize = 60;
/// The longest paragraph that a style makes a heading, in characters.
const MAX_STYLED: usize = 120;

/// The level of sections that only look like ones.
pub(super) const SECTION: u8 = 2;

/// What most of the text looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Body {
    /// Whether most of it is strong, so that strong text says nothing.
    pub(super) is_strong: bool,
    /// Whether most of it is emphasized.
    pub(super) is_emphasized: bool,
}

/// A document while its headings are found.
pub(super) struct Finder<'a> {
    pub(super) paragraphs: Vec<&'a Paragraph>,
    pub(super) levels: Vec<Option<u8>>,
    pub(super) size: u32,
    color: String,
    body: Body,
    pub(super) dates: Dates,
}

/// Gives paragraphs their levels, and returns what most of the text looks like.
pub(super) fn find_headings(pieces: &mut [Piece]) -> Body {
    let mut paragraphs = Vec::new();
    each(pieces, &mut |paragraph| paragraphs.push(paragraph));
    let mut finder = Finder::of(paragraphs);
    finder.styled();
    finder.sections();
    bracketed_headings::find(&mut finder);
    finder.lower_stated();
    let name = finder.name();
    finder.raise(name);
    let (body, levels) = (finder.body, finder.levels);
    let mut levels = levels.into_iter();
    let mut at = 0;
    each_mut(pieces, &mut |paragraph| {
        paragraph.level = levels.next().flatten();
        paragraph.is_name = name == Some(at);
        at += 1;
    });
    body
}

impl<'a> Finder<'a> {
    fn of(paragraphs: Vec<&'a Paragraph>) -> Self {
        let (mut sizes, mut colors) = (HashMap::new(), HashMap::new());
        let (mut all, mut strong, mut emphasized) = (0, 0, 0);
        for paragraph in &paragraphs {
            for span in paragraph.lines.iter().flatten() {
                all += span.text.len();
                strong += if span.style.strong { span.text.len() } else { 0 };
                emphasized += if span.style.emphasis { span.text.len() } else { 0 };
            }
            let length: usize = paragraph.lines.iter().flatten().map(|it| it.text.len()).sum();
            *sizes.entry(paragraph.look.size).or_insert(0) += length;
            *colors.entry(paragraph.look.color.as_str()).or_insert(0) += length;
        }
        let size = sizes.into_iter().max_by_key(|(size, count)| (*count, *size));
        let color = colors.into_iter().max_by_key(|(color, count)| (*count, *color));
        let is_most = |count: usize| count * 3 > all * 2;
        Self {
            levels: vec![None; paragraphs.len()],
            size: size.map(|(size, _)| size).unwrap_or_default(),
            color: color.map(|(color, _)| color.to_owned()).unwrap_or_default(),
            body: Body { is_strong: is_most(strong), is_emphasized: is_most(emphasized) },
            dates: Dates::default(),
            paragraphs,
        }
    }

    /// Takes the headings that styles state.
    fn styled(&mut self) {
        let is_title = |it: &&Paragraph| it.role == Role::Title && !it.is_empty();
        let shift = u8::from(self.paragraphs.iter().any(is_title));
        for (paragraph, level) in self.paragraphs.iter().zip(&mut self.levels) {
            let plain = paragraph.plain();
            let letters = plain.chars().count();
            let is_sentence = plain.ends_with('.') && plain.split_whitespace().count() > 8;
            if letters == 0 || letters > MAX_STYLED || is_sentence {
                continue;
            }
            *level = match paragraph.role {
                Role::Title => Some(1),
                // What is below the name is no section.
                Role::Subtitle => None,
                _ => paragraph.outline.map(|level| (level + shift).min(6)),
            };
        }
    }

    /// Finds sections by their looks, if styles state none.
    fn sections(&mut self) {
        // `Internship` above several entries is what each of them is.
        let mut named: HashMap<String, usize> = HashMap::new();
        for it in self.paragraphs.iter().filter(|it| known(it).is_some()) {
            *named.entry(it.plain()).or_default() += 1;
        }
        let is_position = |it: &Paragraph| {
            let plain = it.plain();
            has(&plain, Kind::Job) && named.get(&plain).is_some_and(|count| *count > 1)
        };
        let of = self.paragraphs.iter().map(|it| known(it).filter(|_| !is_position(it)));
        let found: Vec<Option<Match>> = of.collect();
        let known: Vec<bool> = found.iter().map(Option::is_some).collect();
        let styled =
            self.levels.iter().zip(&known).filter(|(level, known)| level.is_some() && **known);
        if styled.count() > 1 {
            return self.add_unstyled(&found);
        }
        let mut looks: HashMap<&Look, (usize, usize)> = HashMap::new();
        for (paragraph, is_known) in self.paragraphs.iter().zip(&known) {
            if self.is_apart(paragraph) && self.is_short(paragraph) {
                let (sections, all) = looks.entry(&paragraph.look).or_default();
                *sections += usize::from(*is_known);
                *all += 1;
            }
        }
        let is_look = |look: &Look| {
            let Some((sections, all)) = looks.get(look) else { return false };
            let share = if self.is_marked(look) { 4 } else { 2 };
            *sections > 0 && sections * share >= *all
        };
        let mut headings = Vec::new();
        for (at, (paragraph, is_known)) in self.paragraphs.iter().zip(&known).enumerate() {
            let is_heading = paragraph.list.is_none()
                && (*is_known || (is_look(&paragraph.look) && !self.is_entry(at)))
                && (self.is_apart(paragraph) || (*is_known && has_symbol(paragraph)))
                && self.is_short(paragraph);
            if is_heading {
                headings.push(at);
            }
        }
        if headings.iter().filter(|at| known.get(**at) == Some(&true)).count() < 2 {
            // Nothing is set apart, so only the words can tell.
            headings = self.named(&found);
        }
        if headings.is_empty() {
            headings = self.repeated();
        }
        self.lower_entries(&headings);
        for at in headings {
            if let Some(level) = self.levels.get_mut(at).filter(|level| level.is_none()) {
                *level = Some(SECTION);
            }
        }
    }

    /// Puts headings with periods, also directly below them, below the section above them, of which a style says
    /// that it is below them.
    fn lower_stated(&mut self) {
        let is_dated = |it: &&Paragraph| self.dates.find(&it.plain()).is_some_and(|it| it.is_range);
        let mut section: Option<u8> = None;
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            let Some(own) = self.levels.get_mut(at).and_then(Option::as_mut) else { continue };
            let found = known(paragraph);
            let near = self.paragraphs.iter().skip(at).take(if found.is_some() { 1 } else { 3 });
            if found.is_some_and(|found| found.is_exact) {
                section = Some(*own);
            } else if let Some(above) = section.filter(|above| above > own)
                && near.copied().any(|it| is_dated(&it))
            {
                *own = (above + 1).min(6);
            }
        }
    }

    /// Puts headings with periods, which a style states, below sections that only look like ones.
    fn lower_entries(&mut self, sections: &[usize]) {
        let is_new = |at: &usize| self.levels.get(*at).is_some_and(Option::is_none);
        let Some(first) = sections.iter().copied().find(is_new) else { return };
        for (paragraph, level) in self.paragraphs.iter().zip(&mut self.levels).skip(first) {
            if level.is_some_and(|level| level <= SECTION)
                && self.dates.find(&paragraph.plain()).is_some_and(|it| it.is_range)
            {
                *level = Some(SECTION + 1);
            }
        }
    }

    /// Whether a paragraph that is only strong is rather the head of an entry: it names a job, or dates
    /// follow it.
    fn is_entry(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else { return false };
        // A heading that a style states is no part of the head above it.
        let is_stated = |at: usize| self.levels.get(at).is_some_and(Option::is_some);
        let next = self.paragraphs.iter().enumerate().skip(at + 1).take(2);
        let next = next.take_while(|(at, it)| {
            let letters = it.plain().chars().count();
            it.list.is_none() && letters <= MAX_STYLED && known(it).is_none() && !is_stated(*at)
        });
        let next = next.map(|(_, it)| it);
        let is_dated = |it: &&Paragraph| self.dates.find(&it.plain()).is_some_and(|it| it.is_range);
        !self.is_marked(&paragraph.look)
            && (has(&paragraph.plain(), Kind::Job) || next.into_iter().any(is_dated))
    }

    /// Returns the paragraphs that say nothing but the name of a section.
    fn named(&self, found: &[Option<Match>]) -> Vec<usize> {
        let is_named = |(paragraph, found): &(&&Paragraph, &Option<Match>)| {
            let is_exact = found.as_ref().is_some_and(|it| it.is_exact || self.is_apart(paragraph));
            is_exact && paragraph.list.is_none() && self.is_short(paragraph)
        };
        let all = self.paragraphs.iter().zip(found).enumerate();
        all.filter(|(_, it)| is_named(it)).map(|(at, _)| at).collect()
    }

    /// Returns the paragraphs in a look that several headings have, and no text.
    fn repeated(&self) -> Vec<usize> {
        let mut looks: HashMap<&Look, (usize, bool)> = HashMap::new();
        for paragraph in &self.paragraphs {
            let (count, is_other) = looks.entry(&paragraph.look).or_default();
            *count += 1;
            *is_other |= paragraph.list.is_some()
                || (self.is_marked(&paragraph.look) && !self.is_short(paragraph));
        }
        let is_heading = |paragraph: &Paragraph| {
            let look = &paragraph.look;
            let is_repeated = looks.get(look).is_some_and(|(count, other)| *count > 1 && !other);
            is_repeated && self.is_marked(look) && self.is_apart(paragraph)
        };
        let all = self.paragraphs.iter().enumerate();
        all.filter(|(_, it)| is_heading(it)).map(|(at, _)| at).collect()
    }

    pub(super) fn is_short(&self, paragraph: &Paragraph) -> bool {
        let plain = paragraph.plain();
        let letters = plain.chars().count();
        (2..=MAX_HEADING).contains(&letters)
            && !plain.ends_with(['.', ',', ';', '!', '?'])
            && !plain.contains([GAP, '@', '|', '\n'])
            && self.dates.find(&plain).is_none()
    }

    /// Whether a paragraph looks unlike the text.
    pub(super) fn is_apart(&self, paragraph: &Paragraph) -> bool {
        let look = &paragraph.look;
        self.is_marked(look)
            || (look.is_strong && !self.body.is_strong)
            || look.is_underlined
            || (!look.color.is_empty() && look.color != self.color && look.color != "auto")
    }

    /// Whether a look is more than a strong one: larger, in capitals, or with a line.
    fn is_marked(&self, look: &Look) -> bool {
        look.size > self.size + 1 || look.is_capital || look.has_rule || look.is_shaded
    }
}

/// Whether a paragraph begins with a picture: `🎓 Education`.
fn has_symbol(paragraph: &Paragraph) -> bool {
    paragraph.plain().starts_with(is_symbol)
}

/// Returns which section a paragraph names.
pub(super) fn known(paragraph: &Paragraph) -> Option<Match> {
    let plain = paragraph.plain();
    if plain.chars().count() > MAX_HEADING || plain.contains([GAP, '@', '\n']) {
        return None;
    }
    let text = plain.trim_end_matches([':', '：', ' ']);
    matched(text).filter(|found| found.is_whole && found.topic != Topic::Document)
}
