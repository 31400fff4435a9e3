//! Another language of the site.

use super::{SETTINGS, Session};
use perfil_form::with_language;
use perfil_model::language::Tag;
use std::path::{Path, PathBuf};

impl Session {
    /// Adds a language to the site, with the words of its pages, and returns the paths of the files that
    /// this has changed.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be added; the files are then as before.
    pub fn add_language(&mut self, tag: &str) -> Result<Vec<PathBuf>, String> {
        let tag = Tag::parse(tag).ok_or_else(|| format!("{tag:?} is no language (BCP 47)"))?;
        let settings = self.files.get(Path::new(SETTINGS)).ok_or("there is no site.json")?;
        let text = std::str::from_utf8(settings).map_err(|_| "site.json is not UTF-8")?;
        let changed = with_language(text, tag.as_str());
        let changed = changed.map_err(|it| format!("{}. {}", it.message, it.remedy))?;
        self.write(SETTINGS, changed.into_bytes());
        let mut paths = vec![PathBuf::from(SETTINGS)];
        let words = format!("locales/{tag}.json");
        if !self.files.contains_key(Path::new(&words)) {
            self.write(&words, perfil_site::locale(&tag).into_bytes());
            paths.push(words.into());
        }
        Ok(paths)
    }

    /// Returns the languages that Perfil has the words of pages in, and the site lacks.
    pub(super) fn offered(&self) -> Vec<String> {
        let own = self.site_languages();
        let all = perfil_site::shipped_languages().into_iter().map(str::to_owned);
        all.filter(|tag| !own.contains(tag)).collect()
    }
}
