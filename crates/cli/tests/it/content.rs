//! Content folders to build from: copies of the shipped one and of fixtures, which tests change.

use perfil_cli::{Changes, Folder, machine, read_shell};
use perfil_site::{self as site, Built, Finding, Input, Loaded, Output as _, Tree};
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A content folder for one test, which is deleted with this.
pub(crate) struct Content {
    folder: TempDir,
}

impl Content {
    /// A copy of the shipped content.
    pub(crate) fn shipped() -> Self {
        let content = Self { folder: tempfile::tempdir().unwrap() };
        copy(&root().join("public"), content.path());
        content
    }

    /// A copy of `tests/data/<name>`, with the shipped locales if it has none of its own.
    pub(crate) fn fixture(name: &str) -> Self {
        let content = Self { folder: tempfile::tempdir().unwrap() };
        copy(&root().join("public/locales"), &content.path().join("locales"));
        content.add_fixture(name);
        content
    }

    /// A site with this number of people, with the shipped locales.
    pub(crate) fn crowd(people: usize) -> Self {
        let content = Self { folder: tempfile::tempdir().unwrap() };
        copy(&root().join("public/locales"), &content.path().join("locales"));
        crate::crowd::write(content.path(), people);
        content
    }

    /// A site of one person with this number of items.
    pub(crate) fn long(items: usize) -> Self {
        let content = Self { folder: tempfile::tempdir().unwrap() };
        copy(&root().join("public/locales"), &content.path().join("locales"));
        crate::crowd::write_long(content.path(), items);
        content
    }

    /// Copies the files of `tests/data/<name>` over the existing ones.
    pub(crate) fn add_fixture(&self, name: &str) {
        copy(&data().join(name), self.path());
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Reads a file as JSON.
    pub(crate) fn json(&self, file: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path().join(file)).unwrap()).unwrap()
    }

    /// Writes a file, and creates missing folders.
    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a text that occurs once in a file.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(file)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {file}");
        self.write(file, text.replace(from, to));
    }

    /// Reads the folder as a build does.
    pub(crate) fn load(&self) -> Loaded {
        site::load(machine(&()), self.path(), None)
    }

    /// Builds the site, with the fixture shell.
    pub(crate) fn build(&self) -> Built {
        self.try_build().unwrap_or_else(|findings| panic!("{}", listed(&findings)))
    }

    /// Builds the site, or returns the problems.
    pub(crate) fn try_build(&self) -> Result<Built, Vec<Finding>> {
        build(self.path(), false)
    }

    /// Builds the site with its PDFs, which other tests do not need.
    pub(crate) fn print(&self) -> Built {
        build(self.path(), true).unwrap_or_else(|findings| panic!("{}", listed(&findings)))
    }
}

/// The checkout.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
    });
    &ROOT
}

/// The fixtures.
pub(crate) fn data() -> PathBuf {
    root().join("tests/data")
}

/// A shell without the application, with the real stylesheets.
pub(crate) fn shell() -> PathBuf {
    data().join("shell")
}

/// The site that Perfil ships.
pub(crate) fn shipped() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| Content::shipped().build().tree);
    &TREE
}

/// The same with its PDFs.
pub(crate) fn printed() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| Content::shipped().print().tree);
    &TREE
}

/// Replaces a folder by a site.
pub(crate) fn replace(tree: &Tree, out: &Path) -> io::Result<Changes> {
    let folder = Folder::create(out, &())?;
    tree.iter().for_each(|(path, bytes)| folder.add(path, bytes.to_owned()));
    folder.finish()
}

/// Findings, one per line.
pub(crate) fn listed(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| {
        let (file, problem) = (finding.file.file_name().unwrap_or_default(), &finding.problem);
        format!("{}: {}: {}", file.display(), problem.path, problem.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A text file of a site.
pub(crate) fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

fn build(content: &Path, pdf: bool) -> Result<Built, Vec<Finding>> {
    let input = Input { content: content.to_owned(), pdf, ..Input::default() };
    let shell = read_shell(Some(&shell())).map_err(|finding| vec![finding])?;
    site::build(machine(&()), &input, shell)
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
