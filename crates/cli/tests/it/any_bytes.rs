//! Any bytes of any length are explained, and nothing panics or runs forever.

use crate::command::perfil;
use crate::content::{Content, data, root};
use perfil_cli::Disk;
use perfil_site::{self as site, Finding};
use std::fs;
use tempfile::TempDir;

/// Writes documents that are all broken, and returns the problems that are reported.
fn check(documents: impl IntoIterator<Item = Vec<u8>>) -> String {
    let folder: TempDir = tempfile::tempdir().unwrap();
    let mut arguments = vec!["check".to_owned()];
    for (index, bytes) in documents.into_iter().enumerate() {
        let name = format!("{index}.json");
        let path = folder.path().join(&name);
        fs::write(&path, &bytes).unwrap();
        let findings = site::check_file(&Disk, &path).findings;
        let error = findings.iter().find(|finding| finding.is_error());
        let error =
            error.unwrap_or_else(|| panic!("accepted: {}", String::from_utf8_lossy(&bytes)));
        let lines = String::from_utf8_lossy(&bytes).lines().count().max(1);
        assert!(error.place.is_none_or(|place| place.line <= lines), "{error:?}");
        arguments.push(name);
    }
    let outcome = perfil(folder.path(), &arguments);
    assert_eq!(outcome.code, 1);
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
    outcome.stdout
}

fn small() -> Vec<u8> {
    fs::read(data().join("small/profiles/ada-lovelace.json")).unwrap()
}

#[test]
fn every_truncated_profile_is_explained() {
    let whole = small();
    let end = whole.iter().rposition(|byte| *byte == b'}').unwrap();
    check((0..=end).map(|length| whole[..length].to_vec()));
}

#[test]
fn any_byte_can_be_replaced() {
    let whole = small();
    let positions = (0..whole.len()).filter(|at| !b" \n".contains(&whole[*at]));
    // An invalid byte breaks a file at any position.
    check(positions.map(|at| {
        let mut bytes = whole.clone();
        bytes[at] = 0xFF;
        bytes
    }));
}

#[test]
fn documents_that_are_not_profiles_are_explained() {
    let odd = ["", " ", "null", "true", "1e999", "\"\"", "[[[]]]", "{}", "{\"a\": {\"a\": {}}}"];
    check(odd.map(|text| text.as_bytes().to_vec()));
    check(["\u{feff}", "\u{feff}{", "\u{feff}é", "é", "{é", "\r\n\r\n{"].map(Vec::from));
    check([b"[".repeat(1 << 20), b"{\"a\":".repeat(1 << 18), b"\x00".repeat(100)]);
}

#[test]
fn many_mistakes_are_reported_quickly() {
    let members: Vec<_> = (0..20_000).map(|key| format!("\"k{key}\": {key},")).collect();
    // On one line each, and all on one line.
    for between in ["\n", " "] {
        let document = format!("{{ {} \"version\": 1 }}", members.join(between));
        assert_eq!(check([document.into_bytes()]), "20001 errors, 0 warnings.\n");
    }
}

#[test]
fn a_profile_of_a_whole_career_is_far_below_the_limit() {
    let content = Content::shipped();
    let mut profile = content.json("profiles/marcus-rodriguez.json");
    let sections = profile["sections"].as_array().unwrap().clone();
    profile["sections"] = (0..50)
        .flat_map(|copy| {
            sections.iter().cloned().map(move |mut section| {
                let text = section.to_string().replace("\"id\":\"", &format!("\"id\":\"x{copy}-"));
                section = serde_json::from_str(&text).unwrap();
                section
            })
        })
        .collect();
    content.write("profiles/marcus-rodriguez.json", profile.to_string());
    assert!(!content.load().findings.iter().any(Finding::is_error));
    let size = fs::metadata(root().join("public/profiles/marcus-rodriguez.json")).unwrap().len();
    assert!(size * 100 < perfil_source::MAX_FILE_BYTES as u64, "{size} bytes");
    content.build();
}
