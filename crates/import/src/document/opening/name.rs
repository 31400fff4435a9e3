//! Finds the name of the person: in the title, in the first lines, in a table or beside a label.

use super::asides::{is_age, is_nickname, is_saying};
use super::labelled_names::{labelled, of_label};
use super::{Opening, SEPARATORS};
use crate::document::address::address;
use crate::document::blocks::Block;
use crate::document::contacts::{contacts, is_contact};
use crate::document::head::is_page;
use crate::document::headings::{Topic, is_about_document};
use crate::document::introductions::in_sentence;
use crate::document::letterhead::{Segment, label_of_segment, segments};
use crate::document::outline::{Outline, Section};
use crate::document::person::{are_pronouns, can_be_name, is_town_after, name_in, strip_symbols};
use crate::document::text::Text;
use crate::document::towns::is_company;
use crate::document::vocabulary::{self, Kind, is_label, label};
use crate::tree::{member, text};
use perfil_model::profile::ResumeList;

/// The number of lines of the sections in which people may introduce themselves.
const MAX_SENTENCES: usize = 40;

/// Words after a name in forms of East Asia.
const SEXES: [&str; 7] = [" 남 ", " 여 ", " 남자", " 여자", " 男", " 女", " 性别"];

impl Opening {
    /// Takes a headline as the name where nothing else is one: many write their names in small letters.
    pub(in crate::document) fn name_of_headline(&mut self) {
        let at = self.fields.iter().position(|field| field.key == "headline");
        let Some(at) = at.filter(|_| !self.has("name")) else { return };
        let Some(said) = self.fields.get(at).and_then(|it| it.value.as_str()) else { return };
        let words = said.split_whitespace().count();
        let is_small = said.chars().all(|c| c.is_whitespace() || c.is_lowercase() || c == '\'');
        let is_other = vocabulary::has(said, Kind::Job)
            || vocabulary::has(said, Kind::School)
            || vocabulary::has(said, Kind::Degree)
            || crate::document::headings::matched(said).is_some();
        if is_small && (2..=5).contains(&words) && !is_other {
            let name = self.fields.remove(at).value;
            self.fields.insert(0, member("name", name));
        }
    }

    pub(in crate::document) fn title(&mut self, title: Option<&Text>) {
        let Some(title) = title else {
            self.lacks_name = true;
            return;
        };
        if let [Segment { kind: Some(Kind::NameLabel), text, label }] = segments(title).as_slice() {
            let (name, rest) = of_label(label.as_ref(), text);
            self.set("name", name.plain_node());
            if let Some(rest) = rest {
                self.keep(&rest);
            }
            return;
        }
        let plain = title.plain();
        let links = title.links().first().and_then(|(_, linked)| {
            let at = plain.find(linked.plain().as_str())?;
            can_be_name(plain.get(..at)?.trim()).then_some(at)
        });
        // Pages that are named beside the name are no part of it.
        if let Some(at) = links {
            self.line(&title.part(at..plain.len()));
        }
        let title =
            title.part(name_in(plain.get(..links.unwrap_or(plain.len())).unwrap_or(&plain)));
        let plain = title.plain();
        let comma = || {
            let at = plain.find([',', '(', '，', '（'])?;
            let sign = plain.get(at..)?.chars().next()?;
            let rest = plain.get(at + sign.len_utf8()..).unwrap_or_default();
            let own = rest.trim_end_matches([')', '）', ' ']);
            let is_aside = is_age(rest)
                || is_saying(plain.get(..at)?, rest)
                || own.len() < rest.len()
                    && (vocabulary::is(own, Kind::Status) || are_pronouns(own));
            let is_more = vocabulary::has(rest, Kind::Job) || is_company(own) || is_aside;
            is_more.then_some((at, sign.len_utf8()))
        };
        let reached = contacts(&plain, false).first().map(|(range, _)| (range.start, 0));
        // A wide space can be within a name: `ソラノ　ミラ`.
        let is_wide = plain.split(['\t', '　']).count() == 2
            && plain
                .chars()
                .all(|c| c.is_whitespace() || perfil_text::is_spaceless(c) || c == 'ー')
            && plain.chars().count() < 16;
        let dash = SEPARATORS.iter().filter(|it| !is_wide || **it != "\t");
        let dash = dash.chain([&"|"]).filter_map(|it| Some((plain.find(it)?, it.len())));
        let dash = dash.filter(|(at, length)| !is_double(&plain, *at, *length));
        // `Mira Solano (Engineer | Diver)`
        let is_within =
            |at: usize| plain.get(..at).is_some_and(|it| it.contains('(') && !it.contains(')'));
        let dash = dash.filter(|(at, _)| !is_within(*at));
        let is_below = |it: &(&str, &str)| can_be_name(it.0) && vocabulary::has(it.1, Kind::Job);
        let broken = plain.split_once('\n').filter(is_below).map(|(name, _)| (name.len(), 1));
        let dash = dash.chain(reached.filter(|(at, _)| *at > 0)).chain(broken).min();
        let (name, rest) = match dash.or_else(comma) {
            Some((at, length)) => (title.part(0..at), Some(title.part(at + length..plain.len()))),
            None => match plain.find(',') {
                Some(at) if is_town_after(&plain, at) => {
                    let place = title.part(at + 1..plain.len()).plain_line();
                    let end = place.text.trim_end_matches('.').len();
                    self.set("location", address(&place.part(0..end)));
                    (title.part(0..at), None)
                }
                _ => (title.clone(), None),
            },
        };
        let clean = name.plain();
        let stripped = strip_symbols(&clean).trim_end_matches(['(', '（', ' ']);
        if !stripped.contains(char::is_alphabetic) {
            return;
        }
        let start = clean.find(stripped).unwrap_or_default();
        let name = name.part(start..start + stripped.len());
        self.set("name", name.plain_node());
        let page = title.links().into_iter().find(|(address, _)| is_page(address));
        page.map(|(address, _)| self.set("url", text(&*address, title.span())));
        let Some(rest) = rest.filter(|rest| !rest.is_empty()) else { return };
        let plain = rest.plain();
        let own = plain.trim_end_matches([')', '）', ' ']);
        let has_open = plain.contains(['(', '（']);
        if is_contact(&rest) {
            self.line(&rest);
        } else if are_pronouns(own) || is_age(&plain) {
            self.keep(&rest.part(0..own.len()));
        } else {
            let end = if has_open { plain.len() } else { own.len() };
            self.set("headline", rest.part(0..end).plain_node());
        }
    }

    /// Takes the name from a line, if no heading has it.
    pub(in crate::document) fn is_name(&mut self, line: &Text) -> bool {
        let plain = line.plain();
        // Some fill in a form within its brackets: `[Mira Solano]`.
        if let Some(own) = plain.strip_prefix('[').and_then(|it| it.strip_suffix(']'))
            && !own.contains(['[', ']'])
            && own.split_whitespace().count() > 1
        {
            return self.is_name(&line.part(1..plain.len() - 1));
        }
        // What is beside the name may have a label.
        let own = plain.split('\t').next().unwrap_or_default();
        let is_labelled = own.contains(['：', ':'])
            && own.find(['：', ':']) < own.find(['@', '/', '|', '·', '•']).or(Some(40));
        let first_word = plain.split_whitespace().next().unwrap_or_default();
        let has_link = line.runs.iter().any(|run| run.link.is_some())
            && line.links().iter().any(|(_, text)| plain.starts_with(text.plain().as_str()));
        // A name beside what reaches the person may lead to a page.
        let is_beside = own.len() < plain.len() && can_be_name(own) && is_contact(line);
        if (has_link && !is_beside)
            || is_labelled
            || is_about_document(&plain)
            || label(first_word).is_some()
        {
            return false;
        }
        let reached = contacts(&plain, false).first().map(|(range, _)| range.start);
        let cuts = SEPARATORS.iter().chain(&[" (", "（", "/"]).filter_map(|it| plain.find(it));
        let cuts = cuts.filter(|at| !is_nickname(&plain, *at));
        // A date of birth may follow it.
        let digit = plain.find(|c: char| c.is_ascii_digit()).filter(|at| is_born(&plain, *at));
        let sex = SEXES.iter().filter_map(|sex| plain.find(sex));
        let sex = sex.filter(|_| {
            plain.starts_with(perfil_text::is_spaceless)
                || plain.starts_with(perfil_text::is_hangul)
        });
        let comma = plain.find(',').map(|at| at + suffix(plain.get(at..).unwrap_or_default()));
        let comma = comma.filter(|at| *at < plain.len());
        let end = cuts.chain(comma).chain(digit).chain(sex).chain(reached).min();
        let first = line.part(0..end.unwrap_or(plain.len()));
        let cut = first.plain().trim_end_matches(['.', ' ']).len();
        let first = first.part(0..cut);
        let first_plain = first.plain();
        let name = first.part(name_in(&first_plain));
        if !can_be_name(&name.plain()) || is_contact(&first) {
            // A name comes before text, but after labels, what the document is, and what the person
            // does.
            let is_before = label_of_segment(line).is_some()
                || line.is_strong()
                || is_contact(line)
                || plain.split_whitespace().count() < 8;
            self.lacks_name = is_before;
            return false;
        }
        self.lacks_name = false;
        if !self.set("name", name.plain_node()) {
            return false;
        }
        if let Some(end) = end {
            let rest = line.part(end..plain.len()).plain();
            let is_sign = |c: char| !c.is_alphanumeric() && !"+(（".contains(c);
            let start = plain.len() - rest.trim_start_matches(is_sign).len();
            self.line(&line.part(start..plain.len()));
        }
        true
    }

    /// Looks for the name in the sections, where it stays.
    pub(in crate::document) fn elsewhere(&mut self, outline: &Outline) {
        if self.has("name") {
            return;
        }
        let mut texts = Vec::new();
        let mut rows = Vec::new();
        for section in &outline.sections {
            if section.topic() != Some(Topic::List(ResumeList::References)) {
                texts_in(section, &mut texts);
                rows_in(section, &mut rows);
            }
        }
        if let Some((label, name)) = labelled(&texts, rows).next() {
            // It stays in its section, too.
            self.set("name", of_label(Some(&label), &name).0.plain_node());
        }
        if !self.has("name") {
            let own = self.fields.iter().find(|field| field.key == "summary");
            let own = own.and_then(|it| Some(Text::of(it.value.as_str()?, it.value.span.clone())));
            let mut all: Vec<&Text> = own.iter().collect();
            self.rest.iter().for_each(|block| block.texts(&mut all));
            all.extend(texts.iter().copied().take(MAX_SENTENCES));
            let said = all.iter().find_map(|text| Some((*text, in_sentence(&text.plain())?)));
            if let Some((text, range)) = said {
                let name = text.part(range).plain_node();
                self.fields.insert(0, member("name", name));
            }
        }
    }
}

/// Returns the length of what a comma parts from the name to which it belongs: `, Jr.`.
fn suffix(rest: &str) -> usize {
    const SUFFIXES: [&str; 5] = ["Jr", "Sr", "II", "III", "IV"];
    let word = rest.trim_start_matches([',', ' ']).split([' ', ',', '\t']).next();
    let word = word.unwrap_or_default();
    if SUFFIXES.contains(&word.trim_end_matches('.')) {
        rest.find(word).unwrap_or_default() + word.len()
    } else {
        0
    }
}

/// Whether a dash joins two given names: `Ana - Mira Solano`.
fn is_double(text: &str, at: usize, length: usize) -> bool {
    let (first, rest) = (text.get(..at).unwrap_or_default(), text.get(at + length..));
    let is_hyphen = text.get(at..at + length) == Some(" - ");
    let is_word = first.chars().all(char::is_alphabetic) && first.starts_with(char::is_uppercase);
    is_hyphen
        && is_word
        && rest.is_some_and(|it| {
            can_be_name(it) && !it.contains(" - ") && it.split_whitespace().count() == 2
        })
}

/// Whether the date of a birth follows a name: `Mira Solano 05 Sep 1986`.
fn is_born(text: &str, at: usize) -> bool {
    let (name, date) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let is_year =
        |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("200"));
    let mut words = name.split_whitespace();
    name.split_whitespace().count() > 1
        && words.all(|word| word.starts_with(char::is_uppercase))
        && date.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// Adds the texts of a section.
pub(super) fn texts_in<'a>(section: &'a Section, texts: &mut Vec<&'a Text>) {
    for block in &section.blocks {
        block.texts(texts);
    }
    for inner in &section.sections {
        texts.push(&inner.title);
        texts_in(inner, texts);
    }
}

/// Adds the rows of a section that have two cells: those of its tables, and a label that is a heading.
pub(super) fn rows_in(section: &Section, rows: &mut Vec<(Text, Text)>) {
    for block in &section.blocks {
        if let Block::Table(table) = block {
            let pairs = table.rows.iter().filter_map(|row| match row.as_slice() {
                [name, value, ..] => Some((name.clone(), value.clone())),
                _ => None,
            });
            rows.extend(pairs);
        }
    }
    // A label may be a heading: it has a cell of its own.
    if is_label(&section.title.plain(), Kind::NameLabel)
        && let Some(Block::Paragraph(lines)) = section.blocks.first()
        && let Some(first) = lines.first()
    {
        rows.push((section.title.clone(), first.clone()));
    }
    section.sections.iter().for_each(|inner| rows_in(inner, rows));
}
