//! The entries of a section of `RenderCV`, of which there are nine types, as entries of a résumé.

use crate::json_resume::forms::{self, Form};
use crate::json_resume::lists;
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_prose::{Block, Document, Inline};
use perfil_source::{Member, Node, privacy};

/// What the entries of a section become.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// Entries of a list of a résumé.
    Entries(&'static Form),
    /// Lines with a label each.
    Terms,
    /// Lines.
    Lines,
}

/// The keys of an entry that is one line of text.
const LINES: [&str; 3] = ["bullet", "number", "reversed_number"];

/// The longest part of a line that is read as the name of a skill, in characters and in words.
const LONGEST_SKILL: (usize, usize) = (40, 4);

/// Returns what the entries of a section become, by the keys of the first and the title of the
/// section.
pub(super) fn target(key: &str, entries: &[Node]) -> Target {
    let entries: Vec<&Node> = entries
        .iter()
        .map(|entry| privacy::wrapped(entry).unwrap_or(entry))
        .filter(|entry| !tree::is_empty(entry))
        .collect();
    let named = lists::named_by(key);
    let of = |list| Target::Entries(forms::of(list));
    let has = |key: &str| entries.first().is_some_and(|first| first.get(key).is_some());
    if has("institution") {
        return of(ResumeList::Education);
    }
    if has("company") || has("position") {
        let is_volunteering = named == Some(ResumeList::Volunteer);
        return of(if is_volunteering { ResumeList::Volunteer } else { ResumeList::Work });
    }
    if has("title") {
        return of(named
            .filter(|list| *list == ResumeList::Awards)
            .unwrap_or(ResumeList::Publications));
    }
    if has("label") {
        let list = named.filter(|list| {
            matches!(list, ResumeList::Skills | ResumeList::Languages | ResumeList::Interests)
        });
        let is_named = entries.iter().all(|entry| entry.get("details").is_none_or(is_names));
        return list.filter(|_| is_named).map_or(Target::Terms, of);
    }
    if has("name") {
        // The other lists of a résumé have no achievements.
        let has_highlights = entries.iter().any(|entry| entry.get("highlights").is_some());
        let is_kept = |list: &ResumeList| !has_highlights || list.kind() == "timeline";
        return of(named.filter(is_kept).unwrap_or(ResumeList::Projects));
    }
    Target::Lines
}

/// Whether a text consists of names with commas between them, and is no sentence.
fn is_names(details: &Node) -> bool {
    let Some(text) = details.as_str() else { return true };
    let is_name = |part: &str| {
        let part = without_brackets(part);
        let part = part.trim();
        !part.is_empty()
            && part.chars().count() <= LONGEST_SKILL.0
            && part.split_whitespace().count() <= LONGEST_SKILL.1
            && !part.starts_with("and ")
            && part.contains(char::is_alphanumeric)
            && !part.ends_with(['.', '!', '?'])
    };
    !text.contains([';', '\n', '[']) && parts(text).iter().all(|part| is_name(part))
}

/// Returns the parts of a text between commas that are not in brackets.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut is_separator = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    text.split(&mut is_separator).map(str::trim).collect()
}

fn without_brackets(text: &str) -> String {
    match text.split_once('(') {
        Some((before, rest)) => {
            before.to_owned() + rest.rsplit_once(')').map_or("", |(_, after)| after)
        }
        None => text.to_owned(),
    }
}

/// Returns an entry with the names of a résumé for its keys.
pub(super) fn renamed(form: &Form, entry: &Node) -> Node {
    if entry.members().is_empty() {
        return entry.clone();
    }
    let mut members: Vec<Member> = Vec::new();
    for member in entry.members().iter().filter(|member| !tree::is_empty(&member.value)) {
        let renamed =
            |key: &str, value: Node| Member { key: key.to_owned(), value, ..member.clone() };
        match (form.list, member.key.as_str()) {
            (ResumeList::Publications, "authors") if line(&member.value).is_some() => {}
            (ResumeList::Publications, "doi") if member.value.as_str().is_some() => {}
            (_, "summary" | "url") => {}
            // People write a link there, which the entry has as its address.
            (_, "date") if is_link(&member.value) => {}
            (ResumeList::Languages, "label") => {
                members.push(renamed("language", member.value.clone()));
            }
            (ResumeList::Languages, "details") => {
                members.push(renamed("fluency", member.value.clone()));
            }
            (ResumeList::Interests, "label") => members.push(renamed("name", member.value.clone())),
            (ResumeList::Skills | ResumeList::Interests, "details") => {
                members.push(renamed("keywords", keywords(&member.value)));
            }
            _ => members.push(member.clone()),
        }
    }
    let links = links(entry.members());
    publication(form, entry, links, &mut members);
    tree::object(members, entry.span.clone())
}

fn keywords(details: &Node) -> Node {
    let Some(text) = details.as_str() else { return details.clone() };
    let span = details.span.clone();
    let parts = parts(text).into_iter().filter(|part| !part.is_empty());
    tree::list(parts.map(|part| tree::text(part, span.clone())).collect(), span.clone())
}

/// Adds the address and the summary, with what can only be said there: who wrote a publication, and
/// further links.
fn publication(
    form: &Form,
    entry: &Node,
    mut links: Vec<(String, Node)>,
    members: &mut Vec<Member>,
) {
    let of = |key: &str| entry.members().iter().find(|member| member.key == key);
    let is_publication = form.list == ResumeList::Publications;
    let mut notes: Vec<Node> = Vec::new();
    if is_publication {
        notes.extend(of("authors").and_then(|authors| line(&authors.value)));
    }
    let doi = of("doi").filter(|_| is_publication).and_then(|doi| {
        let text = doi.value.as_str()?;
        Some((
            text.to_owned(),
            tree::text(format!("https://doi.org/{text}"), doi.value.span.clone()),
        ))
    });
    links.splice(0..0, doi);
    if let Some(url) = of("url").filter(|url| !tree::is_empty(&url.value)) {
        members.push(url.clone());
    } else if !links.is_empty() && form.has_details {
        let (_, url) = links.remove(0);
        members.push(tree::member("url", url));
    }
    if let Some(span) = links.first().map(|(_, url)| url.span.clone()) {
        let links = links.iter().map(|(label, url)| {
            let label = label.replace(['[', ']'], "");
            format!("[{label}](<{}>)", url.as_str().unwrap_or_default())
        });
        notes.push(tree::text(links.collect::<Vec<_>>().join(" · "), span));
    }
    let summary = of("summary").filter(|summary| !tree::is_empty(&summary.value));
    let text = summary.and_then(|summary| summary.value.as_str());
    match (notes.first().map(|note| note.span.clone()), summary) {
        (None, None) => {}
        (Some(span), None) => {
            let texts: Vec<&str> = notes.iter().filter_map(Node::as_str).collect();
            members.push(tree::member("summary", tree::text(texts.join("\n\n"), span)));
        }
        (Some(_), Some(summary)) if text.is_some() => {
            let texts = notes.iter().filter_map(Node::as_str).chain(text);
            let texts = texts.collect::<Vec<_>>().join("\n\n");
            let value = tree::text(texts, summary.value.span.clone());
            members.push(Member { value, ..summary.clone() });
        }
        (_, Some(summary)) => members.push(summary.clone()),
    }
}

/// Returns the authors on one line, if they are texts.
fn line(authors: &Node) -> Option<Node> {
    let names: Option<Vec<_>> = authors.elements().iter().map(Node::as_str).collect();
    let names = names.filter(|names| !names.is_empty())?;
    Some(tree::text(names.join(", "), authors.span.clone()))
}

/// Whether a text is a link and nothing else.
fn is_link(text: &Node) -> bool {
    let Document(blocks) = Document::parse(text.as_str().unwrap_or_default());
    matches!(blocks.as_slice(), [Block::Paragraph(inlines)] if matches!(inlines.as_slice(), [Inline::Link(_)]))
}

/// Returns the links of the texts in which a profile can have none, such as names.
fn links(members: &[Member]) -> Vec<(String, Node)> {
    let mut found = Vec::new();
    let texts = members.iter().filter(|member| {
        !["summary", "details", "highlights"].contains(&member.key.as_str())
            && member.value.as_str().is_some_and(|text| text.contains("]("))
    });
    for member in texts {
        let Document(blocks) = Document::parse(member.value.as_str().unwrap_or_default());
        for block in &blocks {
            if let Block::Paragraph(inlines) | Block::Plain(inlines) = block {
                of_inlines(inlines, &member.value, &mut found);
            }
        }
    }
    found
}

fn of_inlines(inlines: &[Inline], text: &Node, found: &mut Vec<(String, Node)>) {
    for inline in inlines {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                of_inlines(inner, text, found);
            }
            Inline::Link(link) => {
                let label = Document(vec![Block::Plain(link.content.clone())]).to_text();
                let url = link.url.clone();
                found.extend(url.map(|url| (label, tree::text(url, text.span.clone()))));
            }
            _ => {}
        }
    }
}

/// Returns the text of an entry that is a line.
pub(super) fn line_of(entry: &Node) -> &Node {
    LINES.iter().find_map(|key| entry.get(key)).unwrap_or(entry)
}
