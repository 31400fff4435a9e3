//! Reads `YAMLResume` (<https://yamlresume.dev>) as a JSON Resume: its `content` has nearly the same
//! lists. How the file is set (`layouts`) is no part of a résumé, except the titles and the order
//! that its owner gave to the sections there.

mod options;

use crate::resume_tree::{ResumeTree, each, members};
use crate::{detect, json_resume, tree, values};
use options::Options;
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Problem, Value, privacy};

/// The keys about how the file is set.
const LAYOUTS: [&str; 2] = ["layouts", "layout"];

/// Whether a tree is a file of this format.
pub(super) fn is_file(node: &Node) -> bool {
    let content = node.get("content").map(|it| privacy::wrapped(it).unwrap_or(it));
    let is_known = |key: &str| key == "basics" || ResumeList::of(key).is_some();
    content.is_some_and(|content| {
        content.members().iter().any(|member| is_known(&member.key))
            || LAYOUTS.iter().any(|key| node.get(key).is_some())
    })
}

/// Returns the content as a JSON Resume, for a site in some languages. The language of the file can be
/// that of its name.
pub(super) fn resume(
    written: &Node,
    language: Option<&Tag>,
    site: &[Tag],
) -> Result<Node, Problem> {
    let whole = written.get("content").unwrap_or(written);
    let content = privacy::wrapped(whole).unwrap_or(whole);
    if !matches!(content.value, Value::Object(_)) {
        let message = format!("expected an object for \"content\", found {}", content.value);
        let remedy = "Put \"basics\", \"work\" and the other sections into \"content\".";
        return Err(Problem::error(Some(content.span.clone()), message, remedy));
    }
    let locale = [written].into_iter().chain(layouts(written)).find_map(|at| at.get("locale"));
    let stated = locale.and_then(|locale| locale.get("language"));
    let stated_tag = || stated.and_then(Node::as_str).and_then(detect::named);
    let options = Options::of(language.cloned().or_else(stated_tag), site);
    let mut resume = ResumeTree::default();
    for member in members(whole) {
        let Member { key, key_span, value } = member;
        if tree::is_empty(&value) {
            continue;
        }
        // An empty end means that something goes on, so it is no mistake.
        let value = tree::filled(&value);
        match (key.as_str(), json_resume::list_named_by(&key)) {
            ("basics", _) => resume.basics.extend(members(&value)),
            ("computed", _) => {}
            ("location", _) => {
                let value = options.place(&value);
                resume.basics.push(Member { key, key_span, value });
            }
            ("profiles", _) => {
                resume.basics.push(Member { key, key_span, value });
            }
            (_, Some(list)) => {
                let items = each(&value, &|item| match list {
                    ResumeList::Languages => options.entry(list, &spoken(item)),
                    _ => options.entry(list, item),
                });
                resume.list(list.key(), key_span, list, title(written, &key).cloned(), items);
            }
            _ => resume.others.push(Member { key, key_span, value }),
        }
    }
    let order = layouts(written).find_map(|layout| layout.get("sections")?.get("order"));
    let order = order.map(|order| order.elements().iter().filter_map(Node::as_str));
    resume.sort(&order.into_iter().flatten().collect::<Vec<_>>());
    resume.others.extend(stated.map(|it| tree::member("language", it.clone())));
    let is_other = |member: &&Member| {
        let key = member.key.as_str();
        key != "content" && !LAYOUTS.contains(&key) && (key != "locale" || stated.is_none())
    };
    resume.others.extend(written.members().iter().filter(is_other).cloned());
    Ok(resume.finish(written.span.clone()))
}

/// Returns the settings of each output of the file.
fn layouts(written: &Node) -> impl Iterator<Item = &Node> {
    let found = LAYOUTS.iter().filter_map(|key| written.get(key));
    found.flat_map(|layouts| match &layouts.value {
        Value::Array(elements) => elements.as_slice(),
        _ => std::slice::from_ref(layouts),
    })
}

/// Returns the title that the owner gave to a section.
fn title<'a>(written: &'a Node, key: &str) -> Option<&'a Node> {
    let alias = |layout: &'a Node| layout.get("sections")?.get("aliases")?.get(key);
    layouts(written).filter_map(alias).find(|title| !tree::is_empty(title))
}

/// Returns a language, with what proves how well the person speaks it beside the level.
fn spoken(item: &Node) -> Node {
    let keywords = item.get("keywords").filter(|keywords| !privacy::has_private(keywords));
    let Some(proof) = keywords.and_then(|keywords| values::text(keywords, ", ")) else {
        return item.clone();
    };
    let level = item.get("fluency").filter(|level| !tree::is_empty(level));
    let fluency = match (level, level.and_then(Node::as_str), proof.as_str()) {
        (None, _, _) => proof,
        (_, Some(level), Some(text)) => tree::text(format!("{level} ({text})"), proof.span.clone()),
        _ => return item.clone(),
    };
    let is_other = |member: &&Member| member.key != "keywords" && member.key != "fluency";
    let mut members: Vec<Member> = item.members().iter().filter(is_other).cloned().collect();
    members.push(tree::member("fluency", fluency));
    tree::object(members, item.span.clone())
}
