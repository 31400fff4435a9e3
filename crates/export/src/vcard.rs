//! vCard 4.0 (RFC 6350).

use super::{Subject, clean, uri};
use perfil_model::language::{Name, Text};
use perfil_model::profile::{Address, phone_address};

/// The maximum number of octets of a line; longer ones are folded.
const LONGEST: usize = 75;

/// Languages in which the family name comes first.
const FAMILY_FIRST: [&str; 5] = ["hu", "ja", "ko", "vi", "zh"];

/// Renders the whole vCard. `address` is the URL of its file.
pub(super) fn card(subject: &Subject, address: &str) -> String {
    let profile = subject.profile;
    let mut lines = Lines::new();
    lines.add("KIND", "individual");
    lines.add("SOURCE", &uri(address));
    lines.add("UID", &uri(subject.page));
    contact(subject, &mut lines);
    for focus in &profile.focus {
        lines.add(&tagged(subject, "CATEGORIES", focus), &escape(&subject.text(focus)));
    }
    if let Some(place) = &profile.location {
        postal(subject, place, &mut lines);
    }
    lines.add("URL", &uri(subject.page));
    for link in subject.links() {
        lines.add("URL", &link);
    }
    lines.add("LANG", subject.lang());
    if let Some(image) = subject.image {
        lines.add("PHOTO", &uri(image));
    }
    if let Some(summary) = &profile.summary {
        let note = tagged(subject, "NOTE", &summary.0);
        lines.add(&note, &escape(&subject.localizer.unmarked(summary)));
    }
    lines.end()
}

/// Renders a short vCard with what a phone needs for a contact.
pub(super) fn short(subject: &Subject) -> String {
    let mut lines = Lines::new();
    contact(subject, &mut lines);
    lines.add("URL", &uri(subject.page));
    lines.end()
}

/// Adds name, title and contact details.
fn contact(subject: &Subject, lines: &mut Lines) {
    let profile = subject.profile;
    let name = clean(&subject.name(&profile.name));
    let (family, given) = split_name(&name, subject.lang());
    lines.add("FN", &escape(&name));
    lines.add("N", &format!("{};{};;;", escape(&family), escape(&given)));
    if let Some(headline) = &profile.headline {
        lines.add(&tagged(subject, "TITLE", headline), &escape(&subject.text(headline)));
    }
    if let Some(email) = &profile.email {
        lines.add("EMAIL", &escape(&email.to_string()));
    }
    if let Some(phone) = &profile.phone {
        // A number without the code of its country means nothing elsewhere, so it stays a text.
        match phone_address(phone).filter(|address| address.starts_with("tel:+")) {
            Some(address) => lines.add("TEL;VALUE=uri", &address),
            None => lines.add("TEL", &escape(phone)),
        }
    }
    if let Some(url) = &profile.url {
        lines.add("URL", &uri(&url.to_string()));
    }
}

fn postal(subject: &Subject, place: &Address, lines: &mut Lines) {
    let name = |name: &Option<Name>| {
        name.as_ref().map(|name| escape(&subject.name(name))).unwrap_or_default()
    };
    let code = escape(place.postal_code.as_deref().unwrap_or_default());
    let country = place.country.as_ref();
    let (street, city, region) = (name(&place.address), name(&place.city), name(&place.region));
    let property = country.map_or_else(|| "ADR".to_owned(), |text| tagged(subject, "ADR", text));
    let country = country.map(|text| escape(&subject.text(text))).unwrap_or_default();
    // The post office box and the extended address are empty, as the standard recommends.
    lines.add(&property, &format!(";;{street};{city};{region};{code};{country}"));
}

/// Returns a property name with the language in which a text was found.
fn tagged(subject: &Subject, property: &str, text: &Text) -> String {
    let found = subject.localizer.text(text).lang();
    format!("{property};LANGUAGE={}", found.as_deref().unwrap_or_else(|| subject.lang()))
}

/// Splits a name into family name and given name, if it is clear which is which.
///
/// It is clear for two words; lowercase words before the last one belong to it (`de León`).
/// Otherwise the whole name counts as the given name, because programs then display it unchanged.
fn split_name(name: &str, lang: &str) -> (String, String) {
    let words: Vec<&str> = name.split(' ').collect();
    let is_small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let last = words.len().saturating_sub(1);
    let is_turned = FAMILY_FIRST.contains(&lang.split('-').next().unwrap_or(lang));
    let is_clear = last > 0 && words.iter().take(last).skip(1).all(|word| is_small(&word));
    match words.split_first() {
        Some((given, family)) if is_clear && !is_turned => (family.join(" "), (*given).to_owned()),
        _ => (String::new(), name.to_owned()),
    }
}

/// Escapes a text as the value of a property or a component of one.
fn escape(text: &str) -> String {
    let mut written = String::new();
    for c in clean(text).chars() {
        if matches!(c, '\\' | ',' | ';') {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// The lines of a vCard, folded.
struct Lines(String);

impl Lines {
    fn new() -> Self {
        Self("BEGIN:VCARD\r\nVERSION:4.0\r\n".to_owned())
    }

    fn add(&mut self, property: &str, value: &str) {
        let mut octets = 0;
        for c in property.chars().chain([':']).chain(value.chars()) {
            // The space that begins a continuation line counts as well.
            if octets + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn end(mut self) -> String {
        self.add("END", "VCARD");
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_only_where_that_is_certain() {
        for (name, lang, expected) in [
            ("Ada Lovelace", "en", ("Lovelace", "Ada")),
            ("Rodrigo de León", "es", ("de León", "Rodrigo")),
            ("Gabriel García Márquez", "es", ("", "Gabriel García Márquez")),
            ("Bartók Béla", "hu", ("", "Bartók Béla")),
            ("山田太郎", "en", ("", "山田太郎")),
        ] {
            let (family, given) = split_name(name, lang);
            assert_eq!((family.as_str(), given.as_str()), expected);
        }
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.add("NOTE", &"é".repeat(100));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LONGEST), "{}", lines.0);
        assert_eq!(lines.0.replace("\r\n ", ""), format!("NOTE:{}\r\n", "é".repeat(100)));
    }
}
