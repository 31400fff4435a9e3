//! Writes entries as the contents of sections.

use super::blocks::{Block, around};
use super::entries::{Entries, Entry};
use super::generic;
use super::heading_sides::sides;
use super::headings::{Strength, Topic, matched, topic};
use super::lists::Content;
use super::outline::Section;
use super::sections::Sections;
use super::text::Text;
use super::timeline;
use super::vocabulary::{Kind, has};
use crate::tree::{list, member, text};
use perfil_model::profile::ResumeList;
use perfil_source::Node;

const WORK: Option<Topic> = Some(Topic::List(ResumeList::Work));

/// Returns entries as the content of a section; `key` says what they are.
pub(super) fn of_entries(items: &[Entry], of: ResumeList, key: Option<&str>) -> Option<Content> {
    let span = around(items.iter().map(|entry| entry.span.clone()));
    let mut fields: Vec<_> = Vec::new();
    let nodes: Vec<Node> = items.iter().map(|entry| timeline::item(entry, of)).collect();
    fields.push(member("items", list(nodes, span.clone())));
    if let Some(key) = key.filter(|_| of != ResumeList::Projects) {
        fields.push(member("list", text(key, span)));
    }
    (!items.is_empty()).then_some(Content { kind: of.kind(), fields, next: None })
}

/// Returns all entries, the groups after the others.
pub(super) fn timelines(
    entries: &Entries,
    of: ResumeList,
    lead: &[&str],
    key: Option<&str>,
) -> Vec<Content> {
    let mut contents: Vec<Content> = Vec::new();
    if lead.is_empty() {
        contents.extend(of_entries(&entries.items, of, key));
    }
    for (title, items) in &entries.groups {
        let title = Block::Heading { level: 3, text: title.clone() };
        contents.extend(generic::contents(lead, &[title]).into_iter().map(|it| it.content));
        contents.extend(of_entries(items, of, key));
    }
    contents
}

/// Returns what entries are below a heading that says nothing known: something else where other headings say
/// which are the jobs, such as `Leadership`; else projects, if most of them name no position.
pub(super) fn of_unknown(
    found: &Entries,
    section: &Section,
    has_work: bool,
) -> (ResumeList, Option<&'static str>) {
    let title = section.title.plain();
    let is_work = |word: &str| topic(word) == WORK;
    if has_work && !title.is_empty() && !title.split_whitespace().any(is_work) {
        return (ResumeList::Work, Some(ResumeList::Volunteer.key()));
    }
    // Entries that only their form tells are jobs where nothing else is.
    if !has_work && title.is_empty() && !section.blocks.is_empty() {
        return (ResumeList::Work, Some(ResumeList::Work.key()));
    }
    let mut texts: Vec<&Text> = section.sections.iter().map(|inner| &inner.title).collect();
    section.blocks.iter().for_each(|block| block.texts(&mut texts));
    // A page may say itself what the parts of an entry are.
    let is_marked = texts.iter().any(|text| !text.parts.is_empty());
    let (all, jobs) = positions(found);
    if !is_marked && jobs * 2 < all {
        (ResumeList::Projects, Some("projects"))
    } else {
        (ResumeList::Work, None)
    }
}

/// Returns what entries are below a heading such as `Research`, where another heading is surely about jobs: projects,
/// unless one of them names a position or a school.
pub(super) fn of_weak(found: &Entries) -> ResumeList {
    let is_at_school = |entry: &Entry| {
        let head = &entry.head;
        let parts = [&head.name, &head.position, &head.place];
        parts.into_iter().flatten().any(|part| has(&part.plain(), Kind::School))
    };
    let has_firm = found.items.iter().any(is_at_school) || !found.groups.is_empty();
    if has_firm || positions(found).1 > 0 { ResumeList::Work } else { ResumeList::Projects }
}

/// Counts the entries, and those of them that name a position.
fn positions(found: &Entries) -> (usize, usize) {
    let all = || found.items.iter().chain(found.groups.iter().flat_map(|(_, items)| items));
    let is_job = |entry: &&Entry| {
        let head = &entry.head;
        let is_named =
            |part: &Option<Text>| part.as_ref().is_some_and(|part| has(&part.plain(), Kind::Job));
        !entry.roles.is_empty() || is_named(&head.position) || is_named(&head.name)
    };
    (all().count(), all().filter(is_job).count())
}

/// Returns the entries above the first heading: jobs, and studies apart from them.
pub(super) fn of_opening(mut found: Entries) -> Vec<(&'static str, Content)> {
    let (studies, jobs) = std::mem::take(&mut found.items).into_iter().partition(is_study);
    found.items = jobs;
    let jobs = timelines(&found, ResumeList::Work, &[], Some("work"));
    let studies = of_entries(&studies, ResumeList::Education, Some("education"));
    let jobs = jobs.into_iter().map(|content| (content.kind, content));
    jobs.chain(studies.map(|content| ("education", content))).collect()
}

/// Whether a heading names both jobs and studies, on two sides of a word such as `and`.
pub(super) fn names_both(title: &str) -> bool {
    let is_of = |part: &str, of: ResumeList| topic(part) == Some(Topic::List(of));
    let (work, education) = (ResumeList::Work, ResumeList::Education);
    sides(title).any(|(first, second)| {
        (is_of(first, work) && is_of(second, education))
            || (is_of(first, education) && is_of(second, work))
    })
}

/// Whether an entry is at a school, and no job there.
fn is_study(entry: &Entry) -> bool {
    let said = |part: &Option<Text>, kind: Kind| {
        part.as_ref().is_some_and(|part| has(&part.plain(), kind))
    };
    let head = &entry.head;
    let is_school = said(&head.name, Kind::School) || said(&head.place, Kind::School);
    is_school && !said(&head.position, Kind::Job)
}

/// Returns entries as the contents of a section; if it has jobs and studies, the studies follow.
pub(super) fn of_mixed(
    items: &[Entry],
    of: ResumeList,
    key: Option<&str>,
    is_mixed: bool,
) -> Vec<Content> {
    let is_learnt = |entry: &&Entry| {
        let is_course = entry.head.position.as_ref().is_some_and(|position| {
            let plain = position.plain();
            // `Study of engineering` names a job only in its second half.
            let mut words = plain.split_whitespace();
            let first = words.next().unwrap_or_default();
            // So does `School of engineers`.
            let second = words.next().unwrap_or_default();
            let is_of = second.starts_with("d'")
                || second.starts_with("d’")
                || ["of", "de", "di", "da", "für"].contains(&second);
            let both = format!("{first} {second}");
            has(first, Kind::Degree)
                || (has(&both, Kind::Degree) && !has(&both, Kind::Job))
                || (has(first, Kind::School) && is_of)
                || (has(&plain, Kind::School) && !has(&plain, Kind::Job))
        });
        is_study(entry) || is_course
    };
    let (studies, jobs): (Vec<&Entry>, Vec<&Entry>) = items.iter().partition(is_learnt);
    if !is_mixed || jobs.is_empty() || key != Some(ResumeList::Work.key()) {
        return of_entries(items, of, key).into_iter().collect();
    }
    let cloned = |entries: Vec<&Entry>| entries.into_iter().cloned().collect::<Vec<Entry>>();
    let jobs = of_entries(&cloned(jobs), of, key);
    let education = ResumeList::Education;
    let studies = of_entries(&cloned(studies), education, Some(education.key()));
    jobs.into_iter().chain(studies).collect()
}

impl Section {
    /// Whether anything is below its heading.
    fn is_filled(&self) -> bool {
        !(self.blocks.is_empty() && self.sections.is_empty())
    }
}

impl Sections {
    /// Finds out what all headings together say about the sections.
    pub(super) fn know(&mut self, all: &[Section]) {
        fn is_study(section: &Section) -> bool {
            let is_own = section.topic() == Some(Topic::List(ResumeList::Education));
            (is_own && !names_both(&section.title.plain())) || section.sections.iter().any(is_study)
        }
        self.has_work = has_work(all);
        let is_sure = |title: &str| {
            matched(title).is_some_and(|it| Some(it.topic) == WORK && it.strength == Strength::Sure)
        };
        let has_sure = all.iter().any(|it| it.is_filled() && is_sure(&it.title.plain()));
        self.surest_work = has_sure.then_some(Strength::Sure);
        self.is_mixed = !all.iter().any(is_study);
    }
}

/// Whether headings say which sections are about jobs, so that those of which they say nothing are not.
fn has_work(all: &[Section]) -> bool {
    // Several headings beside each other that say nothing known may name employers.
    let are_firms = all.windows(2).any(|two| two.iter().all(|it| it.topic().is_none()));
    all.iter().any(|it| it.is_work() && it.is_filled()) && !are_firms
}
