//! The outline of a profile, independent of layout: headings with items below them. Every format
//! other than HTML pages is made from it: cards, plain text, Markdown.

use super::Localized;
use perfil_view::{self as view, Content, Line, Prose, Text};

/// The content below one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineSection {
    /// The heading; absent for what comes before the first one.
    pub title: Option<Text>,
    /// The nesting depth: 0, or 1 inside a group.
    pub depth: usize,
    /// Its items.
    pub items: Vec<Item>,
}

/// A single item as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The form in which it is presented.
    pub form: Form,
    /// Its title.
    pub title: Option<Text>,
    /// Its dates.
    pub period: Option<String>,
    /// Its location.
    pub place: Option<Text>,
    /// Its URL.
    pub url: Option<String>,
    /// Its content.
    pub statements: Vec<Statement>,
}

/// The form in which an item is presented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As paragraphs.
    #[default]
    Paragraph,
    /// As an item of an unordered list.
    Point,
    /// As an item of an ordered list.
    Step,
    /// As a term and its description, on one line.
    Term,
    /// As an entry with a heading of its own.
    Entry,
    /// As a quotation.
    Quote,
}

/// A part of an item's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// Paragraphs.
    Prose(Prose),
    /// One of several points.
    Point(Prose),
    /// A short text on a line of its own.
    Line(Text),
    /// A position; the statements that follow belong to it.
    Role(Text, Option<String>),
    /// The author of a quotation.
    Author(Text),
}

impl Localized {
    /// Returns the sections, with those of a group after the heading that they share.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineSection> {
        flatten(&self.sections, 0)
    }
}

fn flatten(sections: &[view::Section], depth: usize) -> Vec<OutlineSection> {
    let mut all: Vec<OutlineSection> = Vec::new();
    for section in sections {
        let items = items(&section.content);
        match all.last_mut() {
            // A section without a title continues the previous one.
            Some(before) if section.title.is_none() => before.items.extend(items),
            _ => all.push(OutlineSection { title: section.title.clone(), depth, items }),
        }
        all.extend(flatten(section.content.sections(), depth + 1));
    }
    all
}

fn items(content: &Content) -> Vec<Item> {
    let point = |line: &Line| line_item(Form::Point, line);
    match content {
        Content::Prose(line) => vec![line_item(Form::Paragraph, line)],
        Content::List(lines) => lines.iter().map(point).collect(),
        Content::Terms(terms) | Content::Languages(terms) => {
            terms.iter().map(|term| term_item(Form::Term, term)).collect()
        }
        Content::Steps(steps) => steps.iter().map(|step| term_item(Form::Step, step)).collect(),
        Content::Timeline(timeline) => {
            let entries = timeline.entries.iter().map(entry);
            entries.chain(timeline.highlights.iter().map(point)).collect()
        }
        Content::Skills(groups) | Content::Interests(groups) => groups.iter().map(skill).collect(),
        Content::Metrics(metrics) => metrics.iter().map(metric).collect(),
        Content::Quote(quote) => vec![quote_item(quote)],
        Content::References(quotes) => quotes.iter().map(quote_item).collect(),
        Content::Projects(entries)
        | Content::Certificates(entries)
        | Content::Publications(entries)
        | Content::Awards(entries) => entries.iter().map(entry).collect(),
        Content::Notes(notes) => {
            let text = notes.text.iter().map(|text| line_item(Form::Paragraph, text));
            text.chain(notes.entries.iter().map(entry)).collect()
        }
        Content::Group(_) => Vec::new(),
    }
}

fn line_item(form: Form, line: &Line) -> Item {
    let statements = vec![Statement::Prose(line.text.clone())];
    Item { number: line.number, form, statements, ..Item::default() }
}

fn term_item(form: Form, term: &view::Term) -> Item {
    let statements = term.text.iter().cloned().map(Statement::Prose).collect();
    let title = Some(term.term.clone());
    Item { number: term.number, form, title, statements, ..Item::default() }
}

fn entry(entry: &view::Entry) -> Item {
    let mut titles = [&entry.name, &entry.position];
    if entry.position_first {
        titles.reverse();
    }
    let mut statements: Vec<Statement> =
        entry.summary.iter().cloned().map(Statement::Prose).collect();
    statements.extend(entry.details.iter().map(detail));
    statements.extend(entry.highlights.iter().cloned().map(Statement::Point));
    for role in &entry.roles {
        let period = role.period.as_ref().map(|period| period.text.clone());
        statements.push(Statement::Role(role.position.clone(), period));
        statements.extend(role.summary.iter().cloned().map(Statement::Prose));
        statements.extend(role.highlights.iter().cloned().map(Statement::Point));
    }
    statements.extend(keywords(&entry.keywords).map(Statement::Line));
    Item {
        number: entry.number,
        form: Form::Entry,
        title: joined(titles.into_iter().flatten(), " · "),
        period: entry.period.as_ref().map(|period| period.text.clone()),
        place: entry.location.clone(),
        url: entry.url.clone(),
        statements,
    }
}

/// Returns a fact as a line: "Grade: 4.0".
fn detail(detail: &view::Detail) -> Statement {
    let text = format!("{}: {}", detail.label.text, detail.text.text);
    let language = detail.label.language.clone().or_else(|| detail.text.language.clone());
    Statement::Line(Text { text, language })
}

fn skill(skill: &view::Skill) -> Item {
    let statements = keywords(&skill.keywords).map(Statement::Line).into_iter().collect();
    let title = joined([&skill.name].into_iter().chain(&skill.level), " · ");
    Item { number: skill.number, form: Form::Term, title, statements, ..Item::default() }
}

fn keywords(keywords: &[view::Keyword]) -> Option<Text> {
    let names: Vec<Text> = keywords
        .iter()
        .map(|keyword| {
            let parts = self::keywords(&keyword.keywords);
            let parts = parts.map(|parts| format!(" ({})", parts.text)).unwrap_or_default();
            Text {
                text: keyword.name.text.clone() + &parts,
                language: keyword.name.language.clone(),
            }
        })
        .collect();
    joined(&names, ", ")
}

fn metric(metric: &view::Metric) -> Item {
    let figures = metric
        .figures
        .iter()
        .filter_map(|figure| joined([&figure.value].into_iter().chain(&figure.label), " "));
    let statements =
        figures.map(Statement::Line).chain(metric.text.iter().cloned().map(Statement::Prose));
    let (title, statements) = (Some(metric.title.clone()), statements.collect());
    Item { number: metric.number, form: Form::Entry, title, statements, ..Item::default() }
}

fn quote_item(quote: &view::Quote) -> Item {
    let author = quote.author.iter().cloned().map(Statement::Author);
    let text = quote.text.iter().cloned().map(Statement::Prose);
    let statements = text.chain(author).chain(quote.details.iter().map(detail)).collect();
    Item { number: quote.number, form: Form::Quote, statements, ..Item::default() }
}

/// Joins texts on one line, which is marked as borrowed if one of them is.
pub(super) fn joined<'a>(
    texts: impl IntoIterator<Item = &'a Text>,
    separator: &str,
) -> Option<Text> {
    let texts: Vec<&Text> = texts.into_iter().collect();
    let text = texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(separator);
    let language = texts.iter().find_map(|text| text.language.clone());
    (!text.is_empty()).then_some(Text { text, language })
}
