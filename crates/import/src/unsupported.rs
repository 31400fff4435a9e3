//! Formats that are not read, recognized so that the answer names them and what to do.

use perfil_source::Problem;
use std::io::Cursor;
use zip::ZipArchive;

/// The beginnings of files, each with its format.
const BEGINNINGS: [(&[u8], &str); 7] = [
    (b"{\\rtf", "a document in RTF"),
    (b"\\documentclass", "a document in LaTeX"),
    (b"\\documentstyle", "a document in LaTeX"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
];

/// Files of archives, each with the format that it belongs to.
const PARTS: [(&str, &str); 6] = [
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("Index/Document.iwa", "a Pages document"),
    ("index.apxl", "a Keynote presentation"),
    ("content.xml", "an OpenDocument text"),
    ("META-INF/container.xml", "an e-book"),
];

/// What can be read of most documents.
const REMEDY: &str = "Save it as a Word document (.docx), as a PDF or as plain text (.txt), or \
                      copy its text into such a file.";

/// Returns the problem of a file whose format is known and not read.
pub(super) fn problem(bytes: &[u8]) -> Option<Problem> {
    let found = if bytes.starts_with(b"PK") { of_archive(bytes) } else { of_beginning(bytes) };
    let message = |format| format!("this is {format}, which is not read");
    found.map(|format| Problem::error(None, message(format), REMEDY))
}

fn of_beginning(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins =
        |with: &[u8]| bytes.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    BEGINNINGS.iter().find(|(beginning, _)| begins(beginning)).map(|(_, format)| *format)
}

fn of_archive(bytes: &[u8]) -> Option<&'static str> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    PARTS.iter().find(|(part, _)| archive.index_for_name(part).is_some()).map(|(_, format)| *format)
}
