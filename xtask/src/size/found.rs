//! The files in dist/ that a visit downloads.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use walkdir::WalkDir;

#[derive(Default)]
pub(crate) struct Found {
    root: PathBuf,
    pub(crate) bundle: Vec<PathBuf>,
    pub(crate) pages: Vec<PathBuf>,
}

impl Found {
    pub(crate) fn below(root: &Path) -> Result<Found> {
        ensure!(root.is_dir(), "there is no {}/: run `cargo xtask build` first", root.display());
        let mut found = Found { root: root.to_owned(), ..Found::default() };
        for entry in WalkDir::new(root).sort_by_file_name() {
            let path = entry?.into_path();
            let name = found.name(&path);
            match part(&name) {
                Some(Part::Bundle) => found.bundle.push(path),
                Some(Part::Page) => found.pages.push(path),
                None => {}
            }
        }
        // A check that finds nothing would pass for ever.
        ensure!(
            !(found.bundle.is_empty() || found.pages.is_empty()),
            "{} is no finished site: its app or its pages are missing",
            root.display()
        );
        Ok(found)
    }

    /// The path as in a URL, without the slash before it.
    pub(crate) fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.to_string_lossy().replace('\\', "/")
    }
}

#[derive(Debug, PartialEq)]
enum Part {
    Bundle,
    Page,
}

fn part(name: &str) -> Option<Part> {
    if name == "404.html" || name == "index.html" || name.ends_with("/index.html") {
        return Some(Part::Page);
    }
    let asset = name.strip_prefix("assets/").filter(|asset| !asset.contains('/'))?;
    match asset.rsplit_once('.')? {
        (_, "wasm") => Some(Part::Bundle),
        // Other scripts, such as the widget's, are for other people's pages.
        (stem, "js") if stem.starts_with("app.") => Some(Part::Bundle),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_one_part_or_none() {
        assert_eq!(part("assets/app.0a1b.wasm"), Some(Part::Bundle));
        assert_eq!(part("assets/app.0a1b.js"), Some(Part::Bundle));
        assert_eq!(part("en/ada/index.html"), Some(Part::Page));
        assert_eq!(part("404.html"), Some(Part::Page));
        assert_eq!(part("widget.js"), None);
        assert_eq!(part("assets/fonts/app.0a1b.js"), None);
        assert_eq!(part("en/ada/view.json"), None);
    }
}
