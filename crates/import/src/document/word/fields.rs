//! Fields: text that Word calculates, such as links and the numbers of pages.

use super::links;
use std::sync::Arc;

/// Fields whose results are about pages, or repeat the headings.
const LEFT_OUT: [&str; 8] =
    ["PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "TOC", "INDEX", "FILENAME"];

/// A field that has not ended.
#[derive(Default)]
struct Field {
    instruction: String,
    is_result: bool,
    is_left_out: bool,
    link: Option<Arc<str>>,
}

/// The open fields, the innermost last.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// The schemes of links that are not safe to publish.
    pub(super) unsafe_links: Vec<String>,
}

impl Fields {
    /// Begins a field, its result, or ends it.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => self.open.push(Field::default()),
            "separate" => {
                let Some(field) = self.open.last_mut() else { return };
                field.is_result = true;
                field.is_left_out = is_left_out(&field.instruction);
                if is_link(&field.instruction) {
                    let address = links::of_instruction(&field.instruction).unwrap_or_default();
                    match links::link(address) {
                        Ok(link) => field.link = link,
                        Err(scheme) => self.unsafe_links.push(scheme),
                    }
                }
            }
            _ => {
                self.open.pop();
            }
        }
    }

    /// Adds to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.is_result) {
            field.instruction.push_str(text);
        }
    }

    /// Whether text is shown here: it is in no field, or in a result.
    pub(super) fn is_shown(&self) -> bool {
        self.open.iter().all(|field| field.is_result && !field.is_left_out)
    }

    /// Returns the address that text leads to here.
    pub(super) fn link(&self) -> Option<&Arc<str>> {
        self.open.iter().rev().find_map(|field| field.link.as_ref())
    }
}

/// Whether the result of a field is no text of the document.
pub(super) fn is_left_out(instruction: &str) -> bool {
    LEFT_OUT.contains(&kind(instruction).as_str())
}

/// Whether a field is a link.
pub(super) fn is_link(instruction: &str) -> bool {
    kind(instruction) == "HYPERLINK"
}

fn kind(instruction: &str) -> String {
    instruction.split_whitespace().next().unwrap_or_default().to_ascii_uppercase()
}
