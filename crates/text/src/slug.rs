//! Makes slugs for addresses from names for people.

use super::unicode::{fold_char, is_hangul};

/// Returns the name of a skill in addresses: lower-case letters, digits and hyphens.
///
/// Letters that have no Latin form become Punycode, which is as unique as the name.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut foreign = String::new();
    let mut gap = false;
    // A Hangul syllable stays one letter, because that makes the slug shorter.
    let fold = |c: char| if is_hangul(c) { c.into() } else { fold_char(c) };
    let text: String = name.chars().map(fold).collect();
    for (index, c) in text.trim().chars().enumerate() {
        let word = match c {
            '+' => "plus",
            '#' => "sharp",
            '.' if index == 0 => "dot",
            _ => "",
        };
        let is_sign = !word.is_empty();
        let is_kept = c.is_ascii_alphanumeric();
        if (is_sign || is_kept && gap) && !slug.is_empty() {
            slug.push('-');
        }
        gap = is_sign || !(is_kept || c == '\'');
        slug.push_str(word);
        if is_kept {
            slug.push(c);
        } else if c.is_alphabetic() {
            foreign.push(c);
        }
    }
    let foreign = idna::punycode::encode_str(&foreign).filter(|_| !foreign.is_empty());
    let parts = [Some(slug), foreign.map(|code| code.trim_start_matches('-').to_owned())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_where_possible() {
        for (name, expected) in [
            ("Apache Kafka", "apache-kafka"),
            ("C++", "c-plus-plus"),
            ("C#", "c-sharp"),
            (".NET", "dot-net"),
            ("ASP.NET", "asp-net"),
            ("Node.js", "node-js"),
            ("CI/CD", "ci-cd"),
            ("OAuth 2.0", "oauth-2-0"),
            ("Ingeniería de datos", "ingenieria-de-datos"),
            ("It's", "its"),
            ("It’s", "its"),
            ("Event‐Sourcing", "event-sourcing"),
            ("Straße, Łódź & Malmø", "strasse-lodz-malmo"),
            ("한국어", "3e0bk47br7k"),
            ("  -- ", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn every_script_has_slugs() {
        let names = ["分布式系统", "分布式", "كافكا", "Разработка", "分布式 Kafka"];
        let slugs: Vec<_> = names.iter().map(|name| slug(name)).collect();
        for (index, slug) in slugs.iter().enumerate() {
            let is_plain =
                slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(is_plain && !slug.is_empty(), "{slug}");
            assert!(!slugs[..index].contains(slug), "{slug}");
        }
    }
}
