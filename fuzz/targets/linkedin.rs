//! LinkedIn's export: an archive, or files that are packed into one.

#![no_main]

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        fuzz::profile("ada.zip", bytes);
    } else if let Some(archive) = archive(bytes) {
        fuzz::profile("ada.zip", &archive);
    }
});

/// Packs files into an archive. Each begins with a line that has its name after `> `.
fn archive(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
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
