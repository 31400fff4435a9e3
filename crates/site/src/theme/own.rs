//! The owner's theme, in a folder beside the content.

use super::sheet::Folder;
use crate::environment::Files;
use perfil_source::MAX_FILE_BYTES;
use std::io;
use std::path::PathBuf;

/// The folder of the owner's theme.
pub(super) struct OwnFolder<'a> {
    pub files: &'a dyn Files,
    pub path: PathBuf,
}

impl Folder for OwnFolder<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let file = self.path.join(path);
        if !self.files.is_file(&file) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = self.files.read_at_most(&file, MAX_FILE_BYTES as u64 + 1)?;
        if bytes.len() > MAX_FILE_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }
}
