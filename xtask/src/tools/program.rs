//! A program of the system: its environment variable, its commands, and its possible paths.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, ensure};

pub(super) struct Program {
    pub(super) variable: &'static str,
    pub(super) commands: &'static [&'static str],
    pub(super) places: &'static [&'static str],
}

impl Program {
    pub(super) fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(path) = env::var_os(self.variable).filter(|path| !path.is_empty()) {
            let path = PathBuf::from(path);
            ensure!(path.is_file(), "{} names {}, which is no file", self.variable, path.display());
            return Ok(Some(path));
        }
        let on_path = self.commands.iter().find_map(|command| which::which(command).ok());
        let in_places = || self.places.iter().map(PathBuf::from).find(|path| path.is_file());
        Ok(on_path.or_else(in_places))
    }
}
