//! What a process keeps of a build, so that the next one does only what changed.

use crate::content::{Loaded, Person};
use crate::output::Output;
use crate::publish::Made;
use perfil_model::profile::Id;
use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is known of each person since the last build, for builds of one input, one after the other.
///
/// It takes some kilobytes for each person.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<BTreeMap<Id, Kept>>>);

/// What is known of a person.
#[derive(Default)]
struct Kept {
    checked: Option<Arc<Checked>>,
    made: Option<Arc<Made>>,
}

/// A person as it was checked, with what was found.
pub(crate) type Checked = (Option<Person>, Loaded);

impl Memory {
    /// Forgets what depends on these files, whose paths are relative to the content folder: of a
    /// profile, or a translation of it, the person, and of any other file everything.
    pub fn forget<'a>(&self, changed: impl IntoIterator<Item = &'a Path>) {
        let mut kept = self.kept();
        for path in changed {
            match profile(path) {
                Some(name) => kept.retain(|slug, _| slug.to_string() != name),
                None => kept.clear(),
            }
        }
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.kept().clear();
    }

    fn kept(&self) -> MutexGuard<'_, BTreeMap<Id, Kept>> {
        // Each entry is whole at any time, so a poisoned lock is usable.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn checked(&self, slug: &Id) -> Option<Arc<Checked>> {
        self.kept().get(slug)?.checked.clone()
    }

    pub(crate) fn keep_checked(&self, slug: &Id, checked: Arc<Checked>) {
        self.kept().entry(slug.clone()).or_default().checked = Some(checked);
    }

    /// Returns what was made of a person, if the output still has its files.
    pub(crate) fn made(
        &self,
        slug: &Id,
        is_valid: impl Fn(&Made) -> bool,
        output: &dyn Output,
    ) -> Option<Arc<Made>> {
        let made = self.kept().get(slug)?.made.clone().filter(|made| is_valid(made))?;
        made.files.iter().all(|path| output.keep(path)).then_some(made)
    }

    pub(crate) fn keep_made(&self, slug: &Id, made: Arc<Made>) {
        self.kept().entry(slug.clone()).or_default().made = Some(made);
    }
}

/// Returns the name of the profile that a file belongs to: `ada` for `profiles/ada.es.json`.
fn profile(path: &Path) -> Option<&str> {
    let mut parts = path.components();
    let (Some(Component::Normal(folder)), Some(Component::Normal(file)), None) =
        (parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let (name, _) = file.to_str()?.split_once('.')?;
    (folder == "profiles").then_some(name)
}

/// An output that notes the paths of what is added to it.
pub(crate) struct Noting<'a> {
    output: &'a dyn Output,
    paths: Mutex<Vec<String>>,
}

impl<'a> Noting<'a> {
    pub(crate) fn new(output: &'a dyn Output) -> Self {
        Self { output, paths: Mutex::default() }
    }

    pub(crate) fn into_paths(self) -> Vec<String> {
        self.paths.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for Noting<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.output.add(path, bytes);
    }

    fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_a_profile_by_its_name() {
        for (path, name) in [
            ("profiles/ada.json", Some("ada")),
            ("profiles/ada.es.yaml", Some("ada")),
            ("profiles/ada", None),
            ("profiles/ada/photo.jpg", None),
            ("images/ada.jpg", None),
            ("site.json", None),
        ] {
            assert_eq!(profile(Path::new(path)), name, "{path}");
        }
    }
}
