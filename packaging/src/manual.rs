//! The manual and the completions, which the program writes itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::release::Entry;

/// Pages for `man`, and scripts for shells.
pub(crate) struct Manual {
    /// By their names, such as `perfil-new.1`.
    pub(crate) pages: Vec<(String, Vec<u8>)>,
    /// By the names that the shells look for.
    pub(crate) completions: Vec<(&'static str, Vec<u8>)>,
}

/// The shells, with the name that each one's script has.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "perfil"),
    ("elvish", "perfil.elv"),
    ("fish", "perfil.fish"),
    ("powershell", "_perfil.ps1"),
    ("zsh", "_perfil"),
];

impl Manual {
    /// Lets a program write them.
    pub(crate) fn of(program: &Path) -> Result<Self> {
        let sh = Shell::new()?;
        let folder = tempfile::tempdir()?;
        let pages = folder.path().join("man");
        cmd!(sh, "{program} manual {pages}").quiet().run()?;
        let mut read = Vec::new();
        for entry in fs::read_dir(pages)? {
            let entry = entry?;
            let name = entry.file_name().into_string().ok().context("a page has an odd name")?;
            read.push((name, fs::read(entry.path())?));
        }
        read.sort();
        let completions = SHELLS.map(|(shell, name)| {
            let script = cmd!(sh, "{program} completions {shell}").quiet().output()?;
            Ok((name, script.stdout))
        });
        let completions = completions.into_iter().collect::<Result<Vec<_>>>()?;
        Ok(Self { pages: read, completions })
    }

    /// Returns all of it as files below two folders.
    pub(crate) fn entries(&self, pages: &str, completions: &str) -> Vec<Entry> {
        let read = self.pages.iter();
        let pages = read.map(|(name, page)| Entry::file(format!("{pages}{name}"), page.clone()));
        let scripts = self.completions.iter();
        let scripts = scripts
            .map(|(name, script)| Entry::file(format!("{completions}{name}"), script.clone()));
        pages.chain(scripts).collect()
    }

    /// Returns the script of a shell, by its name.
    pub(crate) fn completion(&self, name: &str) -> Option<&[u8]> {
        let script = self.completions.iter().find(|(own, _)| *own == name);
        script.map(|(_, script)| script.as_slice())
    }
}
