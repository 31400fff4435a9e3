//! Sections in the language of the page.

use super::text::Localizer;
use perfil_evidence::Item;
use perfil_model::language::{Name, Prose};
use perfil_model::profile::{
    Content, Interest, Keyword, LanguageSkill, Metric, Section, Skill, Term,
};
use perfil_view as view;

/// The minimum number of items of a section that may be collapsed, and of sections on such a page.
const LONG: usize = 8;
const MANY: usize = 4;

impl Localizer<'_> {
    /// Returns the sections of the page and all their items.
    pub(super) fn sections_and_items<'a>(
        &self,
        sections: &'a [Section],
    ) -> (Vec<view::Section>, Vec<Item<'a>>) {
        let mut views = self.sections(sections);
        if views.len() >= MANY {
            for section in &mut views {
                let count = section.content.numbers().len();
                section.is_long = section.title.is_some() && count >= LONG;
            }
        }
        // The view and the evidence are built from the same items in the same order.
        let mut items: Vec<_> = sections.iter().flat_map(|section| self.items(section)).collect();
        let numbers = views.iter_mut().flat_map(|section| section.content.numbers());
        for ((item, shown), number) in items.iter_mut().zip(numbers).zip(0..) {
            (item.number, *shown) = (number, number);
        }
        (views, items)
    }

    pub(super) fn sections(&self, sections: &[Section]) -> Vec<view::Section> {
        let all = sections.iter().map(|section| view::Section {
            id: section.id.to_string(),
            title: self.option(section.title.as_ref()),
            is_long: false,
            content: self.content(&section.content),
        });
        // A section without data is left out, so that no heading is empty.
        let is_shown = |section: &mut view::Section| !section.content.numbers().is_empty();
        all.filter_map(|mut section| is_shown(&mut section).then_some(section)).collect()
    }

    fn content(&self, content: &Content) -> view::Content {
        use view::Content as Shown;
        match content {
            Content::Prose { text } => Shown::Prose(self.line(text)),
            Content::List { items } => {
                Shown::List(items.iter().map(|item| self.line(&item.text)).collect())
            }
            Content::Terms { items } => {
                Shown::Terms(items.iter().map(|item| self.term(item)).collect())
            }
            Content::Steps { items } => Shown::Steps(
                items
                    .iter()
                    .map(|item| self.pair(self.text(&item.title), item.text.as_ref()))
                    .collect(),
            ),
            Content::Timeline { items, highlights, .. } => Shown::Timeline(view::Timeline {
                entries: items.iter().map(|item| self.entry(item)).collect(),
                highlights: highlights.iter().map(|line| self.line(line)).collect(),
            }),
            Content::Skills { items } => {
                Shown::Skills(items.iter().map(|item| self.skill(item)).collect())
            }
            Content::Metrics { items } => {
                Shown::Metrics(items.iter().map(|item| self.metric(item)).collect())
            }
            Content::Quote { text, author } => Shown::Quote(view::Quote {
                number: 0,
                text: Some(self.prose(text)),
                author: author.as_ref().map(|author| self.name(author)),
                details: Vec::new(),
            }),
            Content::Projects { items } => {
                Shown::Projects(items.iter().map(|item| self.project(item)).collect())
            }
            Content::Certificates { items } => {
                Shown::Certificates(items.iter().map(|item| self.certificate(item)).collect())
            }
            Content::Publications { items } => {
                Shown::Publications(items.iter().map(|item| self.publication(item)).collect())
            }
            Content::Awards { items } => {
                Shown::Awards(items.iter().map(|item| self.award(item)).collect())
            }
            Content::Languages { items } => {
                Shown::Languages(items.iter().map(|item| self.language_skill(item)).collect())
            }
            Content::Interests { items } => {
                Shown::Interests(items.iter().map(|item| self.interest(item)).collect())
            }
            Content::References { items } => Shown::References(
                items
                    .iter()
                    .map(|item| view::Quote {
                        number: 0,
                        text: item.reference.as_ref().map(|text| self.prose(text)),
                        author: Some(self.name(&item.name)),
                        details: self.details(&item.details),
                    })
                    .collect(),
            ),
            Content::Notes { text, items } => Shown::Notes(view::Notes {
                text: text.as_ref().map(|text| self.line(text)),
                entries: items.iter().map(|item| self.note(item)).collect(),
            }),
            Content::Group { sections } => Shown::Group(self.sections(sections)),
        }
    }

    /// Returns a line that is an item. Items are numbered once all of them exist.
    fn line(&self, text: &Prose) -> view::Line {
        view::Line { number: 0, text: self.prose(text) }
    }

    fn pair(&self, term: view::Text, text: Option<&Prose>) -> view::Term {
        view::Term { number: 0, term, text: text.map(|text| self.prose(text)) }
    }

    fn term(&self, term: &Term) -> view::Term {
        self.pair(self.text(&term.term), term.text.as_ref())
    }

    fn skill(&self, skill: &Skill) -> view::Skill {
        view::Skill {
            number: 0,
            name: self.text(&skill.name),
            level: self.option(skill.level.as_ref()),
            keywords: self.keywords(&skill.keywords),
        }
    }

    fn interest(&self, interest: &Interest) -> view::Skill {
        view::Skill {
            number: 0,
            name: self.text(&interest.name),
            level: None,
            // Interests are not skills, so their keywords link to nothing.
            keywords: keywords(&interest.keywords, |name| self.unlinked(name)),
        }
    }

    fn language_skill(&self, skill: &LanguageSkill) -> view::Term {
        let fluency = skill.fluency.clone().map(Prose);
        self.pair(self.text(&skill.language), fluency.as_ref())
    }

    fn metric(&self, metric: &Metric) -> view::Metric {
        let figures = metric.figures.iter().map(|figure| view::Figure {
            value: self.name(&figure.value),
            label: self.option(figure.label.as_ref()),
        });
        view::Metric {
            number: 0,
            title: self.text(&metric.title),
            figures: figures.collect(),
            text: metric.text.as_ref().map(|text| self.prose(text)),
        }
    }

    pub(super) fn keywords(&self, names: &[Keyword]) -> Vec<view::Keyword> {
        keywords(names, |name| self.keyword(name))
    }

    /// Returns a skill, with a link to its evidence.
    pub(super) fn keyword(&self, name: &Name) -> view::Keyword {
        let skill = self.vocabulary().and_then(|vocabulary| vocabulary.id(name));
        view::Keyword { skill, ..self.unlinked(name) }
    }

    fn unlinked(&self, name: &Name) -> view::Keyword {
        view::Keyword { name: self.name(name), ..view::Keyword::default() }
    }
}

fn keywords(names: &[Keyword], show: impl Fn(&Name) -> view::Keyword) -> Vec<view::Keyword> {
    let parts = |keyword: &Keyword| keyword.keywords.iter().map(&show).collect();
    let all = names.iter();
    all.map(|keyword| view::Keyword { keywords: parts(keyword), ..show(&keyword.name) }).collect()
}
