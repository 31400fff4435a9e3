//! A shell without the application, with which pages are complete and nothing in them is broken.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::Shell;

use super::style;
use crate::packages::{BUNDLES, ELEMENT, SHELL_ELEMENT, STYLE};
use crate::places;

/// The script of both bundles: the application does not start, and an opened card shows nothing
/// more.
const SCRIPT: &str = "export default async () => {};\nexport const start = async () => false;\nexport const open = () => ({ free() {} });\n";

/// An empty WebAssembly module: the format's magic number and version.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// Creates the shell that is used until the application is compiled, and returns its folder.
pub(crate) fn stand_in(sh: &Shell) -> Result<PathBuf> {
    let folder = places::shell()?.with_extension("stand-in");
    super::gone(fs::remove_dir_all(&folder))?;
    write(&places::checkout().join(ELEMENT), &folder)?;
    style::bundle(sh, &folder.join(STYLE))?;
    Ok(folder)
}

fn write(element: &Path, shell: &Path) -> Result<()> {
    for bundle in BUNDLES {
        fs::create_dir_all(shell.join(bundle.folder))?;
        fs::write(shell.join(bundle.script()), SCRIPT)?;
        fs::write(shell.join(bundle.module()), MODULE)?;
    }
    fs::copy(element, shell.join(SHELL_ELEMENT))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packages::SHEETS;

    #[test]
    fn the_shell_has_the_files_that_a_build_reads() -> Result<()> {
        let root = std::env::temp_dir().join(format!("perfil-stand-in-{}", std::process::id()));
        let element = root.join("card.js");
        fs::create_dir_all(&root)?;
        fs::write(&element, "// The element.")?;
        let shell = root.join("shell");
        write(&element, &shell)?;
        // The builder's list. xtask does not depend on its crate, to compile within seconds.
        let code = fs::read_to_string(places::checkout().join("crates/site/src/shell.rs"))?;
        let files: Vec<&str> = code.split('"').skip(1).step_by(2).collect();
        assert!(files.len() > SHEETS.len(), "{files:?}");
        for file in files {
            let is_sheet = SHEETS.iter().any(|sheet| file == format!("{STYLE}/{sheet}"));
            assert!(is_sheet || shell.join(file).is_file(), "{file}");
        }
        Ok(fs::remove_dir_all(root)?)
    }
}
