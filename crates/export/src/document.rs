//! What a profile says, heading by heading, in one of the two styles.

use super::block::{Block, within};
use super::prose;
use super::style::Style;
use super::{Subject, uri};
use perfil_localize::{Form, Item, OutlineSection, Statement};
use perfil_view::Text;

/// Summary and sections.
pub(super) fn body(subject: &Subject, style: Style) -> Vec<Block> {
    let summary = &subject.shown.profile.summary;
    let mut blocks: Vec<Block> =
        summary.iter().flat_map(|summary| prose::blocks(summary, style)).collect();
    for chapter in subject.shown.outline() {
        blocks.extend(self::chapter(&chapter, style));
    }
    blocks
}

fn chapter(chapter: &OutlineSection, style: Style) -> Vec<Block> {
    let level = 2 + chapter.depth;
    let heading = chapter.title.as_ref().map(|title| style.heading(title, level));
    let mut blocks: Vec<Block> = heading.into_iter().collect();
    let (mut before, mut step) = (None, 0);
    let mut mark = "- ";
    for item in &chapter.items {
        step = if item.form == Form::Step { step + 1 } else { 0 };
        let is_line = matches!(item.form, Form::Point | Form::Step | Form::Term);
        if before != Some(item.form) {
            mark = style.mark(&blocks);
        }
        let mut made = match item.form {
            Form::Point => within(says(item, style), mark, "  "),
            Form::Term => within(named(item, style), mark, "  "),
            Form::Paragraph | Form::Step | Form::Entry | Form::Quote => {
                self::item(item, level + 1, step, style)
            }
        };
        if let Some(first) = made.first_mut() {
            first.is_tight = is_line && before == Some(item.form);
        }
        before = Some(item.form);
        blocks.extend(made);
    }
    blocks
}

fn item(item: &Item, level: usize, step: usize, style: Style) -> Vec<Block> {
    match item.form {
        Form::Paragraph | Form::Point | Form::Term => says(item, style),
        Form::Step => {
            let mark = format!("{step}. ");
            within(named(item, style), &mark, &" ".repeat(mark.len()))
        }
        Form::Quote => {
            let mark = if style == Style::Markdown { "> " } else { "  " };
            within(says(item, style), mark, mark)
        }
        Form::Entry => {
            let title = item.title.as_ref().map(|title| match style {
                Style::Markdown => style.heading(title, level),
                Style::Plain => Block::of(style.shown(title)),
            });
            let mut blocks: Vec<Block> = title.into_iter().collect();
            blocks.extend(facts(item, style));
            let head = blocks.len();
            blocks.extend(says(item, style));
            if style == Style::Plain
                && let Some(first) = blocks.get_mut(head)
            {
                first.is_tight = head > 0;
            }
            blocks
        }
    }
}

/// When and where an entry was, and where more is told.
fn facts(item: &Item, style: Style) -> Option<Block> {
    let period = item.period.as_ref().map(|period| period_of(period, style));
    let place = item.place.as_ref().map(|place| style.shown(place));
    let url = item.url.as_ref().map(|url| match style {
        Style::Plain => uri(url),
        Style::Markdown => format!("<{}>", uri(url)),
    });
    let parts: Vec<String> = period.into_iter().chain(place).chain(url).collect();
    (!parts.is_empty()).then(|| {
        let block = Block::of(style.begun(parts.join(" · ")));
        if style == Style::Plain && item.title.is_some() { block.tight() } else { block }
    })
}

fn period_of(period: &str, style: Style) -> String {
    style.emphasis(&style.text(&super::clean(period)))
}

/// A title and what it means, on one line.
fn named(item: &Item, style: Style) -> Vec<Block> {
    let title = item.title.as_ref().map_or_else(String::new, |title| style.shown(title));
    let mut blocks = says(item, style);
    let between = match style {
        Style::Plain => ": ",
        Style::Markdown => " - ",
    };
    let title = match style {
        Style::Plain => title,
        Style::Markdown => style.strong(&title),
    };
    match blocks.first_mut().filter(|block| block.is_bare()) {
        Some(first) => first.text = format!("{title}{between}{}", style.continued(&first.text)),
        None => blocks.insert(0, Block::of(title)),
    }
    blocks
}

/// What an item says.
fn says(item: &Item, style: Style) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut was_point, mut was_role) = (false, false);
    let mut mark = "- ";
    for saying in &item.says {
        let is_point = matches!(saying, Statement::Point(_));
        let mut made = match saying {
            Statement::Prose(prose) => prose::blocks(prose, style),
            Statement::Point(prose) => {
                if !was_point {
                    mark = style.mark(&blocks);
                }
                within(prose::blocks(prose, style), mark, "  ")
            }
            Statement::Line(text) => vec![Block::of(style.begun(style.shown(text)))],
            Statement::Author(text) => vec![Block::of(format!("— {}", style.shown(text)))],
            Statement::Role(position, period) => vec![role(position, period.as_deref(), style)],
        };
        if let Some(first) = made.first_mut() {
            // Points stand together, and in plain text below what they are about.
            let is_below = is_point && !blocks.is_empty();
            // What was done in a position stands right below it; skills are those of the whole entry.
            let is_done = was_role && matches!(saying, Statement::Prose(_));
            let is_listed = is_below && (was_point || style == Style::Plain);
            first.is_tight = is_listed || (is_done && style == Style::Plain);
        }
        was_point = is_point;
        was_role = matches!(saying, Statement::Role(..));
        blocks.extend(made);
    }
    blocks
}

fn role(position: &Text, period: Option<&str>, style: Style) -> Block {
    let period = period.map(|period| period_of(period, style));
    let parts = [style.strong(&style.shown(position))].into_iter().chain(period);
    Block::of(style.begun(parts.collect::<Vec<_>>().join(" · ")))
}
