//! Reads where the person is.

use super::reader::Reader;
use crate::unmapped::{Unmapped, below};
use crate::{ImportContext, omit, tree, values};
use perfil_model::language::{Tag, country_name};
use perfil_source::{Member, Node, Path, Step, privacy};

/// The native fields, and what people call them.
const FIELDS: &[(&str, &[&str])] = &[
    ("address", &["address", "street", "streetAddress"]),
    ("postalCode", &["postalCode", "postal_code", "zip", "zipCode", "postcode"]),
    ("city", &["city", "town", "locality"]),
    ("region", &["region", "state", "province"]),
    ("country", &["country", "countryName"]),
    ("countryCode", &["countryCode", "country_code"]),
];

/// Reads a place, which can also be one text.
pub(super) fn read(
    node: &Node,
    path: &Path,
    reader: &Reader,
    context: &ImportContext,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    unmapped.convert(node, &mut |unmapped, node| {
        let span = node.span.clone();
        if node.members().is_empty() {
            let text = reader.text(node, ", ", path, unmapped)?;
            return Some(tree::object(vec![tree::member("city", text)], span));
        }
        let mut members: Vec<Member> = privacy::mark(node).into_iter().collect();
        for member in node.members().iter().filter(|member| !tree::is_empty(&member.value)) {
            if privacy::is_mark(member) {
                continue;
            }
            let path = below(path, Step::Key(member.key.clone()));
            let field = FIELDS.iter().find(|(_, names)| names.contains(&member.key.as_str()));
            let field = field.map(|(field, _)| *field);
            let Some(field) = field.filter(|field| members.iter().all(|it| it.key != *field))
            else {
                let why = omit::reason(&member.key, &member.value);
                let why = why.unwrap_or("a profile has no place for it");
                unmapped.leave_out(&path, &member.value.span, why);
                continue;
            };
            let text = unmapped.convert(&member.value, &mut |unmapped, value| {
                let text = reader.text(value, ", ", &path, unmapped)?;
                // A place has one code in every language.
                let is_code = matches!(field, "postalCode" | "countryCode");
                if is_code { values::first_text(&text) } else { Some(text) }
            });
            let key_span = member.key_span.clone();
            members.extend(text.map(|value| Member { key: field.to_owned(), key_span, value }));
        }
        if !reader.is_own {
            country(&mut members, context.languages);
        }
        let is_any = members.iter().any(|member| !privacy::is_mark(member));
        is_any.then(|| tree::object(members, span))
    })
}

/// Adds the name of the country that a code stands for, in the languages of the site. Some people
/// write the name in the place of the code.
fn country(members: &mut Vec<Member>, languages: &[Tag]) {
    if members.iter().any(|member| member.key == "country") {
        return;
    }
    let Some(code) = members.iter().find(|member| member.key == "countryCode") else { return };
    let is_private = privacy::wrapped(&code.value).is_some();
    let node = privacy::wrapped(&code.value).unwrap_or(&code.value);
    let Some(written) = node.as_str() else { return };
    let span = node.span.clone();
    let in_language = |tag: &Tag| {
        let name = country_name(written, tag)?;
        Some(tree::member(tag.as_str(), tree::text(name, span.clone())))
    };
    let names: Vec<Member> = languages.iter().filter_map(in_language).collect();
    let english = || Tag::parse("en").and_then(|tag| country_name(written, &tag));
    let name = match (names.is_empty(), english()) {
        (false, _) => tree::object(names, span),
        (true, Some(name)) => tree::text(name, span),
        (true, None) => tree::text(written, span),
    };
    members.push(tree::member("country", if is_private { privacy::wrap(name) } else { name }));
}

/// Adds the name of the country to the location of our own export.
pub(super) fn with_country(members: &mut [Member], country: Option<Node>) {
    let Some(country) = country else { return };
    let location = members.iter_mut().find(|member| member.key == "location");
    if let Some(location) = location {
        let place = match privacy::wrapped(&location.value) {
            Some(place) => place.clone(),
            None => location.value.clone(),
        };
        let is_private = privacy::wrapped(&location.value).is_some();
        let mut parts = place.members().to_vec();
        parts.push(tree::member("country", country));
        let place = tree::object(parts, place.span);
        location.value = if is_private { privacy::wrap(place) } else { place };
    }
}
