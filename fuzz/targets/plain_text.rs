//! A profile as a document in plain text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.txt", bytes));
