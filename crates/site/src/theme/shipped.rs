//! The themes that every site can use.

use super::sheet::Folder;
use super::{LAYOUT, SHEET, TOKENS, Theme};
use std::collections::BTreeMap;
use std::io;
use std::sync::LazyLock;

/// The files of a shipped theme.
struct Files {
    tokens: &'static str,
    sheet: &'static str,
    layout: &'static str,
}

macro_rules! themes {
    ($($name:literal)*) => {
        [$((
            $name,
            Files {
                tokens: include_str!(concat!(env!("PERFIL_FILES"), "/themes/", $name, "/theme.json")),
                sheet: include_str!(concat!(env!("PERFIL_FILES"), "/themes/", $name, "/theme.css")),
                layout: include_str!(concat!(env!("PERFIL_FILES"), "/themes/", $name, "/paper.typ")),
            },
        )),*]
    };
}

static THEMES: LazyLock<BTreeMap<&'static str, Theme>> = LazyLock::new(|| {
    let themes = themes!["classic" "dense" "editorial" "portfolio" "rail" "terminal"];
    // A test reads each of them without a problem.
    let read = |files: &Files| Theme::read(files, &mut Vec::new());
    themes.iter().filter_map(|(name, files)| Some((*name, read(files)?))).collect()
});

impl Folder for Files {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        match path {
            TOKENS => Ok(self.tokens.into()),
            SHEET => Ok(self.sheet.into()),
            LAYOUT => Ok(self.layout.into()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// Returns the shipped themes by name.
pub(crate) fn shipped() -> &'static BTreeMap<&'static str, Theme> {
    &THEMES
}
