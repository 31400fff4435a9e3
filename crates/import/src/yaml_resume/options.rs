//! The values that a file chooses from a list of the format. They are English whatever the language
//! of the file is, so they are marked as such, or written in the languages of the site where there
//! are names for them.

use crate::tree;
use perfil_model::language::{Tag, country_code, country_names, language_code, language_names};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, privacy};

const DEGREES: [&str; 7] =
    ["Middle School", "High School", "Diploma", "Associate", "Bachelor", "Master", "Doctor"];

const FLUENCIES: [&str; 5] = [
    "Elementary Proficiency",
    "Limited Working Proficiency",
    "Minimum Professional Proficiency",
    "Full Professional Proficiency",
    "Native or Bilingual Proficiency",
];

const LEVELS: [&str; 6] = ["Novice", "Beginner", "Intermediate", "Advanced", "Expert", "Master"];

/// Languages whose names are not those of CLDR, with their codes, if they have names in other
/// languages.
const LANGUAGES: [(&str, Option<&str>); 10] = [
    ("Bengali", Some("bn")),
    ("Farsi", Some("fa")),
    ("Slovene", Some("sl")),
    ("Bhojpuri", None),
    ("Cantonese", None),
    ("Filipino", None),
    ("Lahnda", None),
    ("Mandarin", None),
    ("Sundanese", None),
    ("Tagalog", None),
];

/// Countries whose names are not those of CLDR.
const COUNTRIES: [(&str, &str); 32] = [
    ("Aland Islands", "AX"),
    ("Bonaire, Sint Eustatius and Saba", "BQ"),
    ("Congo", "CG"),
    ("Cote D'Ivoire (Ivory Coast)", "CI"),
    ("Czech Republic", "CZ"),
    ("Democratic Republic of the Congo", "CD"),
    ("East Timor", "TL"),
    ("Fiji Islands", "FJ"),
    ("Gambia The", "GM"),
    ("Guernsey and Alderney", "GG"),
    ("Heard Island and McDonald Islands", "HM"),
    ("Hong Kong", "HK"),
    ("Macau", "MO"),
    ("Man (Isle of)", "IM"),
    ("Myanmar", "MM"),
    ("Palestinian Territory Occupied", "PS"),
    ("Pitcairn Island", "PN"),
    ("Reunion", "RE"),
    ("Saint Vincent And The Grenadines", "VC"),
    ("Saint-Barthelemy", "BL"),
    ("Saint-Martin (French part)", "MF"),
    ("Sao Tome and Principe", "ST"),
    ("Sint Maarten (Dutch part)", "SX"),
    ("South Georgia", "GS"),
    ("Svalbard And Jan Mayen Islands", "SJ"),
    ("Swaziland", "SZ"),
    ("The Bahamas", "BS"),
    ("United States Minor Outlying Islands", "UM"),
    ("Vatican City State (Holy See)", "VA"),
    ("Virgin Islands (British)", "VG"),
    ("Virgin Islands (US)", "VI"),
    ("Wallis And Futuna Islands", "WF"),
];

/// In which languages the values of one file are written.
pub(super) struct Options {
    /// The languages in which names are written: that of the file, those of the site, English.
    languages: Vec<Tag>,
    /// Whether the file says that its texts are English.
    is_english: bool,
    english: Option<Tag>,
}

impl Options {
    /// Returns the options of a file in a language, if it is known, for a site in these languages.
    pub(super) fn of(file: Option<Tag>, site: &[Tag]) -> Self {
        let english = Tag::parse("en");
        let is_english = file.as_ref().zip(english.as_ref()).is_some_and(same);
        let mut languages: Vec<Tag> = Vec::new();
        for tag in file.iter().chain(site).chain(&english) {
            if !languages.iter().any(|other| other.is_same_language(tag)) {
                languages.push(tag.clone());
            }
        }
        Self { languages, is_english, english }
    }

    /// Returns an entry of a list with the languages of its chosen values.
    pub(super) fn entry(&self, list: ResumeList, entry: &Node) -> Node {
        if let Some(inner) = privacy::wrapped(entry) {
            return privacy::wrap(self.entry(list, inner));
        }
        let convert = |member: &Member| {
            let value = match (list, member.key.as_str()) {
                (ResumeList::Education, "degree") => self.option(&member.value, &DEGREES),
                (ResumeList::Skills, "level") => self.option(&member.value, &LEVELS),
                (ResumeList::Languages, "fluency") => self.option(&member.value, &FLUENCIES),
                (ResumeList::Languages, "language") => self.language(&member.value),
                _ => return member.clone(),
            };
            Member { value, ..member.clone() }
        };
        members(entry, &convert)
    }

    /// Returns a place whose country is named in the languages of the site.
    pub(super) fn place(&self, place: &Node) -> Node {
        if let Some(inner) = privacy::wrapped(place) {
            return privacy::wrap(self.place(inner));
        }
        let convert = |member: &Member| match member.key.as_str() {
            "country" => Member { value: self.country(&member.value), ..member.clone() },
            _ => member.clone(),
        };
        members(place, &convert)
    }

    /// Marks one of the values of a list as English; a text of the owner's is of the file's language.
    /// What proves a fluency follows it in brackets.
    fn option(&self, node: &Node, options: &[&str]) -> Node {
        text(node, &|written, node| {
            let option = written.split_once(" (").map_or(written, |(option, _)| option);
            options.contains(&option.trim()).then(|| self.named(written, Vec::new(), node))
        })
    }

    fn language(&self, node: &Node) -> Node {
        text(node, &|written, node| {
            let option = LANGUAGES.iter().find(|(name, _)| *name == written.trim());
            let code = option.map_or_else(|| language_code(written), |(_, code)| *code);
            (option.is_some() || code.is_some()).then(|| {
                let names = code.map(|code| language_names(code, &self.languages));
                self.named(written, names.unwrap_or_default(), node)
            })
        })
    }

    fn country(&self, node: &Node) -> Node {
        text(node, &|written, node| {
            let option = COUNTRIES.iter().find(|(name, _)| *name == written.trim());
            let code = option.map(|(_, code)| *code).or_else(|| country_code(written))?;
            let names = country_names(code, &self.languages).into_iter();
            Some(self.named(written, names.map(|(tag, name)| (tag, name.into())).collect(), node))
        })
    }

    /// Returns what is written in English, beside its names in other languages.
    fn named(&self, english: &str, names: Vec<(&Tag, String)>, node: &Node) -> Node {
        let span = node.span.clone();
        let is_english =
            |tag: &Tag| self.english.as_ref().is_some_and(|english| same((tag, english)));
        let mut members = Vec::new();
        for tag in &self.languages {
            let name = names.iter().find(|(own, _)| *own == tag).map(|(_, name)| name.as_str());
            let name = if is_english(tag) { Some(english) } else { name };
            let name = name.map(|name| tree::member(tag.as_str(), tree::text(name, span.clone())));
            members.extend(name);
        }
        if self.is_english && members.len() == 1 {
            return node.clone();
        }
        tree::object(members, span)
    }
}

fn same((one, other): (&Tag, &Tag)) -> bool {
    one.is_same_language(other)
}

fn members(node: &Node, convert: &dyn Fn(&Member) -> Member) -> Node {
    if node.members().is_empty() {
        return node.clone();
    }
    tree::object(node.members().iter().map(convert).collect(), node.span.clone())
}

/// Converts a text that may be private; anything else stays as it is.
fn text(node: &Node, convert: &dyn Fn(&str, &Node) -> Option<Node>) -> Node {
    if let Some(inner) = privacy::wrapped(node) {
        return privacy::wrap(text(inner, convert));
    }
    node.as_str().and_then(|written| convert(written, node)).unwrap_or_else(|| node.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::{parse, to_json};

    fn entry(list: ResumeList, json: &str, file: Option<&str>, site: &[&str]) -> String {
        let tag = |tag: &str| Tag::parse(tag).expect("the tag is known");
        let site: Vec<Tag> = site.iter().map(|it| tag(it)).collect();
        let entry = parse(json.as_bytes()).expect("this is JSON");
        let converted = Options::of(file.map(tag), &site).entry(list, &entry);
        to_json(&converted).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn chosen_values_are_english_and_names_are_of_every_language() {
        use ResumeList::{Education, Languages, Skills};
        for (list, json, expected) in [
            (Skills, r#"{ "level": "Expert" }"#, r#"{ "level": { "en": "Expert" } }"#),
            (Skills, r#"{ "level": "Experte" }"#, r#"{ "level": "Experte" }"#),
            (
                Skills,
                r#"{ "level": { "private": "Expert" } }"#,
                r#"{ "level": { "private": { "en": "Expert" } } }"#,
            ),
            (Education, r#"{ "degree": "Bachelor" }"#, r#"{ "degree": { "en": "Bachelor" } }"#),
            (Education, r#"{ "degree": "Diplom" }"#, r#"{ "degree": "Diplom" }"#),
            (
                Languages,
                r#"{ "language": "Farsi", "fluency": "Full Professional Proficiency (C1)" }"#,
                r#"{ "language": { "de": "Persisch", "es": "Persa", "en": "Farsi" }, "fluency": { "en": "Full Professional Proficiency (C1)" } }"#,
            ),
            (Languages, r#"{ "language": "Tagalog" }"#, r#"{ "language": { "en": "Tagalog" } }"#),
            (Languages, r#"{ "language": "Deutsch" }"#, r#"{ "language": "Deutsch" }"#),
        ] {
            assert_eq!(entry(list, json, Some("de"), &["es"]), expected, "{json}");
        }
    }

    #[test]
    fn an_english_file_for_an_english_site_stays_as_it_is() {
        let json = r#"{ "language": "German", "fluency": "Elementary Proficiency" }"#;
        assert_eq!(entry(ResumeList::Languages, json, Some("en-GB"), &["en"]), json);
        let both = r#"{ "language": { "en": "German", "es": "Alemán" }, "fluency": "Elementary Proficiency" }"#;
        assert_eq!(entry(ResumeList::Languages, json, Some("en"), &["es"]), both);
    }

    #[test]
    fn every_name_has_a_code_with_names() {
        let german = [Tag::parse("de").expect("the tag is known")];
        for (name, code) in COUNTRIES {
            assert_eq!(country_names(code, &german).len(), 1, "{name}");
        }
        for (name, code) in LANGUAGES {
            assert!(code.is_none_or(|code| language_names(code, &german).len() == 1), "{name}");
        }
    }
}
