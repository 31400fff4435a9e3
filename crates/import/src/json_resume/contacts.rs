//! Reads the e-mail addresses and the telephone numbers of the person.

use super::basics::Read;
use super::reader::{Reader, detail};
use crate::unmapped::Unmapped;
use crate::{tree, values};
use perfil_source::{Member, Node, Path, privacy};

/// Reads an e-mail address or a telephone number; others become facts.
pub(super) fn read(
    field: &str,
    member: &Member,
    path: &Path,
    reader: &Reader,
    read: &mut Read,
    unmapped: &mut Unmapped,
) {
    let value = privacy::wrapped(&member.value).unwrap_or(&member.value);
    let is_private = privacy::wrapped(&member.value).is_some();
    let separators: &[char] = if field == "email" { &[',', ';', '|'] } else { &[] };
    let is_one = value.as_str().is_some_and(|text| text.contains('<'));
    let list = values::list(value, if is_one { &[] } else { separators });
    for element in list.elements() {
        // One of several can be private.
        let is_private = is_private || privacy::has_private(element);
        let wrap = |node: Node| if is_private { privacy::wrap(node) } else { node };
        let text = reader.text(&privacy::reveal(element.clone()), ", ", path, unmapped);
        let Some(text) = text.as_ref().and_then(values::first_text) else { continue };
        let written = text.as_str().unwrap_or_default();
        let written = if field == "email" { mailbox(written) } else { written };
        let text = wrap(tree::text(written, text.span.clone()));
        let is_new = read.members.iter().all(|member| member.key != field);
        let same = |other: &Member| other.key == field && tree::same(&other.value, &text);
        if read.members.iter().any(same) {
            continue;
        }
        if is_new && (field != "email" || is_mailbox(written)) {
            let key_span = member.key_span.clone();
            read.members.push(Member { key: field.to_owned(), key_span, value: text });
        } else {
            if field == "email" && !is_mailbox(written) {
                let message = format!("{written:?} is no e-mail address, so it is shown as a text");
                unmapped.warn(path, &element.span, message, r#"Write it as "ada@example.org"."#);
            }
            let label = if field == "email" { "email" } else { member.key.as_str() };
            let text = privacy::wrapped(&text).unwrap_or(&text).clone();
            read.facts.push(wrap(detail(label, text)));
        }
    }
}

/// Returns the address in `mailto:ada@example.org` or `Ada <ada@example.org>`.
fn mailbox(written: &str) -> &str {
    let inner = written.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    let mut written = inner.map_or(written, |(inner, _)| inner).trim();
    while let Some(rest) = written.get(..7).filter(|it| it.eq_ignore_ascii_case("mailto:")) {
        written = written[rest.len()..].trim();
    }
    written.split('?').next().unwrap_or(written)
}

fn is_mailbox(written: &str) -> bool {
    let is_word = !written.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = written.split_once('@');
    is_word
        && parts.is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        })
}
