//! Derives the file name of a profile, which is the last segment of its URL, from a person's name.

use crate::urls::PAGE;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use perfil_model::profile::Id;
use perfil_text::{fold_char, slug, transliterate};

/// Converts a name in any script to an id: `Ада Лавлейс` becomes `ada-lavleis`.
///
/// Latin letters lose their diacritics. Other scripts are transliterated, which is only a proposal,
/// because only the owner knows how the name is pronounced.
#[must_use]
pub fn slug_of_name(name: &str) -> String {
    let scripts = CodePointMapData::<Script>::new();
    let is_latin = |c: char| scripts.get(c) == Script::Latin;
    let fold = |c: char| if is_latin(c) { fold_char(c) } else { c.into() };
    let folded: String = name.chars().map(fold).collect();
    let plain = folded.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    let latin = if plain { folded } else { transliterate(&folded) };
    // Symbols are spelled out in the names of skills (C++), but not in those of people.
    let is_kept = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let words: String = latin.chars().map(|c| if is_kept(c) { c } else { ' ' }).collect();
    let slug = shortened(&slug(&words));
    if Id::is_valid(&slug) && slug != PAGE {
        return slug;
    }
    // An id begins with a letter.
    let later = format!("profile-{slug}");
    if Id::is_valid(&later) { later } else { "profile".into() }
}

/// Shortens a name to the maximum length of an id, at the end of a word if possible.
fn shortened(slug: &str) -> String {
    const MAX_LENGTH: usize = 80;
    let Some(cut) = slug.get(..MAX_LENGTH).filter(|_| slug.len() > MAX_LENGTH) else {
        return slug.to_owned();
    };
    cut.rsplit_once('-').map_or(cut, |(words, _)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_name_has_the_slug_of_a_skill() {
        let scripts = CodePointMapData::<Script>::new();
        for c in ('a'..='\u{24f}').filter(|c| scripts.get(*c) == Script::Latin) {
            if fold_char(c).chars().all(|c| c.is_ascii_alphanumeric()) {
                assert_eq!(slug(&c.to_string()), slug_of_name(&c.to_string()), "{c}");
            }
        }
    }

    #[test]
    fn names_in_any_script_become_ids() {
        for (name, expected) in [
            ("Ada Lovelace", "ada-lovelace"),
            ("Rodrigo de León", "rodrigo-de-leon"),
            ("Søren Kierkegaard", "soren-kierkegaard"),
            ("Miles O’Brien", "miles-obrien"),
            ("J. R. R. Tolkien", "j-r-r-tolkien"),
            ("Ада", "ada"),
            ("李小龍", "li-xiao-long"),
            ("3Jane", "profile-3jane"),
            ("Page", "profile-page"),
            ("🎈", "profile"),
            ("…", "profile"),
        ] {
            assert_eq!(slug_of_name(name), expected, "{name}");
        }
        assert_eq!(slug_of_name(&"Ada ".repeat(100)).len(), 79);
        assert_eq!(slug_of_name(&"Ada".repeat(100)).len(), 80);
        for name in ["محمد", "Ἀριστοτέλης", "नरेंद्र", "김철수", "やまだ", "\u{e000}", "\u{0}", ""]
        {
            let slug = slug_of_name(name);
            assert!(Id::is_valid(&slug), "{name}: {slug}");
        }
    }
}
