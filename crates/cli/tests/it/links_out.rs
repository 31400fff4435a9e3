//! No link in a content folder leads out of it, and none is skipped in silence.

use crate::content::{Content, listed, text};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

const ADA: &str = "profiles/ada-lovelace.json";

/// A secret beside a content folder.
fn secret() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("id_ed25519");
    fs::write(&file, "secret").unwrap();
    (folder, file)
}

/// What is said of the content, which does not build.
fn refused(content: &Content) -> String {
    let found = content.try_build().unwrap_err();
    let errors = found.iter().filter(|finding| finding.is_error());
    let lines =
        errors.map(|finding| format!("{}: {}\n", finding.file.display(), finding.problem.message));
    lines.collect()
}

#[test]
fn a_link_that_leads_out_is_an_error() {
    let (folder, file) = secret();
    let places: [(&str, &Path); 4] = [
        ("static/key.txt", &file),
        ("static/keys", folder.path()),
        (ADA, &file),
        ("locales/en.json", &file),
    ];
    for (place, target) in places {
        let content = Content::fixture("small");
        let path = content.path().join(place);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        symlink(target, &path).unwrap();
        let said = refused(&content);
        assert!(said.contains(place) && said.contains("link"), "{place}: {said}");
        assert!(!said.contains("secret"), "{said}");
    }
}

#[test]
fn a_folder_of_profiles_may_not_be_elsewhere() {
    let (folder, _) = secret();
    let content = Content::fixture("small");
    let profiles = content.path().join("profiles");
    for file in fs::read_dir(&profiles).unwrap().map(Result::unwrap) {
        fs::rename(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    fs::remove_dir(&profiles).unwrap();
    symlink(folder.path(), &profiles).unwrap();
    let said = refused(&content);
    assert!(said.contains("leads out of the content folder"), "{said}");
}

#[test]
fn a_link_within_the_folder_is_followed() {
    let content = Content::fixture("small");
    content.write("static/a.txt", "shared");
    symlink("a.txt", content.path().join("static/b.txt")).unwrap();
    // A content folder may itself be a link.
    let built = content.build();
    assert_eq!(text(&built.tree, "b.txt"), "shared");
    symlink("nowhere", content.path().join("static/.#a.txt")).unwrap();
    content.build();
    symlink("nowhere", content.path().join("static/c.txt")).unwrap();
    let found = content.try_build().unwrap_err();
    assert!(listed(&found).contains("leads nowhere"), "{}", listed(&found));
}
