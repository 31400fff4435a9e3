//! Decodes streams of a file, up to a limit.

use super::limits::Budget;
use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use std::io::Read;

/// The maximum size of what is decoded by a filter that knows no limit of its own, in bytes.
const MAX_UNLIMITED: usize = 256 << 10;

/// Returns the content of a stream, or of its beginning if it is damaged or too large.
pub(super) fn decode(stream: &Stream, budget: &mut Budget) -> Vec<u8> {
    let filters = stream.filters();
    let mut data = stream.raw_data().into_owned();
    for filter in &filters {
        data = match filter {
            Filter::FlateDecode => inflate(&data, budget.bytes()),
            Filter::Ascii85Decode => ascii85(&data),
            Filter::AsciiHexDecode => hexadecimal(&data),
            Filter::RunLengthDecode => run_lengths(&data, budget.bytes()),
            Filter::Crypt => data,
            // The library decodes the whole chain.
            Filter::LzwDecode if stream.raw_data().len() <= MAX_UNLIMITED => {
                let decoded = stream.decoded().map(std::borrow::Cow::into_owned);
                budget.spend(decoded.as_ref().map_or(0, Vec::len));
                return decoded.unwrap_or_default();
            }
            _ => return Vec::new(),
        };
        budget.spend(data.len());
    }
    data
}

/// Inflates data, with or without the header of zlib, up to a limit.
pub(super) fn inflate(data: &[u8], limit: usize) -> Vec<u8> {
    let mut inflated = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    // What was read before an error is kept: many files lack their last bytes.
    let _ = ZlibDecoder::new(data).take(limit).read_to_end(&mut inflated);
    if inflated.is_empty() {
        let _ = DeflateDecoder::new(data).take(limit).read_to_end(&mut inflated);
    }
    inflated
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::new();
    let (mut group, mut count) = (0_u32, 0_usize);
    for &byte in data {
        match byte {
            b'z' if count == 0 => decoded.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    decoded.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        decoded.extend(group.to_be_bytes().iter().take(count - 1));
    }
    decoded
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let byte = |pair: &[u8]| pair.first().map_or(0, |high| high << 4) | pair.get(1).unwrap_or(&0);
    digits.chunks(2).map(byte).collect()
}

fn run_lengths(data: &[u8], limit: usize) -> Vec<u8> {
    let mut decoded = Vec::new();
    let mut rest = data;
    while let Some((&length, after)) = rest.split_first() {
        if length == 128 || decoded.len() > limit {
            break;
        }
        let count = usize::from(length);
        if length < 128 {
            decoded.extend(after.iter().take(count + 1));
            rest = after.get(count + 1..).unwrap_or_default();
        } else {
            let Some((&byte, after)) = after.split_first() else { break };
            decoded.extend(std::iter::repeat_n(byte, 257 - count));
            rest = after;
        }
    }
    decoded
}
