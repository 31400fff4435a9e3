//! Reads the name of the person beside a label: `Surname, first name: Solano, Mira`.

use super::Opening;
use super::lines::pair;
use super::name::{rows_in, texts_in};
use crate::document::headings::normalized;
use crate::document::outline::Outline;
use crate::document::person::{can_be_name, strip_symbols};
use crate::document::text::Text;
use crate::document::vocabulary::{Kind, is, label};
use crate::document::wide_labels::beside;
use crate::tree::{member, text};
use perfil_source::{Member, Node};

impl Opening {
    /// Joins the first and the last name, which have labels of their own.
    pub(in crate::document) fn join_names(&mut self) {
        let [first, last] = std::mem::take(&mut self.names);
        let is_other = |known: &str, part: &str| !normalized(known).contains(&normalized(part));
        let known = self.fields.iter().find(|field| field.key == "name");
        let known = known.and_then(|field| field.value.as_str().map(str::to_owned));
        match (&first, &last, known) {
            (Some(first), Some(last), known)
                if known.as_deref().is_none_or(|known| {
                    [first, last].iter().all(|it| is_other(known, &it.text.plain()))
                }) =>
            {
                let mut name = first.text.clone();
                name.append(" ", &last.text);
                self.replace_name(name.plain_node());
            }
            // `Name: Solano` has only the last one if the first has a label of its own.
            (Some(part), None, Some(known)) | (None, Some(part), Some(known))
                if is_other(&known, &part.text.plain()) =>
            {
                self.fields.retain(|field| field.key != "name");
                let (known, own) = (known.trim(), part.text.plain());
                let (before, after) =
                    if last.is_some() { (known, own.trim()) } else { (own.trim(), known) };
                self.set("name", text(format!("{before} {after}"), part.text.span()));
            }
            _ => {
                for part in [first, last].into_iter().flatten() {
                    match &part.label {
                        Some(label) => self.fact(label, &part.text),
                        None => self.keep(&part.text),
                    }
                }
            }
        }
    }

    /// Takes a name in the sections whose label nothing but a person has: `姓名：李雷`. Boxes beside each
    /// other may have it below anything.
    pub(in crate::document) fn name_of_form(&mut self, outline: &Outline) -> bool {
        let (mut texts, mut rows) = (Vec::new(), Vec::new());
        for section in &outline.sections {
            texts_in(section, &mut texts);
            rows_in(section, &mut rows);
        }
        let found = labelled(&texts, rows).find(|(label, name)| {
            label.plain().contains(perfil_text::is_dense) && can_be_name(&name.plain())
        });
        found.is_some_and(|(label, name)| {
            self.set("name", of_label(Some(&label), &name).0.plain_node())
        })
    }

    /// Keeps a line that was taken for the name only because of its form as text: a label says who the person is.
    /// Scripts without capitals make many short lines look like names.
    pub(super) fn yield_name(&mut self, labelled: &Text) {
        let plain = labelled.plain();
        let is_sure = can_be_name(&plain) && plain.chars().all(is_of_dense_name);
        let is_same = |known: &str| known.contains(plain.trim()) || plain.contains(known.trim());
        let is_other =
            |field: &Member| field.key == "name" && !field.value.as_str().is_some_and(is_same);
        if is_sure && self.fields.iter().any(is_other) {
            self.drop_name();
        }
    }

    /// Keeps what was taken for the name as text.
    fn drop_name(&mut self) {
        let Some(at) = self.fields.iter().position(|field| field.key == "name") else { return };
        let known = self.fields.remove(at).value;
        if let Some(said) = known.as_str() {
            self.keep(&Text::of(said, known.span.clone()));
        }
    }

    /// Sets the name; what was taken for it is text, and a headline that says the same is none.
    pub(super) fn replace_name(&mut self, name: Node) {
        self.drop_name();
        self.fields.retain(|it| it.key != "headline" || it.value.as_str() != name.as_str());
        self.lacks_name = false;
        self.fields.insert(0, member("name", name));
    }
}

fn is_of_dense_name(c: char) -> bool {
    c.is_whitespace() || perfil_text::is_dense(c)
}

/// Returns the names with labels in lines and in rows of two cells.
pub(super) fn labelled(
    texts: &[&Text],
    rows: Vec<(Text, Text)>,
) -> impl Iterator<Item = (Text, Text)> {
    let apart =
        |text: &&Text| beside::split(text, &text.plain()).unwrap_or_else(|| vec![(*text).clone()]);
    let pairs: Vec<_> = texts.iter().flat_map(apart).filter_map(|text| pair(&text)).collect();
    pairs.into_iter().chain(rows).filter(|(term, value)| {
        label(strip_symbols(&term.plain())) == Some(Kind::NameLabel)
            && value.plain().split_whitespace().count() <= 8
    })
}

/// Returns the name in a value, and what else the value says in brackets: how it is pronounced, or
/// the date of birth.
pub(in crate::document) fn of_label(own: Option<&Text>, value: &Text) -> (Text, Option<Text>) {
    let plain = value.plain();
    if let Some(at) = plain.find(['(', '（']).filter(|at| *at > 0) {
        let name = plain.get(..at).unwrap_or_default();
        let is_dense = name.chars().all(is_of_dense_name);
        // `Mira Solano (*28.10.1997)`
        let is_born =
            plain.get(at..).is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()));
        if (is_dense || is_born) && plain.trim_end().ends_with([')', '）']) {
            return (value.part(0..at).trimmed(), Some(value.part(at..plain.len())));
        }
    }
    if let Some(at) = age_after(&plain) {
        return (value.part(0..at).trimmed(), Some(value.part(at..plain.len())));
    }
    let Some((first, last)) = plain.split_once(',') else { return (value.clone(), None) };
    let is_word = |part: &str| (1..=3).contains(&part.split_whitespace().count());
    if !is_word(first) || !is_word(last) || last.contains(',') {
        return (value.clone(), None);
    }
    let (first, last) = (value.part(0..first.len()), value.part(first.len() + 1..plain.len()));
    let begins_with_given = own.is_some_and(|label| {
        let words = normalized(&label.plain());
        let mut starts = words.match_indices(' ').map(|(at, _)| at).chain([words.len()]);
        starts.any(|at| words.get(..at).is_some_and(|start| is(start, Kind::GivenNameLabel)))
    });
    let (mut name, rest) = if begins_with_given { (first, last) } else { (last, first) };
    name.append(" ", &rest);
    (name, None)
}

/// Returns where the age follows a name in the scripts of East Asia: `山田 花子 23歳`.
fn age_after(plain: &str) -> Option<usize> {
    let at = plain.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let name = plain.get(..at)?;
    let rest = plain.get(at..)?.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let is_age = rest.starts_with(['歳', '才', '岁', '歲', '세', '/', '年']);
    (is_age && name.ends_with(char::is_whitespace) && name.chars().all(is_of_dense_name))
        .then_some(at)
}
