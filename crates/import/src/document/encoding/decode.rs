//! Decodes the bytes of a text whose encoding is known.

use encoding_rs::{Encoding, UTF_8};

/// Decodes a text without its byte order mark; what is no letter of the encoding becomes a sign that says so.
pub(in crate::document) fn lenient(bytes: &[u8], encoding: &'static Encoding) -> String {
    if encoding == UTF_8 {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        return String::from_utf8_lossy(bytes).into_owned();
    }
    decoded(bytes, encoding, false).unwrap_or_default()
}

/// Decodes a text; `None` if some of its bytes are no letters of the encoding.
pub(in crate::document) fn strict(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    decoded(bytes, encoding, true)
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, is_strict: bool) -> Option<String> {
    if !cfg!(feature = "apart") {
        return decoded_here(bytes, encoding.name(), is_strict);
    }
    let name = encoding.name().as_bytes();
    let length = u8::try_from(name.len()).ok()?;
    let question = [&[u8::from(is_strict), length], name, bytes].concat();
    let answer = perfil_apart::ask("encodings", &question);
    let (is_known, text) = answer.split_first()?;
    (*is_known == 1).then(|| String::from_utf8_lossy(text).into_owned())
}

/// Decodes a text in an encoding with this name.
#[must_use]
pub fn decoded_here(bytes: &[u8], encoding: &str, is_strict: bool) -> Option<String> {
    let encoding = Encoding::for_label(encoding.as_bytes())?;
    if is_strict {
        return encoding
            .decode_without_bom_handling_and_without_replacement(bytes)
            .map(std::borrow::Cow::into_owned);
    }
    Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
}
