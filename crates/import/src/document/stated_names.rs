//! Finds the name of a person in what a file says of itself.

use super::blocks::Block;
use super::lines;
use super::opening::named_by_file;
use super::person::can_be_name;

/// Who a file is about, by its name or by what it says of itself.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    /// Whether it is the author of the file.
    pub(super) is_author: bool,
}

impl Named {
    /// Returns whom the name of a file names.
    pub(super) fn by(file: &str) -> Self {
        Self { name: named_by_file(file), is_author: false }
    }

    /// Returns the author or the person in the title of a file if the text names them, too: an author is often whoever
    /// made the template.
    pub(super) fn stated(
        author: Option<&str>,
        title: Option<&str>,
        blocks: &[Block],
    ) -> Option<Self> {
        let name = |said: &str| {
            if can_be_name(said) { said.trim().to_owned() } else { named_by_file(said) }
        };
        let all: Vec<Self> = [(author, true), (title, false)]
            .into_iter()
            .filter_map(|(said, is_author)| Some(Self { name: name(said?), is_author }))
            .filter(|it| can_be_name(&it.name))
            .collect();
        // Most files name nobody, and folding a long text takes time.
        if all.is_empty() {
            return None;
        }
        let written = perfil_text::fold(&lines(blocks).join("\n"));
        let is_written = |word: &str| written.contains(&perfil_text::fold(word));
        all.into_iter().find(|it| it.name.split_whitespace().all(is_written))
    }
}
