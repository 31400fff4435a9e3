//! Phrases of rich text, with their styles, as Markdown.

/// Signs that end and begin a phrase. Next to a letter, Markdown reads no emphasis from them.
const CLOSING: &[char] = &[':', ';', ',', '.', '!', '?', ')', '…', '»', '”', '"', '\''];
const OPENING: &[char] = &['(', '«', '“', '"', '\'', '¿', '¡'];

/// How a phrase is set, as counts of the open elements.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Style {
    pub(super) strong: usize,
    pub(super) emphasis: usize,
    pub(super) deleted: usize,
    pub(super) code: usize,
    pub(super) address: Option<String>,
}

impl Style {
    /// Returns the marks before a phrase, outermost first.
    fn marks(&self) -> Vec<&'static str> {
        let all = [(self.deleted, "~~"), (self.strong, "**"), (self.emphasis, "*")];
        all.into_iter().filter(|(count, _)| *count > 0).map(|(_, mark)| mark).collect()
    }
}

/// Returns the phrases of a paragraph, with the marks of their styles.
pub(super) fn paragraph(phrases: &[(Style, String)]) -> String {
    let mut merged: Vec<(Style, String)> = Vec::new();
    for (style, text) in phrases {
        match merged.last_mut() {
            Some((last, before)) if last == style => before.push_str(text),
            _ => merged.push((style.clone(), text.clone())),
        }
    }
    let mut written = String::new();
    for (index, (style, text)) in merged.iter().enumerate() {
        let after = merged.get(index + 1);
        let before = index.checked_sub(1).and_then(|before| merged.get(before));
        let is_same = |other: Option<&(Style, String)>| {
            other.is_some_and(|(other, _)| other.address == style.address)
        };
        if style.address.is_some() && !is_same(before) {
            written.push('[');
        }
        let next = after.and_then(|(_, text)| text.chars().next());
        phrase(style, text, next, &mut written);
        if let Some(address) = style.address.as_ref().filter(|_| !is_same(after)) {
            written.extend(["](<", address, ">)"]);
        }
    }
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// Writes a phrase before the next character.
fn phrase(style: &Style, text: &str, next: Option<char>, written: &mut String) {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut inner = text.trim();
    let mut start = text.len() - text.trim_start().len();
    let marks = style.marks();
    if (marks.is_empty() && style.code == 0) || inner.is_empty() {
        return written.push_str(&literal(text));
    }
    if is_letter(written.chars().last()) && start == 0 {
        inner = inner.trim_start_matches(OPENING);
        start = text.len() - inner.len() - (text.len() - text.trim_end().len());
    }
    if is_letter(next) && start + inner.len() == text.len() {
        inner = inner.trim_end_matches(CLOSING);
    }
    let end = start + inner.len();
    if inner.is_empty() {
        return written.push_str(&literal(text));
    }
    written.push_str(&literal(&text[..start]));
    written.extend(marks.iter().copied());
    match style.code {
        0 => written.push_str(&literal(inner)),
        _ if inner.contains('`') => written.extend(["`` ", inner, " ``"]),
        _ => written.extend(["`", inner, "`"]),
    }
    written.extend(marks.iter().rev().copied());
    written.push_str(&literal(&text[end..]));
}

/// Escapes the signs of a text that Markdown would read as marks, and no others: other programs show
/// the text as it is.
fn literal(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    let has_pair = text.matches('~').count() > 1;
    let last_link = ["](", "][", "]:"].iter().filter_map(|end| text.rfind(end)).max();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_mark = match c {
            '`' => true,
            '\\' => after.is_some_and(|c| c.is_ascii_punctuation() || c == '\n'),
            '*' => !(is_space(before) && is_space(after)),
            '_' => {
                let is_inside = is_letter(before) && is_letter(after);
                let is_alone = is_space(before) && is_space(after);
                !(is_inside || is_alone)
            }
            '~' => has_pair,
            '[' => last_link.is_some_and(|end| at < end),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '&' => {
                let name =
                    rest.bytes().take(32).take_while(|c| c.is_ascii_alphanumeric() || *c == b'#');
                rest.as_bytes().get(name.count()) == Some(&b';')
            }
            _ => false,
        };
        if is_mark {
            written.push('\\');
        }
        written.push(c);
        before = Some(c);
    }
    written
}
