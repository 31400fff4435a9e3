//! What a card shows when it is opened: the same items as the page, in the same order, as plain text.

use super::Localized;
use super::text::Localizer;
use crate::view::{self, Content, Panel, PanelItem, PanelSection, PanelSkill, Text};
use ego_tree::iter::Edge;
use scraper::{Html, Node};

impl Localizer<'_> {
    /// The inside of an open card.
    #[must_use]
    pub fn panel(&self, shown: &Localized) -> Panel {
        let words = &self.locale().interface;
        let skill = |skill: &view::Evidence| PanelSkill {
            id: skill.id.clone(),
            name: skill.name.clone(),
            items: skill.items.clone(),
        };
        Panel {
            skills_label: words.skills().to_owned(),
            found: words.found().to_owned(),
            summary: shown.profile.summary.iter().flat_map(paragraphs).collect(),
            sections: sections(&shown.sections),
            skills: shown.profile.skills.iter().map(skill).collect(),
        }
    }
}

/// The sections, and those inside them after the heading that they share.
fn sections(all: &[view::Section]) -> Vec<PanelSection> {
    let mut shown: Vec<PanelSection> = Vec::new();
    for section in all {
        let items = items(&section.content);
        match shown.last_mut() {
            // A section without a title continues the one before.
            Some(PanelSection { items: before, .. }) if section.title.is_none() => {
                before.extend(items);
            }
            _ => shown.push(PanelSection { title: section.title.clone(), items }),
        }
        if let Content::Group(inner) = &section.content {
            shown.extend(sections(inner));
        }
    }
    shown
}

fn items(content: &Content) -> Vec<PanelItem> {
    let said = |prose: &view::Prose| PanelItem { texts: paragraphs(prose), ..PanelItem::default() };
    match content {
        Content::Prose(prose) => vec![said(prose)],
        Content::List(lines) => lines.iter().map(said).collect(),
        Content::Terms(terms) | Content::Steps(terms) | Content::Languages(terms) => {
            terms.iter().map(|term| named(&term.term, term.text.as_ref())).collect()
        }
        Content::Timeline(timeline) => {
            let entries = timeline.entries.iter().map(entry);
            entries.chain(timeline.highlights.iter().map(said)).collect()
        }
        Content::Skills(groups) | Content::Interests(groups) => groups.iter().map(skill).collect(),
        Content::Metrics(metrics) => metrics.iter().map(metric).collect(),
        Content::Quote(quote) => vec![quoted(quote)],
        Content::References(quotes) => quotes.iter().map(quoted).collect(),
        Content::Projects(entries)
        | Content::Certificates(entries)
        | Content::Publications(entries)
        | Content::Awards(entries) => entries.iter().map(entry).collect(),
        Content::Notes(notes) => {
            notes.text.iter().map(said).chain(notes.entries.iter().map(entry)).collect()
        }
        Content::Group(_) => Vec::new(),
    }
}

fn named(title: &Text, text: Option<&view::Prose>) -> PanelItem {
    PanelItem {
        title: Some(title.clone()),
        texts: text.map(paragraphs).unwrap_or_default(),
        ..PanelItem::default()
    }
}

fn entry(entry: &view::Entry) -> PanelItem {
    let mut titles = [&entry.name, &entry.position];
    if entry.position_first {
        titles.reverse();
    }
    let mut texts: Vec<Text> = entry.summary.iter().flat_map(paragraphs).collect();
    texts.extend(entry.highlights.iter().flat_map(paragraphs));
    for role in &entry.roles {
        let position = Some(&role.position);
        let period = role.period.as_ref().map(|period| plain(&period.text));
        texts.extend(joined(position.into_iter().chain(period.as_ref()), " · "));
        texts.extend(role.summary.iter().chain(&role.highlights).flat_map(paragraphs));
    }
    texts.extend(keywords(&entry.keywords));
    PanelItem {
        title: joined(titles.into_iter().flatten(), " · "),
        period: entry.period.as_ref().map(|period| period.text.clone()),
        texts,
    }
}

fn skill(skill: &view::Skill) -> PanelItem {
    PanelItem {
        title: joined([&skill.name].into_iter().chain(&skill.level), " · "),
        texts: keywords(&skill.keywords).into_iter().collect(),
        ..PanelItem::default()
    }
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

fn metric(metric: &view::Metric) -> PanelItem {
    let figures = metric
        .figures
        .iter()
        .filter_map(|figure| joined([&figure.value].into_iter().chain(&figure.label), " "));
    let texts = figures.chain(metric.text.iter().flat_map(paragraphs)).collect();
    PanelItem { title: Some(metric.title.clone()), texts, ..PanelItem::default() }
}

fn quoted(quote: &view::Quote) -> PanelItem {
    let texts = paragraphs(&quote.text).into_iter().chain(quote.author.clone()).collect();
    PanelItem { texts, ..PanelItem::default() }
}

/// Texts on one line, which is borrowed if one of them is.
fn joined<'a>(texts: impl IntoIterator<Item = &'a Text>, separator: &str) -> Option<Text> {
    let texts: Vec<&Text> = texts.into_iter().collect();
    let text = texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(separator);
    let language = texts.iter().find_map(|text| text.language.clone());
    (!text.is_empty()).then_some(Text { text, language })
}

fn plain(text: &str) -> Text {
    Text { text: text.to_owned(), language: None }
}

/// The text of some HTML without its markup, a paragraph for each block.
fn paragraphs(prose: &view::Prose) -> Vec<Text> {
    let html = Html::parse_fragment(&prose.html);
    let mut lines = vec![String::new()];
    for edge in html.root_element().traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        match node.value() {
            Node::Element(element) if is_block(element.name()) => lines.push(String::new()),
            Node::Text(text) if matches!(edge, Edge::Open(_)) => {
                lines.last_mut().into_iter().for_each(|line| line.push_str(text));
            }
            _ => {}
        }
    }
    let lines = lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = |text| Text { text, language: prose.language.clone() };
    lines.filter(|line| !line.is_empty()).map(text).collect()
}

/// Whether an element stands on lines of its own.
fn is_block(name: &str) -> bool {
    ["p", "li", "ul", "ol", "pre", "blockquote", "br", "hr"].contains(&name)
}
