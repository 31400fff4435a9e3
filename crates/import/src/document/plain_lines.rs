//! The lines of plain text, and what each looks like: a heading, an item of a list, a rule.

use super::gaps::with_gaps;
use super::headings::{Match, matched};
use super::text::Text;
use super::vocabulary::{Kind, has, label};

/// The characters that begin an item of a list.
pub(super) const BULLETS: [char; 31] = [
    '•', '-', '*', '–', '—', '▪', '◦', '‣', '●', '○', '·', '∙', '→', '➢', '➤', '►', '▶', '▸', '✓',
    '✔', '✅', '■', '□', '◆', '♦', '❖', '★', '+', 'o', '§', '\u{f0b7}',
];

/// The characters that underline headings, from the highest level to the lowest.
pub(super) const UNDERLINES: [char; 3] = ['=', '-', '~'];

/// The maximum length of a heading, in characters.
pub(super) const MAX_HEADING_CHARACTERS: usize = 60;

/// A line of the file.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) text: Text,
    pub(super) plain: String,
    /// The number of columns before it.
    pub(super) indent: usize,
}

/// Whether lines are an unmarked heading: one short line that is not a sentence.
pub(super) fn is_heading(lines: &[Written]) -> bool {
    let [line] = lines else { return false };
    let text = line.plain.as_str();
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && bullet(line).is_none()
        && !text.ends_with(['.', ',', ';', '!', '?'])
        && !text.contains(['•', '·', '|', '@', '\t'])
}

/// Whether a paragraph begins with a line that names a section of a CV.
pub(super) fn is_known(lines: &[Written]) -> bool {
    let Some(line) = lines.first() else { return false };
    let text = line.plain.trim_end_matches([':', '：']);
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && !text.contains(['\t', '@', '|', ':', ',', '.'])
        && matched(text).is_some_and(|Match { is_whole, .. }| is_whole)
        && bullet(line).is_none()
}

/// Whether a line is a heading though other lines are beside it: it has one or two words.
pub(super) fn is_alone(line: &Written, next: Option<&Written>) -> bool {
    let is_upper = line.plain.chars().next().is_some_and(|c| !c.is_lowercase());
    is_upper && line.plain.split_whitespace().count() <= 4 && next.is_some()
}

/// Whether a paragraph begins with a heading in capitals. Alone below the name, such a line is the
/// headline.
pub(super) fn is_capital(index: usize, lines: &[Written]) -> bool {
    let Some(line) = lines.first() else { return false };
    let letters = || line.plain.chars().filter(|c| c.is_alphabetic());
    let is_plain = |c: char| c.is_alphabetic() || c.is_whitespace() || "&/-:'’()".contains(c);
    (index > 1 || lines.len() > 1)
        && line.plain.chars().count() <= MAX_HEADING_CHARACTERS
        && letters().count() > 2
        && letters().all(char::is_uppercase)
        && line.plain.chars().all(|c| is_plain(c) && c != '\t')
}

/// Returns the level of a heading that begins a paragraph, if it is underlined.
pub(super) fn underlined(lines: &[Written]) -> Option<u8> {
    let [_, line, ..] = lines else { return None };
    let mut marks = line.plain.chars();
    let mark = marks.next().filter(|_| line.plain.len() > 2)?;
    let level = (1..).zip(UNDERLINES).find(|(_, underline)| *underline == mark)?.0;
    marks.all(|other| other == mark).then_some(level)
}

/// Whether a line is only drawn.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().count() > 2 && text.chars().all(|c| "-=_*~—–─━═#.•－＝＊…· ".contains(c))
}

/// Returns the item of a line with a bullet.
pub(super) fn bullet(line: &Written) -> Option<Text> {
    let rest = line.plain.strip_prefix(BULLETS)?;
    let is_item = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    is_item.then(|| line.text.part(line.plain.len() - rest.len()..line.plain.len()))
}

/// Returns the number of a line `1. …` or `1) …`, and its item.
pub(super) fn numbered(line: &Written) -> Option<(u64, Text)> {
    let end = line.plain.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..4).contains(end))?;
    let (number, rest) = line.plain.split_at(end);
    let after = rest.strip_prefix(['.', ')'])?;
    let is_item = after.starts_with(char::is_whitespace) && !after.trim().is_empty();
    let number = number.parse().ok().filter(|_| is_item)?;
    Some((number, line.text.part(end + 1..line.plain.len())))
}

/// Returns a line in which dots or dashes between two columns are space.
fn without_leaders(line: &str) -> String {
    let is_leader = |word: &str| {
        word.len() > 3 && ['.', '-', '_'].iter().any(|sign| word.chars().all(|c| c == *sign))
    };
    let has_words = line.split_whitespace().any(|word| !is_leader(word));
    if !has_words || !line.split(' ').any(is_leader) {
        return line.to_owned();
    }
    let words = line.split(' ').map(|word| if is_leader(word) { "  " } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns a line without a rule at its end: `SKILLS -------`.
pub(super) fn without_rule(line: &str) -> &str {
    let rest = line.trim_end_matches(['-', '=', '_', '*', '—', '─']);
    let is_rule = line.len() > rest.len() + 3 && rest.ends_with(char::is_whitespace);
    if is_rule { rest.trim_end() } else { line }
}

/// Splits a line into a heading in capitals and the text beside it.
pub(super) fn beside(line: &Written) -> Option<(Written, Written)> {
    let at = line.plain.find('\t')?;
    let part = |from: usize, to: usize| {
        let text = line.text.part(from..to);
        Written { plain: text.plain(), text, indent: line.indent }
    };
    let (heading, rest) = (part(0, at), part(at, line.plain.len()));
    let is_upper = heading.plain.chars().all(|c| !c.is_lowercase());
    (is_upper && is_known(std::slice::from_ref(&heading))).then_some((heading, rest))
}

pub(super) fn paragraphs(source: &str) -> Vec<Vec<Written>> {
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        // Lines around a text are drawn with signs of their own.
        let is_drawn = |c: char| c.is_whitespace() || ('\u{2500}'..='\u{257f}').contains(&c);
        let trimmed = line.trim_matches(is_drawn);
        let is_rule = trimmed.is_empty() && !line.trim().is_empty();
        let trimmed = if is_rule { "---" } else { without_rule(trimmed) };
        let start = at + (line.len() - line.trim_start_matches(is_drawn).len()).min(line.len() - 1);
        at += line.len();
        if trimmed.is_empty() {
            paragraphs.push(Vec::new());
            continue;
        }
        if is_rule {
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace());
        let indent = indent.map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let clean: String = trimmed.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let plain = with_gaps(&without_leaders(&clean));
        let mut text = Text::of(&plain, start..start + trimmed.len());
        text.is_broken = true;
        let written = Written { text, plain, indent };
        // A heading may be in a column of its own, beside its text.
        let (heading, written) = match beside(&written) {
            Some((heading, rest)) => (Some(heading), rest),
            None => (None, written),
        };
        if let Some(heading) = heading {
            paragraphs.push(vec![heading]);
            paragraphs.push(Vec::new());
        }
        if let Some(last) = paragraphs.last_mut() {
            last.push(written);
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

/// Whether a line is one word that can be a part of a name.
pub(super) fn is_word(line: &Text) -> bool {
    let plain = line.plain();
    let mut letters = plain.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|c| c.is_alphabetic() || "-'’".contains(c))
        && plain.chars().skip(1).any(char::is_lowercase)
        && matched(&plain).is_none()
        && !has(&plain, Kind::Job)
        && !has(&plain, Kind::Place)
        && label(&plain).is_none()
}
