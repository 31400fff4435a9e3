//! The compiled application as an archive, for `perfil build --shell`: with what sets PDFs in a browser, which would
//! make the command larger by a fifth.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::archive::{tar, xz};
use crate::release::{Entry, Release, VERSION};

/// Returns the name of the folder in the archive.
pub(crate) fn stem() -> String {
    format!("perfil-{VERSION}-application")
}

/// Returns the name of the archive.
pub(crate) fn name() -> String {
    format!("{}.tar.xz", stem())
}

/// Makes the archive of a folder.
pub(crate) fn make(release: &Release, shell: &Path) -> Result<()> {
    let stem = stem();
    let mut entries = release.licences.entries(&format!("{stem}/"));
    entries.push(Entry::file(format!("{stem}/README.md"), readme()));
    for file in WalkDir::new(shell).sort_by_file_name() {
        let file = file?;
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(shell)?.to_str();
            let path = path.context("a file of the application has an odd name")?;
            let path = path.replace('\\', "/");
            entries.push(Entry::file(format!("{stem}/{path}"), fs::read(file.path())?));
        }
    }
    release.write(&name(), &xz(&tar(&entries, release.time)?, release.compression)?)
}

fn readme() -> String {
    format!(
        "# The application of Perfil {VERSION}\n\n\
         `perfil` {VERSION} has all of this in it but what sets PDFs in a browser. For a published site whose\n\
         `site.json` has `\"studio\": true`, so that its Studio offers them too:\n\n\
         ```sh\nperfil build --shell {}\n```\n",
        stem()
    )
}
