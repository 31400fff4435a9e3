//! A profile in YAML, Perfil's own, JSON Resume, `RenderCV` or `YAMLResume`, alone or with its other
//! language after a NUL.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::profile("ada.yaml", bytes));
