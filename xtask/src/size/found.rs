//! The files in dist/ that a visit downloads.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use walkdir::WalkDir;

#[derive(Default)]
pub(crate) struct Found {
    root: PathBuf,
    pub(crate) bundle: Vec<PathBuf>,
    pub(crate) loader: Vec<PathBuf>,
    pub(crate) widget: Vec<PathBuf>,
    pub(crate) cards: Vec<PathBuf>,
    pub(crate) card_style: Vec<PathBuf>,
    pub(crate) fonts: Vec<PathBuf>,
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
                Some(Part::Loader) => found.loader.push(path),
                Some(Part::Widget) => found.widget.push(path),
                Some(Part::Card) => found.cards.push(path),
                Some(Part::CardStyle) => found.card_style.push(path),
                Some(Part::Font) => found.fonts.push(path),
                Some(Part::Page) => found.pages.push(path),
                None => {}
            }
        }
        // A check that finds no files would always pass.
        ensure!(
            [&found.bundle, &found.pages, &found.loader, &found.widget, &found.cards]
                .into_iter()
                .all(|part| !part.is_empty()),
            "{} is no finished site: its app, its cards or its pages are missing",
            root.display()
        );
        Ok(found)
    }

    /// Returns the path as in a URL, without the leading slash.
    pub(crate) fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.to_string_lossy().replace('\\', "/")
    }
}

#[derive(Debug, PartialEq)]
enum Part {
    Bundle,
    Loader,
    Widget,
    Card,
    CardStyle,
    Font,
    Page,
}

fn part(name: &str) -> Option<Part> {
    if name == "widget.js" {
        return Some(Part::Loader);
    }
    if name.starts_with("embed/") {
        return name.ends_with("/card.json").then_some(Part::Card);
    }
    if name == "404.html" || name == "index.html" || name.ends_with("/index.html") {
        return Some(Part::Page);
    }
    let asset = name.strip_prefix("assets/").filter(|asset| !asset.contains('/'))?;
    match asset.rsplit_once('.')? {
        (stem, "wasm") if stem.starts_with("widget.") => Some(Part::Widget),
        (_, "wasm") => Some(Part::Bundle),
        (stem, "css") if stem.starts_with("card.") => Some(Part::CardStyle),
        (_, "woff2") => Some(Part::Font),
        (stem, "js") if stem.starts_with("app.") => Some(Part::Bundle),
        (stem, "js") if stem.starts_with("widget.") => Some(Part::Widget),
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
        assert_eq!(part("widget.js"), Some(Part::Loader));
        assert_eq!(part("assets/widget.0a1b.wasm"), Some(Part::Widget));
        assert_eq!(part("assets/widget.0a1b.js"), Some(Part::Widget));
        assert_eq!(part("assets/card.0a1b.css"), Some(Part::CardStyle));
        assert_eq!(part("assets/perfil-sans-latin.0a1b.woff2"), Some(Part::Font));
        assert_eq!(part("embed/en/ada/card.json"), Some(Part::Card));
        assert_eq!(part("embed/en/ada/index.html"), None);
        assert_eq!(part("assets/fonts/app.0a1b.js"), None);
        assert_eq!(part("en/ada/view.json"), None);
    }
}
