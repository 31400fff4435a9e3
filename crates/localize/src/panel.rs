//! The content of an opened card: the same items as the page, in the same order, as plain text.

use super::Localized;
use super::outline::{OutlineSection, Statement, joined};
use super::text::Localizer;
use perfil_view::{self as view, Panel, PanelItem, PanelSection, PanelSkill, Text};

impl Localizer<'_> {
    /// Returns the content of an opened card.
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
            summary: shown.profile.head.summary.iter().flat_map(paragraphs).collect(),
            sections: shown.outline().into_iter().map(panel_section).collect(),
            skills: shown.profile.skills.iter().map(skill).collect(),
        }
    }
}

fn panel_section(section: OutlineSection) -> PanelSection {
    let items = section.items.into_iter().map(|item| PanelItem {
        number: item.number,
        title: item.title,
        period: item.period,
        texts: item.statements.into_iter().flat_map(texts).collect(),
    });
    PanelSection { title: section.title, items: items.collect() }
}

fn texts(statement: Statement) -> Vec<Text> {
    match statement {
        Statement::Prose(prose) | Statement::Point(prose) => paragraphs(&prose),
        Statement::Line(text) | Statement::Author(text) => vec![text],
        Statement::Role(position, period) => {
            let period = period.map(|text| Text { text, language: None });
            joined([&position].into_iter().chain(&period), " · ").into_iter().collect()
        }
    }
}

/// Returns a text without its markup, one paragraph for each block.
fn paragraphs(prose: &view::Prose) -> Vec<Text> {
    let text = |text| Text { text, language: prose.language.clone() };
    prose.document.lines().into_iter().map(text).collect()
}
