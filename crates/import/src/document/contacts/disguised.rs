//! Finds e-mail addresses that people write so that no program reads them, or with a space in them:
//! `mira [at] example [dot] org`, `mira@example .org`.

use super::{email, overlap};
use perfil_text::is_dense;
use std::ops::Range;

/// What stands for the sign between the user and the host.
const AT: [&str; 8] = ["[at]", "(at)", "{at}", "<at>", "[@]", "(@)", " at ", "@"];

/// What stands for a dot of the host.
const DOTS: [&str; 4] = ["[dot]", "(dot)", "{dot}", " dot "];

/// The most letters of the last part of a host before which a space is a mistake.
const MAX_TOP: usize = 4;

/// Returns the addresses in a text, each with its position.
pub(super) fn disguised(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    if !text.contains(['@', '(', '[', '{', '<']) && !text.contains(DOTS[3]) {
        return found;
    }
    let lower = text.to_ascii_lowercase();
    for sign in AT {
        for (at, _) in lower.match_indices(sign) {
            let address = match sign {
                "@" => with_space(text, at),
                _ => around(text, &lower, at, sign),
            };
            let Some((range, address)) = address else { continue };
            let is_new = !found.iter().any(|(it, _)| overlap(it, &range));
            if is_new && email(&address).is_some() {
                found.push((range, address));
            }
        }
    }
    found
}

/// Returns the address around a sign that stands for `@`.
fn around(text: &str, lower: &str, at: usize, sign: &str) -> Option<(Range<usize>, String)> {
    let before = text.get(..at)?.trim_end();
    let user = user(before)?;
    let start = before.len() - user.len();
    let mut end = at + sign.len();
    end += leading_spaces(text.get(end..)?);
    let mut host = String::new();
    let mut has_disguise = false;
    loop {
        let word = host_word(text.get(end..)?)?;
        host.push_str(word);
        end += word.len();
        let rest = lower.get(end..)?;
        let spaces = leading_spaces(rest);
        let dot = DOTS.iter().find(|dot| {
            let from = if dot.starts_with(' ') { 0 } else { spaces };
            rest.get(from..).is_some_and(|rest| rest.starts_with(**dot))
        });
        let length = match dot {
            Some(dot) if dot.starts_with(' ') => dot.len(),
            Some(dot) => {
                let length = spaces + dot.len();
                length + leading_spaces(rest.get(length..)?)
            }
            None if rest.starts_with('.') => 1,
            None => break,
        };
        if rest.get(length..).and_then(host_word).is_none() {
            break;
        }
        has_disguise |= dot.is_some();
        host.push('.');
        end += length;
    }
    // `Engineer (at) Kestrel.io`, `at` is a word.
    let is_written = user.starts_with(|c: char| !c.is_uppercase()) || user.contains(['.', '_']);
    let is_sure = has_disguise || (sign != " at " && is_written);
    is_sure.then(|| (start..end, format!("{user}@{host}")))
}

/// Returns the address around `@` that has a space before the last part of its host.
fn with_space(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let user = user(text.get(..at)?)?;
    let host = host_word(text.get(at + 1..)?)?;
    let end = at + 1 + host.len();
    let top = host_word(text.get(end..)?.strip_prefix(" .")?)?;
    let after = end + 2 + top.len();
    let is_end = |c: char| c.is_whitespace() || "|,;)]".contains(c);
    let is_top = top.len() <= MAX_TOP
        && top.chars().all(|c| c.is_ascii_lowercase())
        && text.get(after..)?.chars().next().is_none_or(is_end);
    is_top.then(|| (at - user.len()..after, format!("{user}@{host}.{top}")))
}

/// Returns the user of an address at the end of a text.
fn user(before: &str) -> Option<&str> {
    let is_user =
        |c: char| (c.is_alphanumeric() && !is_dense(c)) || ".!#$%&'*+=?^_`|~-".contains(c);
    let user = before.get(before.trim_end_matches(is_user).len()..)?;
    let is_path = before.get(..before.len() - user.len())?.ends_with(['/', '@']);
    (!user.is_empty() && !is_path).then_some(user)
}

/// Returns the part of a host at the start of a text.
fn host_word(text: &str) -> Option<&str> {
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let word = text.get(..text.find(|c| !is_host(c)).unwrap_or(text.len()))?;
    (!word.is_empty()).then_some(word)
}

fn leading_spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::disguised;

    #[test]
    fn addresses_are_read_that_are_disguised_or_have_a_space() {
        for (text, range, address) in [
            ("mira.solano [at] example [dot] org", 0..34, "mira.solano@example.org"),
            ("Mail: mira (at) uni.example.org, Porto", 6..31, "mira@uni.example.org"),
            ("Mira.Solano[at]example.org", 0..26, "Mira.Solano@example.org"),
            ("mira at example dot org", 0..23, "mira@example.org"),
            ("mira[AT]example.org", 0..19, "mira@example.org"),
            ("müller [at] example [dot] org", 0..30, "müller@example.org"),
            ("MiraSolano@example .org", 0..23, "MiraSolano@example.org"),
        ] {
            assert_eq!(disguised(text), [(range, address.to_owned())], "{text}");
        }
        for text in [
            "Engineer at example.org",
            "Engineer at Kestrel .NET shop",
            "Spoke about ropes at Node .js conference",
            "Staff Engineer (at) Kestrel.io",
            "Developer [at] kestrel.io",
            "mira@example.org",
            "mira@example.org .NET developer",
            "Email: mira@example.org .Tel: +34 600 100 200",
            "mira@example.org dot matrix printer",
            "mira@example .NET developer",
            "https://example.org/meet_at_example.html",
            "We met at dot com times",
            "Developer @ example.org .NET",
            "Chief (at) large",
        ] {
            assert_eq!(disguised(text), [], "{text}");
        }
    }
}
