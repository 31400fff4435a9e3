//! Finds the headings that somebody has only made strong, in a document that states others by styles.

use super::super::adopted::is_within_job;
use super::super::headings::{Match, Topic, normalized};
use super::super::vocabulary::{Kind, has};
use super::looks::{Finder, SECTION};
use perfil_model::profile::ResumeList;
use std::collections::HashMap;

impl Finder<'_> {
    /// Makes headings of paragraphs that set themselves apart, and say nothing but a topic that no other heading has.
    pub(super) fn add_unstyled(&mut self, found: &[Option<Match>]) {
        let is_stated = |at: usize| self.levels.get(at).is_some_and(Option::is_some);
        let mut topics: Vec<Topic> = Vec::new();
        let mut words: HashMap<String, usize> = HashMap::new();
        let mut section = None;
        for (at, (paragraph, found)) in self.paragraphs.iter().zip(found).enumerate() {
            let Some(found) = found else { continue };
            *words.entry(normalized(&paragraph.plain())).or_default() += 1;
            if is_stated(at) {
                if !topics.contains(&found.topic) {
                    topics.push(found.topic);
                }
                section = section.or_else(|| self.levels.get(at).copied().flatten());
            }
        }
        let new =
            self.paragraphs.iter().zip(found).enumerate().filter(|(at, (paragraph, found))| {
                let Some(found) = found else { return false };
                let plain = paragraph.plain();
                // `Relevant professional experience`
                let is_work = found.is_whole && found.topic == Topic::List(ResumeList::Work);
                let is_topic = (found.is_exact || is_work)
                    && matches!(found.topic, Topic::List(_))
                    && !topics.contains(&found.topic);
                let text = normalized(&plain);
                is_topic
                    && !is_stated(*at)
                    && paragraph.list.is_none()
                    && paragraph.lines.len() == 1
                    && plain.starts_with(char::is_alphanumeric)
                    // `Volunteer` below an organisation is a position.
                    && !has(&plain, Kind::Job)
                    && words.get(&text).is_some_and(|count| *count == 1)
                    && !is_within_job(&text)
                    && self.is_apart(paragraph)
                    && self.is_short(paragraph)
            });
        let new: Vec<usize> = new.map(|(at, _)| at).collect();
        for at in new {
            if let Some(level) = self.levels.get_mut(at) {
                *level = section.or(Some(SECTION));
            }
        }
    }
}
