//! A profile as it is handed to somebody by a link, and what is private in the files of a folder.

use super::{Session, is_native, is_yaml};
use perfil_form::published;
use perfil_model::profile::Profile;
use perfil_site::import_file;
use perfil_source::{Decode as _, Node, Value, privacy, to_json};
use std::path::{Path, PathBuf};

/// The folder of the profiles.
const PROFILES: &str = "profiles";

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

    /// Returns the paths of the profiles that have anything which no page shows: private values, or all of a
    /// draft.
    #[must_use]
    pub fn withheld(&self) -> Vec<String> {
        let is_withheld = |(path, bytes): &(&PathBuf, &Vec<u8>)| {
            path.starts_with(PROFILES) && has_withheld(&path.to_string_lossy(), bytes)
        };
        let files = self.files.iter().filter(is_withheld);
        files.map(|(path, _)| path.to_string_lossy().into_owned()).collect()
    }
}

fn has_withheld(path: &str, bytes: &[u8]) -> bool {
    let read = if is_yaml(path) {
        perfil_source::parse_yaml(bytes)
    } else if Path::new(path).extension().is_some_and(|end| end == "json") {
        perfil_source::parse(bytes)
    } else {
        let text = String::from_utf8_lossy(bytes);
        // Only the settings before a text have marks.
        let Some((front, _)) = text.strip_prefix("---").and_then(|it| it.split_once("\n---"))
        else {
            return false;
        };
        perfil_source::parse_yaml(front.as_bytes())
    };
    let is_draft = |node: &Node| node.get("draft").is_some_and(|it| it.value == Value::Bool(true));
    match read {
        Ok(node) => is_draft(&node) || privacy::has_private(&node),
        // What cannot be read may be anything.
        Err(_) => String::from_utf8_lossy(bytes).contains(privacy::PRIVATE),
    }
}
