//! Makes tables and headings of the blocks that HTML puts into them.

use super::blocks::{Block, Table};
use super::column_names::names;
use super::headings::{matched, normalized};
use super::text::{Part, Text, joined};
use super::vocabulary::{Kind, label};

/// What people write above the first of two columns.
const NAMES: &[&str] = &[
    "key",
    "field",
    "item",
    "title",
    "name",
    "property",
    "attribute",
    "category",
    "label",
    "what",
    "area",
    "areas",
    "domain",
    "bereich",
    "domaine",
    "ambito",
    "obszar",
    "область",
    "分野",
    "领域",
    "분야",
    "campo",
    "clave",
    "elemento",
    "champ",
    "element",
    "feld",
    "merkmal",
    "chave",
    "item",
    "voce",
    "pole",
    "поле",
    "параметр",
    "alan",
    "項目",
    "项目",
    "欄位",
    "항목",
    "구분",
    "مجال",
    "חקל",
    "분류",
];

/// What people write above the second.
const VALUES: &[&str] = &[
    "value",
    "values",
    "details",
    "detail",
    "description",
    "content",
    "contents",
    "info",
    "information",
    "tools",
    "technologies",
    "tools and technologies",
    "technology",
    "tech stack",
    "stack",
    "werkzeuge",
    "technologien",
    "outils",
    "herramientas",
    "tecnologias",
    "ferramentas",
    "strumenti",
    "tecnologie",
    "narzedzia",
    "technologie",
    "инструменты",
    "технологии",
    "araclar",
    "teknolojiler",
    "ツール",
    "技術",
    "工具",
    "技术",
    "기술",
    "valor",
    "detalle",
    "detalles",
    "valeur",
    "wert",
    "inhalt",
    "angabe",
    "valore",
    "wartosc",
    "значение",
    "deger",
    "内容",
    "內容",
    "詳細",
    "説明",
    "值",
    "값",
    "내용",
    "قيمة",
    "ערך",
];

pub(super) fn first_text(blocks: &[Block]) -> Text {
    let mut texts = Vec::new();
    for block in blocks {
        block.texts(&mut texts);
    }
    joined(&texts.into_iter().cloned().collect::<Vec<_>>())
}

/// Adds a heading; blocks that HTML puts into one follow it.
pub(super) fn heading(level: u8, blocks: Vec<Block>, all: &mut Vec<Block>) {
    let mut title = Text::default();
    let mut others = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(lines) if title.is_empty() => title = joined(&lines),
            Block::Paragraph(lines) => title.append(" ", &joined(&lines)),
            other => others.push(other),
        }
    }
    if !title.is_empty() {
        all.push(Block::Heading { level, text: title });
    }
    all.append(&mut others);
}

/// Adds a table of data; one that only places blocks beside each other becomes its blocks.
pub(super) fn table(mut rows: Vec<Vec<(bool, Vec<Block>)>>, all: &mut Vec<Block>) {
    rows.retain(|row| row.iter().any(|(_, blocks)| !blocks.is_empty()));
    without_separators(&mut rows);
    let is_text = |blocks: &Vec<Block>| matches!(blocks.as_slice(), [] | [Block::Paragraph(_)]);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_data = columns > 1 && rows.iter().flatten().all(|(_, blocks)| is_text(blocks));
    if !is_data {
        all.extend(rows.into_iter().flatten().flat_map(|(_, blocks)| blocks));
        return;
    }
    let mut table = Table::default();
    for (index, row) in rows.into_iter().enumerate() {
        let is_head = index == 0 && row.iter().all(|(is_head, _)| *is_head);
        let cells: Vec<Text> = row.iter().map(|(_, blocks)| first_text(blocks)).collect();
        if is_head {
            table.head = cells;
        } else {
            table.rows.push(cells);
        }
    }
    all.push(Block::Table(table));
}

/// Removes the columns that only have the colons between two others.
fn without_separators(rows: &mut [Vec<(bool, Vec<Block>)>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    for column in (0..columns).rev() {
        let mut cells = rows.iter().filter_map(|row| row.get(column));
        let is_separator = |(_, blocks): &(bool, Vec<Block>)| {
            matches!(first_text(blocks).plain().trim(), ":" | "：" | "-" | "–" | "|")
        };
        if rows.iter().any(|row| row.len() > 2) && cells.all(is_separator) {
            for row in rows.iter_mut().filter(|row| row.len() > column) {
                row.remove(column);
            }
        }
    }
}

/// Whether a cell names a column of entries.
pub(super) fn is_column(cell: &Text) -> bool {
    const LEVELS: &[&str] = &[
        "level",
        "proficiency",
        "fluency",
        "nivel",
        "niveau",
        "nível",
        "livello",
        "nivå",
        "taso",
        "poziom",
        "уровень",
        "seviye",
        "レベル",
        "水平",
        "程度",
        "수준",
    ];
    let plain = cell.plain();
    let is_level = LEVELS.iter().any(|word| normalized(word) == normalized(&plain));
    let is_topic = matched(&plain).is_some_and(|found| found.is_exact);
    names(cell, Kind::PeriodLabel)
        || names(cell, Kind::FirmLabel)
        || label(&plain).is_some()
        || is_level
        || is_topic
}

/// Whether the head of a table of two columns says only that it has names and values.
pub(super) fn is_blank_head(head: &[Text]) -> bool {
    let is = |cell: &Text, words: &[&str]| {
        let plain = normalized(&cell.plain());
        plain.is_empty() || words.iter().any(|word| normalized(word) == plain)
    };
    matches!(head, [name, value] if is(name, NAMES) && is(value, VALUES))
}

/// Returns the cells of a row: first the organisation and the position, if the columns say so.
pub(super) fn in_order(head: &[Text], row: &[Text], is_dated: impl Fn(&Text) -> bool) -> Vec<Text> {
    let order = |index: usize| {
        let is_of = |kind| head.get(index).is_some_and(|name| names(name, kind));
        match (is_of(Kind::FirmLabel), is_of(Kind::HeadlineLabel)) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2,
        }
    };
    let filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    // A number says nothing without the name of its column.
    let named = |index: usize, cell: &Text| {
        let plain = cell.plain();
        let has_digit =
            plain.contains(|c: char| c.is_ascii_digit()) && plain.split_whitespace().count() < 4;
        match head.get(index).filter(|name| has_digit && !name.is_empty() && !is_column(name)) {
            Some(name) if !is_dated(cell) => {
                let mut named = name.clone();
                named.append(": ", cell);
                cell_of(&named)
            }
            _ => cell_of(cell),
        }
    };
    let mut cells: Vec<(usize, Text)> =
        filled.map(|(index, cell)| (order(index), named(index, cell))).collect();
    cells.sort_by_key(|(order, _)| *order);
    let has = |part: usize| cells.iter().any(|(order, _)| *order == part);
    let are_named = has(0) && has(1) && cells.iter().any(|(_, cell)| is_dated(cell));
    let marked = |(order, cell): (usize, Text)| match order {
        0 if are_named => Text { parts: vec![(Part::Name, cell.clone())], ..cell },
        1 if are_named => Text { parts: vec![(Part::Position, cell.clone())], ..cell },
        _ => cell,
    };
    cells.into_iter().map(marked).collect()
}

/// Returns a cell as a text that knows that it is one.
pub(super) fn cell_of(cell: &Text) -> Text {
    Text { is_cell: true, ..cell.clone() }
}
