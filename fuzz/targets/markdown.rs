//! A profile as a document in Markdown.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.md", bytes));
