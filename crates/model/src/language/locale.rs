//! The interface in one language: one file of words, and no code.

use super::Tag;
use super::default_words::default_word;
use super::plural::{Plural, check_plural};
use super::section_titles::SectionTitles;
use perfil_source::{Context, Decode, Fields, Node, Problem, Step, record};
use perfil_view::{CardWords, EmbedWords, WordList, Words};

/// The interface in one language, as it is in `locales/<tag>.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// The language.
    pub tag: Tag,
    /// The language's name for itself.
    pub name: String,
    /// The words that are shown by the interface in the browser.
    pub interface: Words,
    /// The labels of a person's details.
    pub labels: Labels,
    /// The words of the pages that are not profiles.
    pub pages: Pages,
    /// The words of the directory.
    pub people: People,
    /// The words for dates.
    pub dates: Dates,
    /// The words at the head of a profile.
    pub head: HeadWords,
    /// The words of the chart.
    pub chart: Chart,
    /// The words of the card that other pages embed.
    pub card: CardWords,
    /// The words around the embedded card, on the page that explains how to embed it.
    pub widget: EmbedWords,
    /// The words for the files in which a profile can be downloaded.
    pub downloads: Downloads,
    /// The owner's titles for the sections of résumés.
    pub sections: SectionTitles,
}

record! {
    /// The labels of a person's details.
    pub struct Labels ("the labels") {
        /// The label of the person's location.
        location: String,
        /// The label of the e-mail address.
        email: String,
        /// The label of the telephone number.
        phone: String,
        /// The label of the person's own page.
        website: String,
    }
}

record! {
    /// The words of the pages that are not profiles.
    pub struct Pages ("the words of pages") {
        /// The heading of the page on which visitors choose a language.
        chooser_title: String,
        /// The text of the link from there to this language.
        chooser_link: String,
        /// The heading of the page for addresses that do not exist.
        not_found_title: String,
        /// The text of that page.
        not_found_text: String,
        /// The text of the link from there to the start page.
        not_found_link: String,
    }
}

record! {
    /// The words of the directory: of its pages, and of the search over all people.
    pub struct People ("the words of the directory") {
        /// The label of the links to its pages.
        pages: String,
        /// The name of page number `{n}`.
        page: String,
        /// The text of the link to the previous page.
        previous: String,
        /// The text of the link to the next page.
        next: String,
        /// The label of the field that searches people.
        search: String,
        /// The label of the filter by skill.
        skill: String,
        /// The label of the filter by spoken language.
        language: String,
        /// The label of the filter by place.
        place: String,
        /// The message that `{n}` of `{total}` people match.
        found: String,
        /// The message if nobody matches.
        nobody: String,
        /// The message about filters in the address that the site does not have: `{values}`.
        unknown: String,
        /// The label of the control that clears all filters.
        clear: String,
        /// The label of the control that shows more results.
        more: String,
        /// The message if the search could not be loaded.
        failed: String,
    }
}

record! {
    /// The words at the head of a profile.
    pub struct HeadWords ("the words of the head") {
        /// The label of the strongest facts of the profile.
        highlights: String,
        /// The label of how long the person has worked.
        experience: String,
        /// Since the year `{start}`.
        since: String,
        /// The text of the link to the CV as a PDF.
        cv: String,
        /// The text of the link that reaches the person.
        contact: String,
        /// Says that the profile is a draft, which is not published; English if absent.
        draft: Option<String>,
    }
}

record! {
    /// The words of the chart, which is drawn by the build.
    pub struct Chart ("the words of the chart") {
        /// The title of the chart.
        title: String,
        /// The explanation that a dashed bar shows how long something took, and not when it was.
        lengths: String,
    }
}

record! {
    /// The words for the files in which a profile can be downloaded.
    pub struct Downloads ("the words of downloads") {
        /// The label of the list of files: "Download".
        title: String,
        /// A vCard: "Contact card".
        card: String,
        /// An image that phones can scan: "QR code".
        code: String,
        /// A text without markup: "Plain text".
        text: String,
    }
}

record! {
    /// The words for dates.
    pub struct Dates ("the words of dates") {
        /// From `{start}` to `{end}`.
        range: String,
        /// From `{start}` until now.
        ongoing: String,
        /// `{n}` years, for each plural category of the language.
        years: Plural,
        /// `{n}` months, for each plural category of the language.
        months: Plural,
    }
}

/// The texts with placeholders that are filled in by the build or the browser.
const PLACES: [(&str, &str, &[&str]); 12] = [
    ("interface", "copyLink", &["{title}"]),
    ("interface", "portrait", &["{name}"]),
    ("people", "page", &["{n}"]),
    ("people", "found", &["{n}", "{total}"]),
    ("people", "unknown", &["{values}"]),
    ("interface", "found", &["{count}", "{total}"]),
    ("interface", "unknown", &["{names}"]),
    ("interface", "more", &["{count}"]),
    ("interface", "tailored", &["{skills}"]),
    ("head", "since", &["{start}"]),
    ("dates", "range", &["{start}", "{end}"]),
    ("dates", "ongoing", &["{start}"]),
];

/// Checks whether a text has its placeholders; without one, information is lost.
fn check_places(places: &[&str], node: &Node, context: &mut Context) {
    let Some(text) = node.as_str() else { return };
    for place in places.iter().filter(|place| !text.contains(**place)) {
        let remedy = format!("Write {place} where it belongs in this language.");
        context.error(node.span.clone(), format!("the text has no place for {place}"), remedy);
    }
}

/// Checks a word two levels down, if it is present.
fn word_at(
    node: &Node,
    [section, key]: [&str; 2],
    context: &mut Context,
    check: impl FnOnce(&Node, &mut Context),
) {
    let Some(word) = node.get(section).and_then(|section| section.get(key)) else { return };
    context.within(Step::Key(section.into()), |context| {
        context.within(Step::Key(key.into()), |context| check(word, context));
    });
}

impl Locale {
    /// Reads the words of one language; every missing and every unknown word is a problem.
    ///
    /// # Errors
    ///
    /// Returns all problems of the file.
    pub fn read(tag: &Tag, node: &Node) -> Result<Self, Vec<Problem>> {
        let mut context = Context::new(vec![tag.to_string()]);
        let locale = Self::decode(tag, node, &mut context);
        let (problems, _) = context.finish();
        locale.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// Returns a title or label that a format does not bring: the owner's, else Perfil's in this
    /// language, else in English.
    #[must_use]
    pub fn default_word(&self, id: &str) -> &str {
        self.sections.get(id).unwrap_or_else(|| default_word(id, &self.tag))
    }

    fn decode(tag: &Tag, node: &Node, context: &mut Context) -> Option<Self> {
        let mut fields = Fields::new(node, "a locale", context)?;
        fields.skip("$schema");
        let name = fields.field("name", context);
        let interface: Option<Listed<Words>> = fields.field("interface", context);
        let labels = fields.field("labels", context);
        let pages = fields.field("pages", context);
        let people = fields.field("people", context);
        let dates = fields.field("dates", context);
        let head = fields.field("head", context);
        let chart = fields.field("chart", context);
        let card: Option<Listed<CardWords>> = fields.field("card", context);
        let widget: Option<Listed<EmbedWords>> = fields.field("widget", context);
        let downloads = fields.field("downloads", context);
        let sections: Option<Option<SectionTitles>> = fields.field("sections", context);
        for key in ["years", "months"] {
            word_at(node, ["dates", key], context, |node, context| {
                check_plural(tag, node, context);
            });
        }
        for (section, key, places) in PLACES {
            word_at(node, [section, key], context, |node, context| {
                check_places(places, node, context);
            });
        }
        fields.finish(context);
        Some(Self {
            tag: tag.clone(),
            name: name?,
            interface: interface?.0,
            labels: labels?,
            pages: pages?,
            people: people?,
            dates: dates?,
            head: head?,
            chart: chart?,
            card: card?.0,
            widget: widget?.0,
            downloads: downloads?,
            sections: sections?.unwrap_or_default(),
        })
    }
}

/// Reads a list of words whose names are defined by the view.
struct Listed<W>(W);

impl<W: WordList> Decode for Listed<W> {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let mut fields = Fields::new(node, W::WHAT, context)?;
        let words: Vec<Option<String>> =
            W::KEYS.iter().map(|key| fields.field(key, context)).collect();
        fields.finish(context);
        words.into_iter().collect::<Option<_>>().map(|words| Self(W::new(words)))
    }
}
