//! The owner's titles for the sections of résumés.

use super::default_words::default_word_ids;
use perfil_source::{Context, Decode, Fields, Node};
use std::collections::BTreeMap;

/// Titles of the sections of résumés, and the label of a grade, which an owner prefers to those of
/// Perfil. All are optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionTitles(BTreeMap<&'static str, String>);

impl SectionTitles {
    /// Returns the title with an identifier: that of a list of JSON Resume, or `score`, `more`,
    /// `courses`, `patents`, `organizations`, `testScores`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

impl Decode for SectionTitles {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let mut fields = Fields::new(node, "the titles of sections", context)?;
        let titles: Vec<Option<Option<String>>> =
            default_word_ids().map(|id| fields.field(id, context)).collect();
        fields.finish(context);
        let titles: Option<Vec<Option<String>>> = titles.into_iter().collect();
        let written = default_word_ids().zip(titles?);
        Some(Self(written.filter_map(|(id, title)| Some((id, title?))).collect()))
    }
}
