//! LinkedIn's export of a member's data becomes a profile, without private data.

use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_model::profile::Profile;
use perfil_source::{Context, Node, Problem, Severity};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const PROFILE: &str = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Geo Location\n\
    Ada,Lovelace,,\"12 St James's Square\",Dec 10,Analyst,\"Writes notes.\nAnd engines.\",\"London, England\"\n";
const POSITIONS: &str = "Company Name,Title,Description,Location,Started On,Finished On\n\
    Analytical Engine,Programmer,\"Wrote \"\"Note G\"\"\",London,Feb 1842,Sep 1843\n\
    Home,Reader,,,1840,\n";

fn whole() -> Vec<u8> {
    archive(&[
        ("Profile.csv", PROFILE.as_bytes()),
        ("Positions.csv", POSITIONS.as_bytes()),
        ("Education.csv", b"School Name,Start Date,End Date,Notes,Degree Name,Activities\nDe Morgan,1840,1841,,Calculus,Chess\n"),
        ("Skills.csv", b"Name\nMathematics\nPoetical science\n"),
        ("Languages.csv", b"Name,Proficiency\nFrench,Native\n"),
        ("Certifications.csv", b"Name,Url,Authority,Started On,Finished On,License Number\nAnalyst,https://a.example,Royal Society,Jan 1843,,77\n"),
        ("Email Addresses.csv", b"Email Address,Confirmed,Primary,Updated On\nold@a.example,Yes,No,\nada@a.example,Yes,Yes,\n"),
        ("PhoneNumbers.csv", b"Extension,Number,Type\n,+44 1,Mobile\n"),
        ("messages.csv", b"FROM,TO\nBabbage,Ada\n"),
        ("Jobs/Saved Jobs.csv", b"a,b\n1,2\n"),
    ])
}

fn read(node: &Node) -> Result<Profile, Vec<Problem>> {
    let mut context = Context::new(vec!["en".to_owned()]);
    let profile = Profile::read(node, &mut context);
    let (problems, _) = context.finish();
    let errors: Vec<_> = problems.into_iter().filter(|it| it.severity == Severity::Error).collect();
    profile.filter(|_| errors.is_empty()).ok_or(errors)
}

fn imported(bytes: &[u8]) -> Result<Imported, Vec<Problem>> {
    let context = ImportContext::default();
    import(&[Source { name: "ada.zip", bytes, language: None }], &context)
}

#[test]
fn a_linkedin_export_becomes_a_profile() {
    let imported = imported(&whole()).unwrap();
    assert_eq!(imported.kind, Kind::LinkedIn);
    let profile = format!("{:?}", imported.node);
    for word in [
        "Ada Lovelace",
        "Analyst",
        "And engines.",
        "London",
        "England",
        "Analytical Engine",
        "Programmer",
        "Wrote \\\"Note G\\\"",
        "1842-02",
        "1843-09",
        "De Morgan",
        "Calculus",
        "Chess",
        "Poetical science",
        "French",
        "Native",
        "Royal Society",
        "77",
    ] {
        assert!(profile.contains(word), "{word} is lost: {profile}");
    }
    let public = perfil_source::redact(imported.node.clone());
    let published = format!("{public:?}");
    for secret in ["St James", "Dec 10", "ada@a.example", "+44 1", "Babbage"] {
        assert!(!published.contains(secret), "{secret} is published");
    }
    assert!(profile.contains("ada@a.example") && !profile.contains("old@a.example"));
    read(&public).unwrap();
    let report: Vec<&str> = imported.report.iter().map(|it| it.message.as_str()).collect();
    let left_out = "left out, because they are no part of a CV: Saved Jobs.csv, messages.csv";
    assert!(report.contains(&left_out), "{report:?}");
    let private = "Profile.csv: left out, because they are not for readers: Address, Birth Date";
    assert!(report.contains(&private), "{report:?}");
    assert_eq!(report.len(), 2, "{report:?}");
}

#[test]
fn an_invalid_archive_is_explained() {
    let bomb = vec![b'a'; 5 << 20];
    let many: Vec<(String, &[u8])> = (0..2_001).map(|n| (format!("{n}.csv"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let mut cut = whole();
    cut.truncate(200);
    for (bytes, message) in [
        (archive(&[("Skills.csv", &bomb)]), "Skills.csv: it is larger than 4 MiB"),
        (archive(&many), "the archive has more than 2000 files"),
        (archive(&[("photo.jpg", b"x")]), "the archive has none of the files of LinkedIn's export"),
        (
            archive(&[("Positions.csv", b"Firm,Title\nA,B\n")]),
            "Positions.csv: the column \"Company Name\" is missing",
        ),
        (archive(&[("Skills.csv", b"Name\n\xff\n")]), "Skills.csv: byte 6 is not UTF-8"),
        (cut, "this is no ZIP archive: "),
    ] {
        let problems = imported(&bytes).unwrap_err();
        assert!(problems[0].message.starts_with(message), "{problems:?}");
    }
    // A date that cannot be read is reported, with its table, row and column.
    let odd = archive(&[
        ("Profile.csv", PROFILE.as_bytes()),
        ("Positions.csv", b"Company Name,Title,Started On\nA,B,soon\n"),
    ]);
    let imported = imported(&odd).unwrap();
    let place = "Positions.csv, row 2, Started On: \"soon\" is no date that can be read";
    let found = imported.report.iter().find(|problem| problem.message.starts_with(place));
    assert!(found.is_some_and(|problem| problem.span.is_none()), "{:?}", imported.report);
    assert!(read(&imported.node).is_ok());
}

/// The profile that an export with these tables becomes, and the messages about it.
fn profile(tables: &[(&str, &str)]) -> (serde_json::Value, Vec<String>) {
    let tables: Vec<_> = tables.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let imported = imported(&archive(&tables)).unwrap();
    let json = perfil_source::to_json(&imported.node);
    let report = imported.report.into_iter().map(|problem| problem.message).collect();
    (serde_json::from_str(&json).unwrap(), report)
}

#[test]
fn every_table_about_the_member_is_read() {
    let (profile, report) = profile(&[
        ("Profile.csv", PROFILE),
        (
            "Recommendations_Received.csv",
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n\
             Ana,Costa,Kestrel,CTO,\"Calm hands.\n\nWould hire again.\",03/04/23,VISIBLE\n\
             Rui,Melo,Cometa,Lead,Sesame,03/04/22,HIDDEN\n",
        ),
        ("Courses.csv", "Name,Number\nDistributed Systems,CS-401\nEthics,\n"),
        ("Test_Scores.csv", "Name,Description,Date,Score\nTOEFL,,May 2012,110\n"),
        (
            "Patents.csv",
            "Title,Description,Url,Filed On,Issued On,Application Number,Patent Number\n\
             Queue brake,Slows queues,,Jan 2019,Feb 2020,,US123\n",
        ),
        (
            "Organizations.csv",
            "Name,Description,Position,Start Date,End Date\nACM,,Member,Jan 2017,\n",
        ),
    ]);
    let sections = profile["sections"].as_array().unwrap();
    let titles: Vec<_> = sections.iter().map(|it| it["title"]["en"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Courses", "Test scores", "Patents", "Organizations", "References"]);
    let item = |section: usize| &sections[section]["items"][0];
    assert_eq!(item(0)["details"][0]["text"], "CS-401");
    assert_eq!(
        (&item(1)["date"], &item(1)["details"][0]["text"]),
        (&"2012-05".into(), &"110".into())
    );
    assert_eq!(
        (&item(2)["releaseDate"], &item(2)["summary"]),
        (&"2020-02".into(), &"Slows queues".into())
    );
    // A member of an organisation is not employed there.
    assert_eq!(
        (&sections[3]["list"], &item(3)["startDate"]),
        (&"volunteer".into(), &"2017-01".into())
    );
    assert_eq!(
        (&item(4)["name"], sections[4]["items"].as_array().unwrap().len()),
        (&"Ana Costa".into(), 1)
    );
    assert_eq!(item(4)["reference"], "Calm hands.\n\nWould hire again.");
    let hidden = "Recommendations_Received.csv, row 3 is left out: it is hidden".to_owned();
    assert!(report.contains(&hidden) && !profile.to_string().contains("Sesame"), "{report:?}");
}

#[test]
fn texts_of_linkedin_have_no_markup() {
    let text = "# 1 in sales\nUsed __init__ and *args*\n1. first\n> quoted\n<b>x</b> 5 < 6";
    let (profile, _) = profile(&[(
        "Positions.csv",
        &format!("Company Name,Title,Description\nKestrel,Dev,\"{text}\"\n"),
    )]);
    let summary = profile["sections"][0]["items"][0]["summary"].as_str().unwrap();
    let markdown = "\\# 1 in sales  \nUsed \\_\\_init\\_\\_ and \\*args\\*  \n1\\. first  \n\
                    \\> quoted  \n\\<b\\>x\\</b\\> 5 \\< 6";
    assert_eq!(summary, markdown);
}

#[test]
fn odd_tables_stop_nothing() {
    let (profile, report) = profile(&[
        (
            "Profile.csv",
            "First Name,Last Name,Geo Location,Twitter Handles,Websites\n\
             Mira,Solano,\"Porto, Porto District, Portugal\",[mira],\
             \"[PERSONAL:https://mira.example,OTHER:https://cal.example/m]\"\n",
        ),
        ("Education.csv", ""),
        ("Skills.csv", "Name\n"),
        ("PhoneNumbers.csv", "Extension,Number,Type\n,,\n,+351 912 345 678,Mobile\n"),
        (
            "Positions.csv",
            "Company Name,Started On\nA,\"Jan. 2020\"\nB,1/15/2019\nC,M\u{e4}rz 2016\n",
        ),
        ("Certifications.csv", "Name,Url\nCKA,www.cka.example\n"),
    ]);
    assert_eq!(profile["phone"]["private"], "+351 912 345 678");
    let place =
        serde_json::json!({ "city": "Porto", "region": "Porto District", "country": "Portugal" });
    assert_eq!(profile["location"], place);
    let links = profile["links"].as_array().unwrap();
    let links: Vec<_> = links.iter().map(|it| (it["label"].as_str(), it["url"].as_str())).collect();
    let expected = [
        (Some("X"), Some("https://x.com/mira")),
        (Some("Personal"), Some("https://mira.example")),
        (Some("cal.example"), Some("https://cal.example/m")),
    ];
    assert_eq!(links, expected);
    let work = profile["sections"][0]["items"].as_array().unwrap();
    let dates: Vec<_> = work.iter().map(|it| it["startDate"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2020-01", "2019-01-15", "2016-03"]);
    assert!(
        report.iter().any(|it| it.starts_with("Certifications.csv, row 2, Url: ")),
        "{report:?}"
    );
    assert!(
        !report.iter().any(|it| it.contains("basics") || it.contains("certificates[")),
        "{report:?}"
    );
}
