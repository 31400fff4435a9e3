//! The repository: links with targets, pinned actions, licences, and the same bytes on every
//! system.

use crate::architecture::none;
use crate::content::root;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// The paths of all files in Git, because a file that only this checkout has is missing elsewhere.
fn tracked() -> BTreeSet<String> {
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root())
        .output()
        .expect("Git tells which files belong to the repository");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let paths = String::from_utf8(output.stdout).unwrap();
    let paths: BTreeSet<_> = paths.split_terminator('\0').map(str::to_owned).collect();
    assert!(paths.contains("Cargo.toml"), "{paths:?}");
    paths
}

/// Test data: CVs with links of their own, files by other people, unusual bytes.
fn is_data(path: &str) -> bool {
    path.starts_with("tests/data/") || path.contains("/tests/data/")
}

/// The links and images of a document, and the fragments of its headings as GitHub creates them.
fn links_and_anchors(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut links, mut anchors) = (Vec::new(), Vec::new());
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => heading.iter_mut().for_each(|it| *it += &text),
            Event::End(TagEnd::Heading(_)) => anchors.extend(heading.take().map(|it| anchor(&it))),
            _ => {}
        }
    }
    for index in 0..anchors.len() {
        let before = anchors[..index].iter().filter(|other| **other == anchors[index]).count();
        if before > 0 {
            anchors[index] = format!("{}-{before}", anchors[index]);
        }
    }
    (links, anchors)
}

fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The target of a relative link: the path of a file in the repository.
fn target(document: &str, link: &str) -> Option<String> {
    let mut path = PathBuf::from(document);
    path.pop();
    for part in Path::new(link).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            Component::Normal(name) => path.push(name),
            _ => return None,
        }
    }
    Some(path.to_str()?.replace('\\', "/"))
}

/// The relative links of a document without a target.
fn dead_links(
    document: &str,
    text: &str,
    files: &BTreeSet<String>,
    read: impl Fn(&str) -> String,
) -> Vec<String> {
    let is_folder = |path: &str| files.iter().any(|file| file.starts_with(&format!("{path}/")));
    let (links, anchors) = links_and_anchors(text);
    let leads = |link: &String| {
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        if path.is_empty() {
            return anchors.iter().any(|anchor| anchor == fragment);
        }
        let Some(path) = target(document, path.trim_end_matches('/')) else { return false };
        let is_there = files.contains(&path) || is_folder(&path);
        let is_document = Path::new(&path).extension().is_some_and(|end| end == "md");
        let has_fragment = || links_and_anchors(&read(&path)).1.iter().any(|it| it == fragment);
        is_there && (fragment.is_empty() || (is_document && has_fragment()))
    };
    // Others have a scheme, or a placeholder that the build replaces (`{site}…`).
    let relative = links.iter().filter(|link| !link.contains(':') && !link.starts_with('{'));
    relative.filter(|link| !leads(link)).map(|link| format!("{document}: {link}")).collect()
}

#[test]
fn every_link_of_a_document_has_a_target() {
    let files = tracked();
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let is_markdown = |path: &str| Path::new(path).extension().is_some_and(|end| end == "md");
    let documents = files.iter().filter(|path| is_markdown(path) && !is_data(path));
    let without_target: Vec<_> =
        documents.clone().flat_map(|path| dead_links(path, &read(path), &files, read)).collect();
    assert!(documents.count() > 4);
    none(&without_target);
}

#[test]
fn dead_links_are_found() {
    let files = ["a.md", "docs/b.md", "docs/c.png"].map(str::to_owned).into();
    let read = |path: &str| match path {
        "a.md" => "# One `two`!\n\n## One `two`!\n".to_owned(),
        other => panic!("{other} is read"),
    };
    let without_target = |text: &str| dead_links("docs/b.md", text, &files, read);
    let good = "# Here\n[a](../a.md) [b](../a.md#one-two) [c](#here) ![d](c.png) [e](../docs/)\n\
                [f](https://a.example/x) [g](mailto:a@b.c) [h]({site}x) [i](../a.md#one-two-1)\n\
                [j]\n\n[j]: ./c.png\n";
    assert_eq!(without_target(good), Vec::<String>::new());
    for bad in ["d.md", "../b.md", "/a.md", "../../a.md", "../a.md#two", "#there", "c.png#here"] {
        assert_eq!(without_target(&format!("# Here\n[x]({bad})")), [format!("docs/b.md: {bad}")]);
        assert_eq!(
            without_target(&format!("![x][y]\n\n[y]: {bad}")),
            [format!("docs/b.md: {bad}")]
        );
    }
}

/// The actions of a workflow that could change without a change here.
fn unpinned(workflow: &str) -> Vec<&str> {
    let uses = workflow
        .lines()
        .filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses:"));
    uses.map(str::trim).filter(|action| !is_pinned(action)).collect()
}

/// Whether an action is pinned by a complete commit hash, with its version in a comment.
fn is_pinned(action: &str) -> bool {
    let named = action.split_once('@').and_then(|(_, named)| named.split_once(" # v"));
    named.is_some_and(|(commit, version)| {
        commit.len() == 40
            && commit.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && version.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[test]
fn every_action_is_pinned_by_its_commit() {
    let files = tracked();
    let workflows = files.iter().filter(|path| path.starts_with(".github/workflows/"));
    let mut count = 0;
    for path in workflows {
        let text = fs::read_to_string(root().join(path)).unwrap();
        count += text.matches("uses:").count();
        assert_eq!(unpinned(&text), Vec::<&str>::new(), "{path}");
    }
    assert!(count > 2, "{count} actions were looked at");
}

#[test]
fn an_action_without_a_commit_is_found() {
    let commit = "11bd71901bbe5b1630ceea73d27597364c9af683";
    assert_eq!(unpinned(&format!("      - uses: a/b@{commit} # v4.2.2\n")), Vec::<&str>::new());
    for bad in ["a/b@v4", "a/b@main # v4", "a/b", &format!("a/b@{commit}"), "./action"] {
        assert_eq!(unpinned(&format!("    - name: x\n      uses: {bad}\n")), [bad]);
    }
    let short = format!("a/b@{} # v4", &commit[..39]);
    assert_eq!(unpinned(&format!("- uses: {short}")), [short.as_str()]);
}

#[test]
fn the_licences_that_packages_name_exist() {
    let files = tracked();
    let named = env!("CARGO_PKG_LICENSE");
    for (licence, file, words) in [
        ("MIT", "LICENSE-MIT", "Permission is hereby granted, free of charge"),
        ("Apache-2.0", "LICENSE-APACHE", "Version 2.0, January 2004"),
    ] {
        assert!(named.split(" OR ").any(|it| it == licence), "{licence} is not in {named}");
        assert!(files.contains(file), "Git has no {file}");
        assert!(fs::read_to_string(root().join(file)).unwrap().contains(words), "{file}");
    }
    assert_eq!(named.split(" OR ").count(), 2, "{named}");
}

/// Whether a text file has carriage returns, which would be other bytes in another checkout.
fn has_carriage_return(bytes: &[u8]) -> bool {
    !bytes.contains(&0) && bytes.contains(&b'\r')
}

#[test]
fn line_endings_are_the_same_on_every_system() {
    assert!(has_carriage_return(b"a\r\n") && !has_carriage_return(b"a\n\xff\0\r"));
    let files = tracked();
    let texts = files.iter().filter(|path| !is_data(path));
    let read = |path: &&String| fs::read(root().join(path)).unwrap();
    none(&texts.filter(|path| has_carriage_return(&read(path))).cloned().collect::<Vec<_>>());
}
