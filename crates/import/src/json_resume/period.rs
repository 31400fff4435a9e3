//! Reads when an entry was.

use super::entry::Read;
use super::reader::{Reader, date_text, detail};
use crate::tree;
use crate::unmapped::Unmapped;
use perfil_model::language::Date;
use perfil_source::{Member, Node, Path, Value, privacy};

/// The keys of a text with both ends of a period.
const PERIODS: &[&str] = &["date", "dates", "period", "duration", "years", "year", "when", "time"];

/// Reads a period that is one text.
pub(super) fn of_text<'a>(entry: &'a Node, reader: &Reader, read: &mut Read<'a>) {
    for key in PERIODS {
        let Some(member) = entry.members().iter().find(|member| member.key == *key) else {
            continue;
        };
        let is_private = privacy::wrapped(&member.value).is_some();
        let value = privacy::wrapped(&member.value).unwrap_or(&member.value);
        let value = tree::text(date_text(value), value.span.clone());
        let Some((dates, is_whole)) = reader.period(&value).filter(|_| !read.used.contains(key))
        else {
            continue;
        };
        read.used.push(&member.key);
        let wrap = |member: Member| Member { value: privacy::wrap(member.value), ..member };
        read.members.extend(dates.into_iter().map(|it| if is_private { wrap(it) } else { it }));
        if !is_whole {
            let text = detail(key, value);
            read.details.push(if is_private { privacy::wrap(text) } else { text });
        }
        return;
    }
}

/// Moves the end of a period that starts after it to the details: one of the two is wrong.
pub(super) fn without_reversed_end(
    path: &Path,
    members: &mut Vec<Member>,
    details: &mut Vec<Node>,
    unmapped: &mut Unmapped,
) {
    let Some(end) = reversed_end(members) else { return };
    let end = members.remove(end);
    let message = format!("the end of {path} is before its start, so it is shown as it is written");
    let remedy = "Swap the two dates, or correct one of them.";
    unmapped.warn(path, &end.value.span, message, remedy);
    details.push(match privacy::wrapped(&end.value) {
        Some(text) => privacy::wrap(detail("endDate", text.clone())),
        None => detail("endDate", end.value),
    });
}

/// Returns an entry of our own export without the end that its page shows among its facts, because
/// the entry starts after it.
pub(super) fn without_end_among_facts(entry: Node, beside: &[Member]) -> Node {
    if let Some(inner) = privacy::wrapped(&entry) {
        return privacy::wrap(without_end_among_facts(inner.clone(), beside));
    }
    let Node { value: Value::Object(mut members), span } = entry else { return entry };
    let facts = beside.iter().filter(|member| member.key == "details");
    let mut facts = facts.flat_map(|member| member.value.elements());
    let end = reversed_end(&members).and_then(|at| members.get(at));
    if end
        .is_some_and(|end| facts.any(|fact| tree::same(fact, &detail(&end.key, end.value.clone()))))
    {
        members.retain(|member| member.key != "endDate");
    }
    tree::object(members, span)
}

/// Returns the place of the end of a period that starts after it.
fn reversed_end(members: &[Member]) -> Option<usize> {
    let at = |key: &str| members.iter().position(|member| member.key == key);
    let date = |at: usize| {
        let value = &members.get(at)?.value;
        Date::of(privacy::wrapped(value).unwrap_or(value))
    };
    let end = at("endDate")?;
    date(at("startDate")?)?.is_after(date(end)?).then_some(end)
}
