//! The XML of Europass, in both of its formats, becomes a profile without what is nobody's business.

use crate::command::perfil;
use crate::content::{Content, data, listed};
use crate::json_resume::ADA;
use crate::resume_site::Site;
use serde_json::{Value, json};
use std::fs;

const XML: &str = "profiles/ada-lovelace.xml";

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

fn site(xml: impl AsRef<[u8]>) -> Site {
    Site { built: content(xml).build() }
}

/// A `Candidate` with this in its profile.
fn candidate(profile: &str) -> String {
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

#[test]
fn nothing_private_is_in_any_output() {
    for (file, secrets) in [
        (
            "candidate.xml",
            &[
                "Solinarska",
                "KP-6000",
                "1987-02-14",
                "1987",
                "Pomol",
                "34121",
                "office@gauges",
                "teo@private",
                "0405550123",
                "405550123",
                "sender@tidegauge",
                "iVBOR",
                "ZGF0YT",
                "ProfilePicture",
                "I agree that my data",
                "f3a1",
                "Template1",
                "esco",
            ][..],
        ),
        (
            "passport.xml",
            &[
                "Kéve",
                "emelet",
                "H-6720",
                "1979",
                "555 0199",
                "Dock Road",
                "G1 1AA",
                "secret recipe",
                "Ghostwriter",
                "Hidden Mill",
                "Forging",
                "LzlqLz",
                "RElQTE",
                "diploma",
                "I authorise",
            ],
        ),
    ] {
        let bytes = fixture(file);
        let built = content(&bytes).build();
        for (path, bytes) in built.tree.iter() {
            // Names of files have hashes, in which any digits can be.
            let is_page = path.ends_with(".html") || path.starts_with("data/");
            let is_about_person = path.starts_with("export/") || path.starts_with("embed/");
            let written = String::from_utf8_lossy(bytes);
            let is_found = |secret: &&&str| {
                let is_year = secret.len() == 4 && secret.parse::<u16>().is_ok();
                let is_here = if is_year { path.ends_with(".txt") } else { is_page };
                (is_here || (is_about_person && !is_year)) && written.contains(**secret)
            };
            assert_eq!(secrets.iter().find(is_found), None, "{file}: {path}");
        }
        let text = String::from_utf8(bytes).unwrap();
        for secret in secrets.iter().filter(|secret| !["iVBOR", "405550123"].contains(*secret)) {
            assert!(text.contains(secret), "{secret:?} is not in {file}, so this shows nothing");
        }
    }
}

#[test]
fn what_is_left_out_is_named_with_its_place() {
    let built = content(fixture("candidate.xml")).build();
    let found = |message: &str| {
        let found = built.findings.iter().find(|it| it.problem.message.starts_with(message));
        found.unwrap_or_else(|| panic!("{message}: {}", listed(&built.findings)))
    };
    let born = found("BirthDate is left out: it is private");
    assert_eq!(born.place.map(|place| (place.line, place.column)), Some((73, 9)));
    assert_eq!(born.problem.path.to_string(), "$.CandidatePerson.BirthDate");
    for message in [
        "NationalityCode is left out: it is private",
        "GenderCode is left out: it is private",
        "Visa is left out: it is private",
        "Attachment is left out: no page shows a file inside a file",
        "the street and the postal code are private",
        "ClosingStatement is left out",
        "FieldOfStudy is left out",
    ] {
        found(message);
    }
    let credits = found("$.CandidateProfile.EducationHistory.EducationOrganizationAttendance.");
    assert!(credits.problem.message.contains("is shown with its entry as"), "{credits:?}");
    assert!(built.findings.iter().all(|finding| !finding.is_error()));
    let built = content(fixture("passport.xml")).build();
    let messages: Vec<&str> = built.findings.iter().map(|it| it.problem.message.as_str()).collect();
    for message in [
        "LearnerInfo.WorkExperience[1].Activities is private: the file says that it is not printed",
        "LearnerInfo.WorkExperience[2] is private: the file says that it is not printed",
        "LearnerInfo.Identification.ContactInfo.Telephone[1] is private: the file says that it is \
         not printed",
        "LearnerInfo.Skills.Other is private: the file says that it is not printed",
        "Demographics is left out: it is private",
        "Photo is left out: no page shows a file inside a file",
    ] {
        assert!(messages.contains(&message), "{message}: {messages:#?}");
    }
}

#[test]
fn the_words_around_are_in_the_language_of_the_file() {
    let xml = "<SkillsPassport xmlns='http://europass.cedefop.europa.eu/Europass' locale='es'>\
        <LearnerInfo><Identification><PersonName><FirstName>Ada</FirstName></PersonName>\
        <ContactInfo><Address><Contact><Country><Code>EL</Code></Country></Contact></Address>\
        </ContactInfo></Identification><Skills><Linguistic><MotherTongueList><MotherTongue>\
        <Description><Code>el</Code></Description></MotherTongue></MotherTongueList>\
        <ForeignLanguageList><ForeignLanguage><Description><Code>de</Code></Description>\
        <ProficiencyLevel><Listening>B1</Listening></ProficiencyLevel></ForeignLanguage>\
        </ForeignLanguageList></Linguistic><Driving><Description><Licence>B</Licence></Description>\
        </Driving></Skills></LearnerInfo></SkillsPassport>";
    let outcome = imported(xml);
    let profile: Value = serde_json::from_str(&outcome).unwrap();
    assert_eq!(profile["language"], "es");
    let written = profile.to_string();
    for word in [
        "Griego",
        "Lengua materna",
        "Alemán",
        "Comprensión auditiva B1",
        "Permiso de conducir",
        "Grecia",
        "\"GR\"",
    ] {
        assert!(written.contains(word), "{word}: {written}");
    }
}

fn imported(xml: &str) -> String {
    let content = content(xml);
    let outcome = perfil(content.path(), &["import", XML]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    outcome.stdout
}

#[test]
fn two_languages_are_one_profile() {
    let of = |title: &str, language: &str, name: &str| {
        candidate(&format!(
            "<EmploymentHistory><EmployerHistory><OrganizationName>Engine</OrganizationName>\
             <PositionHistory><PositionTitle>{title}</PositionTitle></PositionHistory>\
             </EmployerHistory></EmploymentHistory><Others><Title>{name}</Title><Other>\
             <Title>{name} 1</Title></Other></Others>"
        ))
        .replace("languageCode=\"en\"", &format!("languageCode=\"{language}\""))
    };
    let content = content(of("Analyst", "en", "Journeys"));
    content.write("profiles/ada-lovelace.es.xml", of("Analista", "es", "Viajes"));
    let built = content.build();
    let page = |language: &str| {
        let path = format!("{language}/index.html");
        crate::content::text(&built.tree, &path).to_owned()
    };
    assert!(page("en").contains("Analyst") && page("en").contains("Journeys 1"));
    assert!(page("es").contains("Analista") && page("es").contains("Viajes 1"));
    assert!(!page("es").contains("Journeys"), "{}", listed(&built.findings));
}

#[test]
fn an_odd_value_is_a_warning_at_its_place() {
    let xml = candidate(
        "<EmploymentHistory><EmployerHistory>\n<OrganizationName>Engine</OrganizationName>\
         <PositionHistory><EmploymentPeriod><StartDate><FormattedDateTime>  long ago\
         </FormattedDateTime></StartDate></EmploymentPeriod></PositionHistory></EmployerHistory>\
         </EmploymentHistory>",
    );
    let built = content(&xml).build();
    let odd = built.findings.iter().find(|it| it.problem.message.contains("long ago")).unwrap();
    assert!(!odd.is_error());
    assert_eq!(odd.place.map(|place| place.line), Some(5));
    let path = "$.CandidateProfile.EmploymentHistory.EmployerHistory.PositionHistory.\
        EmploymentPeriod.StartDate.FormattedDateTime";
    assert_eq!(odd.problem.path.to_string(), path);
    let column = xml.lines().nth(4).unwrap().find("long ago").unwrap() + 1;
    assert_eq!(odd.place.map(|place| place.column), Some(column));
}
