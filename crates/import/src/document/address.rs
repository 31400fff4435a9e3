//! Splits a line with a place into street, postal code, town and region.

use super::lists::node;
use super::opening::headline::has_street;
use super::outline::Line;
use super::vocabulary::{self, Kind};
use crate::tree::{member, object};
use perfil_source::Node;

/// The commas of the scripts that people write places in.
pub(super) const COMMAS: [char; 3] = [',', '，', '،'];

/// Returns where the first part of a place ends; a comma may be before the number of a house: `Rua do Sol, 7`.
fn end_of_first(text: &str) -> usize {
    let comma = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.find(COMMAS).map_or(text.len(), |at| from + at)
    };
    let first = comma(0);
    if !vocabulary::has(text.get(..first).unwrap_or_default(), Kind::Street) {
        return first;
    }
    let sign = text.get(first..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let end = comma(first + sign);
    let number = text.get(first..end).unwrap_or_default();
    let letters = number.chars().filter(|c| c.is_alphabetic()).count();
    let is_house = letters <= 3 && number.contains(|c: char| c.is_ascii_digit());
    if is_house { end } else { first }
}

/// Parses `San Francisco, CA`: a city and, if present, its region; a street comes first.
pub(super) fn address(line: &Line) -> Node {
    let is_sign = |c: char| c.is_whitespace() || "|,;·•".contains(c);
    let start = line.text.len() - line.text.trim_start_matches(is_sign).len();
    let line = &line.part(start..line.text.len());
    let text = line.text.as_str();
    let at = end_of_first(text);
    let comma = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let (first, rest) = (line.part(0..at), line.part((at + comma).min(text.len())..text.len()));
    let has_digit = |line: &Line| line.text.contains(|c: char| c.is_ascii_digit());
    if has_digit(&first) && !rest.text.is_empty() {
        let mut fields = vec![member("address", node(&first))];
        let code = rest.text.find(|c: char| c.is_whitespace() || c == ',').unwrap_or_default();
        let is_code = rest.text.get(..code).is_some_and(|it| {
            it.len() > 2 && it.chars().all(|c| c.is_ascii_digit() || c == '-') && code > 0
        });
        if is_code {
            fields.push(member("postalCode", node(&rest.part(0..code))));
            fields.push(member("city", node(&rest.part(code..rest.text.len()))));
        } else {
            fields.push(member("city", node(&rest)));
        }
        return object(fields, line.span.clone());
    }
    let is_street = rest.text.is_empty() && has_street(&first.text);
    let mut fields = vec![member(if is_street { "address" } else { "city" }, node(&first))];
    if !rest.text.is_empty() {
        fields.push(member("region", node(&rest)));
    }
    object(fields, line.span.clone())
}
