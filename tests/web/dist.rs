//! The built site, and the tools that `cargo xtask test` provides.

use perfil_view::{WordList as _, Words};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{env, fs};
use walkdir::WalkDir;

/// The languages of the shipped site.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "es"];

/// The shipped profiles; the first one has little to scroll.
pub(crate) const PROFILES: [&str; 2] = ["rodrigo-de-leon", "marcus-rodriguez"];

/// A page that is long enough to scroll.
pub(crate) const LONG: &str = "marcus-rodriguez";

/// A path without a page.
pub(crate) const NOWHERE: &str = "/no/such/page/";

/// A path in an environment variable that `cargo xtask test` sets.
pub(crate) fn env_path(variable: &str) -> PathBuf {
    let Some(value) = env::var_os(variable) else {
        panic!("{variable} is not set: run `cargo xtask test --only web`")
    };
    PathBuf::from(value)
}

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the built site.
pub(crate) fn folder() -> PathBuf {
    env_path("PERFIL_DIST")
}

/// A program of npm's tools.
pub(crate) fn npm_program(name: &str) -> PathBuf {
    env_path("PERFIL_NPM").join(".bin").join(name)
}

/// The path of every page that is hydrated.
pub(crate) fn pages() -> Vec<String> {
    let folder = folder();
    let mut pages: Vec<String> = WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the built site can be read").into_path())
        .filter(|path| path.ends_with("index.html"))
        .filter(|path| fs::read_to_string(path).is_ok_and(|html| html.contains("data-view")))
        .map(|path| page_path(&folder, &path))
        .collect();
    pages.sort();
    // A test of every page must not pass without any.
    for lang in LANGUAGES {
        assert!(pages.contains(&format!("/{lang}/")), "{pages:?}");
        for slug in PROFILES {
            assert!(pages.contains(&format!("/{lang}/{slug}/")), "{pages:?}");
        }
    }
    pages
}

fn page_path(folder: &Path, file: &Path) -> String {
    let inner = file.parent().and_then(|parent| parent.strip_prefix(folder).ok());
    let names = inner.into_iter().flatten().map(|name| name.to_string_lossy() + "/");
    names.fold("/".to_owned(), |path, name| path + &name)
}

/// The path of every document, including the chooser, the pages about cards, and the 404 page.
pub(crate) fn documents() -> Vec<String> {
    let mut documents = pages();
    documents.extend(["/", "/widget/", "/widget/es/", NOWHERE].map(str::to_owned));
    documents
}

/// A word of the interface in a language.
pub(crate) fn word(lang: &str, key: &str) -> String {
    let page = data(&format!("/{lang}/"));
    let place = Words::KEYS.iter().position(|known| *known == key);
    let word = place.and_then(|place| page["words"][place].as_str());
    word.unwrap_or_else(|| panic!("{lang} has no word {key:?}")).to_owned()
}

/// The data of a page.
pub(crate) fn data(page: &str) -> Value {
    let file = folder().join(format!("data/{}.json", page.trim_matches('/')));
    let json = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_slice(&json).expect("the data of a page is JSON")
}
