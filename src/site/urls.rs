//! Where everything of a site is found.

use crate::language::Tag;
use crate::profile::Id;

/// The root of the site on the Web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urls {
    origin: String,
    base: String,
}

impl Urls {
    /// The site at this address; `None` if it is not that of a page on the Web.
    #[must_use]
    pub fn new(base_url: &str) -> Option<Self> {
        let url = url::Url::parse(base_url).ok().filter(url::Url::has_host)?;
        let base = format!("{}/", url.path().trim_end_matches('/'));
        Some(Self { origin: url.origin().ascii_serialization(), base })
    }

    /// The path of something in the site, from the root of the host.
    #[must_use]
    pub fn path(&self, relative: &str) -> String {
        format!("{}{relative}", self.base)
    }

    /// The whole address of a path.
    #[must_use]
    pub fn canonical(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// The path of a page within the site: `en/ada/`, or `en/` for the first page of a language.
#[must_use]
pub(super) fn page(lang: &Tag, slug: Option<&Id>) -> String {
    slug.map_or_else(|| format!("{lang}/"), |slug| format!("{lang}/{slug}/"))
}

/// The path of a page's data within the site.
#[must_use]
pub(super) fn data(page: &str) -> String {
    format!("data/{}.json", page.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_can_stand_below_the_root_of_its_host() {
        for (written, path, whole) in [
            ("https://a.example", "/en/", "https://a.example/en/"),
            ("https://a.example/", "/en/", "https://a.example/en/"),
            ("https://a.example/b", "/b/en/", "https://a.example/b/en/"),
            ("https://a.example:8443/b/", "/b/en/", "https://a.example:8443/b/en/"),
        ] {
            let urls = Urls::new(written).expect("the address is good");
            assert_eq!(urls.path("en/"), path);
            assert_eq!(urls.canonical(&urls.path("en/")), whole);
        }
        assert_eq!(Urls::new("mailto:ada@a.example"), None);
    }
}
