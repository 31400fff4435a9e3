//! Splits lines into terms and texts: `**Term** - text`, `**Term:** text`, `Term: text`.

use super::outline::Line;

/// The form of a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pair {
    /// A term, a dash, a text.
    Dash(Line, Line),
    /// A term, a colon, a text.
    Colon(Line, Line),
    /// A term alone.
    Alone(Line),
    /// Any other line.
    Running,
}

/// The maximum length of a term in a line without markup, in characters.
const LONGEST: usize = 60;

impl Pair {
    /// Splits a line.
    pub(crate) fn of(line: &Line) -> Self {
        let pair = match line.text.strip_prefix("**").and_then(|rest| rest.find("**")) {
            Some(length) => marked(line, 2, 2 + length, 4 + length),
            None => untitled(line),
        };
        let (Self::Dash(term, _) | Self::Colon(term, _) | Self::Alone(term)) = &pair else {
            return pair;
        };
        // Without a term, there is nothing that the text explains.
        if term.text.is_empty() { Self::Running } else { pair }
    }

    /// Returns the term and the text, if there are both.
    pub(crate) fn both(&self) -> Option<(&Line, &Line)> {
        match self {
            Self::Dash(term, text) | Self::Colon(term, text) => Some((term, text)),
            Self::Alone(_) | Self::Running => None,
        }
    }
}

/// Splits a line whose term is between marks, which end at `end`.
fn marked(line: &Line, from: usize, to: usize, end: usize) -> Pair {
    let whole = line.text.len();
    let rest = &line.text[end..];
    let inner = &line.text[from..to];
    let spaces = rest.len() - rest.trim_start().len();
    let after = rest.trim_start();
    if let Some(term) = inner.strip_suffix(':') {
        return Pair::Colon(line.part(from..from + term.len()), line.part(end..whole));
    }
    let term = line.part(from..to);
    if after.is_empty() {
        return Pair::Alone(term);
    }
    if after.starts_with(':') {
        return Pair::Colon(term, line.part(end + spaces + 1..whole));
    }
    match dash(after) {
        Some(length) => Pair::Dash(term, line.part(end + spaces + length..whole)),
        None => Pair::Running,
    }
}

/// Returns the length of the dash at the start of a text.
fn dash(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| ['-', '–', '—'].contains(c))?;
    text[first.len_utf8()..].starts_with(' ').then_some(first.len_utf8())
}

fn untitled(line: &Line) -> Pair {
    let Some(at) = line.text.find(": ") else { return Pair::Running };
    let term = &line.text[..at];
    let is_term = term.chars().count() <= LONGEST && !term.contains(['.', '"', '“', '(', '[', '`']);
    if !is_term {
        return Pair::Running;
    }
    Pair::Colon(line.part(0..at), line.part(at + 1..line.text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Pair {
        Pair::of(&Line { text: text.to_owned(), span: 0..text.len() })
    }

    fn at(text: &str, start: usize) -> Line {
        Line { text: text.to_owned(), span: start..start + text.len() }
    }

    #[test]
    fn terms_are_separated_from_texts() {
        assert_eq!(of("**Rust** - fast"), Pair::Dash(at("Rust", 2), at("fast", 11)));
        assert_eq!(of("**Rust:** fast"), Pair::Colon(at("Rust", 2), at("fast", 10)));
        assert_eq!(of("Rust: fast"), Pair::Colon(at("Rust", 0), at("fast", 6)));
        assert_eq!(of("**Rust**"), Pair::Alone(at("Rust", 2)));
        for running in [
            "**Rust** is fast",
            "Rust",
            "See https://a.example/: it",
            "**Rust",
            "I said. So: no",
            ": no",
            "**:** no",
        ] {
            assert_eq!(of(running), Pair::Running, "{running}");
        }
    }
}
