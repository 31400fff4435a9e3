//! A shell without the application, with which pages are complete and nothing in them is broken.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::Shell;

use super::style;
use crate::packages::{BUNDLES, ELEMENT};
use crate::places;

/// The script of both bundles: the application does not start, and an opened card shows nothing
/// more.
const SCRIPT: &str = "export default async () => {};\nexport const open = () => ({ free() {} });\n";

/// An empty WebAssembly module: the format's magic number and version.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// Creates the shell that is used until the application is compiled, and returns its folder.
pub(crate) fn stand_in(sh: &Shell) -> Result<PathBuf> {
    let folder = places::shell()?.with_extension("stand-in");
    super::gone(fs::remove_dir_all(&folder))?;
    write(&places::checkout().join(ELEMENT), &folder)?;
    style::bundle(sh, &folder.join("style"))?;
    Ok(folder)
}

fn write(element: &Path, shell: &Path) -> Result<()> {
    for bundle in BUNDLES {
        let folder = shell.join(bundle.folder);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{}.js", bundle.bin)), SCRIPT)?;
        fs::write(folder.join(format!("{}_bg.wasm", bundle.bin)), MODULE)?;
    }
    fs::copy(element, shell.join("widget/element.js"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_shell_is_there() -> Result<()> {
        let root = std::env::temp_dir().join(format!("perfil-stand-in-{}", std::process::id()));
        let element = root.join("card.js");
        fs::create_dir_all(&root)?;
        fs::write(&element, "// The element.")?;
        let shell = root.join("shell");
        write(&element, &shell)?;
        for file in [
            "app.js",
            "app_bg.wasm",
            "widget/widget.js",
            "widget/widget_bg.wasm",
            "widget/element.js",
        ] {
            assert!(shell.join(file).is_file(), "{file}");
        }
        Ok(fs::remove_dir_all(root)?)
    }
}
