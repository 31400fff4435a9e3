//! What the lines of a document have in common: their distances, and their edges.

use super::lines::Line;

/// Whether a line begins with a label, such as `Phone:`, which is never within a paragraph.
pub(super) fn begins_with_label(text: &str) -> bool {
    let words = text.split_whitespace().take(3);
    let is_upper = text.chars().next().is_some_and(char::is_uppercase);
    is_upper && words.into_iter().any(|word| word.len() > 2 && word.ends_with(':'))
}

/// Whether a line ends in the middle of a word.
pub(super) fn ends_in_hyphen(text: &str) -> bool {
    let mut characters = text.chars().rev();
    let last = characters.next();
    let before = characters.next();
    last == Some('\u{ad}')
        || (matches!(last, Some('-' | '‐')) && before.is_some_and(char::is_alphabetic))
}

/// Returns the usual distance of lines, in sizes of their font.
pub(super) fn leading(lines: &[Line]) -> f64 {
    let mut distances: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| {
            let [a, b] = pair else { return None };
            let is_same = a.zone == b.zone && (a.size - b.size).abs() < 0.3;
            let distance = (b.base - a.base) / b.size.max(1.0);
            (is_same && (0.9..2.2).contains(&distance)).then_some(distance)
        })
        .collect();
    distances.sort_by(f64::total_cmp);
    // Below the middle, because distances between paragraphs are among them.
    distances.get(distances.len() * 2 / 5).copied().unwrap_or(1.3)
}

/// Returns the edges of each zone.
pub(super) fn edges(lines: &[Line]) -> Vec<(f64, f64)> {
    let count = lines.iter().map(|line| line.zone + 1).max().unwrap_or_default();
    let mut edges = vec![(f64::INFINITY, 0.0_f64); count];
    for line in lines {
        if let Some((left, right)) = edges.get_mut(line.zone) {
            *left = left.min(line.left);
            *right = right.max(line.right);
        }
    }
    edges
}

/// Whether two lines have one size: programs that fill a box make the second a little smaller.
pub(super) fn is_same_size(first: f64, second: f64) -> bool {
    (first - second).abs() < (0.04 * first).max(0.6)
}
