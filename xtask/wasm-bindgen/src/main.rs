//! `perfil-wasm-bindgen INPUT FOLDER NAME`: makes of a compiled program NAME.js and NAME_bg.wasm in
//! FOLDER, as `wasm-bindgen --target web --no-typescript` does.
//!
//! The package of that command has 186 packages to compile, its library 43.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let mut next = |name: &str| arguments.next().with_context(|| format!("{name} is missing"));
    let (input, folder, name) = (next("INPUT")?, next("FOLDER")?, next("NAME")?);
    Bindgen::new()
        .input_path(PathBuf::from(input))
        .web(true)?
        .typescript(false)
        // As the command does: a script that is given no address looks beside itself.
        .omit_default_module_path(false)
        .out_name(name.to_str().context("NAME is not Unicode")?)
        .generate(PathBuf::from(folder))
}
