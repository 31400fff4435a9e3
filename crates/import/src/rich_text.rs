//! Texts of formats without markup, in which people write Markdown, HTML, or signs that are neither.

/// The elements of HTML that people write into a résumé.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];

/// The bullets of lists that Markdown does not know.
const BULLETS: &[char] =
    &['•', '·', '●', '○', '▪', '■', '◦', '‣', '–', '—', '→', '✓', '✔', '★', '➢'];

/// A tag of HTML in a text.
struct Tag<'a> {
    name: String,
    is_end: bool,
    attributes: &'a str,
    /// The length of the tag in the text.
    length: usize,
}

/// Returns a text in Markdown, and whether there was HTML in it. Signs that Markdown would take for
/// marks, and that their author cannot have meant as such, become characters.
pub(crate) fn to_markdown(text: &str) -> (String, bool) {
    let (text, had_html) = without_html(text, true);
    (literal(&text), had_html)
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

fn without_html(text: &str, is_markdown: bool) -> (String, bool) {
    let (mut written, mut rest, mut had_html) = (String::new(), text, false);
    let mut links: Vec<Option<&str>> = Vec::new();
    while let Some(start) = rest.find(['<', '`']) {
        written.push_str(&rest[..start]);
        rest = &rest[start..];
        // Code is literal.
        if let Some(after) = rest.strip_prefix('`') {
            let end = after.find('`').map_or(1, |end| end + 2);
            written.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let Some(tag) = tag(rest) else {
            written.push('<');
            rest = &rest[1..];
            continue;
        };
        had_html = true;
        rest = &rest[tag.length..];
        if is_markdown {
            mark(&tag, &mut links, &mut written);
        } else if matches!(tag.name.as_str(), "br" | "p" | "li" | "div") && !written.is_empty() {
            written.push(' ');
        }
    }
    written.push_str(rest);
    if had_html { (tidy(&written), true) } else { (written, false) }
}

/// Parses the tag at the start of a text.
fn tag(text: &str) -> Option<Tag<'_>> {
    let end = text.find('>')?;
    let inner = &text[1..end];
    let (inner, is_end) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(length);
    let name = name.to_ascii_lowercase();
    let is_known = ELEMENTS.contains(&name.as_str());
    let goes_on = attributes.chars().next().is_none_or(|c| c.is_whitespace() || c == '/');
    (is_known && goes_on).then_some(Tag { name, is_end, attributes, length: end + 1 })
}

/// Writes the Markdown of a tag.
fn mark<'a>(tag: &Tag<'a>, links: &mut Vec<Option<&'a str>>, written: &mut String) {
    let sign = match tag.name.as_str() {
        "b" | "strong" => "**",
        "i" | "em" | "cite" => "*",
        "code" | "tt" | "kbd" => "`",
        "del" | "s" | "strike" => "~~",
        "br" => return written.push_str("  \n"),
        "hr" | "p" | "div" | "ul" | "ol" | "table" | "blockquote" | "section" | "pre" | "h1"
        | "h2" | "h3" | "h4" | "h5" | "h6" | "dl" | "tr" => return written.push_str("\n\n"),
        "li" | "dt" | "dd" if !tag.is_end => return written.push_str("\n- "),
        "td" | "th" if tag.is_end => return written.push(' '),
        "a" if tag.is_end => {
            if let Some(Some(href)) = links.pop() {
                written.push_str("](<");
                written.push_str(href);
                written.push_str(">)");
            }
            return;
        }
        "a" => {
            let href = href(tag.attributes);
            links.push(href);
            return written.push_str(if href.is_some() { "[" } else { "" });
        }
        _ => return,
    };
    if tag.is_end {
        // A space before the end of emphasis would make it literal in Markdown.
        let spaces = written.len() - written.trim_end_matches(' ').len();
        written.truncate(written.len() - spaces);
        written.push_str(sign);
        written.extend(std::iter::repeat_n(' ', spaces));
    } else {
        written.push_str(sign);
    }
}

/// Returns the address of a link, if it can be published.
fn href(attributes: &str) -> Option<&str> {
    let (_, value) = attributes.split_once("href=")?;
    let quote = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let href = value[1..].split(quote).next()?.trim();
    let is_safe =
        ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
    (is_safe && !href.contains(['<', '>'])).then_some(href)
}

/// Removes the empty lines and the indentation that tags leave behind.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let line = if line.ends_with("  ") { line.trim_start() } else { line.trim() };
        let is_double = line.trim().is_empty() && lines.last().is_none_or(|last| last.is_empty());
        if !is_double {
            lines.push(if line.trim().is_empty() { "" } else { line });
        }
    }
    lines.join("\n").trim().to_owned()
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
    use super::{to_markdown, to_plain};
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
