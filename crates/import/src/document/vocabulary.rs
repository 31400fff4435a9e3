//! Words that say what a part of a line is: a position, a school, a degree, a label of a letterhead.

use super::headings::normalized;
use perfil_text::is_dense;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A row for each kind of word and family of languages.
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("vocabulary.tsv"));

/// The most words of a phrase.
const MAX_WORDS: usize = 4;

/// The longest text that can be a part of a head or of a letterhead, in bytes.
const MAX_LINE: usize = 400;

/// What ends a compound word for a position in German and its neighbours.
const JOB_ENDS: [&str; 15] = [
    "entwickler",
    "ingenieur",
    "techniker",
    "mechaniker",
    "informatiker",
    "assistent",
    "leiter",
    "mitarbeiter",
    "hilfskraft",
    "fachkraft",
    "berater",
    "architekt",
    "manager",
    "utvecklare",
    "ontwikkelaar",
];

/// A kind of word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Job,
    School,
    Degree,
    Firm,
    Place,
    /// How far a study is.
    Status,
    /// A word for a street, a floor, or another part of an address.
    Street,
    /// A fact about a person that is no position: whether they are married, their sex, their photograph.
    Personal,
    Level,
    Email,
    Phone,
    Url,
    FirmLabel,
    PeriodLabel,
    PlaceLabel,
    NameLabel,
    GivenNameLabel,
    FamilyNameLabel,
    HeadlineLabel,
}

const LABELS: [Kind; 8] = [
    Kind::Email,
    Kind::Phone,
    Kind::Url,
    Kind::PlaceLabel,
    Kind::NameLabel,
    Kind::GivenNameLabel,
    Kind::FamilyNameLabel,
    Kind::HeadlineLabel,
];

/// The words of one kind.
#[derive(Default)]
struct Words {
    whole: HashSet<String>,
    /// The beginnings of words.
    stems: HashSet<String>,
    /// Words of scripts without spaces, which are found anywhere.
    dense: Vec<String>,
}

static WORDS: LazyLock<HashMap<Kind, Words>> = LazyLock::new(|| {
    let mut all: HashMap<Kind, Words> = HashMap::new();
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let Some((kind, phrases)) = row.split_once('\t') else { continue };
        let Some(kind) = kind_of(kind) else { continue };
        let words = all.entry(kind).or_default();
        for phrase in phrases.split(';').map(str::trim) {
            let text = normalized(phrase.trim_end_matches('*'));
            if text.chars().any(|c| is_dense(c) || is_jamo(c)) {
                words.dense.push(text.clone());
            }
            if phrase.ends_with('*') {
                words.stems.insert(text)
            } else {
                words.whole.insert(text)
            };
        }
    }
    all
});

/// Whether this is a part of a syllable of Hangul, into which folding decomposes it.
fn is_jamo(c: char) -> bool {
    ('\u{1100}'..='\u{11ff}').contains(&c)
}

fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "job" => Kind::Job,
        "school" => Kind::School,
        "degree" => Kind::Degree,
        "firm" => Kind::Firm,
        "place" => Kind::Place,
        "status" => Kind::Status,
        "street" => Kind::Street,
        "personal" => Kind::Personal,
        "level" => Kind::Level,
        "email" => Kind::Email,
        "phone" => Kind::Phone,
        "url" => Kind::Url,
        "firm_label" => Kind::FirmLabel,
        "period_label" => Kind::PeriodLabel,
        "place_label" => Kind::PlaceLabel,
        "name_label" => Kind::NameLabel,
        "given_name_label" => Kind::GivenNameLabel,
        "family_name_label" => Kind::FamilyNameLabel,
        "head_label" => Kind::HeadlineLabel,
        _ => return None,
    })
}

/// Whether a text has a word of a kind.
pub(super) fn has(text: &str, kind: Kind) -> bool {
    let Some(known) = WORDS.get(&kind).filter(|_| text.len() <= MAX_LINE) else { return false };
    let text = normalized(text);
    if known.dense.iter().any(|word| text.contains(word)) {
        return true;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let is_compound = |word: &&str| {
        let word = word.strip_suffix("in").unwrap_or(word);
        JOB_ENDS.iter().any(|end| word.ends_with(end))
    };
    if kind == Kind::Job && words.iter().any(is_compound) {
        return true;
    }
    (0..words.len()).any(|start| {
        let most = (start + MAX_WORDS).min(words.len());
        (start + 1..=most).any(|end| {
            let phrase = words.get(start..end).unwrap_or_default().join(" ");
            known.whole.contains(&phrase) || is_begun(&phrase, known)
        })
    })
}

fn is_begun(phrase: &str, known: &Words) -> bool {
    let ends = phrase.char_indices().skip(2).map(|(at, c)| at + c.len_utf8());
    ends.into_iter().any(|end| phrase.get(..end).is_some_and(|stem| known.stems.contains(stem)))
}

/// Whether a text is a word of a kind, and nothing else.
pub(super) fn is(text: &str, kind: Kind) -> bool {
    text.len() <= MAX_LINE && is_known(&normalized(text), kind)
}

/// Whether a normalized text is a word of this kind.
fn is_known(text: &str, kind: Kind) -> bool {
    WORDS.get(&kind).is_some_and(|words| {
        words.whole.contains(text)
            || words.stems.contains(text)
            || words.dense.iter().any(|word| word == text)
    })
}

/// Returns what a label of a letterhead announces.
pub(super) fn label(text: &str) -> Option<Kind> {
    let known = |text: &str| {
        let text = normalized(text);
        LABELS.into_iter().find(|kind| is_known(&text, *kind))
    };
    let is_short = text.len() <= MAX_LINE;
    is_short.then(|| known(text).or_else(|| known(&without_spread(text)?))).flatten()
}

/// Whether a text is a label of this kind.
pub(super) fn is_label(text: &str, kind: Kind) -> bool {
    is(text, kind) || without_spread(text).is_some_and(|word| is(&word, kind))
}

/// Returns a word of East Asia whose letters have space between them only to make it as wide as others: `성    명`.
fn without_spread(text: &str) -> Option<String> {
    let is_letter = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphanumeric());
        let is_own = |c| perfil_text::is_dense(c) || perfil_text::is_hangul(c);
        letters.next().is_some_and(is_own) && letters.next().is_none()
    };
    let is_spread = text.len() <= MAX_LINE && text.split_whitespace().count() > 1;
    (is_spread && text.split_whitespace().all(is_letter)).then(|| text.split_whitespace().collect())
}

/// Returns what an emoji or a short code before a value announces.
pub(super) fn symbol(text: &str) -> Option<Kind> {
    let has = |signs: &str| text.chars().any(|c| signs.contains(c) && c != '\u{fe0f}');
    let name = text.trim_matches(':').to_lowercase();
    let is_named = |names: &[&str]| names.iter().any(|it| name.contains(it));
    if has("📧✉📩📨💌📬📮📪🖂🖃") || is_named(&["mail", "envelope"]) {
        Some(Kind::Email)
    } else if has("📞📱☎📲✆🤙") || is_named(&["phone", "call"]) {
        Some(Kind::Phone)
    } else if has("📍🏠🏡📌🗺🏘") || is_named(&["pin", "house", "map"]) {
        Some(Kind::PlaceLabel)
    } else if has("🌐🔗🌍🌎🌏💻🕸🖥") || is_named(&["globe", "link", "earth"]) {
        Some(Kind::Url)
    } else {
        None
    }
}

/// Whether a character is a picture and no letter or sign of a text.
pub(super) fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '\u{1f000}'..='\u{1faff}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{25a0}'..='\u{25ff}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe0e}'..='\u{fe0f}'
            | '\u{200d}'
            | '\u{20e3}'
            | '\u{e0020}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_a_text_is() {
        for (text, kind) in [
            ("Platform Engineer", Kind::Job),
            ("Head of Data", Kind::Job),
            ("Polymechaniker EFZ", Kind::Job),
            ("IT-Fachassistentin", Kind::Job),
            ("Ingeniera de datos sénior", Kind::Job),
            ("バックエンドエンジニア", Kind::Job),
            ("백엔드 개발자", Kind::Job),
            ("University of Porto", Kind::School),
            ("東京大学", Kind::School),
            ("Grado en Informática", Kind::Degree),
            ("B.Sc. Computing", Kind::Degree),
        ] {
            assert!(has(text, kind), "{text}");
        }
        for text in ["Kestrel", "Cometa Labs", "Mira Solano"] {
            assert!(!has(text, Kind::Job) && !has(text, Kind::School), "{text}");
        }
        assert_eq!(label("E-Mail"), Some(Kind::Email));
        assert_eq!(label("邮箱"), Some(Kind::Email));
        assert_eq!(label("氏名"), Some(Kind::NameLabel));
        assert_eq!(label("성    명"), Some(Kind::NameLabel));
        assert_eq!(label("이 메 일 "), Some(Kind::Email));
        assert_eq!(symbol("📱"), Some(Kind::Phone));
    }
}
