//! Tests how texts are parsed and written.

use super::*;
use std::time::{Duration, Instant};

fn html(markdown: &str) -> String {
    Document::parse(markdown).to_html()
}

fn check(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(html(markdown), *expected, "{markdown:?}");
    }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

#[test]
fn blocks_and_inlines_are_a_tree() {
    let markdown =
        "# A *b*\n\n> c\\\n> d\n> e\n\n3. `f`\n4. g\n\n   - ~~h~~\n\n```rust\ni\n```\n\n---";
    let quoted = vec![text("c"), Inline::HardBreak, text("d"), Inline::SoftBreak, text("e")];
    let inner = List {
        start: None,
        items: vec![vec![Block::Plain(vec![Inline::Strikethrough(vec![text("h")])])]],
    };
    let items = vec![
        vec![Block::Paragraph(vec![Inline::Code("f".to_owned())])],
        vec![Block::Paragraph(vec![text("g")]), Block::List(inner)],
    ];
    let expected = [
        Block::Paragraph(vec![text("A "), Inline::Emphasis(vec![text("b")])]),
        Block::BlockQuote(vec![Block::Paragraph(quoted)]),
        Block::List(List { start: Some(3), items }),
        Block::CodeBlock("i\n".to_owned()),
        Block::ThematicBreak,
    ];
    assert_eq!(Document::parse(markdown).0, expected);
}

#[test]
fn adjacent_texts_are_merged() {
    for markdown in ["snake_case [a] <b>c</b> &amp; ~d", "a\\*b*", "![a](b.png) c"] {
        let Document(blocks) = Document::parse(markdown);
        let [Block::Paragraph(content)] = &blocks[..] else { panic!("{blocks:?}") };
        assert!(matches!(content[..], [Inline::Text(_)]), "{content:?}");
    }
}

#[test]
fn one_paragraph_is_inline_and_two_are_blocks() {
    check(&[
        ("", ""),
        (" \n\n ", ""),
        ("**RESTful** by *default*", "<strong>RESTful</strong> by <em>default</em>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("a  \nb\nc", "a<br>\nb\nc"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
        ("- a\n  1. b", "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>"),
        ("7) a", "<ol start=\"7\">\n<li>a</li>\n</ol>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("1 < 2 & \"3\" 'x'\u{a0}y", "1 &lt; 2 &amp; \"3\" 'x'&nbsp;y"),
        ("a&#13;\nb&#13;c", "a\nb\nc"),
        ("# A title", "A title"),
        ("![a](https://b.example/c.png)", "a"),
    ]);
}

#[test]
fn html_is_read_as_text() {
    check(&[
        ("a <b>c</b>", "a &lt;b&gt;c&lt;/b&gt;"),
        (
            "</script><img src=x onerror=alert(1)>",
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;",
        ),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<style>\n*{display:none}", "&lt;style&gt;\n*{display:none}"),
        ("x <iframe srcdoc=\"&lt;b&gt;\">", "x &lt;iframe srcdoc=\"&amp;lt;b&amp;gt;\"&gt;"),
        ("<div>\nx\n</div>", "&lt;div&gt;\nx\n&lt;/div&gt;"),
        ("- <div>", "<ul>\n<li>\n<p>&lt;div&gt;</p>\n</li>\n</ul>"),
        ("<!-- c -->", "&lt;!-- c --&gt;"),
        ("<p><a><em>", "&lt;p&gt;&lt;a&gt;&lt;em&gt;"),
        ("*a **b", "*a **b"),
        ("&lt;img&gt; &#x3c;b&#x3e; &amp;quot;", "&lt;img&gt; &lt;b&gt; &amp;quot;"),
        ("\0a&#0;", "a\u{fffd}"),
    ]);
}

#[test]
fn only_safe_links_remain_links() {
    check(&[
        ("[a](https://b.example)", "<a href=\"https://b.example\">a</a>"),
        ("[a](/b?c&d='e')", "<a href=\"/b?c&amp;d='e'\">a</a>"),
        ("[a](b \"c\\\"<d>&\")", "<a href=\"b\" title=\"c&quot;&lt;d&gt;&amp;\">a</a>"),
        ("[a](https://a.example/\"x=\"y)", "<a href=\"https://a.example/%22x=%22y\">a</a>"),
        ("<a@b.example>", "<a href=\"mailto:a@b.example\">a@b.example</a>"),
        ("[a](javascript:alert(1))", "<a>a</a>"),
        ("[a](JaVaScRiPt:alert(1) 'b')", "<a title=\"b\">a</a>"),
        ("[a](java&Tab;script:alert(1))", "<a href=\"java%09script:alert(1)\">a</a>"),
        ("[a](javascript&colon;alert(1))", "<a>a</a>"),
        ("[a](<  data:text/html,x>)", "<a href=\"%20%20data:text/html,x\">a</a>"),
        ("[a][b]\n\n[b]: <javascript:alert(1)>", "<a>a</a>"),
        ("<im:ada> <ftp://a.example>", "<a>im:ada</a> <a>ftp://a.example</a>"),
    ]);
}

#[test]
fn a_link_ends_where_another_begins() {
    check(&[
        (
            "[a *b <https://c.example> d* e](/f) g",
            "<a href=\"/f\">a <em>b </em></a><em>\
             <a href=\"https://c.example\">https://c.example</a> d</em> e g",
        ),
        (
            "[a ~~b <https://c.example> d~~](/f) ~~g~~",
            "<a href=\"/f\">a <del>b </del></a><del>\
             <a href=\"https://c.example\">https://c.example</a> d</del> <del>g</del>",
        ),
    ]);
}

#[test]
fn text_nested_too_deeply_is_kept() {
    let deepest = html(&format!("{}a", "> ".repeat(50_000)));
    assert_eq!(deepest.matches("<blockquote>").count(), 32);
    assert!(deepest.contains("<p>a</p>"), "{deepest}");
    let (quotes, ends) = ("> ".repeat(32), "</blockquote>\n".repeat(32));
    let list = html(&format!("{quotes}- one\n{quotes}- *two*\n"));
    assert!(list.contains("one\ntwo") && list.ends_with(ends.trim_end()), "{list}");
    let marks = html(&format!("{}b{}", "*a ".repeat(1_000), " c*".repeat(1_000)));
    assert_eq!(marks.matches("<em>").count(), 32);
}

/// Returns the time that it takes to parse and write a text.
fn time(markdown: &str) -> Duration {
    let start = Instant::now();
    let document = Document::parse(markdown);
    let written = document.to_html().len() + document.to_text().len();
    assert!(written > 0);
    start.elapsed()
}

#[test]
fn deep_nesting_is_parsed_in_linear_time() {
    for part in ["> ", "- ", "* > ", "1. > ", "*a ", "[a ", "~~a ", "> - ![", "<b>", "`", "&amp;"] {
        let deep = |count: usize| format!("{}x", part.repeat(count));
        for text in
            [deep(1_000), deep(1_000).replace(' ', " \n"), deep(1_000) + &"](b)".repeat(1_000)]
        {
            assert!(time(&text) < Duration::from_secs(10), "{part}");
        }
    }
}

#[test]
fn plain_text_has_a_line_per_block() {
    for (markdown, expected) in [
        ("", &[][..]),
        ("**One.**\n\nTwo\n`three`.", &["One.", "Two three."]),
        ("a\\\nb", &["a", "b"]),
        (
            "- a\n  - b\n\n> c\n\n```\nd\n  e\n```\n\n---\n[f](javascript:g)",
            &["a", "b", "c", "d e", "f"],
        ),
        ("<b>a</b> &amp; ![b](c.png)", &["<b>a</b> & b"]),
    ] {
        let document = Document::parse(markdown);
        assert_eq!(document.lines(), expected, "{markdown:?}");
        assert_eq!(document.to_text(), expected.join(" "), "{markdown:?}");
    }
}

#[test]
fn plain_text_is_not_parsed() {
    let document = Document::plain("*a* <b> &amp; # [c](d)".to_owned());
    assert_eq!(document.to_html(), "*a* &lt;b&gt; &amp;amp; # [c](d)");
    assert_eq!(document.to_text(), "*a* <b> &amp; # [c](d)");
}
