//! Sections in the language of the page.

use super::text::Localizer;
use perfil_evidence::Item;
use perfil_model::language::{Name, Prose};
use perfil_model::profile::{
    Content, Interest, Keyword, LanguageSkill, Metric, Section, Skill, Term,
};
use perfil_view as view;

/// A section with so many items may be folded, on a page with so many sections.
const LONG: usize = 8;
const MANY: usize = 4;

impl Localizer<'_> {
    /// The sections of the page and all their items.
    pub(super) fn sections_and_items<'a>(
        &self,
        sections: &'a [Section],
    ) -> (Vec<view::Section>, Vec<Item<'a>>) {
        let items: Vec<_> = sections.iter().map(|section| self.items(section)).collect();
        let mut shown = self.sections(sections);
        if shown.len() >= MANY {
            // Without an item a section is not shown.
            let counts = items.iter().map(Vec::len).filter(|count| *count > 0);
            for (section, count) in shown.iter_mut().zip(counts) {
                section.is_long = section.title.is_some() && count >= LONG;
            }
        }
        (shown, items.into_iter().flatten().collect())
    }

    pub(super) fn sections(&self, sections: &[Section]) -> Vec<view::Section> {
        let all = sections.iter().map(|section| view::Section {
            id: section.id.to_string(),
            title: self.option(section.title.as_ref()),
            is_long: false,
            content: self.content(&section.content),
        });
        // Absent data is an absent section, and no heading without anything below it.
        all.filter(|section| !is_empty(&section.content)).collect()
    }

    fn content(&self, content: &Content) -> view::Content {
        use view::Content as Shown;
        match content {
            Content::Prose { text } => Shown::Prose(self.prose(text)),
            Content::List { items } => {
                Shown::List(items.iter().map(|item| self.prose(&item.text)).collect())
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
            Content::Timeline { items, highlights } => Shown::Timeline(view::Timeline {
                entries: items.iter().map(|item| self.entry(item)).collect(),
                highlights: self.proses(highlights),
            }),
            Content::Skills { items } => {
                Shown::Skills(items.iter().map(|item| self.skill(item)).collect())
            }
            Content::Metrics { items } => {
                Shown::Metrics(items.iter().map(|item| self.metric(item)).collect())
            }
            Content::Quote { text, author } => Shown::Quote(view::Quote {
                text: self.prose(text),
                author: author.as_ref().map(|author| self.name(author)),
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
                        text: self.prose(&item.reference),
                        author: Some(self.name(&item.name)),
                    })
                    .collect(),
            ),
            Content::Notes { text, items } => Shown::Notes(view::Notes {
                text: text.as_ref().map(|text| self.prose(text)),
                entries: items.iter().map(|item| self.note(item)).collect(),
            }),
            Content::Group { sections } => Shown::Group(self.sections(sections)),
        }
    }

    fn pair(&self, term: view::Text, text: Option<&Prose>) -> view::Term {
        view::Term { term, text: text.map(|text| self.prose(text)) }
    }

    fn term(&self, term: &Term) -> view::Term {
        self.pair(self.text(&term.term), term.text.as_ref())
    }

    fn skill(&self, skill: &Skill) -> view::Skill {
        view::Skill {
            name: self.text(&skill.name),
            level: self.option(skill.level.as_ref()),
            keywords: self.keywords(&skill.keywords),
        }
    }

    fn interest(&self, interest: &Interest) -> view::Skill {
        view::Skill {
            name: self.text(&interest.name),
            level: None,
            // What somebody likes is no skill, and leads nowhere.
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
            title: self.text(&metric.title),
            figures: figures.collect(),
            text: metric.text.as_ref().map(|text| self.prose(text)),
        }
    }

    pub(super) fn keywords(&self, names: &[Keyword]) -> Vec<view::Keyword> {
        keywords(names, |name| self.keyword(name))
    }

    /// A skill, which leads to its evidence.
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

fn is_empty(content: &view::Content) -> bool {
    use view::Content as Shown;
    match content {
        Shown::Prose(_) | Shown::Quote(_) => false,
        Shown::List(items) => items.is_empty(),
        Shown::Terms(items) | Shown::Steps(items) | Shown::Languages(items) => items.is_empty(),
        Shown::Timeline(item) => item.entries.is_empty() && item.highlights.is_empty(),
        Shown::Skills(items) | Shown::Interests(items) => items.is_empty(),
        Shown::Metrics(items) => items.is_empty(),
        Shown::Projects(items)
        | Shown::Certificates(items)
        | Shown::Publications(items)
        | Shown::Awards(items) => items.is_empty(),
        Shown::References(items) => items.is_empty(),
        Shown::Notes(item) => item.entries.is_empty() && item.text.is_none(),
        Shown::Group(sections) => sections.is_empty(),
    }
}
