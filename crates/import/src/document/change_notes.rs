//! Leaves out the lines that only say when a document was last changed: a profile on a site is always of today.

use super::blocks::Block;
use super::headings::normalized;
use super::period::Dates;
use super::text::Text;
use perfil_source::Problem;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What such a line says besides the date, in folded words, in the languages of CVs.
const NOTES: [&str; 46] = [
    "last updated",
    "last update",
    "last modified",
    "last revised",
    "last revision",
    "updated",
    "revised",
    "as of",
    "zuletzt aktualisiert",
    "letzte aktualisierung",
    "aktualisiert",
    "stand",
    "derniere mise a jour",
    "mis a jour",
    "mise a jour",
    "actualise",
    "ultima actualizacion",
    "actualizado",
    "ultima atualizacao",
    "atualizado",
    "ultimo aggiornamento",
    "aggiornato",
    "laatst bijgewerkt",
    "laatste update",
    "senast uppdaterad",
    "sist oppdatert",
    "sidst opdateret",
    "ostatnia aktualizacja",
    "zaktualizowano",
    "aktualizacja",
    "naposledy aktualizovano",
    "posledni aktualizace",
    "последнее обновление",
    "обновлено",
    "останнє оновлення",
    "оновлено",
    "son guncelleme",
    "guncellendi",
    "최종 업데이트",
    "마지막 업데이트",
    "최종 수정",
    "最終更新",
    "最終更新日",
    "更新日",
    "最后更新",
    "最后更新于",
];

/// The same, as the words of a line are compared with it.
static KNOWN: LazyLock<HashSet<String>> =
    LazyLock::new(|| NOTES.iter().map(|note| normalized(note)).collect());

/// The Japanese word for the day on which something is true; the same word is the end of a period that goes on.
const AS_OF: &str = "現在";

/// The most bytes of such a line.
const MAX_LINE: usize = 80;

/// Leaves the lines out, and reports them.
pub(super) fn left_out(
    mut blocks: Vec<Block>,
    dates: &Dates,
    report: &mut Vec<Problem>,
) -> Vec<Block> {
    for block in &mut blocks {
        let Block::Paragraph(lines) = block else { continue };
        for line in lines.extract_if(.., |line| is_note(line, dates)) {
            let message = format!(
                "{:?} says only when the document was changed, so it is left out",
                line.plain()
            );
            let remedy = "A page on a site needs no such line.";
            report.push(Problem::warning(Some(line.span()), message, remedy));
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn is_note(line: &Text, dates: &Dates) -> bool {
    let plain = line.plain();
    if plain.len() > MAX_LINE {
        return false;
    }
    let Some(period) = dates.find(&plain) else { return false };
    let written = plain.get(period.range.clone()).unwrap_or_default();
    let mut rest = plain.clone();
    rest.replace_range(period.range.clone(), " ");
    let is_alone = !rest.chars().any(char::is_alphanumeric);
    let is_as_of = |text: &str| text.trim().trim_end_matches(['）', ')']).ends_with(AS_OF);
    let rest = normalized(&rest);
    if (is_alone && is_as_of(written) && !written.contains(['〜', '～', '~', '-', '–', '—', '－']))
        || (is_as_of(&plain) && rest == normalized(AS_OF))
    {
        return true;
    }
    // A word such as `in` or `am`, and a day such as `28th`, may be between the note and the date.
    let mut words: Vec<&str> = rest.split(' ').collect();
    while words
        .pop_if(|last| last.len() < 4 || last.starts_with(|c: char| c.is_ascii_digit()))
        .is_some()
    {}
    !period.is_range && (is_known(&rest) || is_known(&words.join(" ")))
}

fn is_known(words: &str) -> bool {
    KNOWN.contains(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_notes_about_the_document_are_left_out() {
        let left = |text: &str| {
            let blocks = vec![Block::Paragraph(vec![Text::of(text, 1..2)])];
            left_out(blocks, &Dates::default(), &mut Vec::new()).is_empty()
        };
        for note in [
            "Last updated in December 2024",
            "Last updated: 2024-05-03",
            "(Updated May 2024)",
            "Last Updated on 28th November 2026",
            "Stand: März 2024",
            "Dernière mise à jour en juin 2025",
            "Última actualización: 03/2025",
            "2024年4月1日現在",
            "2024年4月1日 現在",
            "最終更新日：2025年7月3日",
        ] {
            assert!(left(note), "{note}");
        }
        for text in [
            "2015年4月〜現在",
            "Kestrel, since December 2024",
            "Last updated the fleet of Kestrel in 2024",
            "Updated 2019 – 2021",
            "December 2024",
        ] {
            assert!(!left(text), "{text}");
        }
    }
}
