//! Finds encrypted files whose key would be longer than what it is made of. The library cuts the key off a hash
//! without a look at its length, so such a file would end the program.

use super::limits::find;

/// The number of bits of the hash (MD5) of which a key is the beginning, up to revision 4 of the handler
/// (ISO 32000-1, 7.6.3.3).
const HASH: u32 = 128;

/// The filter of encryption with passwords, the only one that is read.
const FILTER: &[u8] = b"/Standard";

/// How many bytes before its filter a dictionary begins at most, and how many it goes on after it.
const AROUND: usize = 4096;

/// What is after the end of such a dictionary.
const ENDS: [&[u8]; 3] = [b"endobj", b"startxref", b"stream"];

/// Whether a file says that it is encrypted with a key that cannot be.
pub(super) fn is_impossible(bytes: &[u8]) -> bool {
    if find(bytes, b"/Encrypt").is_none() {
        return false;
    }
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, FILTER)) {
        let filter = at + found;
        let before = bytes.get(filter.saturating_sub(AROUND)..filter).unwrap_or_default();
        let after = bytes.get(filter..).unwrap_or_default();
        let after = after.get(..AROUND.min(after.len())).unwrap_or_default();
        // The dictionary is an object, or in the trailer.
        let start = before.windows(3).rposition(|three| three == b"obj").unwrap_or(0);
        let ends = ENDS.iter().filter_map(|end| find(after, end));
        let end = ends.min().unwrap_or(after.len());
        let mut numbers = Numbers::default();
        numbers.read(before.get(start..).unwrap_or_default());
        numbers.read(after.get(..end).unwrap_or_default());
        if numbers.are_impossible() {
            return true;
        }
        at = filter + FILTER.len();
    }
    false
}

/// What the keys of a dictionary may be.
#[derive(Default)]
struct Numbers {
    lengths: Vec<u32>,
    versions: Vec<u32>,
    revisions: Vec<u32>,
    /// Whether one of them is somewhere else in the file.
    is_referred: bool,
}

impl Numbers {
    /// Reads a part of a dictionary, of those in it too.
    fn read(&mut self, part: &[u8]) {
        let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        for (at, _) in part.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
            let rest = part.get(at + 1..).unwrap_or_default();
            let is_name = |byte: &u8| !is_space(byte) && !b"()<>[]{}/%".contains(byte);
            let length = rest.iter().position(|byte| !is_name(byte)).unwrap_or(rest.len());
            let (name, value) = rest.split_at(length);
            let values = match name {
                b"Length" => &mut self.lengths,
                b"V" => &mut self.versions,
                b"R" => &mut self.revisions,
                _ => continue,
            };
            let mut words = value.split(|byte| is_space(byte) || b"<>[]{}/%()".contains(byte));
            let words: Vec<&[u8]> =
                words.by_ref().filter(|word| !word.is_empty()).take(3).collect();
            if let [first, second, b"R"] = words.as_slice()
                && number(first).is_some()
                && number(second).is_some()
            {
                self.is_referred = true;
            }
            values.extend(words.first().and_then(|word| number(word)));
        }
    }

    fn are_impossible(&self) -> bool {
        let is_hashed = self.revisions.is_empty() || self.revisions.iter().any(|it| *it <= 4);
        let is_long = self.lengths.iter().any(|it| *it > HASH) || self.versions.contains(&5);
        self.is_referred || (is_hashed && is_long && self.is_encryption())
    }

    /// Whether this is what a handler needs; a word of a text has none of it.
    fn is_encryption(&self) -> bool {
        !self.versions.is_empty()
    }
}

fn number(word: &[u8]) -> Option<u32> {
    std::str::from_utf8(word).ok()?.trim_start_matches('+').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::is_impossible;

    fn file(dictionary: &str) -> Vec<u8> {
        format!("trailer << /Encrypt 9 0 R >> 9 0 obj << {dictionary} >> endobj").into_bytes()
    }

    #[test]
    fn a_key_longer_than_its_hash_is_impossible() {
        for dictionary in [
            "/Filter /Standard /V 2 /R 3 /Length 256",
            "/Length 256 /V 2 /R 3 /Filter/Standard",
            "/R 2 /V 5 /Filter /Standard /Length 256",
            "/Filter /Standard /V 4 /R 4 /Length 4096 /CF << /StdCF << /Length 16 >> >>",
            "/Filter /Standard /V 2 /R 3 /Length 10 0 R",
        ] {
            assert!(is_impossible(&file(dictionary)), "{dictionary}");
        }
    }

    #[test]
    fn other_keys_are_the_librarys() {
        for dictionary in [
            "/Filter /Standard /V 1 /R 2 /Length 40",
            "/Filter /Standard /V 2 /R 3 /Length 128",
            "/Filter /Standard /V 4 /R 4 /Length 128 /CF << /StdCF << /Length 16 /CFM /AESV2 >> >>",
            "/Filter /Standard /V 5 /R 6 /Length 256 /CF << /StdCF << /Length 32 /CFM /AESV3 >> >>",
        ] {
            assert!(!is_impossible(&file(dictionary)), "{dictionary}");
        }
        assert!(!is_impossible(b"(Wrote /Encrypt and /Standard) Tj << /Length 9000 >>"));
        let before_stream = [
            &file("/Filter /Standard /V 2 /R 3 /Length 128"),
            &b"\n10 0 obj << /Length 9000 >> stream"[..],
        ];
        assert!(!is_impossible(&before_stream.concat()));
        assert!(!is_impossible(b"<< /Filter /Standard /V 2 /R 3 /Length 256 >>"));
    }
}
