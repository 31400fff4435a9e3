//! Text with tags of HTML, as Markdown or without them.

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

/// A tag of HTML in a text.
pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) is_end: bool,
    pub(super) attributes: &'a str,
    /// The length of the tag in the text.
    pub(super) length: usize,
}

/// Returns a text without tags, and whether it had any.
pub(super) fn without_html(text: &str, is_markdown: bool) -> (String, bool) {
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
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let inner = text.get(1..)?;
    let (inner, is_end) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, attributes) = inner.split_at(length);
    let name = name.to_ascii_lowercase();
    // The end is looked for only after a name, so that many "<" take no long time.
    let is_known = ELEMENTS.contains(&name.as_str());
    let (attributes, rest) = attributes.split_once('>').filter(|_| is_known)?;
    let goes_on = attributes.chars().next().is_none_or(|c| c.is_whitespace() || c == '/');
    goes_on.then_some(Tag { name, is_end, attributes, length: text.len() - rest.len() })
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
pub(super) fn href(attributes: &str) -> Option<&str> {
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
