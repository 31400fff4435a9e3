//! Decodes the bytes of a file as text, before any format is parsed.

use super::problem::Problem;

/// The maximum size of a file, in bytes: a profile of a whole career stays under 200 kB.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// Returns the text without its byte order mark, and the length of that mark in bytes.
///
/// # Errors
///
/// Returns an error if the file is larger than [`MAX_FILE_BYTES`], or is not UTF-8.
pub fn text(bytes: &[u8]) -> Result<(&str, usize), Problem> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Problem::error(
            None,
            format!("the file is larger than {} MiB", MAX_FILE_BYTES >> 20),
            "Split it, or move images and long texts to files of their own.",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        Problem::error(
            Some(at..at + 1),
            format!("the byte 0x{byte:02X} is not UTF-8"),
            "Save the file in the encoding UTF-8.",
        )
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok((text, bytes.len() - text.len()))
}
