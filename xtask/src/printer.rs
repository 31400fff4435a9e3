//! Compiles the printer, with which Studio sets PDFs in a browser, and puts it into the shell.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use xshell::Shell;

use crate::embedded::{is_newer, write_changed};
use crate::packages::{BUILDER, PRINTING, STUDIO_FOLDER, WASM_OPT_OF_PRINTER};
use crate::progress::step;
use crate::{browser, builder, places, studio};

/// The name of its module.
const NAME: &str = "printer";

/// The names of its files in the folder of Studio: the script, the module, and the size of a download.
pub(crate) const FILES: [&str; 3] = ["printer.js", "printer_bg.wasm", "printer.json"];

/// Compiles it if it has changed, and adds it to the Studio that is in the shell.
pub(crate) fn add(sh: &Shell) -> Result<()> {
    let folder = builder::folder()?;
    step("Compiling what sets PDFs in Studio", "some 10 minutes the first time", || {
        let what = ["--package", BUILDER, "--bin", NAME, "--features", PRINTING];
        browser::compile(sh, &what, &[]).context("the printer does not compile")?;
        let compiled = places::bundles()?.join(format!("{NAME}.wasm"));
        builder::make(sh, &compiled, &folder, NAME, WASM_OPT_OF_PRINTER)?;
        weigh(&folder)
    })?;
    let into = places::shell()?.join(STUDIO_FOLDER);
    let [script, module, size] = FILES;
    studio::bundle(sh, &folder.join(script), &into.join(script))?;
    for name in [module, size] {
        write_changed(&into.join(name), &fs::read(folder.join(name))?)?;
    }
    Ok(())
}

/// Writes how large a download of the module is, unless it is known.
fn weigh(folder: &Path) -> Result<()> {
    let [_, module, size] = FILES.map(|name| folder.join(name));
    if is_newer(&size, &module) {
        return Ok(());
    }
    let download = compressed(&fs::read(module)?)?;
    Ok(fs::write(size, format!("{{\"download\":{download}}}"))?)
}

/// Returns the number of bytes that a host sends at most: the best compression takes a tenth off, but a minute.
fn compressed(mut bytes: &[u8]) -> Result<usize> {
    let params = BrotliEncoderParams { quality: 5, lgwin: 24, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)?;
    Ok(compressed.len())
}
