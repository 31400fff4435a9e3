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
    let context = ImportContext { languages: &[], default: None };
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
    assert!(report.iter().any(|message| message.contains("activities")), "{report:?}");
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
    // A date that cannot be read is reported, with its position.
    let odd = archive(&[
        ("Profile.csv", PROFILE.as_bytes()),
        ("Positions.csv", b"Company Name,Title,Started On\nA,B,soon\n"),
    ]);
    let imported = imported(&odd).unwrap();
    assert!(imported.report.iter().any(|problem| problem.message.contains("soon")));
    assert!(read(&imported.node).is_ok());
}
