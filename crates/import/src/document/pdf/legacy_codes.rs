//! Codes of fonts from before Unicode: ISO 32000-1 names encodings of Chinese, Japanese and Korean, whose
//! texts are those of files of their time.

use crate::document::encoding::strict;
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// The encodings by parts of their names.
const NAMED: [(&[u8], &Encoding); 8] = [
    (b"RKSJ", SHIFT_JIS),
    (b"B5", BIG5),
    (b"GB", GB18030),
    (b"KSC", EUC_KR),
    (b"EUC-H", EUC_JP),
    (b"EUC-V", EUC_JP),
    (b"Johab", EUC_KR),
    (b"78", SHIFT_JIS),
];

/// The codes of one font.
#[derive(Clone, Copy)]
pub(super) struct LegacyCodes(&'static Encoding);

impl LegacyCodes {
    /// Returns the encoding with a name of the standard.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        let is_other = name.starts_with(b"Uni") || name.starts_with(b"Identity");
        let is_known = |part: &[u8]| super::limits::find(name, part).is_some();
        let found = NAMED.iter().find(|(part, _)| !is_other && is_known(part));
        found.map(|(_, encoding)| Self(encoding))
    }

    /// Returns the codes of a text, each with its character if it has one.
    pub(super) fn characters(self, bytes: &[u8]) -> Vec<(u32, Option<String>)> {
        let mut all = Vec::new();
        let mut rest = bytes;
        while let Some(first) = rest.first() {
            let length = if self.is_single(*first) { 1 } else { 2.min(rest.len()) };
            let (code, after) = rest.split_at(length);
            rest = after;
            let number = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            all.push((number, strict(code, self.0)));
        }
        all
    }

    fn is_single(self, first: u8) -> bool {
        first < 0x80 || (self.0 == SHIFT_JIS && (0xa1..=0xdf).contains(&first))
    }
}

#[cfg(test)]
mod tests {
    use super::LegacyCodes;

    #[test]
    fn codes_are_those_of_their_encoding() {
        for (name, bytes, text) in [
            (&b"GBK-EUC-H"[..], &b"A\xc0\xee\xc0\xd7"[..], "A李雷"),
            (b"90ms-RKSJ-H", b"\x8eR\x93c \xb1", "山田 ｱ"),
            (b"ETen-B5-H", b"\xa7\xf5", "李"),
            (b"KSCms-UHC-H", b"\xb1\xe8", "김"),
        ] {
            let codes = LegacyCodes::named(name).map(|codes| codes.characters(bytes));
            let read: String = codes.into_iter().flatten().filter_map(|(_, text)| text).collect();
            assert_eq!(read, text);
        }
        assert!(LegacyCodes::named(b"Identity-H").is_none());
        assert!(LegacyCodes::named(b"UniGB-UCS2-H").is_none());
    }
}
