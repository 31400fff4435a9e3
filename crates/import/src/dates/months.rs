//! The names of the months in the languages of CLDR.

use perfil_model::language::Tag;
use perfil_text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A row for each language, those with the most speakers first: a name that several of them have for
/// different months is that of the first, unless the file is in another.
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("months.tsv"));

/// Names that CLDR does not have.
const OTHERS: &[(&str, u8)] = &[("sept", 9), ("setiembre", 9), ("jänner", 1), ("mrz", 3)];

/// The shortest beginning of a name that stands for it.
const SHORTEST: usize = 3;

/// The months by their folded names, each with the row of its language.
static NAMES: LazyLock<BTreeMap<String, Vec<(usize, u8)>>> = LazyLock::new(|| {
    let mut names: BTreeMap<String, Vec<(usize, u8)>> = BTreeMap::new();
    for (place, row) in rows().enumerate() {
        for (month, written) in (1..).zip(row.split('\t').skip(1)) {
            for name in written.split(' ').filter(|name| !name.is_empty()) {
                names.entry(fold(name)).or_default().push((place, month));
            }
        }
    }
    for (name, month) in OTHERS {
        names.entry(fold(name)).or_default().push((0, *month));
    }
    names
});

fn rows() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|row| !row.starts_with('#'))
}

/// Returns the rows of these languages.
pub(super) fn rows_of(languages: &[Tag]) -> Vec<usize> {
    let row = |language: &Tag| {
        let same = |tag: &&str| Tag::parse(tag).is_some_and(|tag| tag.is_same_language(language));
        rows().filter_map(|row| row.split('\t').next()).position(|tag| same(&tag))
    };
    languages.iter().filter_map(row).collect()
}

/// Whether days are before months in dates of the first of these languages: only English may have them after.
pub(super) fn days_first(languages: &[Tag]) -> Option<bool> {
    let is_other = |tag: &&Tag| !tag.as_str().starts_with("en");
    languages.first().filter(is_other).map(|_| true)
}

/// Returns the month that a folded word names, in the language of one of these rows if possible.
pub(super) fn month(word: &str, own: &[usize]) -> Option<u8> {
    let best = |months: &[(usize, u8)]| {
        let of_file = own.iter().find_map(|place| months.iter().find(|(other, _)| other == place));
        of_file.or_else(|| months.iter().min()).map(|(_, month)| *month)
    };
    if let Some(months) = NAMES.get(word) {
        return best(months);
    }
    if word.chars().count() < SHORTEST {
        return None;
    }
    let begun = NAMES.range(word.to_owned()..).take_while(|(name, _)| name.starts_with(word));
    let months: Vec<(usize, u8)> = begun.flat_map(|(_, months)| months.iter().copied()).collect();
    best(&months)
}
