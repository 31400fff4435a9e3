//! What is kept of each person between two builds.

use crate::stored::{Reader, Stored};
use perfil_model::profile::Id;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Component, Path};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Something that is known of each person.
pub(crate) struct Memory<T>(Mutex<BTreeMap<Id, Arc<T>>>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Memory<T> {
    fn kept(&self) -> MutexGuard<'_, BTreeMap<Id, Arc<T>>> {
        // Each entry is whole at any time, so a poisoned lock is usable.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what is known of a person.
    pub(crate) fn get(&self, slug: &Id) -> Option<Arc<T>> {
        self.kept().get(slug).cloned()
    }

    pub(crate) fn keep(&self, slug: &Id, known: Arc<T>) {
        self.kept().insert(slug.clone(), known);
    }

    /// Forgets what depends on a file, whose path is relative to the content folder: of a profile, or a
    /// translation of it, the person, and of any other file everybody.
    pub(crate) fn forget(&self, changed: &Path) {
        match profile(changed) {
            Some(name) => self.kept().retain(|slug, _| slug.to_string() != name),
            None => self.kept().clear(),
        }
    }
}

impl<T> Memory<T> {
    /// Returns what is known, person by person.
    pub(crate) fn all(&self) -> Vec<Arc<T>> {
        self.kept().values().cloned().collect()
    }
}

impl<T: Stored> Memory<T> {
    /// Stores what is known of some of the people.
    pub(crate) fn store(
        &self,
        is_stored: impl Fn(&T) -> bool,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        let kept = self.kept();
        let stored: Vec<_> = kept.iter().filter(|(_, known)| is_stored(known)).collect();
        let mut bytes = Vec::new();
        stored.len().store(&mut bytes);
        for (slug, known) in stored {
            slug.store(&mut bytes);
            known.store(&mut bytes);
            // All of them at once would take much memory.
            to.write_all(&bytes)?;
            bytes.clear();
        }
        to.write_all(&bytes)
    }

    /// Reads what was stored.
    pub(crate) fn restore(from: &mut Reader) -> Option<Self> {
        Some(Self(Mutex::new(BTreeMap::restore(from)?)))
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
