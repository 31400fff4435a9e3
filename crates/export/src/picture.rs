//! What the picture of a page says, which other sites show beside a link to it (Open Graph).

use super::Subject;
use perfil_localize::Localizer;
use perfil_model::language::{Prose, Tag, Text as Written};
use perfil_model::profile::Address;
use perfil_view::{Figure, Language, Text};

/// The maximum number of figures.
const MAX_FIGURES: usize = 3;

/// What a picture says, in one language.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The language of the page.
    pub language: Tag,
    /// The name of the person or the site; others follow for fonts that lack letters of the first.
    pub names: Vec<Text>,
    /// What the person or the site is.
    pub headline: Option<Text>,
    /// Short texts in one line.
    pub focus: Vec<Text>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Names that belong to it: the organisations of a person, the people of a site. They are
    /// shown if there are no figures or no short texts.
    pub related: Vec<Text>,
    /// A text, the beginning of which is shown if there is nothing else.
    pub summary: Option<Text>,
    /// Short facts: how long the person has worked, and where.
    pub details: Vec<Text>,
    /// The URL of the page.
    pub url: String,
}

impl Picture {
    /// Creates the picture of a profile.
    #[must_use]
    pub fn of_profile(subject: &Subject) -> Self {
        let (profile, localizer) = (subject.profile, subject.localizer);
        let head = &subject.shown.profile.head;
        let town =
            profile.location.as_ref().map(|place| Address { address: None, ..place.clone() });
        let summary = profile.summary.as_ref().zip(head.summary.as_ref());
        let figures = head.highlights.iter().take(MAX_FIGURES).map(|highlight| Figure {
            value: highlight.value.clone(),
            label: highlight.label.clone(),
        });
        let place = localizer.location(town.as_ref());
        Self {
            language: localizer.locale().tag.clone(),
            names: [head.name.clone()].into_iter().chain(translations(&profile.name.0)).collect(),
            headline: head.headline.clone(),
            focus: head.focus.clone(),
            figures: figures.collect(),
            related: head.employers.iter().map(|employer| employer.name.clone()).collect(),
            summary: summary.map(|(written, shown)| Text {
                text: localizer.unmarked(written),
                language: shown.language.clone(),
            }),
            details: head.experience.iter().cloned().chain(place).collect(),
            url: subject.page.to_owned(),
        }
    }

    /// Creates the picture of a site with these people.
    #[must_use]
    pub fn of_site(
        localizer: &Localizer,
        (title, description): (&Written, Option<&Prose>),
        people: Vec<Text>,
        url: String,
    ) -> Self {
        let language = localizer.locale().tag.clone();
        let description = description.map(|text| Text {
            text: localizer.unmarked(text),
            language: localizer.prose(text).language,
        });
        let names = [localizer.text(title)].into_iter().chain(translations(title)).collect();
        Self {
            language,
            names,
            headline: description,
            focus: Vec::new(),
            figures: Vec::new(),
            related: people,
            summary: None,
            details: Vec::new(),
            url,
        }
    }

    /// Describes the picture in words: "Ada Lovelace – Analyst · London".
    #[must_use]
    pub fn alt(&self) -> String {
        let title = self.names.first().into_iter().chain(&self.headline);
        let title = title.map(|text| text.text.clone()).collect::<Vec<_>>().join(" – ");
        let figures = self.figures.iter().map(|figure| {
            let label = figure.label.iter().map(|label| label.text.as_str());
            [figure.value.text.as_str()].into_iter().chain(label).collect::<Vec<_>>().join(" ")
        });
        let is_full = !self.figures.is_empty() && !self.focus.is_empty();
        let related = if is_full { &[] } else { self.related.as_slice() };
        let texts = self.focus.iter().chain(&self.details).chain(related);
        let texts = texts.map(|text| text.text.clone());
        [title].into_iter().chain(texts).chain(figures).collect::<Vec<_>>().join(" · ")
    }
}

/// Returns a name in every language in which it is written.
fn translations(name: &Written) -> Vec<Text> {
    let Written::ByLanguage(names) = name else { return Vec::new() };
    let language = |tag: &Tag| Language { lang: tag.to_string(), dir: tag.direction().to_owned() };
    let text =
        |(tag, name): &(Tag, String)| Text { text: name.clone(), language: Some(language(tag)) };
    names.iter().map(text).collect()
}
