//! Where a person is, on one line.

use super::{Localizer, unmarked_text};
use perfil_model::profile::Address;
use perfil_view as view;

/// The countries whose postal codes follow the region; elsewhere they precede the city.
const CODE_LAST: [&str; 12] =
    ["AU", "BR", "CA", "GB", "HK", "IE", "IN", "NZ", "PH", "SG", "US", "ZA"];

impl Localizer<'_> {
    /// Returns the location of the person: "San Francisco, CA".
    #[must_use]
    pub fn location(&self, address: Option<&Address>) -> Option<view::Text> {
        let address = address?;
        let name = |name: &Option<_>| name.as_ref().map(|name| self.name(name));
        let code = address.postal_code.as_deref().map(str::trim).map(unmarked_text);
        let country_code = address.country_code.as_deref().unwrap_or_default().trim();
        let is_last = CODE_LAST.iter().any(|code| code.eq_ignore_ascii_case(country_code));
        let (before, after) = if is_last { (None, code) } else { (code, None) };
        let city = name(&address.city);
        // Vienna is a state, too, but nobody says it twice.
        let region = name(&address.region).filter(|region| city.as_ref() != Some(region));
        let country = address.country.as_ref().map(|country| self.text(country));
        let country = country.filter(|country| city.as_ref() != Some(country));
        let parts =
            [name(&address.address), spaced([before, city]), spaced([region, after]), country];
        super::outline::joined(parts.iter().flatten(), ", ")
    }
}

/// Joins texts by spaces.
fn spaced(texts: [Option<view::Text>; 2]) -> Option<view::Text> {
    let texts: Vec<view::Text> = texts.into_iter().flatten().collect();
    super::outline::joined(&texts, " ")
}
