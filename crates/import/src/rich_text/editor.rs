//! Rich text as the editors of other programs write it, which is HTML, as Markdown.

use super::entities::decoded;
use super::escape_start;
use super::html::{Tag, href, tag};
use super::phrases::{Style, paragraph};

/// The deepest nesting of lists that is kept. What is deeper stands in the innermost of these.
const MAX_DEPTH: usize = 8;

/// Returns HTML as Markdown, in which every sign of its texts is literal.
pub(super) fn to_markdown(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        writer.text(&rest[..start]);
        rest = &rest[start..];
        let length = if let Some(tag) = tag(rest) {
            writer.tag(&tag);
            tag.length
        } else {
            writer.text("<");
            1
        };
        rest = &rest[length..];
    }
    writer.text(rest);
    writer.flush();
    writer.written
}

/// A block that contains others.
enum Block {
    /// A list, with the number of its next item if it is numbered.
    List { next: Option<u32> },
    /// An item, with its marker until its first line is written.
    Item { marker: Option<String>, width: usize },
    /// A quotation.
    Quote,
}

#[derive(Default)]
struct Writer {
    written: String,
    blocks: Vec<Block>,
    style: Style,
    phrases: Vec<(Style, String)>,
    is_after_item: bool,
}

impl Writer {
    /// Adds a text, in which entities stand for characters and white space counts once.
    fn text(&mut self, text: &str) {
        let text = decoded(text);
        let mut collapsed = String::new();
        for c in text.chars() {
            let is_space = c.is_ascii_whitespace();
            let before = collapsed.chars().last().or_else(|| self.last_char());
            if !is_space {
                collapsed.push(c);
            } else if before.is_some_and(|c| c != ' ' && c != '\n') {
                collapsed.push(' ');
            }
        }
        if !collapsed.is_empty() {
            self.phrases.push((self.style.clone(), collapsed));
        }
    }

    fn last_char(&self) -> Option<char> {
        self.phrases.iter().rev().find_map(|(_, text)| text.chars().last())
    }

    fn tag(&mut self, tag: &Tag) {
        let count = |count: &mut usize| {
            *count = if tag.is_end { count.saturating_sub(1) } else { *count + 1 };
        };
        match tag.name.as_str() {
            "b" | "strong" => count(&mut self.style.strong),
            "i" | "em" | "cite" => count(&mut self.style.emphasis),
            "del" | "s" | "strike" => count(&mut self.style.deleted),
            "code" | "tt" | "kbd" => count(&mut self.style.code),
            "a" => {
                let address = href(tag.attributes).filter(|_| !tag.is_end);
                self.style.address =
                    address.map(|address| decoded(address).replace(['\n', '<', '>'], ""));
            }
            "br" if self.last_char() == Some('\n') => self.flush(),
            "br" => self.phrases.push((self.style.clone(), "\n".to_owned())),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                count(&mut self.style.strong);
            }
            "pre" => {
                self.flush();
                count(&mut self.style.code);
            }
            "ul" | "ol" | "li" | "blockquote" => {
                self.flush();
                self.block(tag);
            }
            "td" | "th" if tag.is_end => self.text(" "),
            "p" | "div" | "hr" | "table" | "tr" | "section" | "dl" | "dt" | "dd" | "center" => {
                self.flush();
            }
            _ => {}
        }
    }

    /// Opens or closes a list, an item or a quotation.
    fn block(&mut self, tag: &Tag) {
        let is_same = |block: &Block| match tag.name.as_str() {
            "li" => matches!(block, Block::Item { .. }),
            "blockquote" => matches!(block, Block::Quote),
            _ => matches!(block, Block::List { .. }),
        };
        let open = self.blocks.iter().rposition(is_same);
        let list = self.blocks.iter().rposition(|block| matches!(block, Block::List { .. }));
        if tag.is_end {
            self.blocks.truncate(open.unwrap_or(self.blocks.len()));
            return;
        }
        // Editors leave out the end of an item before the next one.
        if tag.name == "li" && open > list {
            self.blocks.truncate(open.unwrap_or_default());
        }
        if self.blocks.len() >= 2 * MAX_DEPTH {
            return;
        }
        let block = match tag.name.as_str() {
            "ol" => Block::List { next: Some(start(tag.attributes)) },
            "ul" => Block::List { next: None },
            "blockquote" => Block::Quote,
            _ => {
                // Quill writes `<ol>` around items of both kinds.
                let is_bullet = tag.attributes.contains("data-list=\"bullet\"");
                let marker = match self.blocks.last_mut().filter(|_| !is_bullet) {
                    Some(Block::List { next: Some(number) }) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "- ".to_owned(),
                };
                Block::Item { width: marker.len(), marker: Some(marker) }
            }
        };
        self.blocks.push(block);
    }

    /// Writes the phrases as a paragraph.
    fn flush(&mut self) {
        let text = paragraph(&std::mem::take(&mut self.phrases));
        if text.is_empty() {
            return;
        }
        let (mut first, mut other, mut is_item) = (String::new(), String::new(), false);
        for block in &mut self.blocks {
            match block {
                Block::List { .. } => {}
                Block::Quote => {
                    first.push_str("> ");
                    other.push_str("> ");
                }
                Block::Item { marker, width } => {
                    let spaces = " ".repeat(*width);
                    is_item |= marker.is_some();
                    first.push_str(marker.take().as_deref().unwrap_or(&spaces));
                    other.push_str(&spaces);
                }
            }
        }
        if !self.written.is_empty() {
            self.written.push_str(if is_item && self.is_after_item { "\n" } else { "\n\n" });
        }
        self.is_after_item = self.blocks.iter().any(|block| matches!(block, Block::Item { .. }));
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                self.written.push_str("\\\n");
            }
            self.written.push_str(if index > 0 { &other } else { &first });
            self.written.push_str(&escape_start(line.trim()));
        }
    }
}

/// Returns the number at which a list starts.
fn start(attributes: &str) -> u32 {
    let written = attributes.split_once("start=").map_or("", |(_, rest)| rest);
    let digits = written.trim_start_matches(['"', '\'']).split(|c: char| !c.is_ascii_digit());
    digits.into_iter().next().and_then(|digits| digits.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::to_markdown;
    use perfil_prose::Document;

    #[test]
    fn rich_text_becomes_markdown() {
        for (html, markdown) in [
            ("<ul><li>Did</li></ul>", "- Did"),
            ("<ul><li><p>One</p></li><li><p>Two</p></li></ul><p></p>", "- One\n- Two"),
            (
                "<p>A:</p><ul><li>b<ul><li>c</li></ul></li><li>d</li></ul><p>E</p>",
                "A:\n\n- b\n  - c\n- d\n\nE",
            ),
            ("<ol><li><p>One</p><p>more</p></li><li>Two</li></ol>", "1. One\n\n   more\n2. Two"),
            (
                "<ol><li data-list=\"bullet\"><span class=\"ql-ui\"></span>One</li>\
                 <li data-list=\"ordered\">Two</li></ol>",
                "- One\n1. Two",
            ),
            ("<ol start=\"3\"><li>Three</ol>", "3. Three"),
            (
                "<p><strong>Tools:</strong>Java and <em>Rust </em>too</p>",
                "**Tools**:Java and *Rust* too",
            ),
            (
                "<p><a href=\"https://a.example\"><strong>A</strong> b</a></p>",
                "[**A** b](<https://a.example>)",
            ),
            ("<p><a href=\"javascript:x()\">A</a></p>", "A"),
            ("<p>One<br>two<br/><br>three</p>", "One\\\ntwo\n\nthree"),
            ("<h3>Title</h3><p>Text</p>", "**Title**\n\nText"),
            ("<p>R&amp;D &lt;core&gt; &#8211; <code>a_b*</code></p>", "R&D \\<core> – `a_b*`"),
            ("<blockquote><p>Fine.</p></blockquote>", "> Fine."),
            ("<p>&nbsp;</p><p> </p>", ""),
        ] {
            assert_eq!(to_markdown(html), markdown, "{html}");
        }
    }

    #[test]
    fn signs_in_rich_text_are_literal() {
        for text in [
            "2*3*4",
            "__init__",
            "1. place",
            "- 20 %",
            "# 1",
            "[x](y)",
            "`a`",
            "~~b~~",
            "C:\\\\a \\* b",
            "a * b * c",
            "_x_",
            "> 100",
            "+ 1",
            "===",
        ] {
            let markdown = to_markdown(&format!("<p>{text}</p>"));
            assert_eq!(Document::parse(&markdown).to_text(), text, "{markdown}");
        }
    }

    #[test]
    fn rich_text_of_any_depth_is_read() {
        let deep = format!("{}x{}", "<ul><li>".repeat(500), "</li></ul>".repeat(500));
        assert!(to_markdown(&deep).ends_with('x'));
        assert_eq!(to_markdown("</li></ul></b><li>a<li>b"), "- a\n- b");
    }
}
