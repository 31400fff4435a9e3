//! A profile as it is handed to somebody by a link.

use super::{Session, is_native};
use perfil_form::published;
use perfil_model::profile::Profile;
use perfil_site::import_file;
use perfil_source::{Decode as _, to_json};
use std::path::Path;

impl Session {
    /// Returns a profile as a file of the native format, without anything private and without pictures.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be read.
    pub fn shared(&self, profile: &str) -> Result<String, String> {
        let node = if let Some(node) = self.node(profile).filter(is_native) {
            node
        } else {
            let read = import_file(&self.files, Path::new(profile), &[], None);
            let native = read.map_err(|found| format!("{profile} has {} problems", found.len()))?;
            perfil_source::parse(native.json.as_bytes()).map_err(|it| it.message)?
        };
        Ok(to_json(&published(node, Profile::shape())))
    }
}
