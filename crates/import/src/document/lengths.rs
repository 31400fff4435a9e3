//! Tells how long something took, as people write it beside its dates: `2 yrs 1 mo`, `1年3ヶ月`. A page
//! calculates that itself.

use super::head_parts::SEPARATORS;
use perfil_text::fold;

/// The words for years, months and weeks.
const UNITS: &str = "y yr yrs year years yoe m mo mos mth mths month months w wk wks week weeks d day days an \
                     ans annee annees mois jour jours semaine semaines ano anos mes meses dia dias semana \
                     semanas jahr jahre jahren j jahren monat monate monaten woche wochen tag tage anno anni \
                     mese mesi settimana settimane jaar maand maanden weken ar manad manader maned maneder \
                     rok roku lata lat miesiac miesiace miesiecy roky let mesic mesice mesicu ev honap vuosi \
                     vuotta kuukausi kuukautta god goda god leta г год года лет мес месяц месяца месяцев \
                     рік роки років місяць місяці місяців yil ay tahun bulan nam thang 年 年間 年间 月 ヶ月 \
                     か月 ヵ月 カ月 ケ月 ヶ月間 か月間 个月 個月 个多月 年半 년 년간 개월 개월간 سنة سنوات سنتين \
                     شهر أشهر اشهر سال ماه שנה שנים חודש חודשים";

/// Words between them, and before the number.
const OTHERS: &str = "experience experiencia berufserfahrung and y et und e i и en og och ve とと about ca approx over almost nearly";

/// The longest text that only says how long something took, in bytes.
const MAX_LENGTH: usize = 40;

/// Whether a text says how long something took, and nothing else.
pub(super) fn is_length(text: &str) -> bool {
    if text.len() > MAX_LENGTH {
        return false;
    }
    let text = fold(text.trim().trim_matches(|c: char| "()（）[]~≈><+≥.约約, ".contains(c)));
    let (mut has_number, mut has_unit) = (false, false);
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let is_same = |c: char| {
            if is_number {
                c.is_ascii_digit() || ".,".contains(c)
            } else {
                c.is_alphabetic() || is_mark(c)
            }
        };
        let end = rest.find(|c: char| !is_same(c)).unwrap_or(rest.len());
        if end == 0 {
            if !" ,.+-/".contains(first) {
                return false;
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        if is_number {
            has_number = true;
        } else if is_in(UNITS, word) {
            has_unit = true;
        } else if !is_in(OTHERS, word) {
            return false;
        }
    }
    has_number && has_unit
}

/// Whether a number of one or two digits at this position counts years or months: `3 years`.
pub(super) fn begins_length(line: &str, start: usize) -> bool {
    let rest = line.get(start..).unwrap_or_default();
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = rest.get(digits..).unwrap_or_default();
    let word = after.split_whitespace().next().unwrap_or_default();
    (1..3).contains(&digits)
        && after.starts_with(' ')
        && word.chars().count() > 2
        && is_in(UNITS, &fold(word))
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

fn is_in(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known == word || fold(known) == word)
}

/// Returns a text without the parts that only say how long something took.
pub(super) fn without_lengths(text: &str) -> String {
    let mut cuts: Vec<usize> = vec![0, text.len()];
    let signs = SEPARATORS.iter().copied().chain(["(", ")", "（", "）", ", ", " ~ ", "·"]);
    for sign in signs {
        cuts.extend(text.match_indices(sign).flat_map(|(at, it)| [at, at + it.len()]));
    }
    cuts.sort_unstable();
    let pieces = cuts.iter().zip(cuts.iter().skip(1));
    let pieces = pieces.filter_map(|(from, to)| text.get(*from..*to));
    pieces.map(|piece| if is_length(piece) { " " } else { piece }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_numbers_of_years_and_months() {
        for text in [
            "2 yr",
            "2 yrs 1 mo",
            "(13 years 8 months)",
            "11 Monate",
            "1 an 8 mois",
            "> 3 years",
            "1年3ヶ月",
            "2년 6개월",
            "1 año y 8 meses",
            "~ 7 years",
            "3个月",
            "1 год 2 месяца",
        ] {
            assert!(is_length(text), "{text}");
        }
        for text in ["2019", "3 engineers", "Kestrel", "5 years of Rust", "12", "2 teams"] {
            assert!(!is_length(text), "{text}");
        }
        assert_eq!(without_lengths("Porto · 2 yrs (1 mo)").trim(), "Porto ·  ( )");
    }
}
