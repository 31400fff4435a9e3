//! Splits the lines of forms of East Asia in which several labels with values are beside each other:
//! `姓名：李雷　专业：数学`.

use crate::document::contacts::MAX_LINE;
use crate::document::text::Text;
use perfil_text::is_spaceless;

/// The longest label, in characters.
const MAX_LABEL: usize = 8;

/// Returns a line in parts that each begin with a label, if it has several.
pub(in crate::document) fn split(line: &Text, plain: &str) -> Option<Vec<Text>> {
    let colons: Vec<usize> = plain.match_indices([':', '：']).map(|(at, _)| at).collect();
    let (first, others) = colons.split_first()?;
    let is_label = |text: &str| text.chars().all(|c| c.is_whitespace() || is_spaceless(c));
    if plain.len() > MAX_LINE || others.is_empty() || !is_label(plain.get(..*first)?) {
        return None;
    }
    let mut starts = vec![0];
    let mut from = *first;
    for at in others {
        let sign = plain.get(from..)?.chars().next()?.len_utf8();
        let between = plain.get(from + sign..*at)?;
        if let Some(start) = label_start(between) {
            starts.push(from + sign + start);
        }
        from = *at;
    }
    let ends = starts.iter().skip(1).copied().chain([plain.len()]);
    let parts: Vec<Text> =
        starts.iter().zip(ends).map(|(start, end)| line.part(*start..end).trimmed()).collect();
    (parts.len() > 1).then_some(parts)
}

/// Returns where a label begins after a value: in the last word, or in the last letters if they have space between
/// them.
fn label_start(between: &str) -> Option<usize> {
    let words: Vec<&str> = between.split_whitespace().collect();
    let is_letter = |word: &&&str| word.chars().count() == 1 && word.chars().all(is_spaceless);
    let letters = words.iter().rev().take_while(is_letter).count();
    let count = match letters {
        0 => 1,
        4 => 4,
        _ => 2,
    };
    let at = words.len().checked_sub(count).filter(|at| *at > 0)?;
    let label = words.get(at..)?;
    let length: usize = label.iter().map(|word| word.chars().count()).sum();
    let is_own = length <= MAX_LABEL && label.iter().all(|word| word.chars().all(is_spaceless));
    let mut start = between.trim_end().len();
    for word in label.iter().rev() {
        start = between.get(..start)?.rfind(word)?;
    }
    is_own.then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_beside_each_other_are_apart() {
        for (line, expected) in [
            ("姓名：李雷\t专业：数学", vec!["姓名：李雷", "专业：数学"]),
            ("姓 名：李雷 性 别：男", vec!["姓 名：李雷", "性 别：男"]),
            ("氏名：山田 花子", Vec::new()),
            ("邮箱：mira@example.org", Vec::new()),
            ("博客：https://mira.example/", Vec::new()),
        ] {
            let text = Text::of(line, 0..line.len());
            let done = split(&text, line).unwrap_or_default();
            assert_eq!(done.iter().map(Text::plain).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
