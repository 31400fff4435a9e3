//! Formats a table in plain text: the first column holds names, the others numbers.

use std::fmt::Display;

/// Makes every column as wide as its longest cell; `rows` begins with the headings.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().enumerate().map(|(column, cell)| match (column, width(column)) {
            (0, width) => format!("{cell:<width$}"),
            (_, width) => format!("{cell:>width$}"),
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// Formats displayable values as the cells of a row.
pub(crate) fn row<const N: usize>(cells: [&dyn Display; N]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_left_aligned_and_numbers_right_aligned() {
        let rows = [row([&"page", &"raw"]), row([&"en/index.html", &7]), row([&"404.html", &1234])];
        let expected = "page            raw\nen/index.html     7\n404.html       1234\n";
        assert_eq!(aligned(&rows), expected);
    }
}
