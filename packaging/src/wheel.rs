//! `PyPI`: a wheel that holds the program (PEP 427). Nothing of Python runs.

use std::fmt::Write as _;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::archive::zip;
use crate::platform::Platform;
use crate::release::{Entry, LICENCE, Program, Release, SUMMARY, VERSION};

/// Returns the name of a system's wheel.
pub(crate) fn name(platform: &Platform) -> String {
    format!("{}-py3-none-{}.whl", stem(), platform.wheel)
}

/// Returns the name and version as file names have them.
fn stem() -> String {
    format!("{}-{VERSION}", perfil_names::PYPI.replace('-', "_"))
}

pub(crate) fn make(release: &Release, program: &Program) -> Result<()> {
    let (stem, platform) = (stem(), program.platform);
    let info = format!("{stem}.dist-info");
    let script = format!("{stem}.data/scripts/{}", platform.program());
    let mut entries = vec![
        Entry::program(script, program.bytes.clone()),
        Entry::file(format!("{info}/METADATA"), metadata(release)),
        Entry::file(format!("{info}/WHEEL"), tags(platform)),
    ];
    entries.extend(release.licences.entries(&format!("{info}/licenses/")));
    let mut record = String::new();
    for Entry { path, bytes, .. } in &entries {
        let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
        writeln!(record, "{path},sha256={digest},{}", bytes.len())?;
    }
    writeln!(record, "{info}/RECORD,,")?;
    entries.push(Entry::file(format!("{info}/RECORD"), record));
    release.write(&name(platform), &zip(entries, release.compression)?)
}

fn metadata(release: &Release) -> String {
    let (name, repository) = (perfil_names::PYPI, perfil_names::REPOSITORY);
    let files = release.licences.entries("");
    let files = files.iter().map(|file| format!("License-File: {}\n", file.path));
    format!(
        "Metadata-Version: 2.4\n\
         Name: {name}\n\
         Version: {VERSION}\n\
         Summary: {SUMMARY}\n\
         License-Expression: {LICENCE}\n\
         {}\
         Project-URL: Source, {repository}\n\
         Requires-Python: >=3.8\n\
         Description-Content-Type: text/markdown\n\
         \n\
         The wheel holds the program `perfil`, which needs no Python:\n\n\
         ```sh\npipx install {name}\nperfil new me\nperfil serve me\n```\n",
        files.collect::<String>(),
    )
}

fn tags(platform: &Platform) -> String {
    let tags = platform.wheel.split('.').map(|tag| format!("Tag: py3-none-{tag}\n"));
    format!(
        "Wheel-Version: 1.0\nGenerator: perfil {VERSION}\nRoot-Is-Purelib: false\n{}",
        tags.collect::<String>()
    )
}
