//! Texts of formats without markup, in which people write Markdown, HTML, or signs that are neither.

mod editor;
mod entities;
mod html;
mod phrases;

use html::without_html;
use perfil_prose::Document;
use perfil_text::escape_markdown;

/// The bullets of lists that Markdown does not know.
const BULLETS: &[char] =
    &['•', '·', '●', '○', '▪', '■', '◦', '‣', '–', '—', '→', '✓', '✔', '★', '➢'];

/// Returns a text in Markdown, and whether there was HTML in it. Signs that Markdown would take for
/// marks, and that their author cannot have meant as such, become characters.
pub(crate) fn to_markdown(text: &str) -> (String, bool) {
    let (text, had_html) = without_html(text, true);
    (literal(&text), had_html)
}

/// Returns a text of a format whose texts are Markdown, and whether there was HTML in it.
pub(crate) fn of_markdown(text: &str) -> (String, bool) {
    without_html(text, true)
}

/// Returns a text of a format without markup, in Markdown: every sign is a character, and every line
/// stays one. Lines with the same bullet are a list.
pub(crate) fn of_plain(text: &str) -> (String, bool) {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let bullet = |at: usize| lines.get(at).and_then(|line| bullet(line));
    let is_item = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        bullet(at).is_some() && beside.map(bullet).any(|other| other == bullet(at))
    };
    let mut written = String::new();
    for (at, line) in lines.iter().enumerate() {
        if is_item(at) {
            // A list ends a paragraph, and begins one after it.
            let is_after_text = at > 0 && !is_item(at - 1) && !lines[at - 1].is_empty();
            let before = if is_after_text { "\n" } else { "" };
            let item = line.trim_start_matches(|c: char| Some(c) == bullet(at)).trim_start();
            written.extend([before, "- ", &escape_start(&escape_markdown(item)), "\n"]);
            continue;
        }
        let before = if at > 0 && is_item(at - 1) { "\n" } else { "" };
        let is_last = lines.get(at + 1).is_none_or(|next| next.is_empty()) || is_item(at + 1);
        let end = if is_last || line.is_empty() { "\n" } else { "  \n" };
        written.extend([before, &escape_start(&escape_markdown(line)), end]);
    }
    (written.trim_end().to_owned(), false)
}

/// Returns the sign of a list item at the start of a line.
fn bullet(line: &str) -> Option<char> {
    let mut letters = line.chars();
    let sign = letters.next().filter(|c| BULLETS.contains(c) || ['-', '*'].contains(c))?;
    (letters.next() == Some(' ')).then_some(sign)
}

/// Returns a short text of a format without markup.
pub(crate) fn verbatim(text: &str) -> (String, bool) {
    (text.to_owned(), false)
}

/// Returns a text of a format whose texts are HTML. That it has tags is no fault there.
pub(crate) fn of_html(text: &str) -> (String, bool) {
    let is_html = text.match_indices('<').any(|(at, _)| html::tag(&text[at..]).is_some());
    let markdown = if is_html { editor::to_markdown(text) } else { to_markdown(text).0 };
    (markdown, false)
}

/// Returns a short text without the tags of HTML, and whether it had any.
pub(crate) fn to_plain(text: &str) -> (String, bool) {
    let (text, had_html) = without_html(text, false);
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    let decoded = entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c));
    (decoded.trim().to_owned(), had_html)
}

/// Returns a short text without the marks of Markdown and the tags of HTML, and whether it had tags.
pub(crate) fn without_markdown(text: &str) -> (String, bool) {
    let (markdown, had_html) = to_markdown(text);
    (Document::parse(&markdown).to_text(), had_html)
}

/// Returns a short text of a format whose longer texts are HTML, without tags.
pub(crate) fn plain_of_html(text: &str) -> (String, bool) {
    (to_plain(text).0, false)
}

/// Escapes the signs that are no marks.
fn literal(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_alone = lines.iter().filter(|line| !line.trim().is_empty()).count() == 1;
    let mut written: Vec<String> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let start = line.trim_start();
        let line = if is_alone || is_lone_sign(start, &lines) || is_definition(start, text) {
            escape_start(start)
        } else {
            (*line).to_owned()
        };
        let is_bullet = |line: &&str| line.trim_start().starts_with(BULLETS);
        let breaks = lines.get(index + 1).is_some_and(is_bullet) && !line.trim().is_empty();
        written.push(escape_inner(&line) + if breaks && !line.ends_with("  ") { "  " } else { "" });
    }
    written.join("\n")
}

/// Whether a line starts with a sign before a number, and no other line has the same.
fn is_lone_sign(line: &str, lines: &[&str]) -> bool {
    let mut letters = line.chars();
    let (sign, space) = (letters.next(), letters.next());
    let number = letters.find(|c| *c != ' ').is_some_and(|c| c.is_ascii_digit());
    let is_sign =
        sign.is_some_and(|c| ['>', '-', '+'].contains(&c)) && space == Some(' ') && number;
    let same = |other: &&&str| other.trim_start().chars().next() == sign;
    is_sign && lines.iter().filter(same).count() == 1
}

/// Whether a line only says what a link elsewhere in the text leads to, and there is no such link.
fn is_definition(line: &str, text: &str) -> bool {
    let label =
        line.strip_prefix('[').and_then(|rest| rest.split_once("]:")).map(|(label, _)| label);
    label.is_some_and(|label| text.matches(&format!("[{label}]")).count() < 2)
}

/// Escapes what Markdown would read as a block at the start of a line.
fn escape_start(line: &str) -> String {
    let line = line.trim_end();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = &line[digits..];
    if digits > 0 && (after.starts_with(". ") || after.starts_with(") ")) {
        return format!("{}\\{after}", &line[..digits]);
    }
    let is_marker = |sign: char| {
        let rest = line.trim_start_matches(sign);
        rest.len() < line.len() && (rest.is_empty() || rest.starts_with([' ', '\t']))
    };
    let is_rule = line.len() > 2 && line.chars().all(|c| "-*_ =".contains(c));
    let is_definition = line.starts_with('[') && line.contains("]:");
    let is_fence = line.starts_with("~~~");
    let is_block = ['-', '+', '*', '#'].into_iter().any(is_marker)
        && (line.starts_with('#') || line.get(1..2) == Some(" ") || line.len() == 1);
    if is_block || line.starts_with('>') || is_rule || is_definition || is_fence {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Escapes signs within words: `__init__`, `2*3*4`.
fn escape_inner(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let at = |index: usize| chars.get(index).copied();
    let (mut written, mut index, mut is_code) = (String::new(), 0, false);
    while let Some(c) = at(index) {
        is_code ^= c == '`';
        let before = index.checked_sub(1).and_then(at);
        let is_product = c == '*'
            && before.is_some_and(|c| c.is_ascii_digit())
            && at(index + 1).is_some_and(|c| c.is_ascii_digit());
        if !is_code && c == '_' && before.is_none_or(|c| !c.is_alphanumeric() && c != '_') {
            let length = special_name(&chars[index..]);
            if length > 0 {
                let name: String = chars[index..index + length].iter().collect();
                written.push_str(&name.replace('_', "\\_"));
                index += length;
                continue;
            }
        }
        if is_product && !is_code {
            written.push('\\');
        }
        written.push(c);
        index += 1;
    }
    written
}

/// Returns the length of a name such as `__init__` at the start, or 0.
fn special_name(chars: &[char]) -> usize {
    let length = chars
        .iter()
        .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || **c == '_')
        .count();
    let name: String = chars.iter().take(length).collect();
    let ends = chars.get(length).is_none_or(|c| !c.is_alphanumeric());
    let is_special = name.starts_with("__") && name.ends_with("__") && name.len() > 4;
    if is_special && ends { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{of_plain, to_markdown, to_plain, without_markdown};
    use perfil_prose::Document;

    #[test]
    fn signs_that_are_no_marks_are_characters() {
        for text in [
            "> 100 users",
            "- 20 % cost",
            "+ 5 points",
            "* 3 teams",
            "# of users: 5",
            "1. place in a contest",
            "Maintained __init__",
            "2*3*4",
            "[GitHub]: https://github.com/ada/x",
            "---",
            ">100 users",
        ] {
            let (markdown, had_html) = to_markdown(text);
            assert_eq!(Document::parse(&markdown).to_text(), text);
            assert!(!had_html);
        }
    }

    #[test]
    fn plain_text_has_no_markup() {
        for (text, lines) in [
            ("2*3*4 and __init__", vec!["2*3*4 and __init__"]),
            (
                "# 1 in sales\n1. first\n3. third\n> quoted\n<b>bold</b> & 5 < 6",
                vec!["# 1 in sales", "1. first", "3. third", "> quoted", "<b>bold</b> & 5 < 6"],
            ),
            ("Did:\n• one\n• two\n\nThen\nmore", vec!["Did:", "one", "two", "Then", "more"]),
            ("- 20 % cost", vec!["- 20 % cost"]),
            ("[a]: https://a.example", vec!["[a]: https://a.example"]),
        ] {
            assert_eq!(Document::parse(&of_plain(text).0).lines(), lines, "{}", of_plain(text).0);
        }
        assert_eq!(of_plain("Did:\n• one\n• two").0, "Did:\n\n- one\n- two");
    }

    #[test]
    fn markdown_stays_markdown() {
        for text in [
            "**Led** a [team](https://a.example)",
            "Did:\n\n- one\n- two",
            "See [a].\n\n[a]: https://a.example",
            "Vec<T> and `<b>` and __bold words__",
            "> a\n> b",
        ] {
            assert_eq!(to_markdown(text).0, text);
        }
    }

    #[test]
    fn lines_with_bullets_stay_lines() {
        let (markdown, _) = to_markdown("Did:\n• one\n• two");
        assert_eq!(Document::parse(&markdown).lines(), ["Did:", "• one", "• two"]);
    }

    #[test]
    fn names_in_markdown_are_read_without_it() {
        for (markdown, plain) in [
            ("*Lead* developer", "Lead developer"),
            ("[Kestrel](https://kestrel.example) (now Cometa)", "Kestrel (now Cometa)"),
            ("**Bold** Co", "Bold Co"),
            ("C# and C++", "C# and C++"),
            ("# of users", "# of users"),
            ("1. FC Köln", "1. FC Köln"),
            ("Maintainer of __init__", "Maintainer of __init__"),
        ] {
            assert_eq!(without_markdown(markdown), (plain.to_owned(), false));
        }
    }

    #[test]
    fn html_becomes_markdown() {
        for (html, markdown) in [
            ("Work on <strong>metadata</strong><br>and more", "Work on **metadata**  \nand more"),
            ("<b>Led </b>a team", "**Led** a team"),
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
            ("<a href=\"https://a.example\">A</a>", "[A](<https://a.example>)"),
            ("<a href=\"javascript:x\">A</a>", "A"),
            ("<span style='x'>A</span> &amp; B", "A &amp; B"),
            ("if a < b and c > d", "if a < b and c > d"),
        ] {
            assert_eq!(to_markdown(html).0, markdown);
        }
        assert_eq!(to_plain("<b>R&amp;D</b>"), ("R&D".to_owned(), true));
    }
}
