//! A profile as a document of Word: a file, or the XML of one that is packed into an archive. Other parts
//! can be divided from it by lines that begin with `> ` and have their paths.

#![no_main]

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf") {
        fuzz::profile("ada.docx", bytes);
    } else if let Some(archive) = fuzz::archive(bytes, options, Some("word/document.xml")) {
        fuzz::profile("ada.docx", &archive);
    }
});
