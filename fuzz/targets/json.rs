//! A profile in JSON, Perfil's own, JSON Resume or Reactive Resume, alone or with its other language
//! after a NUL.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.json", bytes));
