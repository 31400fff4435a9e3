//! Telephone numbers as people write them, and as telephones dial them (RFC 3966).

/// Words before the number of an extension, after which it is dialled.
const EXTENSIONS: &[&str] =
    &["extension", "ext", "durchwahl", "anexo", "poste", "interno", "int", "доб", "x", "#"];

/// The fewest digits of a number of its own, where a text has several.
const SHORTEST: usize = 7;

/// Returns the address that dials the first number of a text: `tel:+4917658158410`; `None` if there
/// is no number.
#[must_use]
pub fn phone_address(written: &str) -> Option<String> {
    let text: String = written.chars().map(ascii).collect::<String>().to_lowercase();
    let first = first_number(text.trim().trim_start_matches("tel:"));
    let start = first.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')?;
    let (number, rest) = split_at_words(&first[start..]);
    let is_global = number.starts_with('+') || number.starts_with("(+") || number.starts_with("00");
    let number = number.trim_start_matches('(');
    let number = number.strip_prefix("00").map_or(number.to_owned(), |rest| format!("+{rest}"));
    // The zero in brackets is dialled only within the country.
    let number = number.replace("( 0 )", "(0)");
    let number = if is_global { number.replace("(0)", "") } else { number };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let extension =
        extension(rest).map(|extension| format!(";ext={extension}")).unwrap_or_default();
    let plus = if is_global { "+" } else { "" };
    (digits.len() > 2).then(|| format!("tel:{plus}{digits}{extension}"))
}

/// Returns the first of several numbers.
fn first_number(text: &str) -> &str {
    let is_number = |part: &str| part.chars().filter(char::is_ascii_digit).count() >= SHORTEST;
    let separators =
        [" / ", "/", ",", ";", "|", "\n", " or ", " oder ", " und ", " and ", " o ", " ou ", " y "];
    let mut first = text;
    for separator in separators {
        if let Some((before, after)) = first.split_once(separator)
            && is_number(before)
            && is_number(after)
        {
            first = before;
        }
    }
    first
}

/// Splits a number from the first word after it.
fn split_at_words(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_alphabetic() || c == '#' || c == ';').unwrap_or(text.len());
    text.split_at(end)
}

/// Returns the digits of an extension at the start of a text.
fn extension(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches([';', ' ']);
    let after = EXTENSIONS.iter().find_map(|word| rest.strip_prefix(word))?;
    let after = after.trim_start_matches(['.', ':', '=', ' ', '-']);
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

/// Returns a digit of any script that people write numbers in as that of ASCII.
fn ascii(c: char) -> char {
    let zero = [0x660, 0x6f0, 0x966, 0xff10]
        .into_iter()
        .find(|zero| (*zero..zero + 10).contains(&u32::from(c)));
    match (zero.and_then(|zero| char::from_digit(u32::from(c) - zero, 10)), c) {
        (Some(digit), _) => digit,
        (None, '＋') => '+',
        (None, c) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::phone_address;

    #[test]
    fn telephones_dial_what_is_written() {
        for (written, expected) in [
            ("+1 (555) 010-0199", "tel:+15550100199"),
            ("555 0199", "tel:5550199"),
            ("(912) 555-4321 ext. 5", "tel:9125554321;ext=5"),
            ("912.555.4321 x5", "tel:9125554321;ext=5"),
            ("+1 912 555 4321;ext=5", "tel:+19125554321;ext=5"),
            ("912 555 4321 #12", "tel:9125554321;ext=12"),
            ("+49 (0)176 58158410", "tel:+4917658158410"),
            ("+44 (0) 20 7946 0018", "tel:+442079460018"),
            ("(0)176 58158410", "tel:017658158410"),
            ("(+49) 176 58158410", "tel:+4917658158410"),
            ("0049 176 58158410", "tel:+4917658158410"),
            ("0711/1234567", "tel:07111234567"),
            ("+1 555 010 0199 / +1 555 010 0200", "tel:+15550100199"),
            ("+15550100199, +15550100200", "tel:+15550100199"),
            ("Mobile: +1 555 010 0199 (evenings)", "tel:+15550100199"),
            ("tel:+15550100199", "tel:+15550100199"),
            ("٠١٢٣٤٥٦٧٨", "tel:012345678"),
        ] {
            assert_eq!(phone_address(written).as_deref(), Some(expected), "{written}");
        }
        for written in ["on request", "", "n/a", "12"] {
            assert_eq!(phone_address(written), None, "{written}");
        }
    }
}
