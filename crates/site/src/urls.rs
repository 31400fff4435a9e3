//! The addresses of everything in a site.

use perfil_model::language::Tag;
use perfil_model::profile::Id;

/// The root of the site on the Web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urls {
    origin: String,
    base: String,
}

impl Urls {
    /// Parses the address of a site; `None` if it is not the address of a page on the Web.
    #[must_use]
    pub fn new(base_url: &str) -> Option<Self> {
        let url = url::Url::parse(base_url).ok().filter(url::Url::has_host)?;
        let base = format!("{}/", url.path().trim_end_matches('/'));
        Some(Self { origin: url.origin().ascii_serialization(), base })
    }

    /// Returns the path of something in the site, from the root of the host.
    #[must_use]
    pub fn path(&self, relative: &str) -> String {
        format!("{}{relative}", self.base)
    }

    /// Returns the absolute URL of a path.
    #[must_use]
    pub fn canonical(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// The path segment of the further pages of the directory, which no profile can have as its name.
pub(crate) const PAGE: &str = "page";

/// The folder of the pages that document how a card is embedded.
pub(crate) const WIDGET: &str = "widget";

/// A page in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target<'a> {
    /// The first page.
    Home,
    /// A further page of the directory, by its number: 2 is the one after the first.
    Further(usize),
    /// The page of a person.
    Person(&'a Id),
    /// The page that documents how a card is embedded. In this language, the site's default, its
    /// address has no language prefix and is easy to quote.
    Widget(&'a Tag),
}

/// Returns the path of a page within the site: `en/`, `en/page/2/`, `en/ada/`.
#[must_use]
pub(crate) fn page(lang: &Tag, target: Target) -> String {
    match target {
        Target::Home => format!("{lang}/"),
        Target::Further(number) => format!("{lang}/{PAGE}/{number}/"),
        Target::Person(slug) => format!("{lang}/{slug}/"),
        Target::Widget(default) if default == lang => format!("{WIDGET}/"),
        Target::Widget(_) => format!("{WIDGET}/{lang}/"),
    }
}

/// Returns the path of a page's data within the site.
#[must_use]
pub(crate) fn data(page: &str) -> String {
    format!("data/{}.json", page.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_can_have_a_base_path() {
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
