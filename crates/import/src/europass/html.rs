//! What a text in HTML consists of: items of a list, or short names that are no prose.

use crate::rich_text::to_plain;

/// The maximum length of a name of a skill, in characters. What is longer is prose.
const MAX_NAME: usize = 60;

/// An item of a list, or a text that is one alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its text.
    pub(super) text: String,
    /// The address of its first link.
    pub(super) url: Option<String>,
}

impl Item {
    fn of(html: &str) -> Option<Self> {
        let text = to_plain(html).0.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| Self { text, url: link(html) })
    }
}

/// Returns the items of a text that is nothing but a list, or only one line.
pub(super) fn items(html: &str) -> Option<Vec<Item>> {
    let is_blank = |html: &str| to_plain(html).0.trim().is_empty();
    let mut pieces = html.split("<li");
    let before = pieces.next().unwrap_or_default();
    let mut items = Vec::new();
    for piece in pieces {
        let (_, piece) = piece.split_once('>')?;
        let (item, after) = piece.split_once("</li>").unwrap_or((piece, ""));
        if ["<ul", "<ol", "<p"].iter().any(|start| item.contains(start)) || !is_blank(after) {
            return None;
        }
        items.extend(Item::of(item));
    }
    if !items.is_empty() {
        return is_blank(before).then_some(items);
    }
    match lines(html).as_slice() {
        [line] => Some(vec![Item::of(line)?]),
        _ => None,
    }
}

/// Returns the names in a text that only lists names.
pub(super) fn names(html: &str) -> Option<Vec<String>> {
    let mut names: Vec<String> = if html.contains("<li") {
        items(html)?.into_iter().map(|item| item.text).collect()
    } else {
        let lines = lines(html);
        lines.iter().filter_map(|line| Some(Item::of(line)?.text)).collect()
    };
    if let [only] = names.as_slice() {
        let parts = only.split([',', ';', '|']).map(|part| part.trim().to_owned());
        names = parts.filter(|part| !part.is_empty()).collect();
    }
    for name in &mut names {
        *name = name.trim_start_matches(['-', '•', '·', '*', '–', ' ']).to_owned();
    }
    names.retain(|name| !name.is_empty());
    let is_name =
        |name: &String| name.chars().count() <= MAX_NAME && !name.ends_with(['.', '!', '?']);
    (!names.is_empty() && names.iter().all(is_name)).then_some(names)
}

/// Returns the lines of a text.
fn lines(html: &str) -> Vec<String> {
    let ends = ["<br>", "<br/>", "<br />", "</p>", "</div>"];
    let text = ends.iter().fold(html.to_owned(), |text, end| text.replace(end, "\n"));
    let lines = text.lines().map(str::trim).filter(|line| !to_plain(line).0.trim().is_empty());
    lines.map(str::to_owned).collect()
}

/// Returns the address of the first link.
fn link(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("href=")?;
    let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let address = rest[1..].split(quote).next()?.trim();
    address.starts_with("http").then(|| address.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Option<Vec<String>> {
        Some(items(html)?.into_iter().map(|item| item.text).collect())
    }

    fn of(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn a_list_is_its_items() {
        let editor =
            "<ol><li data-list=\"bullet\"><span class=\"ql-ui\"></span>A &amp; B</li></ol>";
        assert_eq!(texts(editor), Some(of(&["A & B"])));
        assert_eq!(
            texts("<ul>\n <li>A</li>\n <li><b>B</b>, 2019</li></ul>"),
            Some(of(&["A", "B, 2019"]))
        );
        assert_eq!(texts("<p>A line</p>"), Some(of(&["A line"])));
        for prose in [
            "<p>Two:</p><ul><li>A</li></ul>",
            "<ul><li>A<ul><li>B</li></ul></li></ul>",
            "<p>A</p><p>B</p>",
            "",
            "<ul></ul>",
            "<li",
            "<ul><li>A</li></ul>and",
        ] {
            assert_eq!(texts(prose), None, "{prose}");
        }
        let linked = items("<ul><li><a href=\"https://a.example/?b&amp;c\">A</a></li></ul>");
        let url = Some("https://a.example/?b&c".to_owned());
        assert_eq!(linked, Some(vec![Item { text: "A".into(), url }]));
    }

    #[test]
    fn names_are_no_sentences() {
        assert_eq!(names("<p>Rust, Go; SQL</p>"), Some(of(&["Rust", "Go", "SQL"])));
        assert_eq!(names("- Rust\n- Go"), Some(of(&["Rust", "Go"])));
        assert_eq!(names("<ul><li>Rust</li><li>Go</li></ul>"), Some(of(&["Rust", "Go"])));
        assert_eq!(names("<p>I gained good skills while I led a team.</p>"), None);
        assert_eq!(names(""), None);
    }
}
