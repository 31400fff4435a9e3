//! Finds the line that names a person as the file does, in its name or in what it says of itself.

use super::Opening;
use super::by_email::titles;
use super::name::texts_in;
use crate::document::headings::{Topic, normalized};
use crate::document::outline::Outline;
use crate::document::person::{can_be_name, first_part};
use crate::document::text::Text;
use crate::tree::text as node;
use perfil_model::profile::ResumeList;

impl Opening {
    /// Takes the line that has all words of the name that the file has, and no others, if what was taken for the name
    /// has none of these, or only some.
    pub(super) fn name_by_file(&mut self, outline: &Outline, named: &str) {
        let own = words(named);
        if own.len() < 2 || !can_be_name(named) {
            return;
        }
        let known = words(&self.text_of("name").unwrap_or_default());
        let has_other = known.iter().any(|word| !own.contains(word));
        let shared = known.iter().filter(|word| own.contains(word)).count();
        if shared > 0 && (has_other || shared == own.len()) {
            return;
        }
        let headline = self.text_of("headline").map(|it| Text::of(&it, 0..0));
        let mut texts: Vec<&Text> = headline.iter().collect();
        self.rest.iter().for_each(|block| block.texts(&mut texts));
        for section in &outline.sections {
            if section.topic() != Some(Topic::List(ResumeList::References)) {
                titles(section, &mut texts);
                texts_in(section, &mut texts);
            }
        }
        let name = texts.iter().find_map(|text| {
            let plain = text.plain();
            let name = first_part(&plain);
            let start = plain.find(name).filter(|_| words(name) == own)?;
            Some(text.part(start..start + name.len()).plain_node())
        });
        let name = name.or_else(|| {
            // The other words may stand in lines of their own.
            let is_written = |word: &String| {
                texts.iter().any(|text| {
                    let line = words(&text.plain());
                    line.contains(word) && line.iter().all(|it| own.contains(it))
                })
            };
            let is_part = shared > 0 && own.iter().all(|it| known.contains(it) || is_written(it));
            is_part.then(|| node(named, 0..0))
        });
        if let Some(name) = name {
            self.replace_name(name);
        }
    }
}

/// Returns the words of a name in the order of the alphabet: some put the surname first.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = normalized(name).split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}
