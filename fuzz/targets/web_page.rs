//! A profile as a web page.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.html", bytes));
