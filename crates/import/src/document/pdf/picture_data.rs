//! Blanks what looks like objects in the data of pictures, by chance or on purpose.

use super::limits::{MAX_CHANCE_NESTING, find, is_nested};
use std::borrow::Cow;
use std::ops::Range;

/// How much before a stream is looked at for what it holds, in bytes.
pub(super) const HEAD: usize = 600;

/// Returns a file whose pictures have no bytes that open arrays and dictionaries, where these are nested deeper than the
/// library can follow them: it may be led to any place of a file, and no picture is read.
pub(super) fn without_nesting(bytes: &[u8]) -> Cow<'_, [u8]> {
    let ranges: Vec<Range<usize>> = pictures(bytes)
        .filter(|range| {
            bytes.get(range.clone()).is_some_and(|data| is_nested(data, MAX_CHANCE_NESTING))
        })
        .collect();
    if ranges.is_empty() {
        return Cow::Borrowed(bytes);
    }
    let mut blanked = bytes.to_vec();
    for range in ranges {
        let data = blanked.get_mut(range).into_iter().flatten();
        data.filter(|byte| matches!(byte, b'[' | b'<')).for_each(|byte| *byte = b' ');
    }
    Cow::Owned(blanked)
}

/// Whether what is before a stream says that it is a picture.
pub(super) fn is_picture(head: &[u8]) -> bool {
    find(head, b"/Image").is_some() && find(head, b"/ObjStm").is_none()
}

/// Returns where the data of pictures is.
fn pictures(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + find(bytes.get(at..)?, b"stream")? + b"stream".len();
            at = start;
            let head = bytes.get(start.saturating_sub(HEAD)..start)?;
            // The dictionary of the stream is after the last object that ends.
            let ended = head.windows(6).rposition(|it| it == b"endobj").unwrap_or_default();
            if head.ends_with(b"endstream") || !is_picture(head.get(ended..)?) {
                continue;
            }
            let length = find(bytes.get(start..)?, b"endstream")?;
            at = start + length + b"endstream".len();
            return Some(start..start + length);
        }
    })
}
