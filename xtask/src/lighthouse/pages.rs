//! Finds the profile pages: those one folder below a language.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Returns the pages as URL paths: `/en/ada/`. With a single profile, whose page is the home page
/// of each language, they are `/en/`. Other pages have no data.
pub(crate) fn of_profiles(dist: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for language in folders_with_a_page(dist)? {
        let profiles = folders_with_a_page(&language)?;
        if profiles.is_empty() {
            pages.push(url(dist, &language));
        }
        pages.extend(profiles.iter().map(|profile| url(dist, profile)));
    }
    let data = |page: &str| dist.join(format!("data{}.json", page.trim_end_matches('/')));
    pages.retain(|page| data(page).is_file());
    Ok(pages)
}

fn folders_with_a_page(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.join("index.html").is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn url(dist: &Path, page: &Path) -> String {
    let below = page.strip_prefix(dist).unwrap_or(page);
    format!("/{}/", below.to_string_lossy().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_below_languages_or_are_their_home() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("perfil-pages-{}", std::process::id()));
        fs::create_dir_all(dist.join("data/en"))?;
        for page in ["", "en", "en/ada", "en/bob", "es", "widget", "widget/es"] {
            fs::create_dir_all(dist.join(page))?;
            fs::write(dist.join(page).join("index.html"), "")?;
            if !page.is_empty() && !page.starts_with("widget") {
                fs::write(dist.join(format!("data/{page}.json")), "")?;
            }
        }
        fs::create_dir_all(dist.join("assets"))?;
        assert_eq!(of_profiles(&dist)?, ["/en/ada/", "/en/bob/", "/es/"]);
        Ok(fs::remove_dir_all(dist)?)
    }
}
