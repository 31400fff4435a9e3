//! Sets of people, encoded as short strings: the gaps between their numbers, mostly one character
//! each.
//!
//! The characters are those that JSON does not escape. A number is written as digits in base 34,
//! the most significant first, and a last digit in base 57. The characters of the two bases differ,
//! so numbers need no separator.

const LAST: u8 = b'#';
const LAST_BASE: u32 = 57;
const LEAD: u8 = b']';
const LEAD_BASE: u32 = 34;

/// Encodes strictly increasing numbers.
pub fn encode(numbers: impl IntoIterator<Item = u32>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for number in numbers {
        let gap = number - next;
        next = number + 1;
        let mut lead = gap / LAST_BASE;
        let mut digits = vec![char_of(LAST, gap % LAST_BASE)];
        while lead > 0 {
            digits.push(char_of(LEAD, lead % LEAD_BASE));
            lead /= LEAD_BASE;
        }
        text.extend(digits.iter().rev());
    }
    text
}

/// Decodes the numbers.
pub fn decode(text: &str) -> impl Iterator<Item = u32> {
    let mut gap = 0_u32;
    let mut next = 0_u32;
    text.bytes().filter_map(move |byte| {
        if byte >= LEAD {
            gap = gap.wrapping_mul(LEAD_BASE).wrapping_add(u32::from(byte - LEAD));
            return None;
        }
        let last = u32::from(byte.saturating_sub(LAST));
        let number = next.wrapping_add(gap.wrapping_mul(LAST_BASE)).wrapping_add(last);
        gap = 0;
        next = number.wrapping_add(1);
        Some(number)
    })
}

fn char_of(first: u8, digit: u32) -> char {
    // A digit is smaller than its base, so it fits.
    char::from(first + u8::try_from(digit).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_numbers_are_decoded() {
        for numbers in [
            vec![],
            vec![0],
            vec![0, 1, 2, 57, 58, 116],
            vec![56, 57, 5_000, 5_001, 99_999, 4_000_000],
            (0..10_000).step_by(7).collect(),
        ] {
            let text = encode(numbers.iter().copied());
            assert_eq!(decode(&text).collect::<Vec<_>>(), numbers);
            assert_eq!(serde_json::to_string(&text).expect("text is JSON").len(), text.len() + 2);
        }
    }

    #[test]
    fn consecutive_numbers_take_one_character_each() {
        assert_eq!(encode(0..40).len(), 40);
    }
}
