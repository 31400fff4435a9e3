//! The XML of Europass, in both of its formats, becomes a profile without what is nobody's business.

use crate::content::{Content, data};
use crate::json_resume::ADA;
use crate::resume_site::Site;
use serde_json::json;
use std::fs;

pub(crate) const XML: &str = "profiles/ada-lovelace.xml";

pub(crate) fn fixture(name: &str) -> Vec<u8> {
    fs::read(data().join("europass").join(name)).unwrap()
}

/// A site of one person whose profile is this XML.
pub(crate) fn content(xml: impl AsRef<[u8]>) -> Content {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    content.write(XML, xml);
    content
}

pub(crate) fn site(xml: impl AsRef<[u8]>) -> Site {
    Site { built: content(xml).build() }
}

/// A `Candidate` with this in its profile.
pub(crate) fn candidate(profile: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Candidate xmlns=\"http://www.europass.eu/1.0\">\n\
         <CandidatePerson><PersonName><GivenName>Ada</GivenName></PersonName></CandidatePerson>\n\
         <CandidateProfile languageCode=\"en\">{profile}</CandidateProfile>\n</Candidate>\n"
    )
}

#[test]
fn a_candidate_has_its_words_on_the_page_and_in_the_text() {
    let site = site(fixture("candidate.xml"));
    let words = [
        "Ines Marit Quental",
        "Engineer of sea level networks.",
        "explains itself & instruments",
        "ines@tidegauge.example",
        "quental@harbour.example",
        "+386 40123456",
        "LinkedIn",
        "Tide Scholar",
        "ines.tides",
        "Koper",
        "Slovenia",
        "Lead instrument engineer",
        "Adriatic Gauge Network",
        "Koper, Slovenia",
        "moved the loggers to Rust",
        "halved the gaps in the records",
        "Instruments",
        "Technician",
        "Porto, Portugal",
        "Master of Ocean Instrumentation",
        "University of Aveiro",
        "17/20",
        "EQF 7",
        "120 ECTS",
        "Clocks that drift with the tide",
        "Signal processing and patience.",
        "Driving licence B, BE",
        "Boat master",
        "Harbour Authority",
        "Levelling a Moving Pier",
        "Notes on Gauges",
        "I. Quental, T. Brandl",
        "How a pier moves.",
        "Portuguese",
        "Mirandese",
        "Native language",
        "English",
        "C2",
        "Slovenian",
        "Listening B2, Reading C1",
        "Esperanto of sailors",
        "Teo Brandl",
        "Head of the network",
        "Sailing",
        "Dinghies, old charts",
        "Creative works",
        "Songs of the Breakwater",
        "Recorded at night.",
        "Open Buoy",
        "A buoy that anybody can build.",
        "Social and political activities",
        "Coast council",
        "Rust, PostgreSQL",
        "Field work",
        "GNSS levelling",
        "Organisational skills",
        "Station planning",
        "A year of visits on one page.",
        "Teaching",
        "Maps",
        "QGIS, GMT",
        "Networks and memberships",
        "Society of Sea Level Observers",
        "Conferences and seminars",
        "Gauge Days",
        "Gdynia",
        "Spoke about drift.",
        "Sea rescue",
        "On call at weekends.",
        "Radio operator",
        "Prize of the Long Record",
        "Gauge Society",
        "For ten years without a gap.",
        "Expeditions",
        "Winter buoy",
        "Nineteen days on the ice.",
        "Summer buoy",
        "Tools I built",
        "tidemark, a logger",
    ];
    site.shows(&words);
    let text = site.file("txt").split_whitespace().collect::<Vec<_>>().join(" ");
    for word in words {
        assert!(text.contains(word), "{word:?} is not in the text: {text}");
    }
    for link in [
        "https://tidegauge.example/",
        "https://buoys.example/ines?a=1&amp;b=2",
        "https://gauges.example",
        "https://gauges.example/stations",
        "https://buoy.example/plans",
        "https://doi.example/10.1/pier",
        "https://radio.example/check",
    ] {
        assert!(site.html().contains(link), "{link} is no link");
    }
}

#[test]
fn a_candidate_is_exported_at_the_official_places() {
    let resume = site(fixture("candidate.xml")).json();
    assert_eq!(resume["basics"]["name"], "Ines Marit Quental");
    assert_eq!(resume["basics"]["email"], "ines@tidegauge.example");
    assert_eq!(resume["basics"]["phone"], "+386 40123456");
    assert_eq!(resume["basics"]["url"], "https://tidegauge.example/");
    assert_eq!(resume["basics"]["location"], json!({ "city": "Koper", "countryCode": "SI" }));
    assert_eq!(resume["basics"]["profiles"][1]["network"], "LinkedIn");
    let work = &resume["work"];
    assert_eq!(work[0]["name"], "Adriatic Gauge Network");
    assert_eq!(work[0]["position"], "Lead instrument engineer");
    assert_eq!(work[0]["startDate"], "2019-05");
    assert_eq!(work[0].get("endDate"), None);
    assert_eq!(work[0]["location"], "Koper, Slovenia");
    assert_eq!(
        (&work[1]["startDate"], &work[1]["endDate"]),
        (&json!("2012"), &json!("2019-04-30"))
    );
    assert_eq!(work.as_array().unwrap().len(), 2);
    let education = &resume["education"][0];
    assert_eq!(education["institution"], "University of Aveiro");
    assert_eq!(education["studyType"], "Master of Ocean Instrumentation");
    assert_eq!(education["score"], "17/20");
    assert_eq!(education["endDate"], "2011-07");
    assert_eq!(resume["volunteer"][0]["position"], "Sea rescue");
    assert_eq!(resume["awards"][0]["title"], "Prize of the Long Record");
    assert_eq!(resume["awards"][0]["awarder"], "Gauge Society");
    assert_eq!(resume["awards"][0]["date"], "2023");
    let certificates = &resume["certificates"];
    assert_eq!(certificates[0]["name"], "Driving licence B, BE");
    assert_eq!(certificates[1]["name"], "Boat master");
    assert_eq!(certificates[1]["issuer"], "Harbour Authority");
    assert_eq!(certificates[1]["date"], "2014-06-02");
    assert_eq!(certificates[2]["date"], "2013-11");
    assert_eq!(resume["publications"][0]["name"], "Levelling a Moving Pier");
    assert_eq!(resume["publications"][0]["releaseDate"], "2021");
    assert_eq!(resume["publications"][0]["url"], "https://doi.example/10.1/pier");
    let spoken =
        |language: &str, fluency: &str| json!({ "language": language, "fluency": fluency });
    assert_eq!(
        resume["languages"],
        json!([
            spoken("Portuguese", "Native language"),
            spoken("Mirandese", "Native language"),
            spoken("English", "C2"),
            spoken("Slovenian", "Listening B2, Reading C1"),
            { "language": "Esperanto of sailors" },
        ])
    );
    let skills = resume["skills"].as_array().unwrap();
    let skill = |name: &str| skills.iter().find(|skill| skill["name"] == name).unwrap();
    assert_eq!(skill("Digital skills")["keywords"], json!(["Rust", "PostgreSQL"]));
    assert_eq!(skill("Field work")["keywords"], json!(["GNSS levelling"]));
    assert_eq!(resume["interests"][0]["keywords"], json!(["Dinghies", "old charts"]));
    assert_eq!(resume["references"][0]["name"], "Teo Brandl");
    let projects = resume["projects"].as_array().unwrap();
    let project = |name: &str| projects.iter().find(|project| project["name"] == name).unwrap();
    assert_eq!(project("Open Buoy")["endDate"], "2022-03");
    let day = project("Gauge Days");
    assert_eq!((&day["startDate"], &day["endDate"]), (&json!("2022-10-26"), &json!("2022-10-26")));
}

#[test]
fn a_skills_passport_has_its_words_on_the_page_and_in_the_text() {
    let site = site(fixture("passport.xml"));
    let words = [
        "Dr. Barkász Ödön",
        "Loom control engineer",
        "odon@looms.example",
        "+36 20 555 0101",
        "Blog",
        "Google Talk",
        "odon.weaves",
        "Szeged",
        "Hungary",
        "Control engineer",
        "Shuttle Works",
        "Glasgow, United Kingdom",
        "Manufacturing",
        "wrote the phase controller",
        "R&D of quieter drives",
        "Apprentice",
        "Felt & Sons",
        "Textile engineer",
        "School of Threads",
        "Budapest, Hungary",
        "EQF level 7",
        "Manufacturing and processing",
        "Romanian",
        "Listening C1, Reading C2, Spoken interaction B2, Spoken production B2, Writing B1",
        "English for Weavers",
        "Guild of Tongues",
        "German",
        "A2",
        "Communication skills",
        "I explain machines to people who fear them",
        "Shift planning, Apprentices",
        "Servo drives, PID control, Lubrication",
        "Structured Text, C",
        "Information processing: Proficient user, Communication: Independent user",
        "Content creation: Basic user",
        "Driving licence A, B1",
        "Phase and Weft, 2012",
        "Quiet Drives",
        "Museum loom",
        "Golden Shuttle 2014",
        "Memberships",
        "Treasurer since 2015.",
        "Mrs. A. Warp, Shuttle Works",
        "Looms restored",
        "Two, one of them from 1780.",
    ];
    site.shows(&words);
    let text = site.file("txt").split_whitespace().collect::<Vec<_>>().join(" ");
    for word in words {
        assert!(text.contains(word), "{word:?} is not in the text: {text}");
    }
    let resume = site.json();
    assert_eq!(resume["work"][0]["startDate"], "2010-05");
    assert_eq!(resume["work"][0].get("endDate"), None);
    assert_eq!(resume["work"][1]["startDate"], "2005-09-14");
    assert_eq!(resume["work"][1]["endDate"], "2010-04");
    assert_eq!(resume["education"][0]["studyType"], "Textile engineer");
    assert_eq!(resume["education"][0]["area"], "Manufacturing and processing");
    assert_eq!(resume["basics"]["location"]["countryCode"], "HU");
    assert_eq!(resume["publications"][0]["url"], "https://paper.example/1");
    assert_eq!(resume["publications"][1]["name"], "Quiet Drives");
    assert_eq!(resume["awards"][0]["title"], "Golden Shuttle 2014");
    assert_eq!(resume["projects"][0]["name"], "Museum loom");
    assert_eq!(resume["certificates"][0]["date"], "2009-02");
    assert_eq!(resume["languages"][3], json!({ "language": "German", "fluency": "A2" }));
    // Its owner put the schools before the employments.
    let page = site.page();
    assert!(page.find("Education#").unwrap() < page.find("Work#").unwrap(), "{page}");
}
