//! Finds the line that names a person as the file does, in its name or in what it says of itself.

use super::Opening;
use super::address_words::is_of_address;
use crate::document::headings::normalized;
use crate::document::person::{can_be_name, first_part};
use crate::document::stated_names::Named;
use crate::document::text::Text;
use crate::tree::text as node;

/// The longest line that can be a name with something beside it, in characters.
const MAX_LINE: usize = 60;

impl Opening {
    /// Takes the line above the first section that has all words of the name that the file has, and no others, if what was
    /// taken for the name has only some of these, or none and the file states its author. The other words may stand in
    /// lines of their own: then the name is as the file has it. What an address confirms stays.
    pub(super) fn name_by_file(&mut self, named: &Named) {
        let own = words(&named.name);
        if own.len() < 2 || !can_be_name(&named.name) {
            return;
        }
        let name = self.text_of("name").unwrap_or_default();
        let known = words(&name);
        let handles = self.handles();
        let is_told = |word: &String| handles.iter().any(|handle| is_of_address(word, handle));
        let shared = known.iter().filter(|word| own.contains(word)).count();
        let is_part = shared > 0 && shared == known.len() && shared < own.len();
        let is_other = shared == 0 && (known.is_empty() || named.is_author);
        if !is_part && (!is_other || known.iter().any(is_told)) {
            return;
        }
        let headline = self.text_of("headline").map(|it| Text::of(&it, 0..0));
        let mut texts: Vec<&Text> = headline.iter().collect();
        self.rest.iter().for_each(|block| block.texts(&mut texts));
        let lines: Vec<(&Text, String)> = texts
            .into_iter()
            .map(|text| (text, text.plain()))
            .filter(|(_, plain)| plain.chars().count() <= MAX_LINE)
            .collect();
        let found = lines.iter().find_map(|(text, plain)| {
            let name = first_part(plain);
            let start = plain.find(name).filter(|_| words(name) == own)?;
            Some(text.part(start..start + name.len()).plain_node())
        });
        let found = found.or_else(|| {
            let of_name = |(_, plain): &(&Text, String)| {
                Some(words(plain)).filter(|line| line.iter().all(|word| own.contains(word)))
            };
            let written: Vec<String> = lines.iter().filter_map(of_name).flatten().collect();
            let is_whole = own.iter().all(|word| known.contains(word) || written.contains(word));
            (is_part && is_whole).then(|| node(named.name.clone(), 0..0))
        });
        if let Some(found) = found {
            self.replace_name(found);
        }
    }
}

/// Returns the words of a name in the order of the alphabet: some put the surname first.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = normalized(name).split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}
