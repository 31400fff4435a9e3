//! Reads the values of a field, whatever their form: dates, addresses, texts and lists.

use super::markup::{Markup, Rewrite};
use super::role;
use super::shape::Shape;
use crate::dates::{self, Read, Style};
use crate::tree;
use crate::unmapped::{Unmapped, below, is_localized};
use crate::{addresses, values};
use perfil_model::language::Tag;
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// How the values of one file are read.
pub(crate) struct Reader {
    /// How its dates are written.
    pub(crate) style: Style,
    /// What its texts are written in.
    pub(crate) markup: Markup,
    /// Whether the file is our own export, whose values are exact.
    pub(crate) is_own: bool,
}

impl Reader {
    /// Reads a file whose dates have these keys.
    pub(crate) fn of<'a>(
        file: &Node,
        keys: &[&str],
        markup: Markup,
        languages: impl Iterator<Item = &'a Tag>,
    ) -> Self {
        let mut dates = Vec::new();
        collect_dates(file, keys, &mut dates);
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        Self { style: Style::of(&dates, languages.cloned().collect()), markup, is_own: false }
    }

    /// Reads our own export.
    pub(crate) fn own() -> Self {
        Self { style: Style::default(), markup: Markup::Markdown, is_own: true }
    }

    /// Reads a value; `None` if nothing of it can stand in this field. What it says then, and what
    /// the field cannot hold of it, is added to the details.
    pub(crate) fn value(
        &self,
        shape: Shape,
        value: &Node,
        path: &Path,
        details: &mut Vec<Node>,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        let value = tree::filled(value);
        if self.is_own {
            return Some(value);
        }
        unmapped.convert(&value, &mut |unmapped, value| match shape {
            Shape::Text => self.text(value, ", ", path, unmapped),
            Shape::Prose => self.prose(value, path, unmapped),
            Shape::Texts => {
                elements(values::list(value, &[',', ';']), path, unmapped, &mut |it, unmapped| {
                    self.text(it, ", ", path, unmapped)
                })
            }
            Shape::Proses => {
                elements(values::list(value, &[]), path, unmapped, &mut |it, unmapped| {
                    self.prose(it, path, unmapped)
                })
            }
            Shape::Keywords => {
                elements(values::list(value, &[',', ';']), path, unmapped, &mut |it, unmapped| {
                    values::keyword(it).and_then(|it| match it.value {
                        Value::String(_) => self.text(&it, ", ", path, unmapped),
                        _ => Some(it),
                    })
                })
            }
            Shape::Date | Shape::End => self.date(shape, value, path, details, unmapped),
            Shape::Url => {
                let url = self.url(value, path, unmapped);
                let words = words(value).filter(|_| url.is_none()).zip(path.0.last());
                if let Some((words, Step::Key(key))) = words {
                    details.push(unmapped.protected(detail(key, words)));
                }
                url
            }
            Shape::Roles => {
                let list = values::list(value, &[]);
                elements(list, path, unmapped, &mut |it, unmapped| {
                    role::read(it, path, self, details, unmapped)
                })
            }
            Shape::Native => Some(value.clone()),
        })
    }

    /// Reads a short text.
    pub(crate) fn text(
        &self,
        value: &Node,
        separator: &str,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        if self.is_own {
            return Some(value.clone());
        }
        let text = values::text(value, separator)?;
        Some(rewritten(text, self.markup.of_names(), path, unmapped))
    }

    /// Reads a text in Markdown.
    pub(crate) fn prose(&self, value: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
        if self.is_own {
            return Some(value.clone());
        }
        let text = values::text(value, "\n\n")?;
        Some(rewritten(text, self.markup.of_prose(), path, unmapped))
    }

    fn date(
        &self,
        shape: Shape,
        value: &Node,
        path: &Path,
        details: &mut Vec<Node>,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        let written = date_text(value);
        if shape == Shape::End && dates::is_now(&written) {
            return None;
        }
        let read = self.style.read(&written).or_else(|| self.part_of_period(shape, &written));
        let is_whole = read.as_ref().is_some_and(|read| read.is_whole);
        if !is_whole {
            let (what, remedy) = match &read {
                Some(Read { date, .. }) => (format!("is read as {date}"), "in short"),
                None => ("is no date that can be read".to_owned(), "exactly"),
            };
            let message = format!("{written:?} {what}, so it is shown as it is written");
            let remedy = format!("To write it {remedy}: \"2021\", \"2021-03\" or \"2021-03-15\".");
            unmapped.warn(path, &value.span, message, &remedy);
            if let Some(Step::Key(key)) = path.0.last() {
                let text = values::text(value, " ");
                details.extend(text.map(|text| unmapped.protected(detail(key, text))));
            }
        }
        read.map(|read| tree::text(read.date, value.span.clone()))
    }

    /// Reads what a text that says more than one date says of one: an end of the first or the last
    /// of its periods, or the year.
    fn part_of_period(&self, shape: Shape, written: &str) -> Option<Read> {
        let is_end = shape == Shape::End;
        let mut parts = written.split([',', ';']);
        let part = if is_end { parts.next_back() } else { parts.next() };
        let period = self.style.read_period(written);
        let period = period.or_else(|| self.style.read_period(part?));
        let found = period.map(|(start, end)| if is_end { end } else { start.or(end) });
        let read = found.unwrap_or_else(|| self.style.read_year(written))?;
        Some(Read { is_whole: false, ..read })
    }

    /// Reads a text that says from when to when something was, as the members of its two dates, and
    /// whether they are all that it says.
    pub(crate) fn period(&self, value: &Node) -> Option<(Vec<Member>, bool)> {
        let (start, end) = self.style.read_period(value.as_str()?)?;
        let is_whole = [&start, &end].into_iter().flatten().all(|read| read.is_whole);
        let member = |key: &str, read: Option<Read>| {
            read.map(|read| tree::member(key, tree::text(read.date, value.span.clone())))
        };
        let dates = [member("startDate", start), member("endDate", end)];
        Some((dates.into_iter().flatten().collect(), is_whole))
    }

    /// Reads the address of a page.
    pub(crate) fn url(&self, value: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
        if self.is_own {
            return Some(value.clone());
        }
        if privacy::has_private(value) {
            return public_url(&privacy::reveal(value.clone()), path, unmapped).map(privacy::wrap);
        }
        public_url(value, path, unmapped)
    }
}

/// Reads the address of a page, of which nothing is private.
fn public_url(value: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    // Some people write the name of a page with its address.
    let named = ["url", "href", "link"].iter().find_map(|key| value.get(key));
    let value = named.filter(|address| !tree::is_empty(address)).unwrap_or(value);
    let text = values::text(value, " ")?;
    let Some(written) = text.as_str().map(str::trim) else { return Some(text) };
    let within = addresses::within(written).map(str::to_owned);
    match within.map_or_else(|| addresses::of_page(written), Ok) {
        Ok(address) => Some(tree::text(address, value.span.clone())),
        Err(why) => {
            let message = format!("{written:?} {why}, so there is no link to it");
            let remedy = "Write a whole address: \"https://example.org/\".";
            unmapped.warn(path, &value.span, message, remedy);
            None
        }
    }
}

/// Collects the texts of the dates of a person; `meta` is about the file.
fn collect_dates(node: &Node, keys: &[&str], dates: &mut Vec<String>) {
    for member in node.members() {
        if keys.contains(&member.key.as_str()) {
            dates.push(date_text(privacy::wrapped(&member.value).unwrap_or(&member.value)));
        }
        if member.key != "meta" {
            collect_dates(&member.value, keys, dates);
        }
    }
    node.elements().iter().for_each(|element| collect_dates(element, keys, dates));
}

/// Reads each element of a list.
fn elements(
    list: Node,
    path: &Path,
    unmapped: &mut Unmapped,
    read: &mut dyn FnMut(&Node, &mut Unmapped) -> Option<Node>,
) -> Option<Node> {
    let items = list.elements().iter().enumerate().filter_map(|(index, element)| {
        let read = unmapped.convert(element, &mut |unmapped, element| read(element, unmapped));
        if read.is_none() && !tree::is_empty(element) {
            let path = below(path, Step::Index(index));
            unmapped.leave_out(&path, &element.span, "it says nothing here");
        }
        read
    });
    let items: Vec<Node> = items.collect();
    (!items.is_empty()).then(|| tree::list(items, list.span.clone()))
}

/// Returns the words that people wrote where an address is expected, which a page shows as they are.
pub(super) fn words(value: &Node) -> Option<Node> {
    let text = values::text(privacy::wrapped(value).unwrap_or(value), " ")?;
    let is_shown =
        text.as_str().is_some_and(|text| addresses::is_words(text) && text.contains(' '));
    is_shown.then_some(text)
}

/// Returns a fact with the label of a key.
pub(crate) fn detail(key: &str, text: Node) -> Node {
    let span = text.span.clone();
    let label = tree::text(perfil_source::label(key), span.clone());
    tree::object(vec![tree::member("label", label), tree::member("text", text)], span)
}

/// Returns the text of a date: a year can be a number, and a date an object of its parts.
pub(crate) fn date_text(value: &Node) -> String {
    let parts =
        ["year", "month", "day"].map(|key| value.get(key).and_then(|it| values::text(it, " ")));
    let parts: Vec<String> =
        parts.iter().flatten().filter_map(|part| part.as_str().map(str::to_owned)).collect();
    if !parts.is_empty() {
        return parts.join("-");
    }
    let text = values::text(value, " ");
    text.as_ref().and_then(Node::as_str).unwrap_or_default().to_owned()
}

/// Rewrites a text, in each of its languages, and reports HTML in it.
fn rewritten(node: Node, rewrite: Rewrite, path: &Path, unmapped: &mut Unmapped) -> Node {
    let span = node.span.clone();
    match node.value {
        Value::String(text) => {
            let (text, had_html) = rewrite(&text);
            if had_html {
                let message = "the text has tags of HTML, which are not shown";
                unmapped.warn(path, &span, message, "Write Markdown: **bold**, *italic*.");
            }
            tree::text(text, span)
        }
        Value::Object(ref members) if is_localized(&node) => {
            let each = members.iter().map(|member| Member {
                value: rewritten(member.value.clone(), rewrite, path, unmapped),
                ..member.clone()
            });
            let each = each.collect();
            tree::object(each, span)
        }
        value => Node { value, span },
    }
}
