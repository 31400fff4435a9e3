//! Reads the items of sections, whose fields get the names of JSON Resume.

use super::HIDDEN;
use super::fields::{address, has_words, is_hidden, is_list, label, level};
use crate::dates::Style;
use crate::unmapped::{Unmapped, below};
use crate::{tree, values};
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Problem, Step, Value};

/// The keys of an item that only the program uses.
const TECHNICAL: [&str; 5] = ["id", "visible", "hidden", "icon", "iconColor"];

/// The keys of texts that may be empty paragraphs of HTML.
const RICH: [&str; 3] = ["summary", "description", "content"];

/// The keys of periods.
const PERIODS: [&str; 2] = ["date", "period"];

/// The highest level.
const MOST: u32 = 5;

/// Reads the items of one file.
pub(super) struct Items {
    style: Style,
    /// The labels of addresses that are left out, and where the first is.
    labels: Option<(usize, Node)>,
    /// The levels that are also stated in words, and where the first is.
    levels: Option<(usize, Node)>,
}

impl Items {
    /// Finds out how a file writes its dates.
    pub(super) fn of(written: &Node, languages: &[Tag]) -> Self {
        let mut dates = Vec::new();
        collect(written, &mut dates);
        let locale = ["metadata", "page", "locale"].iter().try_fold(written, |it, key| it.get(key));
        let own = locale.and_then(Node::as_str).and_then(Tag::parse);
        let languages = own.iter().chain(languages).cloned().collect();
        Self { style: Style::of(&dates, languages), labels: None, levels: None }
    }

    /// Reads the items of a list. Anything else than a list is returned as it is.
    pub(super) fn read(
        &mut self,
        items: &Node,
        list: ResumeList,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Node {
        let Value::Array(elements) = &items.value else { return items.clone() };
        let read = elements.iter().enumerate().filter_map(|(index, item)| {
            let path = below(path, Step::Index(index));
            if is_hidden(item) {
                unmapped.leave_out(&path, &item.span, HIDDEN);
                return None;
            }
            Some(if item.members().is_empty() { item.clone() } else { self.item(item, list) })
        });
        tree::list(read.collect(), items.span.clone())
    }

    /// Reads the profiles on other sites.
    pub(super) fn profiles(
        &mut self,
        items: &Node,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Vec<Node> {
        // They have no fields that a list would rename.
        let read = self.read(items, ResumeList::Interests, path, unmapped);
        read.elements().iter().filter(|item| !tree::is_empty(item)).cloned().collect()
    }

    /// Returns the texts of items without names as one.
    pub(super) fn text(
        &mut self,
        items: &Node,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        let read = self.read(items, ResumeList::Projects, path, unmapped);
        let texts = read.elements().iter().filter_map(|item| {
            let text = RICH.iter().find_map(|key| item.get(key));
            text.and_then(Node::as_str)
        });
        let text = texts.collect::<Vec<_>>().join("\n");
        (!text.is_empty()).then(|| tree::text(text, items.span.clone()))
    }

    /// Whether the items of a section of the owner's have nothing but a text.
    pub(super) fn are_texts(section: &Node) -> bool {
        let is_text = |item: &Node| {
            let filled = item.members().iter().filter(|member| {
                let is_address = member.key == "url" || member.key == "website";
                let is_rich = RICH.contains(&member.key.as_str());
                let has_value = match is_address {
                    true => address(&member.value).is_some(),
                    false if is_rich => has_words(&member.value),
                    false => !tree::is_empty(&member.value),
                };
                has_value && !TECHNICAL.contains(&member.key.as_str())
            });
            let filled: Vec<&Member> = filled.collect();
            matches!(filled.as_slice(), [only] if RICH.contains(&only.key.as_str())
                && only.value.as_str().is_some())
        };
        let items = section.get("items").map(Node::elements).unwrap_or_default();
        let mut shown = items.iter().filter(|item| !is_hidden(item)).peekable();
        shown.peek().is_some() && shown.all(is_text)
    }

    /// Returns warnings about what is left out in several items.
    pub(super) fn report(self, written: &Node) -> Vec<Problem> {
        let counted = [
            (self.labels, "labels of addresses", "a link has the name of what it leads to"),
            (self.levels, "levels in numbers", "they are also stated in words"),
        ];
        let warnings = counted.into_iter().filter_map(|(counted, what, why)| {
            let (count, node) = counted?;
            let message = format!("{what} are left out ({count}): {why}");
            let path = written.path_at(node.span.start);
            Some(Problem::warning(Some(node.span), message, "No action needed.").at(path))
        });
        warnings.collect()
    }

    fn item(&mut self, item: &Node, list: ResumeList) -> Node {
        let mut members = Vec::new();
        for member in item.members().iter().filter(|member| !tree::is_empty(&member.value)) {
            let Member { key, key_span, value } = member;
            let renamed = |key: &str, value: Node| Member {
                key: key.to_owned(),
                key_span: key_span.clone(),
                value,
            };
            match key.as_str() {
                key if TECHNICAL.contains(&key) => {}
                key if RICH.contains(&key) && !has_words(value) => {}
                "url" | "website" | "href" => {
                    let is_new = |label: &&Node| {
                        item.members().iter().all(|other| !tree::same(&other.value, label))
                    };
                    if let Some(label) = label(value).filter(is_new) {
                        count(&mut self.labels, label);
                    }
                    members.extend(address(value).map(|address| renamed("url", address)));
                }
                key if PERIODS.contains(&key) && value.members().is_empty() => {
                    members.extend(self.dates(key, value, list));
                }
                key if PERIODS.contains(&key) && !is_hidden(value) => {
                    let ends = [("start", "startDate"), ("end", "endDate")];
                    let ends = ends.iter().filter_map(|(key, name)| Some((*name, value.get(key)?)));
                    members.extend(ends.map(|(name, end)| tree::member(name, end.clone())));
                }
                "roles" => members.push(renamed("roles", self.roles(value))),
                key => members.push(renamed(name(list, key, item), value.clone())),
            }
        }
        if matches!(list, ResumeList::Skills | ResumeList::Languages) {
            self.rated(list, &mut members);
        }
        tree::object(members, item.span.clone())
    }

    fn roles(&mut self, roles: &Node) -> Node {
        let Value::Array(elements) = &roles.value else { return roles.clone() };
        let shown = elements.iter().filter(|role| !is_hidden(role));
        let read = shown.map(|role| {
            let is_text = role.members().is_empty();
            if is_text { role.clone() } else { self.item(role, ResumeList::Work) }
        });
        tree::list(read.collect(), roles.span.clone())
    }

    /// Returns the dates of a period, or the date of something that has one.
    fn dates(&self, key: &str, value: &Node, list: ResumeList) -> Vec<Member> {
        let date = |key: &str, text: &str| {
            // What is not all of a date is shown as it is written.
            let read = self.style.read(text).filter(|read| read.is_whole);
            let text = read.map_or_else(|| text.trim().to_owned(), |read| read.date);
            tree::member(key, tree::text(text, value.span.clone()))
        };
        let Some(written) = value.as_str() else { return vec![tree::member(key, value.clone())] };
        let field = match list {
            ResumeList::Publications => Some("releaseDate"),
            ResumeList::Awards | ResumeList::Certificates => Some("date"),
            _ => None,
        };
        match (field, self.style.split_period(written)) {
            (Some(field), Some((None, Some(end)))) => vec![date(field, end)],
            (_, Some((start, end))) => {
                let start = start.map(|start| date("startDate", start));
                start.into_iter().chain(end.map(|end| date("endDate", end))).collect()
            }
            (_, None) => vec![tree::member(field.unwrap_or("period"), value.clone())],
        }
    }

    /// Decides between a level in words and one in numbers.
    fn rated(&mut self, list: ResumeList, members: &mut Vec<Member>) {
        let field = if list == ResumeList::Skills { "level" } else { "fluency" };
        let at = |members: &[Member], key: &str| members.iter().position(|it| it.key == key);
        let number = at(members, LEVEL).map(|at| members.remove(at).value);
        let has_keywords = at(members, "keywords").is_some();
        if let Some(words) = at(members, field).and_then(|at| members.get_mut(at))
            && list == ResumeList::Skills
            && !has_keywords
            && is_list(&words.value)
        {
            "keywords".clone_into(&mut words.key);
        }
        let Some(number) = number else { return };
        let most = match values::text(&number, " ").and_then(|it| it.as_str()?.parse().ok()) {
            // Some versions counted to ten.
            Some(number) if f64::from(MOST) < number => 2 * MOST,
            _ => MOST,
        };
        let Some(text) = level(&number, most) else { return };
        match at(members, field) {
            Some(_) => count(&mut self.levels, &number),
            None => members.push(tree::member(field, text)),
        }
    }
}

/// The key of a level in numbers, until it is known whether it is shown.
const LEVEL: &str = "levelNumber";

/// Returns the name of a field in JSON Resume.
fn name<'a>(list: ResumeList, key: &'a str, item: &Node) -> &'a str {
    match (list, key) {
        (ResumeList::Work, "company") => "name",
        (ResumeList::Work | ResumeList::Volunteer | ResumeList::Education, "description") => {
            "summary"
        }
        (ResumeList::Education, "school") => "institution",
        (ResumeList::Education, "degree") => "studyType",
        (ResumeList::Education, "grade") => "score",
        (ResumeList::Skills | ResumeList::Languages, "level") => LEVEL,
        (ResumeList::Skills, "description" | "proficiency") => "level",
        (ResumeList::Languages, "name") => "language",
        (ResumeList::Languages, "description") => "fluency",
        // Version 4 has the quotation in the summary.
        (ResumeList::References, "description") if item.get("summary").is_some() => "position",
        (ResumeList::References, "description" | "summary") => "reference",
        _ => key,
    }
}

/// Counts a value that is left out.
fn count(counted: &mut Option<(usize, Node)>, node: &Node) {
    match counted {
        Some((count, _)) => *count += 1,
        None => *counted = Some((1, node.clone())),
    }
}

fn collect<'a>(node: &'a Node, dates: &mut Vec<&'a str>) {
    for member in node.members() {
        if let Some(text) = member.value.as_str().filter(|_| PERIODS.contains(&&*member.key)) {
            dates.extend(text.split(" - ").flat_map(|text| text.split(" – ")));
        }
        if member.key != "metadata" {
            collect(&member.value, dates);
        }
    }
    node.elements().iter().for_each(|element| collect(element, dates));
}
