//! The pages of a site as an editor shows them while they change.

use perfil_site::{Fonts, Output, Shell};
use perfil_webfont::Font;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Returns the application of pages that run no script, and whose fonts have all letters: nothing is
/// subset, because compressing a font takes longer than a page.
///
/// The address of a font is `font:` and its name.
pub(crate) fn shell(shell: &Shell) -> Shell {
    let mut faces = String::new();
    for (name, file) in &shell.fonts.files {
        let Some(font) = Font::read(file) else { continue };
        let (Some(family), Some((light, bold))) = (font.family(), font.weights()) else { continue };
        let style = if font.is_italic() { "italic" } else { "normal" };
        // Writing to a string cannot fail.
        let _ = write!(
            faces,
            "@font-face{{font-family:\"{family}\";font-weight:{light} {bold};font-style:{style};\
             src:url(\"font:{name}\")format(\"truetype\")}}"
        );
    }
    Shell {
        style: [&shell.style, faces.as_str(), &shell.fonts.style].concat(),
        fonts: Fonts::default(),
        script: Vec::new(),
        module: Vec::new(),
        card_script: Vec::new(),
        card_module: Vec::new(),
        ..shell.clone()
    }
}

/// The files that were made last.
#[derive(Default)]
pub(crate) struct Made(Mutex<BTreeMap<String, Arc<[u8]>>>);

impl Made {
    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Arc<[u8]>>> {
        // The files are whole at any time, so a poisoned lock is usable.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files().get(path).cloned()
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        self.file(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    pub(crate) fn paths(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        self.files().keys().filter(|path| is_wanted(path)).cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        self.files().clear();
    }
}

impl Output for Made {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.files().insert(path.to_owned(), bytes.into());
    }

    fn keep(&self, paths: &[String]) -> bool {
        let files = self.files();
        paths.iter().all(|path| files.contains_key(path))
    }
}
