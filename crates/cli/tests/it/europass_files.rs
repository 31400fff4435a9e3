//! XML that is no Europass CV, or a broken or an unusual one.

use crate::content::{Content, listed};
use crate::europass::{content, fixture};
use crate::json_resume::ADA;
use perfil_import::{ImportContext, Kind, Source, import};
use perfil_site::Finding;
use perfil_source::Problem;

/// The reason why a file is refused, and its line and column.
fn refused(xml: &[u8]) -> (String, Option<(usize, usize)>) {
    let found: Vec<Finding> = content(xml).load().findings;
    let errors: Vec<&Finding> = found.iter().filter(|finding| finding.is_error()).collect();
    let [error] = errors.as_slice() else { panic!("{}", listed(&found)) };
    assert!(!error.problem.remedy.is_empty());
    (error.problem.message.clone(), error.place.map(|place| (place.line, place.column)))
}

#[test]
fn other_xml_is_named() {
    for (xml, message, place) in [
        (
            "<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>",
            "this is XML with the root <rss>, and no Europass CV",
            (2, 1),
        ),
        (
            "<europass:learnerinfo xmlns:europass='http://europass.cedefop.europa.eu/Europass/V1.2'/>",
            "this is a Europass CV from before 2012, which is not read",
            (1, 1),
        ),
        ("{ \"basics\": {} }", "this is not XML: it has no element", (1, 1)),
        ("", "the file is empty", (1, 1)),
    ] {
        assert_eq!(refused(xml.as_bytes()), (message.to_owned(), Some(place)), "{xml}");
    }
    // What a file is decides, and not its name.
    let content = Content::fixture("small");
    content.write(ADA, "<?xml version='1.0'?><svg/>");
    let found = content.load().findings;
    assert!(found[0].problem.message.contains("root <svg>"), "{}", listed(&found));
}

#[test]
fn broken_xml_is_explained() {
    let whole = String::from_utf8(fixture("candidate.xml")).unwrap();
    let start = whole.lines().nth(1).unwrap();
    let bomb = String::from(
        "<?xml version='1.0'?>\n<!DOCTYPE Candidate [\n<!ENTITY a 'aaaaaaaaaa'>\n\
         <!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n]>\n<Candidate>&b;</Candidate>",
    );
    let deep = format!("{start}{}", "<a>".repeat(100_000));
    let many = format!("{start}{}</Candidate>", "<a/>".repeat(300_000));
    let attributes: Vec<String> = (0..5_000).map(|n| format!(" a{n}=''")).collect();
    let attributes = attributes.concat();
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(whole.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (xml, message, place) in [
        (&whole[..2_000], "the file ends before its last element is closed", None),
        (&bomb, "the file has a document type (<!DOCTYPE …>)", Some((2, 1))),
        (&deep, "the elements are nested deeper than 64 levels", None),
        (&many, "the file has more than 200000 elements and texts", Some((1, 1))),
        (
            &format!("<Candidate>\n<a{attributes}/></Candidate>"),
            "this element has more than 64 attributes",
            Some((2, 1)),
        ),
        ("<Candidate>\n é<a></b></Candidate>", "<a> is closed by </b>", Some((2, 6))),
        ("<Candidate>\n&nbsp;</Candidate>", "XML has no entity &nbsp;", Some((2, 1))),
        ("<Candidate><x:a/></Candidate>", "this is not XML: an unknown namespace prefix 'x'", None),
        ("<Candidate", "the file ends before its last element is closed", None),
    ] {
        let (found, at) = refused(xml.as_bytes());
        assert!(found.starts_with(message), "{found}");
        assert!(place.is_none() || at == place, "{found} at {at:?}");
    }
    assert_eq!(refused(&utf16), ("the file is in the encoding UTF-16".to_owned(), Some((1, 1))));
    let latin =
        b"<?xml version='1.0' encoding='ISO-8859-1'?>\n<Candidate>\n<a>\xe9</a></Candidate>";
    assert_eq!(refused(latin), ("the byte 0xE9 is not UTF-8".to_owned(), Some((3, 4))));
    let large = [b"<Candidate>".to_vec(), vec![b' '; 5 << 20]].concat();
    assert_eq!(refused(&large).0, "the file is larger than 4 MiB");
}

#[test]
fn every_cut_file_is_explained() {
    for name in ["candidate.xml", "passport.xml"] {
        let whole = fixture(name);
        let end = whole.iter().rposition(|byte| *byte == b'>').unwrap();
        for length in (0..=end).step_by(37) {
            let bytes = &whole[..length];
            let source = Source { name: "ada.xml", bytes, language: None };
            let context = ImportContext::default();
            let problems: Vec<Problem> = import(&[source], &context).unwrap_err();
            let span = problems[0].span.clone().unwrap();
            assert!(problems[0].is_error() && span.end <= length.max(1), "{problems:?}");
        }
    }
}

#[test]
fn elements_that_a_file_lacks_or_has_twice_are_no_error() {
    for xml in [
        "<Candidate/>",
        "<SkillsPassport/>",
        "<LearnerInfo><Identification><PersonName><Surname>X</Surname></PersonName></Identification>\
         </LearnerInfo>",
        "<hr:Candidate xmlns:hr='http://www.hr-xml.org/3'><hr:CandidateProfile/></hr:Candidate>",
        "<SkillsPassport><LearnerInfo><WorkExperienceList><WorkExperience/></WorkExperienceList>\
         <Skills/><Skills><Computer/></Skills></LearnerInfo><LearnerInfo/></SkillsPassport>",
        "<Candidate><CandidateProfile><Others/><Others><Other/></Others><Skills>text</Skills>\
         <EducationHistory><X/></EducationHistory></CandidateProfile></Candidate>",
    ] {
        let source = Source { name: "ada.xml", bytes: xml.as_bytes(), language: None };
        let context = ImportContext::default();
        let imported = import(&[source], &context).unwrap();
        assert_eq!(imported.kind, Kind::Europass);
        content(xml).build();
    }
}
