//! A person's skills as the person lists them, for as long as a profile has no evidence.

use super::words::slug;
use crate::view::{Content, Evidence, Profile, Section, Text};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The skills of a profile: those with evidence or, without any, those that it lists.
pub(super) fn skills(profile: &Profile) -> Cow<'_, [Evidence]> {
    if !profile.skills.is_empty() {
        return Cow::Borrowed(&profile.skills);
    }
    let mut found = BTreeMap::new();
    listed(&profile.sections, &mut found);
    let skills = found.into_iter().map(|(id, name)| Evidence { id, name, ..Evidence::default() });
    Cow::Owned(skills.collect())
}

fn listed(sections: &[Section], found: &mut BTreeMap<String, Text>) {
    for section in sections {
        match &section.content {
            Content::Group(sections) => listed(sections, found),
            Content::Skills(groups) => {
                for keyword in groups.iter().flat_map(|group| &group.keywords) {
                    for keyword in [keyword].into_iter().chain(&keyword.keywords) {
                        found.insert(slug(&keyword.name.text), keyword.name.clone());
                    }
                }
            }
            _ => {}
        }
    }
}
