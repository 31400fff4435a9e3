//! A language of the interface: one file of words, and no code.

use super::Tag;
use super::plural::{Plural, check_plural};
use perfil_source::{Context, Decode, Fields, Node, Problem, Step, record};
use perfil_view::{CardWords, EmbedWords, WordList, Words};

/// The interface in one language, as `locales/<tag>.json` has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// The language.
    pub tag: Tag,
    /// The language's name for itself.
    pub name: String,
    /// The words that the interface shows in the browser.
    pub interface: Words,
    /// The labels of a person's details.
    pub labels: Labels,
    /// The words of the pages that are no profile.
    pub pages: Pages,
    /// The words of the directory.
    pub people: People,
    /// The words around dates.
    pub dates: Dates,
    /// The words of the chart.
    pub chart: Chart,
    /// The words of the card that other pages embed.
    pub card: CardWords,
    /// The words around it: where it is told how it is embedded.
    pub widget: EmbedWords,
    /// The words of the files that a profile can be taken along as.
    pub downloads: Downloads,
}

record! {
    /// The labels of a person's details.
    pub struct Labels ("the labels") {
        /// Where the person is.
        location: String,
        /// The e-mail address.
        email: String,
        /// The telephone number.
        phone: String,
        /// The person's own page.
        website: String,
    }
}

record! {
    /// The words of the pages that are no profile.
    pub struct Pages ("the words of pages") {
        /// The heading of the page that offers the languages.
        chooser_title: String,
        /// Leads from there to this language.
        chooser_link: String,
        /// The heading of the page for an address that has none.
        not_found_title: String,
        /// What that page says.
        not_found_text: String,
        /// Leads from there to the start page.
        not_found_link: String,
    }
}

record! {
    /// The words of the directory: of its pages, and of the search over all people.
    pub struct People ("the words of the directory") {
        /// Names the links to its pages.
        pages: String,
        /// Names the page with the number `{n}`.
        page: String,
        /// Leads to the page before.
        previous: String,
        /// Leads to the page after.
        next: String,
        /// Names the field in which people are searched.
        search: String,
        /// Names the choice of skills.
        skill: String,
        /// Names the choice of languages that people speak.
        language: String,
        /// Names the choice of places.
        place: String,
        /// Tells that `{n}` of `{total}` people answer.
        found: String,
        /// Said when nobody answers.
        nobody: String,
        /// Tells what an address asks for and the site does not have: `{values}`.
        unknown: String,
        /// Shows everybody again.
        clear: String,
        /// Shows more.
        more: String,
        /// Said when the search could not be loaded.
        failed: String,
    }
}

record! {
    /// The words of the chart, which the build draws.
    pub struct Chart ("the words of the chart") {
        /// What it is called.
        title: String,
        /// Says that a dashed bar is as long as something took, and says nothing of when it was.
        lengths: String,
    }
}

record! {
    /// The words of the files that a profile can be taken along as.
    pub struct Downloads ("the words of downloads") {
        /// Names the list of them: "Download".
        title: String,
        /// A vCard: "Contact card".
        card: String,
        /// A picture that telephones read: "QR code".
        code: String,
        /// A text without marks: "Plain text".
        text: String,
    }
}

record! {
    /// The words around dates.
    pub struct Dates ("the words of dates") {
        /// From `{start}` to `{end}`.
        range: String,
        /// From `{start}` until now.
        ongoing: String,
        /// `{n}` years, for each plural category that the language has.
        years: Plural,
        /// `{n}` months, for each plural category that the language has.
        months: Plural,
    }
}

/// Words with places that the build or the browser fills in.
const PLACES: [(&str, &str, &[&str]); 11] = [
    ("interface", "copyLink", &["{title}"]),
    ("interface", "portrait", &["{name}"]),
    ("people", "page", &["{n}"]),
    ("people", "found", &["{n}", "{total}"]),
    ("people", "unknown", &["{values}"]),
    ("interface", "found", &["{count}", "{total}"]),
    ("interface", "unknown", &["{names}"]),
    ("interface", "more", &["{count}"]),
    ("interface", "tailored", &["{skills}"]),
    ("dates", "range", &["{start}", "{end}"]),
    ("dates", "ongoing", &["{start}"]),
];

/// Looks whether a text has the places that are filled in; without one, something goes unsaid.
fn check_places(places: &[&str], node: &Node, context: &mut Context) {
    let Some(text) = node.as_str() else { return };
    for place in places.iter().filter(|place| !text.contains(**place)) {
        let remedy = format!("Write {place} where it belongs in this language.");
        context.error(node.span.clone(), format!("the text has no place for {place}"), remedy);
    }
}

/// Looks at a word two steps down, if it is there.
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
    /// Gives all problems of the file.
    pub fn read(tag: &Tag, node: &Node) -> Result<Self, Vec<Problem>> {
        let mut context = Context::new(vec![tag.to_string()]);
        let locale = Self::decode(tag, node, &mut context);
        let (problems, _) = context.finish();
        locale.filter(|_| problems.is_empty()).ok_or(problems)
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
        let chart = fields.field("chart", context);
        let card: Option<Listed<CardWords>> = fields.field("card", context);
        let widget: Option<Listed<EmbedWords>> = fields.field("widget", context);
        let downloads = fields.field("downloads", context);
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
            chart: chart?,
            card: card?.0,
            widget: widget?.0,
            downloads: downloads?,
        })
    }
}

/// Reads a list of words, whose names the view has.
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
