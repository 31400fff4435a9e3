//! Reads who the person is and how to reach them.

use crate::europass::element::Element;
use crate::europass::parts::{country, country_code, joined, network};
use crate::europass::resume::{Entry, Resume, list_of};
use crate::tree;
use perfil_model::language::Tag;
use perfil_source::{Node, privacy};
use std::ops::Range;

/// The codes of countries whose numbers keep a zero at their start when they are dialled from abroad.
const WITH_ZERO: [&str; 5] = ["39", "225", "241", "242", "378"];

/// Reads the person.
pub(super) fn read(person: Element, resume: &mut Resume) {
    resume.basics.put("name", name(person));
    let (mut emails, mut phones, mut profiles) = (Vec::new(), Vec::new(), Vec::new());
    for channel in person.all("Communication") {
        let kind = channel.line_at("ChannelCode").unwrap_or_default().to_lowercase();
        let used_for = channel.line_at("OtherTitle").or_else(|| channel.line_at("UseCode"));
        for unused in ["OtherTitle", "UseCode"] {
            channel.all(unused).for_each(Element::mark);
        }
        if let Some(address) = channel.at("Address") {
            if !resume.basics.has("location") {
                let location = location(address, resume.language.as_ref());
                resume.basics.put("location", location);
            }
            continue;
        }
        let address = channel.short("URI").or_else(|| channel.short("URL"));
        let address = address.or_else(|| channel.short("Text"));
        match (kind.as_str(), address) {
            ("email", Some(address)) => emails.push(address),
            ("web", Some(address)) if !resume.basics.has("url") => {
                resume.basics.put("url", Some(address));
            }
            (_, Some(address)) => {
                profiles.extend(profile(channel, used_for, address));
            }
            (_, None) => phones.extend(phone(channel)),
        }
    }
    resume.basics.put("email", list_of(emails)).put("phone", list_of(phones));
    resume.basics.put("profiles", list_of(profiles));
}

/// Returns the name, whose parts can be several each.
pub(super) fn name(person: Element) -> Option<Node> {
    let name = person.at("PersonName")?;
    if let Some(whole) = name.short("FormattedName") {
        name.mark();
        return Some(whole);
    }
    let parts = ["GivenName", "MiddleName", "FamilyName"];
    let parts: Vec<String> =
        parts.iter().flat_map(|part| name.all(part)).filter_map(Element::line).collect();
    (!parts.is_empty()).then(|| tree::text(parts.join(" "), name.range()))
}

/// Returns an account on another site: its address, or the name that the person has there.
fn profile(channel: Element, name: Option<String>, address: Node) -> Option<Node> {
    let is_page = address.as_str().is_some_and(|address| address.contains('/'));
    let label = name.filter(|name| !name.eq_ignore_ascii_case("other"));
    let label = label.map(|label| tree::text(network(&label), channel.range()));
    let mut entry = Entry::default();
    entry.put("network", label);
    entry.put(if is_page { "url" } else { "username" }, Some(address));
    entry.finish(channel.range())
}

/// Returns a telephone number, as it is dialled from abroad if the file has the code of its country.
pub(super) fn phone(channel: Element) -> Option<Node> {
    let dialling = channel.at("DialNumber").or_else(|| channel.at("FormattedNumber"))?;
    let area = channel.line_at("AreaDialing").unwrap_or_default();
    let number = format!("{area} {}", dialling.line()?).trim().to_owned();
    let country = channel.line_at("CountryDialing").unwrap_or_default();
    let country: String = country.chars().filter(char::is_ascii_digit).collect();
    channel.all("CountryCode").for_each(Element::mark);
    let text = if country.is_empty() || number.starts_with('+') {
        number
    } else {
        let has_zero = WITH_ZERO.contains(&country.as_str());
        let local = if has_zero { &number } else { number.strip_prefix('0').unwrap_or(&number) };
        format!("+{country} {}", local.trim())
    };
    Some(tree::text(text, dialling.place()))
}

/// Returns where the person is. The street is private: nobody wants it on a page that anybody reads.
fn location(address: Element, language: Option<&Tag>) -> Option<Node> {
    let lines: Vec<(String, Range<usize>)> =
        ["AddressLine", "StreetName", "BuildingNumber", "Unit"]
            .iter()
            .flat_map(|name| address.all(name))
            .filter_map(|line| Some((line.line()?, line.place())))
            .collect();
    let place = lines.first().map(|(_, place)| place.clone());
    let street = joined(lines.into_iter().map(|(line, _)| Some(line)));
    let street = street.zip(place).map(|(text, place)| privacy::wrap(tree::text(text, place)));
    let mut location = Entry::default();
    location.put("address", street);
    location.put("postalCode", address.short("PostalCode").map(privacy::wrap));
    location.put("city", address.short("CityName"));
    if let Some(code) = address.at("CountryCode")
        && let Some(text) = code.line()
    {
        location.put("country", Some(code.value(country(&text, language))));
        location.put("countryCode", Some(code.value(country_code(&text))));
    }
    location.finish(address.range())
}

/// Returns a place on one line: its town and its country.
pub(super) fn place(
    town: Option<String>,
    code: Option<String>,
    language: Option<&Tag>,
) -> Option<String> {
    joined([town, code.map(|code| country(&code, language))])
}
