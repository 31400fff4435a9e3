//! The two output styles for rich text: plain text and Markdown.

use super::block::{Block, next_mark};
use super::clean;
use perfil_text::escape_markdown;
use perfil_view::Text;
use unicode_width::UnicodeWidthStr;

/// An output style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Plain text, as terminals display and forms accept it.
    Plain,
    /// `CommonMark` with strikethrough.
    Markdown,
}

/// The width of a line of plain text, in columns.
pub(super) const WIDTH: usize = 80;

impl Style {
    /// Escapes a text so that it has no markup. At the start of a line, see [`Self::begun`].
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown => escape_markdown(text),
        }
    }

    /// Renders a text of the profile on one line.
    pub(super) fn shown(self, text: &Text) -> String {
        self.text(&clean(&text.text))
    }

    /// Escapes the start of a line so that it cannot be parsed as a block.
    pub(super) fn escape_line_start(self, line: String) -> String {
        let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let after = digits.strip_prefix(['.', ')']);
        let is_alone = after.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n']));
        let is_number = digits.len() < line.len() && is_alone;
        match self {
            Self::Markdown if line.starts_with(['#', '+', '-', '=']) => format!("\\{line}"),
            Self::Markdown if is_number => {
                format!("{}\\{digits}", &line[..line.len() - digits.len()])
            }
            _ => line,
        }
    }

    /// Removes that escape from a line that follows other text, where it is not needed.
    pub(super) fn unescape_line_start(self, line: &str) -> String {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = line.split_at(digits);
        let marks: &[char] = if digits == 0 { &['#', '+', '-', '='] } else { &['.', ')'] };
        match rest.strip_prefix('\\').filter(|rest| rest.starts_with(marks)) {
            Some(rest) if self == Self::Markdown => [number, rest].concat(),
            _ => line.to_owned(),
        }
    }

    pub(super) fn strong(self, text: &str) -> String {
        self.marked(text, "**")
    }

    pub(super) fn emphasis(self, text: &str) -> String {
        self.marked(text, "*")
    }

    pub(super) fn struck(self, text: &str) -> String {
        self.marked(text, "~~")
    }

    fn marked(self, text: &str, mark: &str) -> String {
        match self {
            Self::Markdown if !text.trim().is_empty() => format!("{mark}{text}{mark}"),
            _ => text.to_owned(),
        }
    }

    /// Renders code; `text` is not escaped.
    pub(super) fn code(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Markdown => {
                let fence = fence(text, 1);
                // A backtick next to the fence would lengthen it.
                let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
                format!("{fence}{gap}{text}{gap}{fence}")
            }
        }
    }

    /// Returns the list marker to use below these blocks.
    pub(super) fn mark(self, above: &[Block]) -> &'static str {
        match self {
            Self::Plain => "- ",
            Self::Markdown => next_mark(above),
        }
    }

    /// Renders a link; `text` is already escaped, and `url` is not.
    pub(super) fn link(self, text: &str, url: &str) -> String {
        let url = clean(url);
        let is_shown = url.split_once(':').is_some_and(|(scheme, rest)| {
            text == url || (["mailto", "tel"].contains(&scheme) && text == rest)
        });
        match self {
            Self::Plain if is_shown => text.to_owned(),
            Self::Plain => format!("{text} ({url})"),
            Self::Markdown if text == self.text(&url) && is_autolink(&url) => format!("<{url}>"),
            Self::Markdown if url.contains([' ', '(', ')', '<', '>', '\\']) => {
                let url = url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
                format!("[{text}](<{url}>)")
            }
            Self::Markdown => format!("[{text}]({url})"),
        }
    }

    /// Renders a heading; the person's name has level 1.
    pub(super) fn heading(self, text: &Text, level: usize) -> Block {
        let text = self.shown(text);
        match self {
            Self::Markdown => {
                // A trailing `#` would be parsed as the closing sequence of the heading.
                let text =
                    text.strip_suffix('#').map_or_else(|| text.clone(), |it| format!("{it}\\#"));
                Block::of(format!("{} {text}", "#".repeat(level.min(6))))
            }
            Self::Plain => {
                let line = match level {
                    1 => "=",
                    2 => "-",
                    _ => "~",
                };
                let line = line.repeat(text.width().clamp(1, WIDTH));
                Block::of(format!("{text}\n{line}"))
            }
        }
    }

    /// Returns a hard line break.
    pub(super) fn end_of_line(self) -> &'static str {
        match self {
            Self::Plain => "\n",
            Self::Markdown => "\\\n",
        }
    }
}

/// Whether a URL can be written as an autolink.
fn is_autolink(url: &str) -> bool {
    let is_known = ["http://", "https://", "mailto:", "tel:"].iter().any(|it| url.starts_with(it));
    is_known && !url.contains([' ', '<', '>'])
}

/// Returns a fence longer than any run of backticks in a text, with at least `least` backticks.
pub(super) fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser};

    /// Returns the text of a Markdown document, and the number of its elements.
    fn read(markdown: &str) -> (String, usize) {
        let options = Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES;
        let (mut text, mut parts) = (String::new(), 0);
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(_) => {}
                _ => parts += 1,
            }
        }
        (text, parts)
    }

    #[test]
    fn escaped_markdown_renders_as_the_original_text() {
        for text in [
            "# one",
            "- two",
            "1. three",
            "2) four",
            "> five",
            "---",
            "===",
            "+ six",
            "~~~ seven",
            "* * *",
            "[x]: https://a.example",
            "<b>",
            "&amp; &#60; &",
            "snake_case _so_ __init__",
            "``` eight",
            "C#",
            "a # b #",
            "\\* nine",
            "![x](y)",
            "5 * 6 * 7",
            "~9~ ~~10~~",
        ] {
            let written = Style::Markdown.escape_line_start(Style::Markdown.text(text));
            assert_eq!(read(&written), (text.to_owned(), 1), "{written}");
            let title = Text { text: text.to_owned(), language: None };
            let heading = Style::Markdown.heading(&title, 2).text;
            assert_eq!(read(&heading), (text.to_owned(), 1), "{heading}");
        }
    }
}
