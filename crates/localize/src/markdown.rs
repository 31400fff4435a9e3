//! Markdown (`CommonMark`) into HTML that is safe to publish.

use perfil_model::language::{MARKDOWN, SCHEMES};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};
use std::sync::LazyLock;

/// The elements that Markdown makes, less images and headings, which belong to the page.
static SANITISER: LazyLock<ammonia::Builder> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .add_tags([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "em",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "ul",
        ])
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("ol", ["start"])
        // The builder begins with schemes of its own, which are more.
        .url_schemes(SCHEMES.into_iter().collect())
        .link_rel(None);
    builder
});

/// HTML for a text: phrasing content for a single paragraph, blocks for more.
///
/// HTML in the text is shown as it is written, never interpreted.
pub(super) fn html(text: &str) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    html::push_html(&mut written, events(text).into_iter());
    let clean = SANITISER.clean(written.trim_end()).to_string();
    single_paragraph(&clean).map_or_else(|| clean.clone(), str::to_owned)
}

/// The text alone, on one line.
pub(super) fn text(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                words.push(' ');
            }
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn single_paragraph(html: &str) -> Option<&str> {
    let inner = html.strip_prefix("<p>")?.strip_suffix("</p>")?;
    (!inner.contains("<p>")).then_some(inner)
}

/// How deep quotations, lists and emphasis can stand in each other. What is deeper is shown without
/// its markup: nobody reads so deep, and the time to sanitise HTML grows with the square of its depth.
const DEEPEST: usize = 32;

fn events(text: &str) -> Vec<Event<'_>> {
    let mut depth = 0;
    Parser::new_ext(text, MARKDOWN)
        .filter_map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
            // A block of HTML is a paragraph of text, and the page alone has headings.
            Event::Start(Tag::HtmlBlock | Tag::Heading { .. }) => {
                Some(Event::Start(Tag::Paragraph))
            }
            Event::End(TagEnd::HtmlBlock | TagEnd::Heading(_)) => {
                Some(Event::End(TagEnd::Paragraph))
            }
            // An image is its description: pictures belong to the profile, not to its texts.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            Event::Start(Tag::Item) => (depth <= DEEPEST).then_some(event),
            Event::End(TagEnd::Item) if depth > DEEPEST => Some(Event::SoftBreak),
            Event::Start(ref tag) if nests(tag.to_end()) => {
                depth += 1;
                (depth <= DEEPEST).then_some(event)
            }
            Event::End(tag) if nests(tag) => {
                depth -= 1;
                (depth < DEEPEST).then_some(event)
            }
            event => Some(event),
        })
        .collect()
}

/// Whether an element can stand in others of its kind.
fn nests(tag: TagEnd) -> bool {
    let is_inline =
        matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link);
    is_inline || matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(html(text), expected);
    }

    #[test]
    fn one_paragraph_is_a_line_and_two_are_blocks() {
        check("**RESTful** by *default*", "<strong>RESTful</strong> by <em>default</em>");
        check("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>");
    }

    #[test]
    fn html_is_text() {
        check("a <b>c</b>", "a &lt;b&gt;c&lt;/b&gt;");
        check(
            "</script><img src=x onerror=alert(1)>",
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;",
        );
        check("<div>\nx\n</div>", "&lt;div&gt;\nx\n&lt;/div&gt;");
        check("<!-- c -->", "&lt;!-- c --&gt;");
    }

    #[test]
    fn only_safe_links_remain_links() {
        check("[a](https://b.example)", r#"<a href="https://b.example">a</a>"#);
        check("[a](javascript:alert(1))", "<a>a</a>");
        check("<im:ada> <ftp://a.example>", "<a>im:ada</a> <a>ftp://a.example</a>");
        check("![a](https://b.example/c.png)", "a");
        check("# A title", "A title");
    }

    #[test]
    fn what_is_nested_too_deep_keeps_its_words() {
        let deepest = html(&format!("{}a", "> ".repeat(50_000)));
        assert_eq!(deepest.matches("<blockquote>").count(), DEEPEST);
        assert!(deepest.contains("<p>a</p>"), "{deepest}");
        let (quotes, ends) = ("> ".repeat(DEEPEST), "</blockquote>\n".repeat(DEEPEST));
        let list = html(&format!("{quotes}- one\n{quotes}- *two*\n"));
        assert!(list.contains("one\ntwo") && list.ends_with(ends.trim_end()), "{list}");
    }

    #[test]
    fn the_text_alone_is_one_line() {
        assert_eq!(text("**One.**\n\nTwo\n`three`."), "One. Two three.");
    }
}
