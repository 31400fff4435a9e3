//! Joins the two dates of a period that have a label each: `Start: March 2019` above `End: May 2021`.

use crate::dates::is_now;
use crate::document::blocks::Block;
use crate::document::headings::normalized;
use crate::document::listed_entries::label_of_line;
use crate::document::period::Dates;
use crate::document::text::Text;

/// What announces the first date of a period, in folded words.
const STARTS: [&str; 37] = [
    "start",
    "start date",
    "begin",
    "started",
    "joined",
    "joining date",
    "date of joining",
    "inicio",
    "data de inicio",
    "fecha de inicio",
    "ingreso",
    "fecha de ingreso",
    "admissao",
    "data de admissao",
    "entrada",
    "data de entrada",
    "debut",
    "date de debut",
    "date dentree",
    "inizio",
    "data inizio",
    "data di inizio",
    "beginn",
    "von",
    "eintritt",
    "startdatum",
    "od",
    "data rozpoczecia",
    "rozpoczecie",
    "начало",
    "дата начала",
    "baslangic",
    "入社",
    "开始时间",
    "入职时间",
    "mulai",
    "from",
];

/// What announces the second one.
const ENDS: [&str; 42] = [
    "end",
    "end date",
    "ended",
    "left",
    "leaving date",
    "date of leaving",
    "fim",
    "termino",
    "data de termino",
    "data de fim",
    "fecha de fin",
    "fecha de termino",
    "fecha de finalizacion",
    "fecha de egreso",
    "egreso",
    "fecha de salida",
    "salida",
    "retiro",
    "fecha de retiro",
    "cese",
    "demissao",
    "data de demissao",
    "desligamento",
    "saida",
    "data de saida",
    "fin",
    "date de fin",
    "date de sortie",
    "fine",
    "data fine",
    "data di fine",
    "ende",
    "bis",
    "austritt",
    "enddatum",
    "do",
    "data zakonczenia",
    "окончание",
    "дата окончания",
    "bitis",
    "结束时间",
    "离职时间",
];

/// The longest line that has both dates, in bytes.
const MAX_LINE: usize = 160;

/// The longest label, in bytes.
const MAX_LABEL: usize = 40;

/// Joins the dates in two lines that follow each other, or within one line.
pub(super) fn in_blocks(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        match &mut block {
            Block::Paragraph(lines) => {
                in_lines(lines, dates);
                if let Some(Block::Paragraph(above)) = all.last_mut()
                    && let (Some(last), Some(first)) = (above.last_mut(), lines.first())
                    && let Some(whole) = joined(last, first, dates)
                {
                    *last = whole;
                    lines.remove(0);
                }
            }
            Block::List { items, .. } => {
                for item in items {
                    *item = in_blocks(std::mem::take(item), dates);
                }
            }
            _ => {}
        }
        if !matches!(&block, Block::Paragraph(lines) if lines.is_empty()) {
            all.push(block);
        }
    }
    all
}

fn in_lines(lines: &mut Vec<Text>, dates: &Dates) {
    for line in lines.iter_mut() {
        if let Some(whole) = within(line, dates) {
            *line = whole;
        }
    }
    let mut at = 1;
    while let (Some(above), Some(below)) = (lines.get(at - 1), lines.get(at)) {
        match joined(above, below, dates) {
            Some(whole) => {
                lines.remove(at);
                if let Some(line) = lines.get_mut(at - 1) {
                    *line = whole;
                }
            }
            None => at += 1,
        }
    }
}

/// Returns the period of a line that has both dates: `Start: 2019 – End: 2021`.
fn within(line: &Text, dates: &Dates) -> Option<Text> {
    let plain = line.plain();
    let at = plain.find([':', '：']).filter(|_| plain.len() <= MAX_LINE)?;
    if !STARTS.contains(&&*normalized(plain.get(..at)?)) {
        return None;
    }
    // The label of the end is before the second colon.
    let colon = at + 1 + plain.get(at + 1..)?.find([':', '：'])?;
    let starts = plain.get(..colon)?.char_indices().rev().filter(|(_, c)| !c.is_alphabetic());
    let mut cuts = starts.map(|(at, c)| at + c.len_utf8()).filter(|cut| *cut > at);
    cuts.find_map(|cut| joined(&line.part(0..cut), &line.part(cut..plain.len()), dates))
}

/// Returns two lines as one period, if they are its dates with their labels.
fn joined(above: &Text, below: &Text, dates: &Dates) -> Option<Text> {
    let start = announced(above, &STARTS)?;
    let end = announced(below, &ENDS)?;
    let is_date = |text: &Text| {
        let plain = text.plain();
        dates.find(&plain).is_some_and(|period| !period.is_range && period.range.start == 0)
    };
    if !is_date(&start) || !(is_date(&end) || is_now(&end.plain())) {
        return None;
    }
    let mut whole = start;
    whole.append(" – ", &end);
    whole.is_broken = below.is_broken;
    Some(whole)
}

/// Returns what one of these labels announces in a line.
fn announced(line: &Text, labels: &[&str]) -> Option<Text> {
    let (label, said) = label_of_line(line).filter(|(label, _)| label.len() <= MAX_LABEL)?;
    let plain = said.plain();
    let end = plain.trim_end_matches(|c: char| c.is_whitespace() || "-–—|,;/".contains(c)).len();
    labels.contains(&&*normalized(&label)).then(|| said.part(0..end).trimmed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_announce_both_dates() {
        let text = |text: &str| Text::of(text, 1..2);
        let dates = Dates::of(&[], Vec::new());
        let lines = |all: &[&str]| Block::Paragraph(all.iter().map(|it| text(it)).collect());
        let plain = |blocks: Vec<Block>| -> Vec<String> {
            let mut texts = Vec::new();
            for block in &blocks {
                block.texts(&mut texts);
            }
            texts.into_iter().map(Text::plain).collect()
        };
        for (blocks, wanted) in [
            (vec![lines(&["Start: March 2019", "End: May 2021"])], "March 2019 – May 2021"),
            (vec![lines(&["Início: 03/2019"]), lines(&["Término: 05/2021"])], "03/2019 – 05/2021"),
            (vec![lines(&["Inicio: 03/2019 Fin: Actualidad"])], "03/2019 – Actualidad"),
            (vec![lines(&["Start date: 2019 | End date: 2021"])], "2019 – 2021"),
        ] {
            assert_eq!(plain(in_blocks(blocks, &dates)), [wanted]);
        }
        let other = vec![lines(&["Start: the harbour", "End: the lighthouse"])];
        assert_eq!(in_blocks(other.clone(), &dates), other);
    }
}
