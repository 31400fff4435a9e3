//! The folder that is meant where none is named.

use std::path::{Path, PathBuf};

/// Returns the content folder that is meant where none is named: `public`, unless only the current folder is
/// one, as for whoever has gone into theirs.
pub(crate) fn content_here() -> PathBuf {
    let is_content = |folder: &Path| folder.join("site.json").is_file();
    let [public, here] = ["public", "."].map(Path::new);
    if is_content(here) && !is_content(public) { here } else { public }.to_owned()
}
