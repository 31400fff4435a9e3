//! A site replaces the previous one completely or not at all, and only changed files are written.

use crate::content::{Content, replace, shell};
use perfil_cli::Changes;
use perfil_site::Tree;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// A folder with a site that was built an hour ago.
fn built(content: &Content) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    replace(&content.build().tree, &out).unwrap();
    for (path, _) in content.build().tree.iter() {
        let file = fs::File::options().write(true).open(out.join(path)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(1)).unwrap();
    }
    folder
}

fn is_fresh(file: &Path) -> bool {
    let age = file.metadata().unwrap().modified().unwrap().elapsed().unwrap_or_default();
    age < Duration::from_mins(30)
}

/// Changes one word of the shipped content, and checks which files of the site change.
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    let content = Content::shipped();
    let folder = built(&content);
    let out = folder.path().join("dist");
    content.edit(file, from, to);
    let tree = &content.build().tree;

    let Changes { written, unchanged } = replace(tree, &out).unwrap();

    assert_eq!(unchanged + written.len(), tree.iter().count());
    // The index of all people is in a folder that is named by its content.
    let (index, written): (Vec<_>, Vec<_>) =
        written.into_iter().partition(|path| path.contains("/people/"));
    assert_eq!(written, expected);
    assert_eq!(index.is_empty(), !expected.contains(&"data/es.json"), "{index:?}");
    assert!(index.iter().all(|path| path.starts_with("data/es/people/")), "{index:?}");
    for (path, bytes) in tree.iter().filter(|(path, _)| !path.contains("/people/")) {
        assert_eq!(fs::read(out.join(path)).unwrap(), bytes, "{path}");
        assert_eq!(is_fresh(&out.join(path)), expected.contains(&path), "{path}");
    }
}

#[test]
fn a_changed_word_changes_only_its_page() {
    check(
        "profiles/rodrigo-de-leon.json",
        "Próximamente: reflexiones",
        "Próximamente: ideas",
        &[
            "data/es/rodrigo-de-leon.json",
            "embed/es/rodrigo-de-leon/panel.json",
            "es/rodrigo-de-leon/index.html",
            "export/json/es/rodrigo-de-leon.json",
            "export/md/es/rodrigo-de-leon.md",
            "export/txt/es/rodrigo-de-leon.txt",
        ],
    );
}

#[test]
fn a_changed_headline_changes_the_directory_too() {
    check(
        "profiles/marcus-rodriguez.json",
        "\"Arquitecto backend\"",
        "\"Arquitecto de backend\"",
        &[
            "data/es.json",
            "data/es/marcus-rodriguez.json",
            "embed/es/marcus-rodriguez/card.json",
            "embed/es/marcus-rodriguez/dark.svg",
            "embed/es/marcus-rodriguez/index.html",
            "embed/es/marcus-rodriguez/light.svg",
            "embed/es/marcus-rodriguez/oembed.json",
            "es/index.html",
            "es/marcus-rodriguez/index.html",
            "export/json/es/marcus-rodriguez.json",
            "export/md/es/marcus-rodriguez.md",
            "export/svg/es/marcus-rodriguez.svg",
            "export/txt/es/marcus-rodriguez.txt",
            "export/vcf/es/marcus-rodriguez.vcf",
            "llms.txt",
        ],
    );
}

#[test]
fn an_unchanged_site_writes_nothing() {
    let content = Content::shipped();
    let folder = built(&content);
    let changes = replace(&content.build().tree, &folder.path().join("dist")).unwrap();
    assert_eq!(changes.written, Vec::<String>::new());
}

#[test]
fn obsolete_files_are_removed() {
    let content = Content::shipped();
    let folder = built(&content);
    content.edit("site.json", "\"rodrigo-de-leon\", ", "");
    replace(&content.build().tree, &folder.path().join("dist")).unwrap();
    assert!(!folder.path().join("dist/en/rodrigo-de-leon").exists());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
    assert_eq!(left.len(), 1, "nothing lies about beside the site: {left:?}");
}

#[test]
fn a_folder_that_is_not_a_site_is_not_overwritten() {
    let content = Content::fixture("small");
    let tree = &content.build().tree;
    for files in [&["thesis.md"][..], &["index.html", "Cargo.toml"], &["index.html", "src/x.rs"]] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("work");
        for file in files {
            fs::create_dir_all(out.join(file).parent().unwrap()).unwrap();
            fs::write(out.join(file), "precious").unwrap();
        }
        let refusal = replace(tree, &out).unwrap_err().to_string();
        assert!(
            refusal.ends_with("holds something that Perfil did not make, so it is not replaced")
        );
        for file in files {
            assert_eq!(fs::read_to_string(out.join(file)).unwrap(), "precious");
        }
    }
}

#[test]
fn an_empty_folder_or_the_shell_can_be_the_output() {
    let tree = &Content::fixture("small").build().tree;
    let folder = tempfile::tempdir().unwrap();
    replace(tree, folder.path().join("empty").as_path()).unwrap();
    fs::create_dir_all(folder.path().join("again")).unwrap();
    replace(tree, &folder.path().join("again")).unwrap();

    // A folder that something else made, such as Trunk, is replaced only if it has the mark.
    let stage = folder.path().join("stage");
    fs::create_dir_all(&stage).unwrap();
    for file in ["app.js", "app_bg.wasm"] {
        fs::copy(shell().join(file), stage.join(file)).unwrap();
    }
    replace(tree, &stage).unwrap_err();
    fs::write(stage.join(".perfil-site"), "").unwrap();
    replace(tree, &stage).unwrap();
    assert!(stage.join("sitemap.xml").is_file() && !stage.join("app.js").exists());
}

#[test]
fn a_failed_write_keeps_the_old_site() {
    let content = Content::fixture("small");
    let folder = built(&content);
    let out = folder.path().join("dist");
    let mut tree = Tree::default();
    tree.add("index.html", b"new".to_vec());
    // A file and a folder with the same name, which no file system can contain.
    tree.add("en", b"new".to_vec());
    tree.add("en/index.html", b"new".to_vec());

    replace(&tree, &out).unwrap_err();

    for (path, bytes) in content.build().tree.iter() {
        assert_eq!(fs::read(out.join(path)).unwrap(), bytes, "{path}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
