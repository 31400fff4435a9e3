//! Names a person whom nothing in a document names for sure: by a heading that looks like a name in an alphabet in which
//! headings do not, by the e-mail address, or by the name of the file.

use super::Opening;
use crate::document::headings::is_about_document;
use crate::document::outline::Outline;
use crate::document::person::can_be_name;
use crate::document::text::Text;
use crate::names;
use crate::tree::{member, text};
use perfil_text::is_dense;

/// Words of the names of files that are no part of a name, beside those for a document and the numbers.
const OF_FILES: [&str; 14] = [
    "vitae", "final", "new", "old", "copy", "latest", "updated", "ats", "pdf", "docx", "doc",
    "word", "eng", "english",
];

/// The least length of the words of a name that an address is split into, in characters.
const MIN_WORD: usize = 3;

impl Opening {
    /// Takes the first heading in two or three words that are all capitalised, if no other name was found and the
    /// alphabet is one whose headings are written like sentences.
    pub(in crate::document) fn name_of_heading(&mut self, outline: &mut Outline) {
        if self.has("name") {
            return;
        }
        let is_name = |title: &Text| {
            let plain = title.plain();
            (2..=3).contains(&plain.split_whitespace().count())
                && plain.split_whitespace().all(is_sentence_name)
                && can_be_name(&plain)
        };
        let found =
            outline.sections.iter_mut().find(|it| it.topic().is_none() && is_name(&it.title));
        if let Some(section) = found {
            let title = std::mem::take(&mut section.title);
            self.fields.insert(0, member("name", title.plain_node()));
        }
    }

    /// Takes the words of the address as the name, if no other name was found and the file has none either:
    /// `mira.solano@example.org`.
    pub(in crate::document) fn name_of_address(&mut self, file: &str) {
        let Some(user) = self.user().filter(|_| !self.has("name") && !can_be_name(file)) else {
            return;
        };
        let words: Vec<&str> = user.split(['.', '_']).collect();
        let is_word =
            |word: &&str| word.len() >= MIN_WORD && word.chars().all(|c| c.is_ascii_alphabetic());
        let name = names::of_file(&words.join(" "));
        if (2..=3).contains(&words.len()) && words.iter().all(is_word) && can_be_name(&name) {
            self.fields.insert(0, member("name", text(name, 0..0)));
        }
    }
}

/// Whether a word is a capital and small letters of an alphabet that is not Latin.
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
        word.chars().count() > 1
            && !word.contains(|c: char| c.is_numeric())
            && !is_about_document(word)
            && !OF_FILES.contains(&lower.as_str())
    };
    let words: Vec<&str> = whole.split(' ').filter(is_name).collect();
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
            ("cv.pdf", "Cv"),
            ("curriculum_vitae.pdf", "Curriculum Vitae"),
            ("resume-2024.docx", "Resume 2024"),
        ] {
            assert_eq!(named_by_file(file), name, "{file}");
        }
    }
}
