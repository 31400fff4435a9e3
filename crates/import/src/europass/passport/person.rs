//! Reads who the person is and how to reach them.

use crate::europass::element::Element;
use crate::europass::parts::{country, country_code, joined, network};
use crate::europass::resume::{Entry, Resume, list_of};
use crate::tree;
use perfil_model::language::Tag;
use perfil_source::{Node, privacy};

/// Reads the identification, with the parts of the name in this order.
pub(super) fn read(person: Element, names: [&str; 2], resume: &mut Resume) {
    resume.basics.put("name", name(person, names));
    let Some(contact) = person.at("ContactInfo") else { return };
    let emails: Vec<Node> = contact.listed("Email").into_iter().filter_map(address).collect();
    let phones = contact.listed("Telephone").into_iter().filter_map(address).collect();
    resume.basics.put("email", list_of(emails)).put("phone", list_of(phones));
    let mut profiles = Vec::new();
    for website in contact.listed("Website") {
        let Some(url) = address(website) else { continue };
        if resume.basics.has("url") {
            let mut profile = Entry::default();
            profile.put("network", website.label("Use")).put("url", Some(url));
            profiles.extend(profile.finish(website.range()));
        } else {
            resume.basics.put("url", Some(url));
        }
    }
    for messenger in contact.listed("InstantMessaging") {
        let Some(username) = address(messenger) else { continue };
        let name = messenger.at("Use").and_then(Element::label_text);
        let name = name.map(|name| tree::text(network(&name), messenger.range()));
        let mut profile = Entry::default();
        profile.put("network", name).put("username", Some(username));
        profiles.extend(profile.finish(messenger.range()));
    }
    resume.basics.put("profiles", list_of(profiles));
    uses(contact);
    if let Some(place) = contact.at("Address/Contact") {
        let location = location(place, resume.language.as_ref());
        resume.basics.put("location", location);
    }
}

/// Notes that what addresses and numbers are used for needs no place.
pub(super) fn uses(contact: Element) {
    let methods = contact.children().flat_map(|it| [it].into_iter().chain(it.children()));
    methods.filter_map(|method| method.at("Use")).for_each(Element::mark);
}

/// Returns the name with its title.
fn name(person: Element, names: [&str; 2]) -> Option<Node> {
    let name = person.at("PersonName")?;
    let title = name.at("Title").and_then(Element::label_text);
    let names = names.map(|part| name.line_at(part));
    let parts: Vec<String> = title.into_iter().chain(names.into_iter().flatten()).collect();
    (!parts.is_empty()).then(|| tree::text(parts.join(" "), name.range()))
}

/// Returns an address or a number. One that the file hides is left out.
fn address(method: Element) -> Option<Node> {
    let contact = method.at("Contact").unwrap_or(method);
    let text = contact.line()?;
    (!contact.is_hidden()).then(|| tree::text(text, contact.place()))
}

/// Returns where the person is. The street is private: nobody wants it on a page that anybody reads.
fn location(place: Element, language: Option<&Tag>) -> Option<Node> {
    let lines = [place.line_at("AddressLine"), place.line_at("AddressLine2")];
    let street = joined(lines);
    let street = place.at("AddressLine").zip(street);
    let street = street.map(|(line, text)| privacy::wrap(tree::text(text, line.place())));
    let postal = place.short("PostalCode").map(|code| match privacy::wrapped(&code) {
        Some(_) => code,
        None => privacy::wrap(code),
    });
    let mut location = Entry::default();
    location.put("address", street).put("postalCode", postal);
    location.put("city", place.short("Municipality")).put("region", place.short("Region"));
    location.put("country", country_of(place, language));
    let code = place.at("Country/Code").and_then(|code| Some((code, code.line()?)));
    location.put("countryCode", code.map(|(code, text)| code.value(country_code(&text))));
    location.finish(place.range())
}

/// Returns the country in words.
fn country_of(place: Element, language: Option<&Tag>) -> Option<Node> {
    let element = place.at("Country")?;
    if let Some(label) = element.short("Label") {
        return Some(label);
    }
    let code = element.line_at("Code").or_else(|| element.line())?;
    Some(element.value(country(&code, language)))
}

/// Returns the place of an organisation on one line: its town and its country.
pub(super) fn place_of(organisation: Element, language: Option<&Tag>) -> Option<Node> {
    let place = organisation.at("ContactInfo/Address/Contact")?;
    let text = |node: Node| {
        let node = privacy::wrapped(&node).unwrap_or(&node).clone();
        node.as_str().map(str::to_owned)
    };
    let town = joined([place.line_at("Municipality"), place.line_at("Region")]);
    let text = joined([town, country_of(place, language).and_then(text)]);
    place.mark();
    Some(place.value(text?))
}
