//! Puts sections back below the section that they are a part of.

use super::blocks::Block;
use super::headings::{Match, Strength, Topic, matched, normalized};
use super::outline::Section;
use super::period::Dates;
use super::text::Text;
use super::units::Splitter;
use super::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;

/// Titles of what somebody did in a job, in many languages.
const WITHIN: [&str; 45] = [
    "achievements",
    "key achievements",
    "main achievements",
    "selected achievements",
    "accomplishments",
    "key accomplishments",
    "responsibilities",
    "key responsibilities",
    "main responsibilities",
    "duties",
    "duties and responsibilities",
    "highlights",
    "key projects",
    "technologies",
    "tech stack",
    "tools",
    "tasks",
    "erfolge",
    "aufgaben",
    "tatigkeiten",
    "technologien",
    "logros",
    "logros principales",
    "responsabilidades",
    "tecnologias",
    "realisations",
    "principales realisations",
    "missions",
    "responsabilites",
    "technologies utilisees",
    "osiagniecia",
    "obowiazki",
    "zakres obowiazkow",
    "principais conquistas",
    "realizacoes",
    "risultati",
    "responsabilita",
    "verantwoordelijkheden",
    "prestaties",
    "resultados",
    "conquistas",
    "достижения",
    "обязанности",
    "主要成果",
    "주요 성과",
];

/// Whether a heading names jobs, and says little else: `Relevant work experience`.
pub(super) fn is_career(title: &str, found: &Match) -> bool {
    let is_short = title.split_whitespace().count() <= 4;
    // `Teaching assistant` is a job itself.
    let is_work = found.topic == Topic::List(ResumeList::Work) && !has(title, Kind::Job);
    is_work && found.strength == Strength::Sure && (found.is_whole || is_short)
}

/// Puts entries below the heading that names them, if they have its level: an empty section about them is
/// directly above sections about nothing known, the first of which has dates.
pub(super) fn adopted(sections: Vec<Section>, dates: &Dates) -> Vec<Section> {
    let splitter = Splitter::new(dates);
    let is_dated = |section: &Section| {
        let mut texts = vec![&section.title];
        section.blocks.iter().for_each(|block| block.texts(&mut texts));
        texts.extend(section.sections.iter().map(|inner| &inner.title));
        texts.into_iter().any(|text| is_range(text, &splitter, dates))
    };
    let is_empty = |section: &Section| {
        let is_list = |found: Match| {
            let lists = [ResumeList::Work, ResumeList::Education, ResumeList::Volunteer];
            found.is_exact && lists.iter().any(|list| found.topic == Topic::List(*list))
                || is_career(&section.title.plain(), &found)
        };
        section.sections.is_empty()
            && section.blocks.iter().all(|block| *block == Block::Rule)
            && matched(&section.title.plain()).is_some_and(is_list)
    };
    // A position above its dates goes on with the jobs above it.
    let is_job = |section: &Section| {
        let Some(Block::Paragraph(lines)) = section.blocks.first() else { return false };
        let is_period = |line: &Text| {
            let plain = line.plain();
            dates.find(&plain).is_some_and(|it| it.is_range && it.range.len() + 2 > plain.len())
        };
        has(&section.title.plain(), Kind::Job) && lines.first().is_some_and(is_period)
    };
    // So does an organisation above its positions.
    let is_firm = |section: &Section| {
        let is_position = |inner: &Section| {
            let title = &inner.title;
            splitter.is_dated(title) && has(&title.plain(), Kind::Job)
        };
        section.blocks.is_empty()
            && !section.sections.is_empty()
            && section.sections.iter().all(is_position)
    };
    let mut all: Vec<Section> = Vec::with_capacity(sections.len());
    let mut is_open = false;
    for section in sections {
        let is_entry = !matched(&section.title.plain()).is_some_and(|found| found.is_whole);
        match all.last_mut() {
            Some(last)
                if is_entry
                    && last.level == section.level
                    && (is_open
                        || (is_empty(last) && is_dated(&section))
                        || (last.is_work() && is_job(&section))) =>
            {
                is_open = true;
                last.sections.push(section);
            }
            Some(last)
                if is_entry
                    && last.level == section.level
                    && last.is_work()
                    && is_firm(&section) =>
            {
                last.sections.push(section);
            }
            _ => {
                is_open = false;
                all.push(section);
            }
        }
    }
    all
}

/// Whether a text has a period with a beginning and an end, and is dated by it.
fn is_range(text: &Text, splitter: &Splitter, dates: &Dates) -> bool {
    splitter.is_dated(text) && dates.find(&text.plain()).is_some_and(|it| it.is_range)
}

/// Whether the folded words of a title say that it is about what somebody did in a job.
pub(super) fn is_within_job(words: &str) -> bool {
    WITHIN.contains(&words)
}

/// Whether a line says something of a job after a label: `Technologies: Rust, Typst`.
pub(super) fn says_within_job(line: &str) -> bool {
    line.split_once([':', '：']).is_some_and(|(label, _)| is_within_job(&normalized(label)))
}

/// Joins a section about what somebody did in a job with the jobs above it, if more jobs are in it: its
/// title only looked like those of sections.
pub(super) fn with_goings_on(sections: Vec<Section>, dates: &Dates) -> Vec<Section> {
    let splitter = Splitter::new(dates);
    let has_range = |section: &Section| {
        let mut texts = Vec::new();
        section.blocks.iter().for_each(|block| match block {
            Block::Paragraph(lines) => texts.extend(lines),
            Block::Heading { text, .. } => texts.push(text),
            _ => {}
        });
        texts.extend(section.sections.iter().map(|inner| &inner.title));
        texts.into_iter().any(|text| is_range(text, &splitter, dates))
    };
    let mut joined: Vec<String> = Vec::new();
    let mut all: Vec<Section> = Vec::with_capacity(sections.len());
    for section in sections {
        let title = normalized(&section.title.plain());
        let is_within = is_within_job(&title);
        // The last job has such a section, too.
        let has_joined = joined.contains(&title);
        match all.last_mut() {
            Some(last)
                if is_within
                    && last.level == section.level
                    && last.is_work()
                    && (has_range(last) && (has_joined || has_range(&section))) =>
            {
                if !has_joined {
                    joined.push(title);
                }
                last.blocks.push(Block::Paragraph(vec![section.title]));
                last.blocks.extend(section.blocks);
                last.sections.extend(section.sections);
            }
            _ => all.push(section),
        }
    }
    all
}
