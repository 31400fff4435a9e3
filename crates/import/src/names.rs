//! The name of a person whose file does not state it, derived from the file name.

/// Returns a name derived from a file name: `profiles/ada-lovelace.es.json` is Ada Lovelace.
pub(super) fn of_file(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.split('.').next().unwrap_or(stem);
    let words = stem.split(['-', '_', ' ']).filter(|word| !word.is_empty()).map(|word| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>())
    });
    let name = words.flatten().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "—".into() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_by_the_file_name() {
        assert_eq!(of_file("profiles/ada-lovelace.es.json"), "Ada Lovelace");
        assert_eq!(of_file(""), "—");
    }
}
