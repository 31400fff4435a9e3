//! A profile as a document of Word: a file, or the XML of one that is packed into an archive.

#![no_main]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf") {
        fuzz::profile("ada.docx", bytes);
    } else if let Some(archive) = archive(bytes) {
        fuzz::profile("ada.docx", &archive);
    }
});

/// Packs XML into an archive as its text. Other parts can be divided from it by lines that begin with
/// `> ` and have their paths.
fn archive(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file("word/document.xml", options).ok()?;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(b"> ") {
            Some(name) => {
                let name = String::from_utf8_lossy(name.trim_ascii());
                writer.start_file(name, options).ok()?;
            }
            None => writer.write_all(line).ok()?,
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
