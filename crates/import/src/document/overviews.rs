//! Joins an overview of jobs with the section that tells of the same jobs at length, as CVs of East Asia and of
//! consultants have them: a visitor would read each job twice.

use super::headings::normalized;
use perfil_source::{Member, Node, Value};

/// The fields that both sections may have.
const SHARED: [&str; 5] = ["name", "position", "startDate", "endDate", "location"];

/// Leaves out each overview, whose fields are added to the jobs where they are missing.
pub(super) fn joined(mut sections: Vec<Node>) -> Vec<Node> {
    let jobs: Vec<usize> =
        (0..sections.len()).filter(|at| sections.get(*at).is_some_and(is_of_jobs)).collect();
    let overview = jobs.iter().find_map(|overview| {
        let items = sections.get(*overview).map(items).filter(|items| are_short(items))?;
        let details = jobs.iter().filter(|at| *at != overview).find(|at| {
            let others = sections.get(**at).map(self::items).unwrap_or_default();
            items.iter().all(|job| others.iter().any(|other| is_same(job, other)))
        })?;
        Some((*overview, *details))
    });
    let Some((overview, details)) = overview else { return sections };
    let short: Vec<Node> = sections.get(overview).map(items).unwrap_or_default().to_vec();
    if let Some(jobs) = sections.get_mut(details).and_then(items_mut) {
        for job in jobs {
            if let Some(known) = short.iter().find(|known| is_same(known, job)) {
                complete(job, known);
            }
        }
    }
    sections.remove(overview);
    sections
}

/// Whether a section is a list of jobs.
pub(super) fn is_of_jobs(section: &Node) -> bool {
    section.get("list").and_then(Node::as_str) == Some("work")
}

/// Returns the entries of a section.
pub(super) fn items(section: &Node) -> &[Node] {
    section.get("items").map(Node::elements).unwrap_or_default()
}

fn items_mut(section: &mut Node) -> Option<&mut Vec<Node>> {
    let Value::Object(members) = &mut section.value else { return None };
    let items = members.iter_mut().find(|member| member.key == "items")?;
    match &mut items.value.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Whether jobs have nothing but what both sections may have.
fn are_short(items: &[Node]) -> bool {
    !items.is_empty()
        && items.iter().flat_map(Node::members).all(|member| SHARED.contains(&&*member.key))
}

/// Whether two jobs are the same: at one organisation, and at the same time, of which one may say more.
fn is_same(first: &Node, second: &Node) -> bool {
    let word = |node: &Node, key: &str| node.get(key).and_then(Node::as_str).map(normalized);
    let is_equal = |key: &str| word(first, key).is_some() && word(first, key) == word(second, key);
    let date = |node: &Node, key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
    let is_same_date = |key: &str| match (date(first, key), date(second, key)) {
        (Some(one), Some(other)) => one.starts_with(&other) || other.starts_with(&one),
        _ => false,
    };
    let is_end = date(first, "endDate").is_none() || date(second, "endDate").is_none();
    is_equal("name") && is_same_date("startDate") && (is_end || is_same_date("endDate"))
}

/// Adds the fields that a job lacks.
fn complete(job: &mut Node, known: &Node) {
    let missing: Vec<Member> =
        known.members().iter().filter(|it| job.get(&it.key).is_none()).cloned().collect();
    // Several positions within a job say more than one for all of it, and no end is one, too.
    let has_roles = job.get("roles").is_some();
    let is_added =
        |member: &Member| member.key == "location" || (member.key == "position" && !has_roles);
    if let Value::Object(members) = &mut job.value {
        members.extend(missing.into_iter().filter(is_added));
    }
}
