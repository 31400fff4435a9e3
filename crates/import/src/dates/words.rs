//! The words around a date.

use super::{Style, months};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What follows the number of a day.
pub(super) const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "º", "o", "e"];

/// Words before the start of what goes on.
pub(super) const SINCE: &[&str] =
    &["since", "seit", "ab", "depuis", "desde", "dal", "dalla", "da", "sinds", "od", "с", "з"];

/// What people write between the two dates of a period.
pub(super) const DASHES: &[&str] = &[
    " - ",
    " – ",
    " — ",
    "–",
    "—",
    " to ",
    " until ",
    " bis ",
    " a ",
    " à ",
    " ~ ",
    "~",
    "～",
    "〜",
    "‒",
    "−",
    "―",
    "→",
    "->",
    "－",
    "到",
    " / ",
    "/ ",
    "至",
    "から",
    "부터",
    " hasta ",
    " jusqu'à ",
    " jusqu’à ",
    " fino a ",
    " fino al ",
    " thru ",
    " up to ",
    " au ",
    " tot ",
    " do ",
    " по ",
    " до ",
    " till ",
    " through ",
    " até ",
    " al ",
    " ao ",
    " til ",
    " till ",
    " đến ",
    " tới ",
    " sampai ",
    " hingga ",
    " s/d ",
    " إلى ",
    " الى ",
    " حتى ",
    " تا ",
    " से ",
    " থেকে ",
    " ile ",
    "-",
];

/// Words that add nothing to a date.
const FILLERS: &[&str] = &[
    "of",
    "in",
    "the",
    "de",
    "del",
    "d",
    "do",
    "da",
    "den",
    "g",
    "г",
    "год",
    "года",
    "р",
    "рік",
    "року",
    "year",
    "ano",
    "año",
    "since",
    "from",
    "seit",
    "ab",
    "von",
    "vom",
    "depuis",
    "le",
    "du",
    "dem",
    "desde",
    "dal",
    "dalla",
    "sinds",
    "od",
    "с",
    "з",
    "до",
    "thang",
    "nam",
    "expected",
    "anticipated",
    "graduation",
    "est",
    "estimated",
    "ca",
    "circa",
    "approx",
    "about",
    "ad",
    "um",
    "early",
    "late",
    "mid",
    "beginning",
    "end",
    "anfang",
    "ende",
    "mitte",
    "principios",
    "mediados",
    "finales",
    "inicio",
    "início",
    "meados",
    "finais",
    "début",
    "fin",
    "inizio",
    "fine",
    "begin",
    "eind",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "through",
    "until",
];

/// Parts of a year that are no months.
const SEASONS: &[&str] = &[
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
    "q1",
    "q2",
    "q3",
    "q4",
    "semester",
    "term",
    "h1",
    "h2",
    "primavera",
    "verano",
    "otono",
    "invierno",
    "printemps",
    "ete",
    "automne",
    "hiver",
    "fruhling",
    "fruhjahr",
    "sommer",
    "herbst",
    "estate",
    "autunno",
    "inverno",
    "verao",
    "outono",
    "voorjaar",
    "lente",
    "zomer",
    "herfst",
    "ws",
    "ss",
    "wise",
    "sose",
    "var",
    "host",
    "vinter",
    "wiosna",
    "lato",
    "jesien",
    "zima",
    "весна",
    "лето",
    "осень",
];

/// The words that add nothing to a date, folded.
static FOLDED_FILLERS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| FILLERS.iter().map(|word| perfil_text::fold(word)).collect());

/// The parts of a year, folded.
static FOLDED_SEASONS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| SEASONS.iter().map(|word| perfil_text::fold(word)).collect());

/// Returns every word around dates.
pub(super) fn around() -> impl Iterator<Item = &'static str> {
    FILLERS.iter().chain(SEASONS).chain(ORDINALS).copied()
}

/// Returns a text with a space between a month and the year that is joined to it: `Aug2018`, `Feb’18`.
pub(super) fn apart(text: String) -> String {
    let is_year = |rest: &str| {
        let rest = rest.strip_prefix(['\'', '’']).map_or((rest, 4), |rest| (rest, 2));
        rest.0.chars().take_while(char::is_ascii_digit).count() == rest.1
    };
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        if letters > 2 && is_year(rest) {
            return format!("{before} {rest}");
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
    }
    text
}

/// Whether a folded word adds nothing to a date.
pub(super) fn is_filler(word: &str) -> bool {
    FOLDED_FILLERS.contains(word)
}

/// Whether a folded word is a part of a year.
pub(super) fn is_season(word: &str) -> bool {
    FOLDED_SEASONS.contains(word)
}

impl Style {
    /// Splits a text at a word, or a sign between spaces, that people write between two dates.
    pub(crate) fn at_word(text: &str) -> Option<(&str, &str)> {
        DASHES.iter().find_map(|word| text.split_once(word))
    }

    /// Whether a word names a month.
    pub(crate) fn is_month(&self, word: &str) -> bool {
        months::month(&perfil_text::fold(word), &self.rows).is_some()
    }
}
