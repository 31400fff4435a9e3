//! Texts are folded the same everywhere: in the index, in evidence, and in URLs.
//! `tests/web/folding.rs` compares the browser with the same table.

use crate::content::data;
use perfil_site::slug_of_name;
use perfil_text::{fold, fold_decomposed, slug};
use std::fs;

/// Texts, and their folded forms.
fn table() -> Vec<[String; 2]> {
    serde_json::from_slice(&fs::read(data().join("folding.json")).unwrap()).unwrap()
}

#[test]
fn texts_fold_as_in_the_shared_table() {
    for [written, folded] in table() {
        assert_eq!(fold(&written), folded, "{written}");
        assert_eq!(fold(&folded), folded, "{written} folded again");
        assert_eq!(fold_decomposed(folded.chars()), folded, "{written}");
    }
}

#[test]
fn equal_when_folded_means_equal_slugs() {
    // A syllable of Hangul is not changed in a URL.
    let is_hangul = |[written, _]: &[String; 2]| written.chars().any(perfil_text::is_hangul);
    for [written, folded] in table().into_iter().filter(|row| !is_hangul(row)) {
        assert_eq!(slug(&written), slug(&folded), "{written}");
    }
    for name in ["Łódź", "Straße", "Søren", "Ærø", "Đà Nẵng", "Þór", "Núñez", "İstanbul"]
    {
        assert_eq!(slug(name), slug_of_name(name), "{name}");
    }
}
