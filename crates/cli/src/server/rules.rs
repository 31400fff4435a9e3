//! The rules in a site's `_headers` and `_redirects`.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use url::form_urlencoded::parse;

/// Returns the target of a path whose query has the rule's parameter, and the status.
pub(super) fn rewrite(redirects: &str, uri: &Uri) -> Option<(Uri, StatusCode)> {
    let query: Vec<_> = parse(uri.query()?.as_bytes()).collect();
    redirects.lines().find_map(|rule| {
        let parts: Vec<&str> = rule.split_whitespace().collect();
        let [from, asked, to, status] = parts.as_slice() else { return None };
        let (name, value) = asked.split_once('=')?;
        let is_asked = query.iter().any(|(key, given)| key == name && given == value);
        (*from == uri.path() && is_asked).then_some((to.parse().ok()?, status.parse().ok()?))
    })
}

/// Returns the target of a path for a visitor who prefers these languages.
pub(super) fn language<'a>(redirects: &'a str, path: &str, wanted: &str) -> Option<&'a str> {
    wanted.split(',').find_map(|range| {
        let tag = range.split(';').next()?.trim();
        let base = tag.split('-').next()?;
        redirects.lines().find_map(|rule| {
            let parts: Vec<&str> = rule.split_whitespace().collect();
            let [from, to, _, condition] = parts.as_slice() else { return None };
            let language = condition.strip_prefix("Language=")?;
            (*from == path && (language.eq_ignore_ascii_case(tag) || language == base))
                .then_some(*to)
        })
    })
}

/// A header and the path that it applies to.
#[derive(Clone, Debug)]
pub(super) struct Header {
    path: String,
    name: HeaderName,
    value: HeaderValue,
}

/// Reads the rules of a `_headers` file, so that a local preview equals what is published.
pub(super) fn headers(file: &str) -> Vec<Header> {
    let mut path = "";
    let mut headers = Vec::new();
    for line in file.lines() {
        let Some(header) = line.strip_prefix("  ") else {
            path = line;
            continue;
        };
        // Without a value it takes a header back, which is replaced here anyway.
        let Some((name, value)) = header.split_once(": ") else { continue };
        let (name, value) = (HeaderName::try_from(name).ok(), HeaderValue::try_from(value).ok());
        let header = |(name, value)| Header { path: path.to_owned(), name, value };
        headers.extend(name.zip(value).map(header));
    }
    headers
}

impl Header {
    fn applies(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        }
    }

    /// Adds those that apply to a path. A later one replaces an earlier one.
    pub(super) fn add_all(rules: &[Self], path: &str, headers: &mut HeaderMap) {
        for rule in rules.iter().filter(|rule| rule.applies(path)) {
            headers.insert(rule.name.clone(), rule.value.clone());
        }
    }
}
