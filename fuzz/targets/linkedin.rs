//! LinkedIn's export: an archive, or files that are packed into one.

#![no_main]

use zip::write::SimpleFileOptions;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        fuzz::profile("ada.zip", bytes);
    } else if let Some(archive) = fuzz::archive(bytes, SimpleFileOptions::default(), None) {
        fuzz::profile("ada.zip", &archive);
    }
});
