//! The content of a profile, heading by heading, in one of the two styles.

use super::block::{Block, within};
use super::prose;
use super::style::Style;
use super::{Subject, uri};
use perfil_localize::{Form, Item, OutlineSection, Statement};
use perfil_view::Text;

/// Renders summary and sections.
pub(super) fn body(subject: &Subject, style: Style) -> Vec<Block> {
    let summary = &subject.shown.profile.head.summary;
    let mut blocks: Vec<Block> =
        summary.iter().flat_map(|summary| prose::blocks(summary, style)).collect();
    for section in subject.shown.outline() {
        blocks.extend(self::section(&section, style));
    }
    blocks
}

fn section(section: &OutlineSection, style: Style) -> Vec<Block> {
    let level = 2 + section.depth;
    let heading = section.title.as_ref().map(|title| style.heading(title, level));
    let mut blocks: Vec<Block> = heading.into_iter().collect();
    let (mut previous, mut step) = (None, 0);
    let mut mark = "- ";
    for item in &section.items {
        step = if item.form == Form::Step { step + 1 } else { 0 };
        let is_line = matches!(item.form, Form::Point | Form::Step | Form::Term);
        if previous != Some(item.form) {
            mark = style.mark(&blocks);
        }
        let mut rendered = match item.form {
            Form::Point => within(statements(item, style), mark, "  "),
            Form::Term => within(titled(item, style), mark, "  "),
            Form::Paragraph | Form::Step | Form::Entry | Form::Quote => {
                self::item(item, level + 1, step, style)
            }
        };
        if let Some(first) = rendered.first_mut() {
            first.is_tight = is_line && previous == Some(item.form);
        }
        previous = Some(item.form);
        blocks.extend(rendered);
    }
    blocks
}

fn item(item: &Item, level: usize, step: usize, style: Style) -> Vec<Block> {
    match item.form {
        Form::Paragraph | Form::Point | Form::Term => statements(item, style),
        Form::Step => {
            let mark = format!("{step}. ");
            within(titled(item, style), &mark, &" ".repeat(mark.len()))
        }
        Form::Quote => {
            let mark = if style == Style::Markdown { "> " } else { "  " };
            within(statements(item, style), mark, mark)
        }
        Form::Entry => {
            let title = item.title.as_ref().map(|title| match style {
                Style::Markdown => style.heading(title, level),
                Style::Plain => Block::of(style.shown(title)),
            });
            let mut blocks: Vec<Block> = title.into_iter().collect();
            blocks.extend(facts(item, style));
            let head = blocks.len();
            blocks.extend(statements(item, style));
            if style == Style::Plain
                && let Some(first) = blocks.get_mut(head)
            {
                first.is_tight = head > 0;
            }
            blocks
        }
    }
}

/// Renders the dates, location and URL of an entry.
fn facts(item: &Item, style: Style) -> Option<Block> {
    let period = item.period.as_ref().map(|period| period_of(period, style));
    let place = item.place.as_ref().map(|place| style.shown(place));
    let url = item.url.as_ref().map(|url| match style {
        Style::Plain => uri(url),
        Style::Markdown => format!("<{}>", uri(url)),
    });
    let parts: Vec<String> = period.into_iter().chain(place).chain(url).collect();
    (!parts.is_empty()).then(|| {
        let block = Block::of(style.escape_line_start(parts.join(" · ")));
        if style == Style::Plain && item.title.is_some() { block.tight() } else { block }
    })
}

fn period_of(period: &str, style: Style) -> String {
    style.emphasis(&style.text(&super::clean(period)))
}

/// Renders a title and its description on one line.
fn titled(item: &Item, style: Style) -> Vec<Block> {
    let title = item.title.as_ref().map_or_else(String::new, |title| style.shown(title));
    let mut blocks = statements(item, style);
    let separator = match style {
        Style::Plain => ": ",
        Style::Markdown => " - ",
    };
    let title = match style {
        Style::Plain => title,
        Style::Markdown => style.strong(&title),
    };
    match blocks.first_mut().filter(|block| block.is_bare()) {
        Some(first) => {
            first.text = format!("{title}{separator}{}", style.unescape_line_start(&first.text));
        }
        None => blocks.insert(0, Block::of(title)),
    }
    blocks
}

/// Renders the content of an item.
fn statements(item: &Item, style: Style) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut was_point, mut was_role) = (false, false);
    let mut mark = "- ";
    for statement in &item.statements {
        let is_point = matches!(statement, Statement::Point(_));
        let mut rendered = match statement {
            Statement::Prose(prose) => prose::blocks(prose, style),
            Statement::Point(prose) => {
                if !was_point {
                    mark = style.mark(&blocks);
                }
                within(prose::blocks(prose, style), mark, "  ")
            }
            Statement::Line(text) => vec![Block::of(style.escape_line_start(style.shown(text)))],
            Statement::Author(text) => vec![Block::of(format!("— {}", style.shown(text)))],
            Statement::Role(position, period) => vec![role(position, period.as_deref(), style)],
        };
        if let Some(first) = rendered.first_mut() {
            // Points follow each other tightly, in plain text also the text that they belong to.
            let is_below = is_point && !blocks.is_empty();
            // The description of a position directly follows it; skills are those of the whole
            // entry.
            let is_done = was_role && matches!(statement, Statement::Prose(_));
            let is_listed = is_below && (was_point || style == Style::Plain);
            first.is_tight = is_listed || (is_done && style == Style::Plain);
        }
        was_point = is_point;
        was_role = matches!(statement, Statement::Role(..));
        blocks.extend(rendered);
    }
    blocks
}

fn role(position: &Text, period: Option<&str>, style: Style) -> Block {
    let period = period.map(|period| period_of(period, style));
    let parts = [style.strong(&style.shown(position))].into_iter().chain(period);
    Block::of(style.escape_line_start(parts.collect::<Vec<_>>().join(" · ")))
}
