//! Tells what only looks like the name of a person.

use crate::document::vocabulary::{self, Kind};

/// The first words of the names of streets, as they are written without a number.
const STREETS: [&str; 14] = [
    "rua", "calle", "rue", "avenida", "av", "avda", "carrera", "cra", "travessa", "jalan", "jl",
    "jln", "ul", "ulica",
];

/// Words of the names of streets and towns.
const OF_TOWNS: [&str; 8] = ["st.", "street", "city", "road", "rd.", "avenue", "ave.", "barangay"];

/// Whether a text names a street, or a town: `Rua das Flores`.
pub(super) fn is_street(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or_default();
    STREETS.contains(&first.trim_end_matches('.'))
        || lower.split_whitespace().skip(1).any(|word| OF_TOWNS.contains(&word))
}

/// Whether a text is a degree in a subject: `Ph.D in Botany`.
pub(super) fn is_study(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(degree, rest)| {
        let word = rest.split(' ').next().unwrap_or_default();
        ["in", "of", "en", "em", "de"].contains(&word) && vocabulary::has(degree, Kind::Degree)
    })
}

/// Whether a text in the script of China names a district or a province; no name in this script is as long.
pub(super) fn is_region(text: &str) -> bool {
    let is_one = text.chars().all(perfil_text::is_spaceless);
    is_one && text.chars().count() > 4 && text.ends_with(['市', '区', '區', '县', '縣', '省'])
}

/// Whether a text says where the photo belongs, in a form that was filled in.
pub(super) fn is_note_of_form(text: &str) -> bool {
    ["写真", "照片", "사진"].iter().any(|word| text.contains(word))
}
