//! What a profile cannot hold of an imported file is left out, so that a résumé builds whatever is
//! in it.

use crate::tree;
use perfil_model::profile::Profile;
use perfil_source::{Context, Node, Path, Problem, Severity, Step, Value, privacy, redact, reveal};
use std::collections::BTreeSet;
use std::ops::Range;

/// How often a profile is read again, because what is left out may have hidden something else.
const ROUNDS: usize = 8;

/// Leaves out what cannot be read, and returns a warning for each. What is wrong in the part that is
/// in the native format stays an error.
pub(super) fn mend(profile: &mut Node, native: Option<&Range<usize>>) -> Vec<Problem> {
    let mut report = Vec::new();
    let is_native = |problem: &Problem| {
        let place = problem.span.as_ref().map(|span| span.start);
        native.zip(place).is_some_and(|(native, place)| native.contains(&place))
    };
    for _ in 0..ROUNDS {
        let mut found = problems(&reveal(profile.clone()));
        found.retain(|problem| !is_native(problem));
        // Later elements of a list are removed first, so that the earlier ones keep their numbers.
        found.sort_by(|a, b| b.path.cmp(&a.path));
        found.dedup_by(|a, b| a.path == b.path);
        if found.is_empty() {
            break;
        }
        for problem in found {
            if remove(profile, &problem.path.0) {
                let message = format!("{}, so it is left out", problem.message);
                report.push(Problem { severity: Severity::Warning, message, ..problem });
            }
        }
    }
    hide(profile, &is_native);
    report
}

/// Makes what cannot stand without its private parts private as a whole.
fn hide(profile: &mut Node, is_native: &impl Fn(&Problem) -> bool) {
    for _ in 0..ROUNDS {
        let found = problems(&redact(profile.clone()));
        let starts: BTreeSet<(Vec<String>, usize)> = found
            .iter()
            .filter(|problem| !problem.path.0.is_empty() && !is_native(problem))
            .filter_map(|problem| Some((keys(&problem.path), problem.span.as_ref()?.start)))
            .collect();
        if starts.is_empty() || !wrap(profile, &mut Vec::new(), &starts) {
            break;
        }
    }
}

fn problems(node: &Node) -> Vec<Problem> {
    let mut context = Context::default();
    Profile::read(node, &mut context);
    context.finish().0.into_iter().filter(Problem::is_error).collect()
}

fn keys(path: &Path) -> Vec<String> {
    let key = |step: &Step| match step {
        Step::Key(key) => Some(key.clone()),
        Step::Index(_) => None,
    };
    path.0.iter().filter_map(key).collect()
}

/// Wraps the public elements of lists that are at one of these places.
fn wrap(node: &mut Node, keys: &mut Vec<String>, starts: &BTreeSet<(Vec<String>, usize)>) -> bool {
    let mut has_wrapped = false;
    match &mut node.value {
        Value::Object(members) => {
            for member in members {
                keys.push(member.key.clone());
                has_wrapped |= wrap(&mut member.value, keys, starts);
                keys.pop();
            }
        }
        Value::Array(elements) => {
            for element in elements.iter_mut().filter(|element| !privacy::hides(element)) {
                if starts.contains(&(keys.clone(), element.span.start)) {
                    *element = privacy::wrap(element.clone());
                    has_wrapped = true;
                } else {
                    has_wrapped |= wrap(element, keys, starts);
                }
            }
        }
        _ => {}
    }
    has_wrapped
}

/// Removes the value at a path, in which private values count as if they were public.
fn remove(node: &mut Node, path: &[Step]) -> bool {
    if privacy::wrapped(node).is_some() {
        let Value::Object(members) = &mut node.value else { return false };
        return members.first_mut().is_some_and(|member| remove(&mut member.value, path));
    }
    let Some((step, rest)) = path.split_first() else { return false };
    match (&mut node.value, step) {
        (Value::Object(members), Step::Key(key)) => {
            let Some(index) = members.iter().rposition(|member| member.key == *key) else {
                return false;
            };
            if rest.is_empty() {
                members.remove(index);
                return true;
            }
            let first = members.iter().position(|member| member.key == *key).unwrap_or(index);
            members.get_mut(first).is_some_and(|member| remove(&mut member.value, rest))
        }
        (Value::Array(elements), Step::Index(index)) => {
            if rest.is_empty() {
                let is_there = *index < elements.len();
                if is_there {
                    elements.remove(*index);
                }
                return is_there;
            }
            elements.get_mut(*index).is_some_and(|element| remove(element, rest))
        }
        _ => false,
    }
}

/// Marks as private what a foreign file hides from readers in any way.
pub(super) fn with_marks(node: Node) -> Node {
    marked(node, true)
}

fn marked(node: Node, is_root: bool) -> Node {
    let Node { value, span } = node;
    let value = match value {
        Value::Object(members) => {
            let mark = members.iter().find(|member| {
                member.key != privacy::PRIVATE && crate::omit::hides(&member.key, &member.value)
            });
            let mark = mark.filter(|_| !is_root).map(|mark| {
                let value = Node { value: Value::Bool(true), span: mark.value.span.clone() };
                tree::member(privacy::PRIVATE, value)
            });
            let has_mark = members.iter().any(|member| member.key == privacy::PRIVATE);
            let members = members.into_iter().map(|member| perfil_source::Member {
                value: marked(member.value, false),
                ..member
            });
            let mark = mark.filter(|_| !has_mark);
            Value::Object(mark.into_iter().chain(members).collect())
        }
        Value::Array(elements) => {
            Value::Array(elements.into_iter().map(|element| marked(element, false)).collect())
        }
        other => other,
    };
    Node { value, span }
}
