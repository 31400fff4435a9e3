//! Packs inputs into archives.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Packs files into an archive. Each begins with a line that has its name after `> `; what is before the
/// first of these lines is the file `first`.
#[must_use]
pub fn archive(bytes: &[u8], options: SimpleFileOptions, first: Option<&str>) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    if let Some(first) = first {
        writer.start_file(first, options).ok()?;
    }
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
