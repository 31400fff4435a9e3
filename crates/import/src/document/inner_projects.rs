//! Keeps the projects of a job within it, which CVs of Japan list in a table below each employer: the table
//! names its columns, and its periods are within that of the job.

use super::blocks::Block;
use super::headings::matched;
use super::period::{Dates, Period};
use super::text::Text;
use super::vocabulary::{Kind, is};

/// Words in the names of columns of such tables.
const COLUMNS: [&str; 14] = [
    "期間",
    "プロジェクト",
    "担当製品",
    "業務内容",
    "職務内容",
    "担当フェーズ",
    "担当業務",
    "担当工程",
    "環境",
    "メンバー",
    "役割",
    "規模",
    "体制",
    "ポジション",
];

/// The longest name of a column, in characters.
const MAX_NAME: usize = 12;

/// Makes lists of the lines with dates that are within a job.
pub(super) fn within_jobs(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    if !blocks.iter().any(|block| lines(block).iter().any(names_columns)) {
        return blocks;
    }
    let (mut job, mut is_inside): (Option<Period>, bool) = (None, false);
    let mut done = Vec::with_capacity(blocks.len());
    let mut rest = blocks.into_iter().peekable();
    while let Some(block) = rest.next() {
        if matches!(&block, Block::Heading { text, .. } if matched(&text.plain()).is_some()) {
            (job, is_inside) = (None, false);
        }
        // The table may have a title.
        let next = rest.peek().filter(|_| is_title(&block)).map(lines).unwrap_or_default();
        is_inside |= job.is_some() && lines(&block).iter().chain(next).any(names_columns);
        let found = lines(&block).iter().find_map(|line| first_period(line, dates));
        let found = found.or_else(|| only_row(&block, dates));
        match (found, &job) {
            (Some(found), Some(outer)) if is_inside && found.is_within(outer) => {
                done.push(listed(block));
            }
            (Some(found), _) => {
                (job, is_inside) = (Some(found), false);
                done.push(block);
            }
            (None, Some(_)) if has_date(&block, dates) || (is_inside && is_title(&block)) => {
                done.push(listed(block));
            }
            _ => done.push(block),
        }
    }
    done
}

/// Returns the period of the only row of a table, which is the head of a job.
fn only_row(block: &Block, dates: &Dates) -> Option<Period> {
    let Block::Table(table) = block else { return None };
    let [row] = table.rows.as_slice() else { return None };
    row.iter().filter_map(|cell| dates.find(&cell.plain())).find(|period| period.is_range)
}

fn lines(block: &Block) -> &[Text] {
    match block {
        Block::Paragraph(lines) => lines,
        _ => &[],
    }
}

/// Whether a line has names of columns beside each other.
fn names_columns(line: &Text) -> bool {
    let plain = line.plain();
    let is_name = |cell: &&str| {
        cell.chars().count() <= MAX_NAME && COLUMNS.iter().any(|word| cell.contains(word))
    };
    plain.split('\t').filter(is_name).count() > 1
}

/// Returns the period that a line begins with.
fn first_period(line: &Text, dates: &Dates) -> Option<Period> {
    let plain = line.plain();
    let period = dates.find(&plain).filter(|period| period.is_range)?;
    // The employer may be before it, and a label.
    let before = plain.get(..period.range.start)?.rsplit('\t').next()?;
    let is_label = is(before, Kind::PeriodLabel) || !before.contains(char::is_alphanumeric);
    (is_label && period.start.is_some()).then_some(period)
}

fn has_date(block: &Block, dates: &Dates) -> bool {
    lines(block).iter().any(|line| dates.find(&line.plain()).is_some())
}

/// Whether a strong line would begin an entry.
fn is_title(block: &Block) -> bool {
    lines(block).first().is_some_and(Text::is_strong)
}

fn listed(block: Block) -> Block {
    Block::List { start: None, items: vec![vec![block]] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text::Style;

    #[test]
    fn projects_of_a_job_are_no_jobs() {
        let line = |text: &str| Block::Paragraph(vec![Text::of(text, 1..2)]);
        let title = Block::Heading { level: 2, text: Text::of("職務経歴", 1..2) };
        let blocks = vec![
            title,
            line("2019年05月～2020年03月\tケストレル株式会社"),
            line("期間\tプロジェクト内容\t環境"),
            line("2019年07月～2019年09月"),
            line("灯台の試験"),
            line("2016年03月～2018年06月\t合同会社コメタ"),
        ];
        let done = within_jobs(blocks.clone(), &Dates::default());
        let lists = done.iter().map(|block| matches!(block, Block::List { .. }));
        assert_eq!(lists.collect::<Vec<_>>(), [false, false, false, true, false, false]);
        // The employer may be before the period, and a label.
        let mut labelled = blocks.clone();
        labelled[1] = line("ケストレル株式会社\t[期間] 2019年05月～2020年03月");
        let done = within_jobs(labelled, &Dates::default());
        assert!(matches!(done[3], Block::List { .. }));
        // The table may have a title, which is within the job, too.
        let mut titled = blocks.clone();
        let strong = Style { strong: true, ..Style::default() };
        let mut title = Text::of("参画プロジェクト", 1..2);
        title.runs.iter_mut().for_each(|run| run.style = strong);
        titled.insert(2, Block::Paragraph(vec![title]));
        assert!(matches!(within_jobs(titled, &Dates::default())[2], Block::List { .. }));
        // Without a table of projects, a job may be within another.
        let two: Vec<Block> =
            blocks.into_iter().enumerate().filter(|(at, _)| *at != 2).map(|it| it.1).collect();
        assert_eq!(within_jobs(two.clone(), &Dates::default()), two);
    }
}
