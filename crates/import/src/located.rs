//! The paths of problems of a file that was read as a JSON Resume with other names: the owner knows
//! only those of the file.

use perfil_source::{Node, Path, Problem, Step};

/// Gives each problem the path of its place in one of these trees, also in its message.
pub(super) fn rename(report: &mut [Problem], written: &[Node]) {
    for problem in report {
        let Some(span) = problem.span.clone() else { continue };
        let Some(tree) = written.iter().find(|tree| tree.span.contains(&span.start)) else {
            continue;
        };
        let path = path(tree, &span);
        let short = |path: &Path| path.to_string().trim_start_matches(['$', '.']).to_owned();
        let (before, after) = (short(&problem.path), short(&path));
        if !before.is_empty() {
            problem.message = problem.message.replacen(&before, &after, 1);
        }
        problem.path = path;
    }
}

/// Returns the path of what has this position, or else of the innermost value around it.
fn path(tree: &Node, span: &std::ops::Range<usize>) -> Path {
    let (mut path, mut node) = (Path::default(), tree);
    let is_start = |node: &Node| node.span.start == span.start && span.end == span.start + 1;
    while node.span != *span && (node.members().is_empty() || !is_start(node)) {
        let place = node.path_at(span.start).0.into_iter().next();
        let inner = match &place {
            Some(Step::Key(key)) => {
                // The key may occur twice, so the position decides.
                let member = node
                    .members()
                    .iter()
                    .rev()
                    .find(|member| member.key == *key && member.key_span.start <= span.start);
                member.map(|member| &member.value)
            }
            Some(Step::Index(index)) => node.elements().get(*index),
            None => None,
        };
        let (Some(step), Some(inner)) = (place, inner) else { break };
        path.0.push(step);
        node = inner;
    }
    path
}
