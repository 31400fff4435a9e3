//! Completes addresses that people write without their scheme: `www.ada.dev`, `github.com/ada`.

use perfil_source::privacy::PRIVATE;
use perfil_source::{Node, Problem, Value};

/// The key of every address in a profile, and that of a private value.
const KEYS: [&str; 2] = ["url", PRIVATE];

/// Completes the addresses of a profile, and returns a warning for each.
///
/// Native profiles are excluded: the decoder reports the problem to their owner, who can correct
/// it.
pub(super) fn complete(profile: &mut Node) -> Vec<Problem> {
    let mut report = Vec::new();
    walk(profile, false, &mut report);
    report
}

fn walk(node: &mut Node, is_address: bool, report: &mut Vec<Problem>) {
    match &mut node.value {
        Value::String(written) if is_address && is_bare(written.trim()) => {
            let whole = format!("https://{}", written.trim());
            let message = format!("the address {written:?} has no scheme, so it is taken as https");
            let remedy = format!("Write it whole: {whole:?}.");
            report.push(Problem::warning(Some(node.span.clone()), message, remedy));
            *written = whole;
        }
        Value::Array(elements) => {
            for element in elements {
                walk(element, false, report);
            }
        }
        Value::Object(members) => {
            for member in members {
                let is_passed_on = is_address || member.key == KEYS[0];
                walk(&mut member.value, is_passed_on && KEYS.contains(&&*member.key), report);
            }
        }
        _ => {}
    }
}

/// Whether this begins with a host name, and is an address except for its missing scheme.
fn is_bare(written: &str) -> bool {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.rsplit_once('.').is_some_and(|(name, top)| {
        let is_named = name.split('.').all(|label| !label.is_empty());
        is_named && top.chars().count() > 1 && top.chars().all(char::is_alphabetic)
    });
    let is_clean = host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    let is_whole = !written.contains(|c: char| c.is_whitespace() || c.is_control());
    is_host && is_clean && is_whole && url::Url::parse(&format!("https://{written}")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    #[test]
    fn text_that_starts_with_a_host_is_a_url() {
        for written in ["ada.dev", "www.ada.dev", "github.com/ada", "ada.dev?a=b", "españa.es/ñ"]
        {
            assert!(is_bare(written), "{written}");
        }
        for written in
            ["", "ada", "ada@ada.dev", "ada.dev, b.dev", "/cv.pdf", ".dev", "1.5", "a..dev"]
        {
            assert!(!is_bare(written), "{written}");
        }
        assert!(!is_bare("javascript:alert(1)//a.dev") && !is_bare("ftp://ada.dev"));
    }

    #[test]
    fn only_urls_are_completed() {
        let text =
            r#"{ "url": "a.dev", "name": "b.dev", "links": [{ "url": { "private": "c.dev" } }] }"#;
        let mut node = parse(text.as_bytes()).expect("this is JSON");
        assert_eq!(complete(&mut node).len(), 2);
        let written = perfil_source::to_json(&node);
        for expected in
            [r#""url": "https://a.dev""#, r#""name": "b.dev""#, r#""private": "https://c.dev""#]
        {
            assert!(written.contains(expected), "{written}");
        }
    }
}
