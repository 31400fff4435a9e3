//! Reduces a profile to what shows some of its skills, like a printed page with `?focus=`.

use super::Localized;
use perfil_view::{Content, Item, Notes, Section};
use std::collections::BTreeSet;

impl Localized {
    /// Returns what shows any of these skills, given by their names in URLs. The timeline stays
    /// complete, because a CV has to account for all of it.
    #[must_use]
    pub fn tailored(&self, skills: &[String]) -> Self {
        let proven = self.profile.skills.iter().filter(|skill| skills.contains(&skill.id));
        let items = proven.flat_map(|skill| skill.items.iter().copied()).collect();
        let selection = Selection { items };
        Self { sections: selection.sections(&self.sections), ..self.clone() }
    }
}

/// The numbers of the items to keep.
struct Selection {
    items: BTreeSet<u32>,
}

impl Selection {
    fn sections(&self, sections: &[Section]) -> Vec<Section> {
        let kept = sections.iter().filter_map(|section| {
            Some(Section { content: self.content(&section.content)?, ..section.clone() })
        });
        kept.collect()
    }

    fn content(&self, content: &Content) -> Option<Content> {
        Some(match content {
            Content::Prose(line) => self.is_selected(line).then(|| content.clone())?,
            Content::Quote(quote) => self.is_selected(quote).then(|| content.clone())?,
            Content::List(items) => Content::List(self.items(items)?),
            Content::Terms(items) => Content::Terms(self.items(items)?),
            Content::Languages(items) => Content::Languages(self.items(items)?),
            Content::Steps(items) => Content::Steps(self.items(items)?),
            Content::Timeline(_) => content.clone(),
            Content::Skills(items) => Content::Skills(self.items(items)?),
            Content::Interests(items) => Content::Interests(self.items(items)?),
            Content::Metrics(items) => Content::Metrics(self.items(items)?),
            Content::Projects(items) => Content::Projects(self.items(items)?),
            Content::Certificates(items) => Content::Certificates(self.items(items)?),
            Content::Publications(items) => Content::Publications(self.items(items)?),
            Content::Awards(items) => Content::Awards(self.items(items)?),
            Content::References(items) => Content::References(self.items(items)?),
            Content::Notes(notes) => {
                let text = notes.text.clone().filter(|text| self.is_selected(text));
                let entries = self.items(&notes.entries);
                if text.is_none() && entries.is_none() {
                    return None;
                }
                Content::Notes(Notes { text, entries: entries.unwrap_or_default() })
            }
            Content::Group(sections) => {
                let kept = self.sections(sections);
                (!kept.is_empty()).then_some(Content::Group(kept))?
            }
        })
    }

    fn is_selected(&self, item: &impl Item) -> bool {
        self.items.contains(&item.number())
    }

    /// Returns those of the items that are to be kept, if there are any.
    fn items<T: Item + Clone>(&self, items: &[T]) -> Option<Vec<T>> {
        let kept: Vec<T> = items.iter().filter(|item| self.is_selected(*item)).cloned().collect();
        (!kept.is_empty()).then_some(kept)
    }
}
