//! Finds the name of a person in what a file says of itself.

use super::blocks::Block;
use super::lines;
use super::opening::named_by_file;
use super::person::can_be_name;

/// Returns the first author or title that is the name of somebody whom the text names, too: an author is often whoever
/// made the template.
pub(super) fn stated<'a>(
    said: impl IntoIterator<Item = &'a str>,
    blocks: &[Block],
) -> Option<String> {
    let written = perfil_text::fold(&lines(blocks).join("\n"));
    let is_written = |word: &str| written.contains(&perfil_text::fold(word));
    said.into_iter()
        .map(|it| if can_be_name(it) { it.trim().to_owned() } else { named_by_file(it) })
        .find(|name| can_be_name(name) && name.split_whitespace().all(is_written))
}
