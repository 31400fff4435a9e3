//! Reads forms of East Asia, in which the year and the month have columns of their own, and each beginning
//! and each end has a row: `2019 | 10 | ケストレル株式会社 入社` above `2021 | 12 | 同社 退社`.

use super::blocks::{Block, Table, around};
use super::headings::{Topic, matched};
use super::text::Text;

/// Words for the beginning of a job or of a study.
const BEGINS: [&str; 12] = [
    "入社", "入学", "入職", "入行", "入所", "入庁", "入局", "入団", "編入", "就職", "着任", "独立",
];
/// Words for its end.
const ENDS: [&str; 12] = [
    "退社", "退職", "卒業", "修了", "中退", "退学", "退所", "退任", "退団", "離職", "満了", "終了",
];
/// How a row begins that does not name again what ends.
const SAME: [&str; 9] =
    ["同社", "同校", "同大", "同上", "上記", "一身上", "会社都合", "契約期間", "自己都合"];
/// The eras of Japan, each with the year before its first one.
const ERAS: [(&str, u16); 6] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("R", 2018), ("H", 1988), ("S", 1925)];
const UNTIL_NOW: [&str; 4] = ["現在に至る", "現在にいたる", "現在在職中", "在職中"];

/// A year and its month.
type Month = (u16, u8);

/// When something ends.
#[derive(Clone, Copy)]
enum End {
    At(Month),
    Now,
}

/// A job or a study, or what else has a date.
struct Entry {
    start: Month,
    end: Option<End>,
    name: Text,
    /// What the rows say besides.
    notes: Vec<Text>,
    /// Whether a row says that it begins, and none yet that it ends.
    is_open: bool,
}

/// Joins the rows of each job and of each study to one line with a period.
pub(super) fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut form = Form {
        done: Vec::with_capacity(blocks.len()),
        entries: Vec::new(),
        level: 2,
        title: String::new(),
    };
    for block in blocks {
        match block {
            Block::Table(table) if is_form(&table) => {
                std::iter::once(&table.head).chain(&table.rows).for_each(|row| form.row(row));
            }
            Block::Paragraph(lines) => form.paragraph(lines),
            other => {
                form.close();
                if let Block::Heading { level, text } = &other {
                    (form.level, form.title) = (*level, compact(&text.plain()));
                }
                form.done.push(other);
            }
        }
    }
    form.close();
    form.done
}

/// Whether a table has a year and a month at the start of most of its rows.
fn is_form(table: &Table) -> bool {
    let rows = table.rows.iter().filter(|row| dated(row).is_some()).count();
    let has_word = |row: &Vec<Text>| {
        let said: String = row.iter().map(Text::plain).collect();
        BEGINS.iter().chain(&ENDS).any(|word| said.contains(word))
    };
    let is_sure = is_head(&table.head) || table.rows.iter().any(has_word);
    rows > usize::from(!is_sure) && rows * 2 >= table.rows.len()
}

/// Whether a row names the columns of the year and of the month.
fn is_head(row: &[Text]) -> bool {
    let mut cells = row.iter().map(Text::plain);
    cells.next().is_some_and(|cell| cell.trim() == "年")
        && cells.next().is_some_and(|cell| cell.trim() == "月")
}

/// Returns the month of a row, its text, and its other cells.
fn dated(row: &[Text]) -> Option<(Month, Text, Vec<Text>)> {
    let mut cells = row.iter().filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    row.first().filter(|cell| !cell.is_empty())?;
    let month = match month(&compact(&first.plain())) {
        Some(month) => month,
        None => (year(&compact(&first.plain()))?, number(&compact(&cells.next()?.plain()), '月')?),
    };
    let text = cells.next()?;
    let is_dense = text.plain().chars().any(perfil_text::is_spaceless);
    let is_date = (1..=12).contains(&month.1) && is_dense;
    is_date.then(|| (month, text.clone(), cells.cloned().collect()))
}

/// Reads `2019年10月`.
fn month(text: &str) -> Option<Month> {
    let (before, rest) = text.split_once('年')?;
    Some((year(before)?, rest.strip_suffix('月')?.parse().ok()?))
}

/// Reads `2019`, `2019年`, `平成31` and `令和元年`.
fn year(text: &str) -> Option<u16> {
    let text = text.strip_suffix('年').unwrap_or(text);
    let era = ERAS.iter().find_map(|(era, base)| Some((text.strip_prefix(era)?, base)));
    match era {
        Some(("元", base)) => Some(base + 1),
        Some((year, base)) => year.parse::<u8>().ok().map(|year| base + u16::from(year)),
        None => text.parse().ok().filter(|year| (1900..2080).contains(year)),
    }
}

fn number(text: &str, unit: char) -> Option<u8> {
    text.strip_suffix(unit).unwrap_or(text).parse().ok()
}

/// Returns a text without space, its digits as ASCII.
fn compact(text: &str) -> String {
    let ascii = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + 48).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(ascii).collect()
}

/// A form that is being read.
struct Form {
    done: Vec<Block>,
    entries: Vec<Entry>,
    /// The level of the last heading, and its text.
    level: u8,
    title: String,
}

impl Form {
    fn paragraph(&mut self, lines: Vec<Text>) {
        let rows: Vec<Vec<Text>> = lines.iter().map(Text::cells).collect();
        let is_row = |row: &Vec<Text>| {
            row.len() > 2 && (is_head(row) || dated(row).is_some())
                || (self.entries.iter().any(|entry| entry.is_open) && is_until_now(row))
        };
        if rows.iter().all(is_row) {
            return rows.iter().for_each(|row| self.row(row));
        }
        self.close();
        self.done.push(Block::Paragraph(lines));
    }

    fn row(&mut self, row: &[Text]) {
        if let Some((month, text, others)) = dated(row) {
            self.entry(month, &text);
            if let Some(entry) = self.entries.last_mut() {
                entry.notes.extend(others);
            }
            return;
        }
        let filled: Vec<Text> = row.iter().filter(|cell| !cell.is_empty()).cloned().collect();
        let open = self.entries.iter_mut().rev().find(|entry| entry.is_open);
        if let Some(entry) = open.filter(|_| is_until_now(&filled)) {
            entry.end = Some(End::Now);
            entry.is_open = false;
            entry.notes.extend(filled);
        } else if let Some(title) = title(row, &filled) {
            self.close();
            let said = title.plain();
            if said != std::mem::replace(&mut self.title, said.clone()) {
                self.done.push(Block::Heading { level: self.level, text: title });
            }
        } else if !filled.is_empty() {
            self.close_all_but_open();
            let last = self.entries.last_mut().filter(|_| !is_head(row));
            if let Some(entry) = last {
                entry.notes.extend(filled);
            } else {
                self.close();
                self.done.push(Block::Paragraph(filled));
            }
        }
    }

    /// Adds a row with a date: a new entry, or the end of one.
    fn entry(&mut self, month: Month, text: &Text) {
        let plain = text.plain();
        let at = |words: &[&str]| words.iter().filter_map(|word| plain.find(word)).min();
        // `入社。` and `入社予定` are in a sentence.
        let is_ended = |rest: &str| {
            rest.chars().next().is_none_or(|c| c.is_whitespace() || "（(【[・／/".contains(c))
        };
        let begins = BEGINS.iter().filter_map(|word| Some((plain.find(word)?, word.len())));
        let begins = begins.filter(|(at, length)| plain.get(at + length..).is_some_and(is_ended));
        let begin = begins.map(|(at, _)| at).min();
        if let (None, Some(_)) = (begin, at(&ENDS))
            && let Some(entry) = self.open_for(&plain)
        {
            entry.end = Some(End::At(month));
            entry.is_open = false;
            let name = entry.name.plain();
            let rest = plain.strip_prefix(name.trim()).map_or(0, |rest| plain.len() - rest.len());
            entry.notes.push(text.part(rest..plain.len()));
            return;
        }
        let is_now = UNTIL_NOW.iter().any(|now| plain.contains(now));
        let cut =
            begin.filter(|at| plain.get(..*at).is_some_and(|it| it.trim().chars().count() > 1));
        let (name, notes) = match cut {
            Some(at) => (text.part(0..at), vec![text.part(at..plain.len())]),
            None => (text.clone(), Vec::new()),
        };
        let end = is_now.then_some(End::Now);
        let is_open = begin.is_some() && !is_now;
        self.entries.push(Entry { start: month, end, name: name.spaced(), notes, is_open });
    }

    /// Returns the entry that a row ends: the one that it names, or the last one.
    fn open_for(&mut self, plain: &str) -> Option<&mut Entry> {
        let said = compact(plain);
        let is_named = |entry: &Entry| said.contains(&compact(&entry.name.plain()));
        let is_open = |entry: &&mut Entry| entry.is_open;
        let is_same = SAME.iter().any(|word| said.starts_with(word));
        let named = self.entries.iter().rposition(|entry| entry.is_open && is_named(entry));
        let count = self.entries.iter().filter(|entry| entry.is_open).count();
        let is_last = self.entries.last().is_some_and(|entry| entry.is_open) && count == 1;
        let is_free = is_same || is_last || ENDS.iter().any(|word| said.starts_with(word));
        match named {
            Some(at) => self.entries.get_mut(at),
            None => self.entries.iter_mut().rev().find(is_open).filter(|_| is_free),
        }
    }

    /// Writes the entries before the last one that may still end.
    fn close_all_but_open(&mut self) {
        let first = self.entries.iter().position(|entry| entry.is_open);
        let rest =
            self.entries.split_off(first.unwrap_or(self.entries.len()).min(self.entries.len()));
        if rest.is_empty() {
            return self.close();
        }
        self.close();
        self.entries = rest;
    }

    /// Writes the entries.
    fn close(&mut self) {
        for entry in std::mem::take(&mut self.entries) {
            let written = |(year, month): Month| format!("{year}年{month}月");
            let start = written(entry.start);
            let date = match entry.end {
                Some(End::At(end)) => format!("{start}～{}", written(end)),
                Some(End::Now) => format!("{start}～現在"),
                None => start,
            };
            let mut line = Text::of(&date, entry.name.span());
            line.append("\t", &entry.name);
            line.is_broken = true;
            self.done.push(Block::Paragraph(vec![line]));
            if !entry.notes.is_empty() {
                self.done.push(Block::Paragraph(vec![entry.notes.iter().fold(
                    Text::default(),
                    |mut all, note| {
                        all.append(" · ", &note.spaced());
                        all
                    },
                )]));
            }
        }
    }
}

/// Whether a row says that the last entry goes on.
fn is_until_now(row: &[Text]) -> bool {
    let said: String = row.iter().map(|cell| compact(&cell.plain())).collect();
    UNTIL_NOW.iter().any(|now| said.starts_with(now)) && said.chars().count() < 12
}

/// Returns the title of the rows below: the topic in a row that has nothing else, or beside the names of the
/// columns.
fn title(row: &[Text], filled: &[Text]) -> Option<Text> {
    let text = match filled {
        [text] => text,
        [_, _, text] if is_head(row) => text,
        _ => return None,
    };
    let said = compact(&text.plain());
    let is_both = said.contains('学') && said.contains('職');
    let found = matched(&said).filter(|found| !is_both && found.is_whole)?;
    let is_list = matches!(found.topic, Topic::List(_));
    is_list.then(|| Text::of(&said, around([text.span()].into_iter())))
}
