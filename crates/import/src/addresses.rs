//! Completes addresses that people write without their scheme: `www.ada.dev`, `github.com/ada`.

use perfil_prose::SCHEMES;
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

/// The endings of files that people name in the place of an address.
const FILES: &[&str] = &[
    "pdf", "html", "htm", "php", "asp", "aspx", "jsp", "doc", "docx", "odt", "rtf", "tex", "txt",
    "json", "yaml", "yml", "xml", "csv", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "css",
    "js",
];

/// Returns the address of a page or mailbox that a text is, or why it is none.
pub(crate) fn of_page(written: &str) -> Result<String, &'static str> {
    let is_mail = !written.contains(['/', ':', ' '])
        && written
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    if is_mail {
        return Ok(format!("mailto:{written}"));
    }
    match url::Url::parse(written) {
        Ok(url) if !SCHEMES.contains(&url.scheme()) && !is_bare(written) => {
            Err("is not safe to publish")
        }
        Ok(url) if matches!(url.scheme(), "http" | "https") && !written.contains("://") => {
            Ok(url.into())
        }
        Ok(_) | Err(_) if is_bare(written) => Ok(written.to_owned()),
        Ok(_) => Ok(written.to_owned()),
        Err(url::ParseError::RelativeUrlWithoutBase) if written.starts_with("//") => {
            Ok(format!("https:{written}"))
        }
        Err(_) => Err("is a relative address, which leads nowhere on this site"),
    }
}

/// Returns the address of a page that a text contains beside its mark or label: `<https://ada.dev>`,
/// `[Ada](https://ada.dev)`, `Ada: https://ada.dev`.
pub(crate) fn within(written: &str) -> Option<&str> {
    let link = || written.strip_prefix('[')?.strip_suffix(')')?.split_once("](");
    let labelled = || written.split_once(": ").filter(|(label, _)| is_words(label));
    let marked = || Some(("", written.strip_prefix('<')?.strip_suffix('>')?));
    let (_, address) = marked().or_else(link).or_else(labelled)?;
    let is_page = address.starts_with("https://") || address.starts_with("http://");
    let is_whole = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_page && is_whole && url::Url::parse(address).is_ok()).then_some(address)
}

/// Whether people wrote words where an address is expected, such as `Coming soon`.
pub(crate) fn is_words(written: &str) -> bool {
    let has_letters = written.contains(char::is_alphabetic);
    let is_one_word = !written.contains(' ');
    has_letters
        && !written.contains(['/', '\\', ':', '<', '>', '?', '#', '@', '%', '='])
        && !(is_one_word && written.contains('.'))
}

/// Whether a text is the name of an account, and no address.
pub(crate) fn is_username(written: &str) -> bool {
    let name = written.strip_prefix('@').unwrap_or(written);
    let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '.');
    let is_at = written.starts_with('@');
    is_name && !name.is_empty() && (is_at || !name.contains('.'))
}

/// Whether this begins with a host name, and is an address except for its missing scheme.
pub(crate) fn is_bare(written: &str) -> bool {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.rsplit_once('.').is_some_and(|(name, top)| {
        let is_named = name.split('.').all(|label| !label.is_empty());
        is_named && top.chars().count() > 1 && top.chars().all(char::is_alphabetic)
    });
    let is_file = |end: &str| FILES.iter().any(|file| file.eq_ignore_ascii_case(end));
    let is_file = host.len() == written.len() && host.rsplit('.').next().is_some_and(is_file);
    let is_clean = host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    let is_whole = !written.contains(|c: char| c.is_whitespace() || c.is_control());
    is_host
        && !is_file
        && is_clean
        && is_whole
        && url::Url::parse(&format!("https://{written}")).is_ok()
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
        for written in [
            "",
            "ada",
            "ada@ada.dev",
            "ada.dev, b.dev",
            "/cv.pdf",
            ".dev",
            "1.5",
            "a..dev",
            "resume.pdf",
        ] {
            assert!(!is_bare(written), "{written}");
        }
        assert!(!is_bare("javascript:alert(1)//a.dev") && !is_bare("ftp://ada.dev"));
    }

    #[test]
    fn an_address_is_found_beside_its_label() {
        for written in
            ["<https://a.dev/x>", "[My page](https://a.dev/x)", "My page: https://a.dev/x"]
        {
            assert_eq!(within(written), Some("https://a.dev/x"), "{written}");
        }
        for written in [
            "javascript: alert(1)",
            "My page: javascript:alert(1)",
            "[x](javascript:alert(1))",
            "https://a.dev/x",
            "<script>",
            "a: https://a.dev/x and https://b.dev",
        ] {
            assert_eq!(within(written), None, "{written}");
        }
    }

    #[test]
    fn words_are_no_addresses() {
        assert!(is_words("Coming soon") && is_words("github") && is_words("Ada K. Lovelace"));
        for written in ["ada.dev", "resume.pdf", "ada@ada.dev", "/cv", "javascript: alert(1)", "#"]
        {
            assert!(!is_words(written), "{written}");
        }
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
