//! Finds e-mail addresses that people write so that no program reads them, or with a space in them:
//! `mira [at] example [dot] org`, `mira@example .org`.

use super::email;
use std::ops::Range;

/// What stands for the sign between the user and the host, and whether it is one only before a dot that is disguised,
/// too: `at` is also a word.
const AT: [(&str, bool); 9] = [
    ("[at]", false),
    ("(at)", false),
    ("{at}", false),
    ("<at>", false),
    ("[@]", false),
    ("(@)", false),
    ("_at_", false),
    (" at ", true),
    ("@", true),
];

/// What stands for a dot.
const DOTS: [&str; 6] = ["[dot]", "(dot)", "{dot}", " dot ", "_dot_", " ."];

/// Returns the addresses in a text, each with its position.
pub(super) fn disguised(text: &str) -> Vec<(Range<usize>, String)> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for (sign, is_weak) in AT {
        for (at, _) in lower.match_indices(sign) {
            let Some((range, address, has_disguise)) = around(text, &lower, at, sign.len()) else {
                continue;
            };
            let is_new = !found.iter().any(|(it, _)| it.start < range.end && range.start < it.end);
            if is_new && (has_disguise || !is_weak) && email(&address).is_some() {
                found.push((range, address));
            }
        }
    }
    found
}

/// Returns the address around a sign, and whether it has a dot that is disguised.
fn around(
    text: &str,
    lower: &str,
    at: usize,
    length: usize,
) -> Option<(Range<usize>, String, bool)> {
    let is_user = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let before = text.get(..at)?.trim_end();
    let spaces = |text: &str| leading_spaces(text) > 0;
    // `Developer @ example.org` is no address.
    if text.get(at..at + length) == Some("@")
        && (before.len() < at || text.get(at + length..).is_some_and(spaces))
    {
        return None;
    }
    let user = before.len() - before.trim_end_matches(is_user).len();
    let start = before.len() - user;
    let mut host = String::new();
    let mut end = at + length;
    end += leading_spaces(text.get(end..)?);
    let mut has_disguise = false;
    loop {
        let part = text.get(end..)?;
        let is_host = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let word = part.find(|c| !is_host(c)).unwrap_or(part.len());
        if word == 0 {
            return None;
        }
        host.push_str(part.get(..word)?);
        end += word;
        let rest = lower.get(end..)?;
        let spaces = leading_spaces(rest);
        let after = rest.get(spaces..).unwrap_or_default();
        let disguise = |dot: &&&str| match dot.strip_prefix(' ') {
            Some(_) => rest.starts_with(**dot),
            None => after.starts_with(**dot),
        };
        let (length, is_disguise) = match DOTS.iter().find(disguise) {
            Some(dot) if dot.starts_with(' ') => (dot.len(), true),
            Some(dot) => (spaces + dot.len() + leading_spaces(after.get(dot.len()..)?), true),
            None if rest.starts_with('.') => (1, false),
            None => break,
        };
        let next = rest.get(length..).and_then(|it| it.chars().next());
        if !next.is_some_and(is_host) {
            break;
        }
        has_disguise |= is_disguise;
        host.push('.');
        end += length;
    }
    let address = format!("{}@{host}", text.get(start..start + user)?);
    Some((start..end, address, has_disguise))
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
            ("mira at example dot org", 0..23, "mira@example.org"),
            ("mira[AT]example.org", 0..19, "mira@example.org"),
            ("MiraSolano@example .org", 0..23, "MiraSolano@example.org"),
            ("mira_at_example.org", 0..19, "mira@example.org"),
        ] {
            assert_eq!(disguised(text), [(range, address.to_owned())], "{text}");
        }
        for text in [
            "Engineer at example.org",
            "Engineer at Example",
            "mira@example.org",
            "We met at dot com times",
            "Developer @ example.org .NET",
            "Chief (at) large",
        ] {
            assert_eq!(disguised(text), [], "{text}");
        }
    }
}
