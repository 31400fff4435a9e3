//! Reads `meta`, which is about the file: only the day of its last change is part of a profile.

use super::own;
use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::language::Date;
use perfil_source::{Member, Node, Path, Step, privacy};

/// The parts that are about the file and not the person, so no page shows them.
const ABOUT_THE_FILE: [&str; 4] = ["canonical", "version", LAST_MODIFIED, "theme"];

const LAST_MODIFIED: &str = "lastModified";

/// Returns the day of the last change, if the file states it, and reports what is not about the
/// file.
pub(super) fn read(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Member> {
    let mut changed = None;
    let mut is_private = privacy::hides(node);
    unmapped.convert(node, &mut |unmapped, node| {
        is_private |= privacy::hides(node);
        for member in node.members().iter().filter(|member| !privacy::is_mark(member)) {
            let path = below(path, Step::Key(member.key.clone()));
            if member.key == LAST_MODIFIED && changed.is_none() {
                let day = unmapped
                    .convert(&member.value, &mut |unmapped, value| day(value, &path, unmapped));
                changed = day.map(|value| Member { value, ..member.clone() });
            } else if !ABOUT_THE_FILE.contains(&member.key.as_str()) && !own::is_own(member) {
                let message =
                    format!("{path} is about the file and not the person; no page shows it");
                let remedy = "Move it out of \"meta\" if it is to be shown.";
                unmapped.warn(&path, &member.key_span, message, remedy);
            }
        }
        None
    });
    let hide = |member: Member| Member { value: privacy::wrap(member.value.clone()), ..member };
    changed.map(|member| if is_private { hide(member) } else { member })
}

/// Returns the date of a date or a time (ISO 8601), because a profile knows days.
fn day(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    if tree::is_empty(node) {
        return None;
    }
    let written = node.as_str().unwrap_or_default().trim();
    let date = written.split(['T', 't', ' ']).next().unwrap_or_default();
    let date = tree::text(date, node.span.clone());
    if Date::of(&date).is_none() {
        let message = format!("{path} is no date, so no page states when the profile was changed");
        unmapped.warn(path, &node.span, message, "Write a day: \"2021-03-15\".");
        return None;
    }
    Some(date)
}
