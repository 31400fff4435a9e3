//! A site with as many people as a test needs: always the same, in several scripts, with skills,
//! languages and places that are as common and as rare as real ones.

pub(crate) mod long;

use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Names, skills, languages and places; the most common first.
#[derive(Deserialize)]
struct Lists {
    /// Given names and family names that belong together.
    names: Vec<(String, String)>,
    /// In English and in Spanish.
    titles: Vec<(String, String)>,
    focus: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    /// Countries, in English and in Spanish, with their towns.
    places: Vec<(String, String, String)>,
    skills: Vec<String>,
}

/// Pseudo-random numbers that are always the same (the constants are Knuth's).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// Returns one of the items; the first ones are much more common than the last.
    fn common<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let most = self.below(list.len()) + 1;
        let place = self.below(most);
        &list[self.below(place + 1)]
    }

    pub(crate) fn any<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Writes the content of a site with this number of people into a folder that has the locales.
pub(crate) fn write(folder: &Path, people: usize) {
    let profiles = folder.join("profiles");
    fs::create_dir_all(&profiles).unwrap();
    let mut dice = Dice(7);
    let lists: Lists = serde_json::from_str(include_str!("lists.json")).unwrap();
    let mut slugs = Vec::new();
    for number in 0..people {
        let slug = format!("person-{number}");
        fs::write(profiles.join(format!("{slug}.json")), person(&mut dice, &lists).to_string())
            .unwrap();
        slugs.push(slug);
    }
    describe(folder, &slugs);
}

/// Writes the content of a site of one person with this number of items.
pub(crate) fn write_long(folder: &Path, items: usize) {
    fs::create_dir_all(folder.join("profiles")).unwrap();
    let profile = long::profile(items).to_string();
    fs::write(folder.join("profiles/ada.json"), profile).unwrap();
    describe(folder, &["ada".to_owned()]);
}

fn describe(folder: &Path, slugs: &[String]) {
    let site = json!({
        "title": { "en": "The guild", "es": "El gremio" },
        "description": { "en": "Engineers of every trade.", "es": "Ingeniería de todo oficio." },
        "baseUrl": "https://guild.example/",
        "languages": ["en", "es"],
        "defaultLanguage": "en",
        "profiles": slugs,
    });
    fs::write(folder.join("site.json"), site.to_string()).unwrap();
}

fn person(dice: &mut Dice, lists: &Lists) -> Value {
    let (given, family) = dice.common(&lists.names);
    let names: Vec<&str> = given.split(' ').collect();
    let families: Vec<&str> = family.split(' ').collect();
    let name = format!("{} {}", dice.any(&names), dice.any(&families));
    let (title, titulo) = dice.common(&lists.titles);
    let (country, pais, cities) = dice.common(&lists.places);
    let cities: Vec<&str> = cities.split('|').collect();
    let city = *dice.common(&cities);
    let known = some(dice, &lists.skills, 4, 9);
    let spoken = some(dice, &lists.languages, 1, 3);
    let focus = some(dice, &lists.focus, 1, 2);
    let text = |(en, es): &(String, String)| json!({ "en": en, "es": es });
    let year = 2005 + dice.below(18);
    json!({
        "version": 1,
        "language": "en",
        "name": name,
        "headline": { "en": title, "es": titulo },
        "focus": focus.into_iter().map(text).collect::<Vec<_>>(),
        "location": { "city": city, "country": { "en": country, "es": pais } },
        "sections": [
            {
                "id": "work",
                "kind": "timeline",
                "title": { "en": "Work", "es": "Trayectoria" },
                "items": [{
                    "name": "Guild",
                    "position": { "en": title, "es": titulo },
                    "startDate": year.to_string(),
                    "skills": known.iter().take(3).collect::<Vec<_>>(),
                }],
            },
            {
                "id": "skills",
                "kind": "skills",
                "title": { "en": "Skills", "es": "Habilidades" },
                "items": [{ "name": { "en": "Tools", "es": "Herramientas" }, "keywords": known }],
            },
            {
                "id": "languages",
                "kind": "languages",
                "title": { "en": "Languages", "es": "Idiomas" },
                "items": spoken.into_iter().map(|name| json!({ "language": text(name) })).collect::<Vec<_>>(),
            },
        ],
    })
}

/// Some different items of a list.
fn some<'a, T: PartialEq>(dice: &mut Dice, list: &'a [T], least: usize, more: usize) -> Vec<&'a T> {
    let wanted = least + dice.below(more);
    let mut chosen = Vec::new();
    while chosen.len() < wanted {
        let one = dice.common(list);
        if !chosen.contains(&one) {
            chosen.push(one);
        }
    }
    chosen
}
