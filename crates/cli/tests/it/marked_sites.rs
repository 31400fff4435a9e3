//! Sites of profiles with marks of privacy, including unusual ones: no file publishes hidden
//! values.

use crate::content::{Content, listed};
use crate::json_resume::ADA;
use crate::marks::marks;
use perfil_site::Finding;

#[test]
fn a_native_profile_never_publishes_marked_values() {
    for mark in marks() {
        for object in ["location", "facts"] {
            let content = Content::fixture("small");
            let value = match object {
                "facts" => r#"[{ "label": "A", "text": "Sesame", MARK }]"#,
                _ => r#"{ "city": "Sesame", MARK }"#,
            };
            let value = value.replace("MARK", mark);
            content
                .write(ADA, format!(r#"{{ "version": 1, "name": "Ada", "{object}": {value} }}"#));
            match content.try_build() {
                Ok(built) => {
                    for (path, bytes) in built.tree.iter() {
                        let text = String::from_utf8_lossy(bytes);
                        assert!(!text.contains("Sesame"), "{path}: {value}");
                    }
                }
                Err(findings) => {
                    assert!(
                        findings.iter().any(Finding::is_error),
                        "{value}: {}",
                        listed(&findings)
                    );
                }
            }
        }
    }
}

#[test]
fn a_site_never_publishes_values_with_an_unusual_mark() {
    let content = Content::fixture("small");
    content.write(
        ADA,
        r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "Open" },
            { "private": false, "name": "Sesame", "odd": "Sesame", "private": true }] }"#,
    );
    let built = content.build();
    for (path, bytes) in built.tree.iter() {
        assert!(!String::from_utf8_lossy(bytes).contains("Sesame"), "{path}");
    }
    let warned = built.findings.iter().any(|it| it.problem.message.contains("occurs twice"));
    assert!(warned, "{}", listed(&built.findings));
}
