//! Well-known technologies and their written forms.

use super::forms::{Forms, MatchStrictness};
use perfil_text::slug;
use serde::Deserialize;
use std::sync::LazyLock;

/// One entry of `catalogue.json`. Its name matches in any case unless it is also in one of the
/// stricter lists.
#[derive(Debug, Deserialize)]
pub(super) struct Technology {
    pub(super) name: String,
    /// Other names.
    #[serde(default)]
    aliases: Vec<String>,
    /// Names that are another word in another case: `REST`.
    #[serde(default)]
    exact: Vec<String>,
    /// Names that are also words: they match only if the profile lists the technology.
    #[serde(default)]
    ambiguous: Vec<String>,
}

impl Technology {
    /// Returns all written forms.
    pub(super) fn written(&self) -> impl Iterator<Item = &String> {
        [&self.name].into_iter().chain(&self.aliases).chain(&self.exact).chain(&self.ambiguous)
    }
}

/// All technologies, and the index of their forms.
pub(super) struct Catalogue {
    pub(super) technologies: Vec<Technology>,
    pub(super) forms: Forms,
    /// The slug of each technology in addresses.
    pub(super) slugs: Vec<String>,
}

pub(super) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let technologies: Vec<Technology> =
        serde_json::from_str(include_str!("catalogue.json")).unwrap_or_default();
    let mut forms = Forms::default();
    for (number, technology) in technologies.iter().enumerate() {
        let Technology { name, aliases, exact, ambiguous } = technology;
        let is_strict = exact.contains(name) || ambiguous.contains(name);
        let plain = [name].into_iter().filter(|_| !is_strict).chain(aliases);
        let written = plain.map(|written| (written, MatchStrictness::AnyCase));
        let written =
            written.chain(exact.iter().map(|written| (written, MatchStrictness::SameCase)));
        for (written, strictness) in
            written.chain(ambiguous.iter().map(|form| (form, MatchStrictness::ListedOnly)))
        {
            forms.add(written, number, strictness);
        }
    }
    let slugs = technologies.iter().map(|technology| slug(&technology.name)).collect();
    Catalogue { technologies, forms, slugs }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;
    use std::collections::BTreeMap;

    #[test]
    fn every_name_and_every_slug_belongs_to_one_technology() {
        let (mut names, mut slugs) = (BTreeMap::new(), BTreeMap::new());
        assert!(CATALOGUE.technologies.len() > 200);
        for technology in &CATALOGUE.technologies {
            for written in technology.written() {
                let other = names.insert(folded(written), &technology.name);
                assert!(
                    other.is_none_or(|other| *other == technology.name),
                    "{written}: {other:?}"
                );
            }
            let other = slugs.insert(slug(&technology.name), &technology.name);
            assert_eq!(other, None, "{}", technology.name);
        }
    }
}
