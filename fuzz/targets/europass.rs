//! The XML of Europass, in both of its formats.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.xml", bytes));
