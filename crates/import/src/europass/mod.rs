//! Imports the XML of Europass (<https://europass.europa.eu>), first as a JSON Resume, and from that as
//! a profile. There are two formats: the `Candidate` of today, which is also attached to Europass's
//! PDFs, and the `SkillsPassport` of Cedefop's editor, from 2012 to 2020.
//!
//! What employers ask for and nobody publishes (nationality, date of birth, gender, photo) is left
//! out and named in the report, and what is about the file is left out.

mod candidate;
mod element;
mod html;
mod limits;
mod parts;
mod passport;
mod places;
mod preferences;
mod report;
mod resume;
mod words;
mod xml;

pub(super) use xml::is_xml;

use crate::kind::Kind;
use crate::located;
use crate::parsed::Parsed;
use element::Xml;
use limits::{Fault, Root};
use perfil_source::Problem;

/// The formats of Europass.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Candidate,
    Passport,
}

/// Reads a file as a JSON Resume, whose values have their positions in the file.
pub(super) fn parse(bytes: &[u8]) -> Result<Parsed, Problem> {
    let (text, offset) = xml::text(bytes)?;
    let failed =
        |(span, message, remedy): Fault| Problem::error(Some(span), message, remedy).moved(offset);
    let format = xml::root(text).and_then(format_of).map_err(failed)?;
    let document = xml::parse(text).map_err(failed)?;
    let file = Xml::new(&document);
    let root = file.root();
    let resume = match format {
        Format::Candidate => candidate::read(root),
        Format::Passport => passport::read(root),
    };
    let elements = places::of(root).moved(offset);
    let report = report::of(&file).into_iter().map(|problem| problem.moved(offset));
    let mut report: Vec<Problem> = report.collect();
    located::rename(&mut report, std::slice::from_ref(&elements));
    let node = resume.finish(root.range()).moved(offset);
    Ok(Parsed { report, written: Some(elements), ..Parsed::of(node, Kind::Europass) })
}

/// Returns the format of a file by its root, or what else it is.
fn format_of(root: Root) -> Result<Format, Fault> {
    let (message, remedy) = match root.name {
        "Candidate" => return Ok(Format::Candidate),
        "SkillsPassport" | "LearnerInfo" => return Ok(Format::Passport),
        "learnerinfo" => (
            "this is a Europass CV from before 2012, which is not read".to_owned(),
            "Write a Markdown file from it, and import that.",
        ),
        name => (
            format!("this is XML with the root <{name}>, and no Europass CV"),
            "Use the XML of Europass, whose root is <Candidate> or <SkillsPassport>.",
        ),
    };
    let end = root.at + 1 + root.name.len();
    Err((root.at..end, message, remedy))
}
