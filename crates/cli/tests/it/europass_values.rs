//! What an XML of Europass keeps to its owner, what it says in its language, and what is odd in it.

use crate::command::perfil;
use crate::content::listed;
use crate::europass::{XML, candidate, content, fixture};
use serde_json::Value;

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
                "TS-34121",
                "office@gauges",
                "teo@private",
                "0405550123",
                "405550123",
                "sender@tidegauge",
                "iVBOR",
                "ZGF0YT",
                "ProfilePicture",
                "I agree that my data",
                "profile-0042",
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
            let ending = path.rsplit_once('.').map(|(_, ending)| ending);
            let is_page = ending == Some("html") || path.starts_with("data/");
            let is_about_person = path.starts_with("export/") || path.starts_with("embed/");
            let written = String::from_utf8_lossy(bytes);
            let is_found = |secret: &&&str| {
                let is_year = secret.len() == 4 && secret.parse::<u16>().is_ok();
                let is_here = if is_year { ending == Some("txt") } else { is_page };
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
