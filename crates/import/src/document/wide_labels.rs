//! Reads the labels of forms, in which space only makes a word wider.

pub(super) mod beside;

use super::letterhead::Segment;
use super::person::can_be_name;
use super::text::Text;
use super::vocabulary::{Kind, label};

/// Reads a label whose letters have space between them: `姓　　名：`.
pub(super) fn wide_label(line: &Text, plain: &str) -> Option<Segment> {
    if let Some((at, sign)) = plain.char_indices().find(|(_, c)| [':', '：'].contains(c))
        && let Some(name) = plain.get(..at)
        && name.chars().all(|c| c.is_whitespace() || perfil_text::is_spaceless(c))
    {
        // `姓　　名：`: space only makes the label wider.
        let compact: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let value = line.part(at + sign.len_utf8()..plain.len());
        let text = Text::of(&compact, line.part(0..at).span());
        let kind = label(&compact);
        if compact != name {
            return Some(Segment { label: Some(text), kind, text: value });
        }
        // `氏名：山田　花子`: the gap is within the name.
        let value = value.spaced();
        let is_other = value.plain().contains([':', '：']);
        let is_name = kind == Some(Kind::NameLabel) && can_be_name(&value.plain()) && !is_other;
        return is_name.then_some(Segment { label: Some(text), kind, text: value });
    }
    // `氏名　山田 花子` and `氏　　名　山田 花子`, as forms have it.
    let mut words = plain.split_whitespace();
    let (first, last) = (words.next()?, words.next()?);
    if first.chars().all(perfil_text::is_spaceless) && label(first) == Some(Kind::NameLabel) {
        let start = plain.find(first)? + first.len();
        let (own, text) = (line.part(0..start), line.part(start..plain.len()).spaced());
        let segment = Segment { label: Some(own), kind: Some(Kind::NameLabel), text };
        return Some(segment).filter(|it| can_be_name(&it.text.plain()));
    }
    let is_letter =
        |word: &str| word.chars().count() == 1 && word.chars().all(perfil_text::is_spaceless);
    let kind = label(&format!("{first}{last}")).filter(|_| is_letter(first) && is_letter(last))?;
    let Some(next) = words.next() else {
        // The name is elsewhere: one syllable is none.
        let is_name = kind == Kind::NameLabel;
        let label = Some(Text::of(&format!("{first}{last}"), line.span()));
        return is_name.then(|| Segment { label, kind: Some(kind), text: Text::default() });
    };
    let start = plain.find(next)?;
    let text = line.part(start..plain.len()).spaced();
    Some(Segment { label: Some(line.part(0..start)), kind: Some(kind), text })
}
