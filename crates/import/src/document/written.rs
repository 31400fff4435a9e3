//! Writes blocks as Markdown, for the fields of a profile that have markup.

use super::blocks::Block;
use super::text::{GAP, Run, Style, Text, joined};

/// A mark around text, and whether a style has it.
type Mark = (&'static str, fn(&Style) -> bool);

/// The marks, the outermost first.
const MARKS: [Mark; 3] =
    [("~~", |style| style.strike), ("**", |style| style.strong), ("*", |style| style.emphasis)];

/// Returns a text as Markdown that is read as the same text.
pub(super) fn markdown(text: &Text) -> String {
    let runs = markable(text);
    let mut written = String::new();
    let mut rest = runs.as_slice();
    while let Some(first) = rest.first() {
        let length = match &first.link {
            Some(_) => rest.iter().take_while(|run| run.link == first.link).count(),
            None => rest.iter().take_while(|run| run.link.is_none()).count(),
        };
        let (own, others) = rest.split_at(length.max(1));
        rest = others;
        let inner = styled(own, written.is_empty() || written.ends_with('\n'));
        match &first.link {
            Some(address) if !inner.trim().is_empty() => {
                let space = inner.len() - inner.trim_start().len();
                if !written.ends_with(char::is_whitespace) {
                    written.push_str(inner.get(..space).unwrap_or_default());
                }
                written.extend(["[", inner.trim(), "](", &target(address), ")"]);
                written.push_str(inner.get(inner.trim_end().len()..).unwrap_or_default());
            }
            _ => written.push_str(&inner),
        }
    }
    written.trim().to_owned()
}

/// Returns an address for a link in Markdown.
fn target(address: &str) -> String {
    let clean = address.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
    let is_simple = !clean.contains(|c: char| c.is_whitespace() || "()".contains(c));
    if is_simple && !clean.is_empty() { clean } else { format!("<{clean}>") }
}

/// Returns the pieces without marks that Markdown would not read: between a sign and a letter, a
/// mark neither begins nor ends anything.
fn markable(text: &Text) -> Vec<Run> {
    let mut runs = text.runs.clone();
    let edge = |c: Option<char>| c.map(|c| (c.is_whitespace(), c.is_alphanumeric()));
    for (_, has) in MARKS {
        let mut at = 0;
        while at < runs.len() {
            let length =
                runs.iter().skip(at).take_while(|run| has(&run.style) && !run.style.code).count();
            let inner = runs.get(at..at + length).unwrap_or_default();
            let whole: String = inner.iter().map(|run| run.text.as_str()).collect();
            let before = at.checked_sub(1).and_then(|it| runs.get(it));
            let before = before.and_then(|run| run.text.chars().next_back());
            let after = runs.get(at + length).and_then(|run| run.text.chars().next());
            let first = whole.chars().next();
            let last = whole.chars().next_back();
            let is_letter = |c| matches!(edge(c), Some((false, true)));
            let is_sign = |c| matches!(edge(c), Some((false, false)));
            let is_wrong =
                (is_letter(before) && is_sign(first)) || (is_sign(last) && is_letter(after));
            if is_wrong {
                for run in runs.iter_mut().skip(at).take(length) {
                    run.style = Style { code: run.style.code, ..Style::default() };
                }
            }
            at += length.max(1);
        }
    }
    runs
}

/// Writes pieces with their marks; space stays outside of marks.
fn styled(runs: &[Run], is_start: bool) -> String {
    let mut written = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut space = String::new();
    for run in runs {
        let core = run.text.trim();
        if core.is_empty() {
            space.push_str(&run.text);
            continue;
        }
        let start = run.text.len() - run.text.trim_start().len();
        space.push_str(run.text.get(..start).unwrap_or_default());
        let has = |mark: &str| MARKS.iter().any(|(it, is)| *it == mark && is(&run.style));
        let kept = open.iter().take_while(|mark| has(mark)).count();
        while open.len() > kept {
            written.extend(open.pop());
        }
        push_space(&mut written, &space);
        space.clear();
        for (mark, is) in MARKS {
            if is(&run.style) && !open.contains(&mark) {
                written.push_str(mark);
                open.push(mark);
            }
        }
        if run.style.code {
            let fence = if core.contains('`') { "``" } else { "`" };
            let pad = if core.contains('`') { " " } else { "" };
            written.extend([fence, pad, core, pad, fence]);
        } else {
            let is_first = is_start && written.is_empty() || written.ends_with('\n');
            push_escaped(&mut written, core, is_first);
        }
        space.push_str(run.text.get(run.text.trim_end().len()..).unwrap_or_default());
    }
    while let Some(mark) = open.pop() {
        written.push_str(mark);
    }
    push_space(&mut written, &space);
    written
}

fn push_space(written: &mut String, space: &str) {
    if space.contains('\n') {
        written.push_str("\\\n");
    } else if !space.is_empty() {
        written.push(' ');
    }
}

/// Adds a text in which nothing is markup.
fn push_escaped(written: &mut String, text: &str, is_first: bool) {
    for (index, line) in text.split('\n').enumerate() {
        let line = line.trim();
        if index > 0 {
            written.push_str("\\\n");
        }
        let words: String = line.replace(GAP, " ");
        let is_start = is_first || index > 0;
        push_line(written, &words, is_start);
    }
}

fn push_line(written: &mut String, line: &str, is_start: bool) {
    let has_link = line.contains("](") || line.contains("][") || line.contains("]:");
    let tildes = line.matches('~').count();
    let mut before: Option<char> = written.chars().next_back();
    let marker = if is_start { list_marker(line) } else { None };
    for (at, c) in line.char_indices() {
        let after = line.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_mark = match c {
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            '`' => true,
            '*' => !(is_space(before) && is_space(after)),
            '_' => {
                let is_inner = is_letter(before) && is_letter(after);
                let is_alone = is_space(before) && is_space(after);
                !is_inner && !is_alone
            }
            '[' | ']' => has_link,
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '~' => tildes > 1,
            '&' => {
                after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#') && line.contains(';')
            }
            _ => false,
        };
        if is_mark || marker == Some(at) {
            written.push('\\');
        }
        written.push(c);
        before = Some(c);
    }
}

/// Returns the position of the character that would begin a list, a heading or a quotation.
fn list_marker(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut rest = line.get(digits..)?.chars();
    let mark = rest.next()?;
    let is_alone = rest.clone().next().is_none_or(char::is_whitespace);
    let is_marker = match mark {
        '.' | ')' => digits > 0 && digits < 10 && is_alone,
        '-' | '+' | '*' => digits == 0 && (is_alone || line.chars().all(|c| c == mark)),
        '#' => {
            digits == 0
                && line.trim_start_matches('#').chars().next().is_none_or(char::is_whitespace)
        }
        '>' | '=' => digits == 0 && (mark == '>' || line.chars().all(|c| c == '=')),
        _ => false,
    };
    // An asterisk is escaped in any case.
    (is_marker && mark != '*').then_some(digits)
}

/// Returns blocks as Markdown.
pub(super) fn blocks(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks {
        let part = self::block(block);
        if !part.trim().is_empty() {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { text, .. } => strong(text),
        Block::Paragraph(lines) => markdown(&joined(lines)),
        Block::List { start, items } => list(*start, items),
        Block::Quote(inner) => prefixed(&blocks(inner), "> ", "> "),
        Block::Table(table) => {
            let rows: Vec<String> =
                table.lines().iter().map(|line| format!("- {}", markdown(line))).collect();
            rows.join("\n")
        }
        Block::Code { text, .. } => format!("```\n{}\n```", text.trim_end()),
        Block::Terms(terms) => {
            let term = |(term, text): &(Text, Vec<Block>)| {
                let text = item(text, false);
                format!("- {}", prefixed(&format!("{}: {text}", strong(term)), "", "  "))
            };
            terms.iter().map(term).collect::<Vec<_>>().join("\n")
        }
        Block::Rule => String::new(),
    }
}

/// Returns a text as strong text.
fn strong(text: &Text) -> String {
    let mut text = text.clone();
    for run in &mut text.runs {
        run.style = Style { strong: true, code: run.style.code, ..Style::default() };
    }
    markdown(&text)
}

fn list(start: Option<u64>, items: &[Vec<Block>]) -> String {
    let mut number = start.unwrap_or_default();
    let is_tight = items.iter().all(|blocks| is_tight(blocks));
    let mut lines = Vec::new();
    for blocks in items {
        let mark = match start {
            Some(_) => format!("{number}. "),
            None => "- ".to_owned(),
        };
        number = number.saturating_add(1);
        let indent = " ".repeat(mark.len());
        lines.push(prefixed(&item(blocks, is_tight), &mark, &indent));
    }
    lines.join(if is_tight { "\n" } else { "\n\n" })
}

fn is_tight(blocks: &[Block]) -> bool {
    let is_text = |block: &Block| matches!(block, Block::Paragraph(_));
    blocks.iter().skip(1).all(|block| !is_text(block))
}

/// Returns the content of an item; nested lists follow its text directly.
pub(super) fn item(blocks: &[Block], is_tight: bool) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|part| !part.is_empty()).collect();
    parts.join(if is_tight || self::is_tight(blocks) { "\n" } else { "\n\n" })
}

fn prefixed(text: &str, first: &str, others: &str) -> String {
    let mut written = String::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            written.push('\n');
        }
        let prefix = if index == 0 { first } else { others };
        written.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        written.push_str(line);
    }
    written
}
