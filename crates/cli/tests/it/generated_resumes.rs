//! Whatever the schema of JSON Resume allows comes back from an export as it was written.

use crate::content::{Content, text};
use crate::crowd::Dice;
use crate::export::schema;
use serde_json::{Map, Value, json};

/// How many résumés are made. Each has other fields, other numbers of entries and other texts.
const COUNT: usize = 60;

/// Words of several scripts, with signs that some format of ours could take for its own.
const WORDS: [&str; 24] = [
    "Kestrel",
    "naïve",
    "R&D",
    "C#",
    "C++",
    "データ",
    "Москва",
    "ربيع",
    "50 %",
    "<5 ms",
    "a_b",
    "x*y",
    "\"quoted\"",
    "it's",
    "[sic]",
    "#1",
    "back\\slash",
    "{braces}",
    "~5",
    "e.g.",
    "100€",
    "—",
    "team",
    "systems",
];

/// Makes résumés.
struct Maker(Dice);

impl Maker {
    /// Returns whether a field is there.
    fn is_there(&mut self) -> bool {
        self.0.below(3) > 0
    }

    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.0.below(most);
        let words: Vec<&str> = (0..count).map(|_| *self.0.any(&WORDS)).collect();
        // A text that begins with a letter begins no list and no heading.
        format!("Word {}", words.join(" "))
    }

    fn date(&mut self) -> String {
        let (year, month, day) =
            (1990 + self.0.below(30), 1 + self.0.below(12), 2 + self.0.below(27));
        match self.0.below(3) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    fn list(&mut self, most: usize) -> Value {
        (0..=self.0.below(most)).map(|_| self.words(4)).collect()
    }

    /// Returns an object with some of these fields, and always with the first.
    fn object(&mut self, fields: &[&str]) -> Value {
        let mut object = Map::new();
        for (index, field) in fields.iter().enumerate() {
            if index > 0 && !self.is_there() {
                continue;
            }
            let value = match *field {
                "startDate" => format!("19{}", 50 + self.0.below(40)).into(),
                "endDate" | "date" | "releaseDate" => self.date().into(),
                "url" => format!("https://example.org/{}", self.0.below(1000)).into(),
                "highlights" | "keywords" | "courses" | "roles" => self.list(4),
                "summary" | "description" | "reference" => self.words(12).into(),
                // Two entries with the same name would be one skill.
                "name" | "language" => {
                    format!("{} {}", self.words(3), self.0.below(100_000)).into()
                }
                _ => self.words(3).into(),
            };
            object.insert((*field).to_owned(), value);
        }
        object.into()
    }
}

/// The lists of the schema, each with its fields; the first is always there.
const LISTS: [(&str, &[&str]); 11] = [
    (
        "work",
        &[
            "name",
            "position",
            "location",
            "description",
            "url",
            "startDate",
            "endDate",
            "summary",
            "highlights",
        ],
    ),
    (
        "volunteer",
        &["organization", "position", "url", "startDate", "endDate", "summary", "highlights"],
    ),
    (
        "education",
        &["institution", "area", "studyType", "url", "startDate", "endDate", "score", "courses"],
    ),
    ("awards", &["title", "date", "awarder", "summary"]),
    ("certificates", &["name", "date", "url", "issuer"]),
    ("publications", &["name", "publisher", "releaseDate", "url", "summary"]),
    ("skills", &["name", "level", "keywords"]),
    ("languages", &["language", "fluency"]),
    ("interests", &["name", "keywords"]),
    ("references", &["name", "reference"]),
    (
        "projects",
        &[
            "name",
            "description",
            "highlights",
            "keywords",
            "startDate",
            "endDate",
            "url",
            "roles",
            "entity",
            "type",
        ],
    ),
];

fn resume(maker: &mut Maker, index: usize) -> Value {
    let mut basics = maker.object(&["label", "summary", "url"]);
    basics["name"] = format!("Ada {index:02}").into();
    basics["email"] = format!("ada{index}@example.org").into();
    if maker.is_there() {
        basics["location"] = maker.object(&["city", "address", "region"]);
        basics["location"]["countryCode"] = ["PT", "JP", "VE"][maker.0.below(3)].into();
        basics["location"]["postalCode"] = format!("{:05}", maker.0.below(100_000)).into();
    }
    if maker.is_there() {
        let username = format!("ada{index}");
        let url = format!("https://github.com/{username}");
        basics["profiles"] = json!([{ "network": "GitHub", "username": username, "url": url }]);
    }
    let mut resume = json!({ "basics": basics });
    for (list, fields) in LISTS {
        if maker.is_there() {
            let entries = (0..=maker.0.below(3)).map(|_| maker.object(fields));
            resume[list] = entries.collect();
        }
    }
    resume
}

#[test]
fn generated_resumes_come_back_as_they_were_written() {
    let mut maker = Maker(Dice(42));
    let resumes: Vec<Value> = (0..COUNT).map(|index| resume(&mut maker, index)).collect();
    let content = Content::fixture("small");
    let slugs: Vec<String> = (0..COUNT).map(|index| format!("ada-{index:02}")).collect();
    for (slug, resume) in slugs.iter().zip(&resumes) {
        assert_eq!(schema().validate(resume), Ok(()), "{resume:#}");
        content.write(&format!("profiles/{slug}.json"), resume.to_string());
    }
    let mut site = content.json("site.json");
    site["profiles"] = slugs.iter().map(String::as_str).collect();
    content.write("site.json", site.to_string());
    let built = content.build();
    for (slug, before) in slugs.iter().zip(&resumes) {
        let path = format!("export/json/en/{slug}.json");
        let after: Value = serde_json::from_str(text(&built.tree, &path)).unwrap();
        assert_eq!(schema().validate(&after), Ok(()), "{slug}");
        for (list, _) in LISTS {
            assert_eq!(after[list], before[list], "{slug}: {list}");
        }
        for (key, value) in before["basics"].as_object().unwrap() {
            assert_eq!(&after["basics"][key], value, "{slug}: {key}");
        }
    }
}
