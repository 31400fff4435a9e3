//! Resolves a multilingual profile to the content of one page.

mod chart;
mod entries;
mod evidence;
mod head;
mod items;
mod location;
mod outline;
mod panel;
mod sections;
mod tailor;
mod text;

use perfil_evidence::Vocabulary;
use perfil_model::profile::Profile;
use perfil_view as view;

pub use outline::{Form, Item, OutlineSection, Statement};
pub use text::{Images, Localizer};

/// A profile in one language.
#[derive(Clone, Debug)]
pub struct Localized {
    /// The data for the browser, without the HTML of the fields below.
    pub profile: view::Profile,
    /// Work, education and projects on one axis, if the profile has any dates or lengths.
    pub chart: Option<view::Markup>,
    /// The sections, in the order of the page.
    pub sections: Vec<view::Section>,
}

impl Localized {
    /// Returns name and headline in one line: "Ada Lovelace – Analyst".
    #[must_use]
    pub fn title(&self) -> String {
        let name = &self.profile.head.name.text;
        let headline = self.profile.head.headline.as_ref();
        headline.map_or_else(|| name.clone(), |headline| format!("{name} – {}", headline.text))
    }
}

impl Localizer<'_> {
    /// Returns the profile in the language of the page. `likeness` comes from the build, which has
    /// the files, as does the HTML of the profile's parts.
    #[must_use]
    pub fn profile(&self, profile: &Profile, likeness: view::Likeness) -> Localized {
        let vocabulary = Vocabulary::of(profile);
        let (mut sections, items) = self.with(&vocabulary).sections_and_items(&profile.sections);
        let chart = self.chart(&profile.sections, &mut sections);
        let skills = self.evidence(&vocabulary, &items);
        let shown = view::Profile {
            head: self.head(profile, likeness, &sections, &skills),
            hero: String::new(),
            sections: view::Markup::default(),
            contents: contents(&sections),
            finder: String::new(),
            skills,
            items: u32::try_from(items.len()).unwrap_or(u32::MAX),
        };
        Localized { profile: shown, chart, sections }
    }
}

/// Returns links to the sections that have a title.
fn contents(sections: &[view::Section]) -> Vec<view::SectionLink> {
    let link = |section: &view::Section| {
        Some(view::SectionLink {
            id: section.id.clone(),
            title: section.title.clone()?,
            is_long: section.is_long,
            sections: contents(section.content.sections()),
        })
    };
    sections.iter().filter_map(link).collect()
}

fn unmarked_text(text: &str) -> view::Text {
    view::Text { text: text.to_owned(), language: None }
}

/// Returns a URL as people write it: without the scheme and the trailing slash.
#[must_use]
pub fn shown_address(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}

/// Returns the first letters of the first and the last word of a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut letters = name
        .split_whitespace()
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase) || !is_cased(word))
        .filter_map(|word| word.chars().next());
    let first = letters.next();
    let last = letters.next_back();
    // Joined letters could be a word: lam and alif are "no".
    let separator = last.filter(|c| is_arabic(*c)).map(|_| '\u{200c}');
    first.into_iter().chain(separator).chain(last).flat_map(char::to_uppercase).collect()
}

/// Whether a letter is of the Arabic script, whose letters are joined.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}')
}

fn is_cased(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_lowercase() || c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_skip_particles() {
        for (name, letters) in [
            ("Rodrigo de León", "RL"),
            ("Marcus Rodriguez", "MR"),
            ("Ada", "A"),
            ("ليلى حداد", "ل\u{200c}ح"),
            ("Élodie van der Berg", "ÉB"),
        ] {
            assert_eq!(initials(name), letters);
        }
    }

    #[test]
    fn urls_are_shown_without_scheme() {
        assert_eq!(shown_address("https://example.org/"), "example.org");
        assert_eq!(shown_address("mailto:ada@example.org"), "mailto:ada@example.org");
    }
}
