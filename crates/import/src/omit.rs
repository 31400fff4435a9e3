//! What a file says to programs or to its owner, and not to readers: comments, marks, identifiers.

use perfil_source::{Node, Value, label, privacy};

/// Words of keys whose values are nobody's business.
const CONFIDENTIAL: &[&str] = &[
    "private",
    "secret",
    "internal",
    "confidential",
    "hidden",
    "disabled",
    "draft",
    "drafts",
    "note",
    "notes",
    "comment",
    "comments",
    "todo",
    "todos",
    "fixme",
    "salary",
    "compensation",
    "rate",
    "password",
    "token",
    "ssn",
    "passport",
    "backup",
    "deprecated",
    "old",
    "unused",
    "archived",
    "reminder",
    "feedback",
];

/// Words of keys whose values are for programs.
const TECHNICAL: &[&str] = &[
    "id",
    "ids",
    "uuid",
    "guid",
    "slug",
    "key",
    "hash",
    "order",
    "index",
    "sort",
    "weight",
    "priority",
    "pinned",
    "featured",
    "visible",
    "visibility",
    "enabled",
    "template",
    "layout",
    "theme",
    "style",
    "color",
    "colour",
    "icon",
    "class",
    "css",
    "image",
    "images",
    "logo",
    "picture",
    "photo",
    "thumbnail",
    "cover",
    "background",
    "created",
    "updated",
    "modified",
    "timestamp",
    "schema",
    "version",
    "markdown",
    "html",
    "anchor",
    "columns",
    "width",
    "height",
    "flag",
    "flags",
    "metadata",
    "meta",
    "config",
    "settings",
    "tags",
];

/// Words of marks that hide an object when they are true, and when they are false.
const HIDING: &[&str] = &[
    "private",
    "hidden",
    "disabled",
    "draft",
    "hide",
    "exclude",
    "excluded",
    "ignore",
    "confidential",
    "unlisted",
];
const SHOWING: &[&str] =
    &["visible", "public", "show", "shown", "enabled", "display", "publish", "include", "included"];

/// Words of keys that say what else in a mark: `isPrivate`, `showOnResume`.
const AROUND: &[&str] = &[
    "is", "on", "in", "resume", "cv", "page", "website", "site", "web", "to", "be", "item",
    "entry", "this", "from", "pdf", "print",
];

/// Returns why a value is not for readers; `None` if it is for them.
pub(crate) fn reason(key: &str, value: &Node) -> Option<&'static str> {
    let words = words(key);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if is_commented_out(key) {
        return Some("its key marks it as a comment");
    }
    if has(CONFIDENTIAL) {
        return Some("its key says that it is not for readers");
    }
    let value = privacy::wrapped(value).unwrap_or(value);
    match &value.value {
        Value::Bool(_) => Some("it is a flag"),
        _ if has(TECHNICAL) => Some("it is for programs"),
        Value::String(text) if is_machine_text(text) => Some("it is for programs"),
        _ => None,
    }
}

/// Whether a key is written in a way in which people switch values off.
pub(crate) fn is_commented_out(key: &str) -> bool {
    let first = key.chars().next();
    let is_marked = first.is_none_or(|c| !c.is_alphanumeric());
    let lower = key.to_lowercase();
    is_marked
        || ["_disabled", "-disabled", ".disabled", "_off", "_hidden", "_old", "_bak"]
            .iter()
            .any(|end| lower.ends_with(end))
}

/// Whether a member hides the object that contains it, by any of the marks that people use.
pub(crate) fn hides(key: &str, value: &Node) -> bool {
    let words = words(key);
    let is = |known: &[&str]| {
        let is_known = |word: &String| known.contains(&word.as_str());
        words.iter().any(is_known)
            && words.iter().all(|word| is_known(word) || AROUND.contains(&word.as_str()))
    };
    let said = match &value.value {
        Value::Bool(said) => Some(*said),
        Value::Number(number) => Some(*number != 0.0),
        Value::String(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "y" | "1" | "on" => Some(true),
            "false" | "no" | "n" | "0" | "off" => Some(false),
            "private" | "hidden" | "none" | "draft"
                if words.iter().any(|it| it == "visibility" || it == "access") =>
            {
                return true;
            }
            _ => None,
        },
        _ => None,
    };
    (said == Some(true) && is(HIDING)) || (said == Some(false) && is(SHOWING))
}

/// Returns the words of a key in lower case: `is` and `current` of `isCurrent`.
fn words(key: &str) -> Vec<String> {
    label(key).to_lowercase().split_whitespace().map(str::to_owned).collect()
}

/// Whether nobody wrote this text for readers: data, an identifier, the path of a file.
fn is_machine_text(text: &str) -> bool {
    let text = text.trim();
    let is_hex = text.len() >= 12
        && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
        && text.chars().any(|c| c.is_ascii_digit());
    let is_packed = text.len() > 60 && !text.contains(' ') && !text.contains("://");
    let is_path = text.starts_with("./") || text.starts_with("../") || text.starts_with('/');
    text.starts_with("data:") || (is_hex && !text.starts_with('-')) || is_packed || is_path
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    fn node(json: &str) -> Node {
        parse(json.as_bytes()).expect("this is JSON")
    }

    #[test]
    fn comments_flags_and_identifiers_are_not_for_readers() {
        for (key, value) in [
            ("_comment", "\"todo\""),
            ("-publications", "[]"),
            ("//", "\"x\""),
            ("label_disabled", "\"Old\""),
            ("id", "\"3f2a\""),
            ("pinned", "true"),
            ("isCurrentRole", "false"),
            ("internalNotes", "\"x\""),
            ("expectedSalary", "90000"),
            ("whatever", "\"3f2a9c1e-77aa-4f2b-9d3c-001122334455\""),
            ("preview", "\"./images/a.png\""),
        ] {
            assert!(reason(key, &node(value)).is_some(), "{key}");
        }
        for (key, value) in
            [("teamSize", "5"), ("department", "\"Research\""), ("minor", "\"Music\"")]
        {
            assert_eq!(reason(key, &node(value)), None, "{key}");
        }
    }

    #[test]
    fn any_mark_of_privacy_hides() {
        for (key, value) in [
            ("hidden", "true"),
            ("isPrivate", "true"),
            ("visible", "false"),
            ("showOnResume", "false"),
            ("is_public", "\"no\""),
            ("visibility", "\"private\""),
            ("draft", "1"),
        ] {
            assert!(hides(key, &node(value)), "{key}");
        }
        for (key, value) in [
            ("hidden", "false"),
            ("visible", "true"),
            ("isCurrentRole", "false"),
            ("private", "false"),
            ("publicSpeaking", "false"),
        ] {
            assert!(!hides(key, &node(value)), "{key}");
        }
    }
}
