//! The head of a profile: what a reader looks for first, gathered from all of the profile.
//!
//! Nothing here is new: each fact is in a field or a section of the profile, and leads to it.

use super::{Localizer, shown_address, unmarked_text};
use perfil_model::language::{Date, Duration, End, format_date, format_duration, format_period};
use perfil_model::profile::{Content, Entry, Link, Profile, Section, phone_address};
use perfil_view as view;

/// The maximum number of employers in the head.
const EMPLOYERS: usize = 4;

/// The maximum number of skills in the head.
const SKILLS: usize = 5;

/// The maximum number of facts that are shown large.
const HIGHLIGHTS: usize = 4;

/// The maximum length of a figure that is preferred to others, in characters.
const MAX_FIGURE: usize = 14;

impl Localizer<'_> {
    /// Gathers the head of a profile from its fields, its sections and its skills.
    pub(super) fn head(
        &self,
        profile: &Profile,
        likeness: view::Likeness,
        sections: &[view::Section],
        skills: &[view::Evidence],
    ) -> view::Head {
        let facts = self.details(&profile.facts).into_iter();
        let location = self.location(profile.location.as_ref()).map(|text| view::Detail {
            label: unmarked_text(&self.locale().labels.location),
            text,
            url: None,
        });
        view::Head {
            name: self.name(&profile.name),
            headline: self.option(profile.headline.as_ref()),
            focus: self.texts(&profile.focus),
            summary: profile.summary.as_ref().map(|summary| self.prose(summary)),
            likeness,
            location,
            facts: facts.collect(),
            contacts: self.contacts(profile),
            experience: self.experience(&profile.sections),
            skills: top_skills(skills),
            employers: employers(sections),
            highlights: self.highlights(profile, sections),
        }
    }

    fn contacts(&self, profile: &Profile) -> Vec<view::Detail> {
        let labels = &self.locale().labels;
        let contact = |label: &str, text: &str, url: String| view::Detail {
            label: unmarked_text(label),
            text: unmarked_text(text),
            url: Some(url),
        };
        let email = profile
            .email
            .as_ref()
            .map(|email| contact(&labels.email, &email.to_string(), format!("mailto:{email}")));
        let phone = profile.phone.as_ref().map(|phone| {
            let url = phone_address(phone);
            view::Detail { url, ..contact(&labels.phone, phone, String::new()) }
        });
        let website = profile
            .url
            .as_ref()
            .map(|url| contact(&labels.website, shown_address(&url.to_string()), url.to_string()));
        let links = profile.links.iter().map(|link| view::Detail {
            label: self.name(&link.label),
            text: match &link.username {
                Some(name) => unmarked_text(name),
                None => unmarked_text(shown_address(&address(link))),
            },
            url: link.url.as_ref().map(ToString::to_string),
        });
        email.into_iter().chain(phone).chain(website).chain(links).collect()
    }

    /// Returns how long the person has worked: since when if the dates are known, otherwise the sum
    /// of the lengths. What is ongoing has no length, because that would depend on today.
    fn experience(&self, sections: &[Section]) -> Option<view::Text> {
        let entries = work(sections)?;
        let locale = self.locale();
        let (words, tag) = (&locale.dates, &locale.tag);
        let spans: Vec<(Date, End)> = entries.iter().flat_map(|entry| spans(entry)).collect();
        let Some(first) = spans.iter().map(|(start, _)| start.year).min() else {
            let lengths = entries.iter().filter_map(|entry| entry.duration);
            let months: u32 = lengths.map(|it| it.years * 12 + it.months).sum();
            let total = Duration { years: months / 12, months: months % 12 };
            return (months > 0).then(|| unmarked_text(&format_duration(total, words, tag)));
        };
        let year = |year| Date { year, month: None, day: None };
        let ends: Option<Vec<i32>> =
            spans.iter().map(|(_, end)| end.0.map(|date| date.year)).collect();
        let text = match ends.and_then(|ends| ends.into_iter().max()) {
            Some(last) if last > first => {
                format_period(Some(year(first)), End(Some(year(last))), words, tag)?
            }
            Some(_) => format_date(year(first), tag),
            None => locale.head.since.replace("{start}", &format_date(year(first), tag)),
        };
        Some(unmarked_text(&text))
    }

    /// Returns the figures to be shown large: those that the owner chose, or those of the results.
    fn highlights(&self, profile: &Profile, sections: &[view::Section]) -> Vec<view::Highlight> {
        if profile.figures.is_empty() {
            let mut figures = Vec::new();
            collect_figures(sections, &mut figures);
            // The first figure of each result comes before the second of any, and what is too long
            // to be shown large comes last.
            let is_long = |figure: &view::Highlight| figure.value.text.chars().count() > MAX_FIGURE;
            figures.sort_by_key(|(place, figure)| (is_long(figure), *place));
            return figures.into_iter().map(|(_, figure)| figure).take(HIGHLIGHTS).collect();
        }
        let chosen = profile.figures.iter().map(|figure| view::Highlight {
            value: self.name(&figure.value),
            label: self.option(figure.label.as_ref()),
            ..view::Highlight::default()
        });
        chosen.collect()
    }
}

fn address(link: &Link) -> String {
    link.url.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Returns the skills with the most evidence, as links to it.
fn top_skills(skills: &[view::Evidence]) -> Vec<view::Keyword> {
    let keyword = |skill: &view::Evidence| view::Keyword {
        name: skill.name.clone(),
        skill: Some(skill.id.clone()),
        keywords: Vec::new(),
    };
    skills.iter().take(SKILLS).map(keyword).collect()
}

/// Returns the entries of the first timeline of work. A timeline of degrees is none.
fn work(sections: &[Section]) -> Option<Vec<&Entry>> {
    sections.iter().find_map(|section| match &section.content {
        Content::Timeline { items, .. } => {
            let is_work = |entry: &&Entry| entry.study_type.is_none() && entry.area.is_none();
            let entries: Vec<&Entry> = items.iter().filter(is_work).collect();
            (!entries.is_empty()).then_some(entries)
        }
        content => work(content.sections()),
    })
}

/// Returns the periods of an entry and of the positions in it.
fn spans(entry: &Entry) -> Vec<(Date, End)> {
    let own = entry.start_date.map(|start| (start, entry.end_date));
    let roles = entry.roles.iter().filter_map(|role| Some((role.start_date?, role.end_date)));
    own.into_iter().chain(roles).collect()
}

/// Returns the employers of the first timeline of work, in the order of the page.
fn employers(sections: &[view::Section]) -> Vec<view::Employer> {
    let found = sections.iter().find_map(|section| {
        let view::Content::Timeline(timeline) = &section.content else {
            let inner = employers(section.content.sections());
            return (!inner.is_empty()).then_some(inner);
        };
        let mut employers: Vec<view::Employer> = Vec::new();
        for entry in timeline.entries.iter().filter(|entry| !entry.position_first) {
            let Some(name) = entry.name.clone() else { continue };
            if employers.iter().all(|known| known.name != name) {
                employers.push(view::Employer { name, id: entry.id.clone() });
            }
        }
        employers.truncate(EMPLOYERS);
        (!employers.is_empty()).then_some(employers)
    });
    found.unwrap_or_default()
}

/// Collects the figures of all results, each with its place within its result.
fn collect_figures(sections: &[view::Section], figures: &mut Vec<(usize, view::Highlight)>) {
    for section in sections {
        if let view::Content::Metrics(metrics) = &section.content {
            for metric in metrics {
                figures.extend(metric.figures.iter().enumerate().map(|(place, figure)| {
                    let highlight = view::Highlight {
                        value: figure.value.clone(),
                        label: figure.label.clone(),
                        context: Some(metric.title.clone()),
                        href: Some(format!("#{}", section.id)),
                    };
                    (place, highlight)
                }));
            }
        }
        collect_figures(section.content.sections(), figures);
    }
}
