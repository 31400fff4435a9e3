//! JSON Resume: data that the schema supports, and the rest in `meta.perfil`.
//!
//! Rich texts keep their Markdown, so that nothing of them is lost.

use super::json::Json;
use super::sections::Lists;
use super::{Subject, items, uri};
use perfil_model::language::country_name;
use perfil_model::profile::Address;

/// The schema that the file follows.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The version of the schema.
const VERSION: &str = "v1.0.0";

/// Renders the file. `address` is its own URL.
pub(super) fn resume(subject: &Subject, address: &str) -> String {
    let mut lists = Lists::new(subject);
    let profile = subject.profile;
    let sections = lists.sections(&profile.sections);
    let facts = profile.facts.iter().map(|fact| {
        let label = Json::object().with("label", subject.text(&fact.label));
        label.with("text", subject.text(&fact.text))
    });
    let own = Json::object()
        .with("language", subject.lang())
        .with("focus", subject.texts(&profile.focus))
        .with("facts", facts.collect::<Vec<_>>())
        .with("figures", items::figures(subject, &profile.figures))
        .with("accent", profile.accent.map(|hue| hue.0))
        .with("imageUrl", profile.image_url.as_ref().map(|url| uri(&url.to_string())))
        .with("country", profile.location.as_ref().and_then(|place| country(subject, place).1))
        .with("sections", sections);
    let meta = Json::object()
        .with("canonical", address)
        .with("version", VERSION)
        .with("lastModified", profile.last_modified.map(|date| date.to_string()))
        .with("perfil", own);
    let mut resume = Json::object().with("$schema", SCHEMA).with("basics", basics(subject));
    for (list, items) in lists.lists {
        resume = resume.with(list.key(), items);
    }
    // A tree of strings and numbers can always be serialized.
    serde_json::to_string_pretty(&resume.with("meta", meta)).unwrap_or_default() + "\n"
}

fn basics(subject: &Subject) -> Json {
    let profile = subject.profile;
    let profiles = profile.links.iter().map(|link| {
        Json::object()
            .with("network", subject.name(&link.label))
            .with("username", link.username.clone())
            .with("url", items::address(link.url.as_ref()))
    });
    let elsewhere = profile.image_url.as_ref().map(|url| uri(&url.to_string()));
    let image = subject.image.map(ToOwned::to_owned).or(elsewhere);
    Json::object()
        .with("name", subject.name(&profile.name))
        .with("label", profile.headline.as_ref().map(|text| subject.text(text)))
        .with("image", image)
        .with("email", profile.email.as_ref().map(ToString::to_string))
        .with("phone", profile.phone.clone())
        .with("url", profile.url.as_ref().map(|url| uri(&url.to_string())))
        .with("summary", profile.summary.as_ref().map(|text| subject.marked(text)))
        .with("location", profile.location.as_ref().map(|place| location(subject, place)))
        .with("profiles", profiles.collect::<Vec<_>>())
}

fn location(subject: &Subject, place: &Address) -> Json {
    let name = |name: &Option<_>| name.as_ref().map(|name| subject.name(name));
    Json::object()
        .with("address", name(&place.address))
        .with("postalCode", place.postal_code.clone())
        .with("city", name(&place.city))
        .with("countryCode", place.country_code.clone())
        .with("region", name(&place.region))
        .with("country", country(subject, place).0)
}

/// Returns the name of the country, for its field in the schema or, if it says no more than the code
/// does, for ours.
fn country(subject: &Subject, place: &Address) -> (Option<String>, Option<String>) {
    let name = place.country.as_ref().map(|text| subject.text(text));
    let code = place.country_code.as_deref().unwrap_or_default();
    let known = country_name(code, &subject.localizer.locale().tag);
    match name {
        Some(name) if known == Some(name.as_str()) || code == name => (None, Some(name)),
        name => (name, None),
    }
}
