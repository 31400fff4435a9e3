//! Names a person whom nothing in a document names for sure: by the signature, a heading, the e-mail address, or the
//! name of the file.

use super::Opening;
use super::address_words::OFFICES;
use crate::document::blocks::Block;
use crate::document::contacts::reaches;
use crate::document::endings::signer;
use crate::document::headings::{Topic, is_about_document, normalized};
use crate::document::outline::{Outline, Section};
use crate::document::period::Dates;
use crate::document::person::can_be_name;
use crate::document::stated_names::Named;
use crate::document::text::Text;
use crate::names;
use crate::tree::{member, text};
use perfil_source::Node;
use perfil_text::is_dense;

/// Words of the names of files that are no part of a name, beside those for a document and the numbers.
const OF_FILES: [&str; 14] = [
    "vitae", "final", "new", "old", "copy", "latest", "updated", "ats", "pdf", "docx", "doc",
    "word", "eng", "english",
];

/// The least length of the words of a name that an address is split into, in characters.
const MIN_WORD: usize = 3;

impl Opening {
    /// Finds the name where no heading and no line above the first section has it.
    pub(super) fn name_at_last(&mut self, outline: &mut Outline, named: &Named, dates: &Dates) {
        self.name_by_email(outline, &named.name);
        self.name_by_file(named);
        let named = &named.name;
        self.name_of_headline();
        if self.has("name") {
            return;
        }
        let found = match signer(&outline.sections, dates) {
            Some(name) => Some(name.plain_node()),
            None if can_be_name(named) => None,
            None => name_of_section(&mut outline.sections).or_else(|| self.name_of_address()),
        };
        let name = found.unwrap_or_else(|| text(named, 0..0));
        self.fields.insert(0, member("name", name));
    }

    /// Returns the word that is the whole address: `Mira` beside `mira@example.org`. Else the words of the address:
    /// `mira.solano@example.org`.
    fn name_of_address(&self) -> Option<Node> {
        let user = self.user()?;
        let mut texts = Vec::new();
        self.rest.iter().for_each(|block| block.texts(&mut texts));
        let is_user = |text: &&&Text| {
            let word = normalized(&text.plain());
            word == user && word.len() >= MIN_WORD && !OFFICES.contains(&word.as_str())
        };
        if let Some(word) = texts.iter().find(is_user) {
            return Some(word.plain_node());
        }
        let words: Vec<&str> = user.split(['.', '_']).collect();
        let is_word = |word: &&str| {
            word.len() >= MIN_WORD
                && word.chars().all(|c| c.is_ascii_alphabetic())
                && !OFFICES.contains(word)
        };
        let name = names::of_file(&words.join(" "));
        let is_name = (2..=3).contains(&words.len()) && words.iter().all(is_word);
        (is_name && can_be_name(&name)).then(|| text(name, 0..0))
    }
}

/// Takes the first heading that is a name: ways to reach the person follow it, or its words are capitalised in an
/// alphabet whose headings are written like sentences.
fn name_of_section(sections: &mut Vec<Section>) -> Option<Node> {
    let begins = |section: &Section| {
        let mut texts = Vec::new();
        section.blocks.iter().take(3).for_each(|block| block.texts(&mut texts));
        texts.into_iter().take(5).any(|text| reaches(&text.plain()))
    };
    let is_name = |section: &Section| {
        let title = section.title.plain();
        let words = title.split_whitespace().count();
        let is_written = (2..=3).contains(&words) && title.split_whitespace().all(is_sentence_name);
        section.topic().is_none() && can_be_name(&title) && (is_written || begins(section))
    };
    // A name that is written as the sections are is directly above what reaches the person.
    let is_above_contact = |pair: &[Section]| match pair {
        [section, next] => {
            let title = section.title.plain();
            section.blocks.iter().all(|block| *block == Block::Rule)
                && section.sections.is_empty()
                && section.topic().is_none()
                && next.topic() == Some(Topic::Contact)
                && (2..=4).contains(&title.split_whitespace().count())
                && can_be_name(&title)
        }
        _ => false,
    };
    let at = sections.iter().position(is_name);
    let at = at.or_else(|| sections.windows(2).position(is_above_contact))?;
    let section = sections.get_mut(at)?;
    let title = std::mem::take(&mut section.title);
    if section.blocks.iter().all(|block| *block == Block::Rule) && section.sections.is_empty() {
        sections.remove(at);
    }
    Some(title.plain_node())
}

/// Whether a word is a capital and small letters, none of which is one of ASCII.
fn is_sentence_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c.is_uppercase() && !c.is_ascii())
        && word.chars().count() > 1
        && letters.all(|c| c.is_lowercase() && !c.is_ascii() && !is_dense(c) || c == '-')
}

/// Returns the name that the name of a file has, without what it says of the document: `mira-solano-cv-2024.pdf`.
pub(in crate::document) fn named_by_file(file: &str) -> String {
    let whole = names::of_file(file);
    let is_name = |word: &&str| {
        let lower = word.to_lowercase();
        !word.contains(|c: char| c.is_numeric())
            && !is_about_document(word)
            && !OF_FILES.contains(&lower.as_str())
    };
    let words: Vec<&str> = whole.split(' ').filter(is_name).collect();
    // An initial is within a name; at its ends, a letter counts versions.
    let is_word = |word: &&str| word.chars().count() > 1;
    let start = words.iter().position(is_word).unwrap_or_default();
    let end = words.iter().rposition(is_word).map_or(0, |at| at + 1);
    let words = words.get(start..end).unwrap_or_default();
    let name = words.join(" ");
    if words.len() > 1 && can_be_name(&name) { name } else { whole }
}

#[cfg(test)]
mod tests {
    use super::named_by_file;

    #[test]
    fn a_file_names_a_person_beside_the_document() {
        for (file, name) in [
            ("mira-solano-cv-2024.pdf", "Mira Solano"),
            ("files/Resume_Mira_Solano_final.docx", "Mira Solano"),
            ("Lebenslauf Mira Solano.pdf", "Mira Solano"),
            ("Mira_J_Solano_CV_v.pdf", "Mira J Solano"),
            ("cv.pdf", "Cv"),
            ("curriculum_vitae.pdf", "Curriculum Vitae"),
            ("resume-2024.docx", "Resume 2024"),
        ] {
            assert_eq!(named_by_file(file), name, "{file}");
        }
    }
}
