//! `cargo xtask tools`: every tool at the version the repository was tested with.
//!
//! What is compiled or fetched goes into a cache outside the checkout (see `cache`), so that a
//! fresh clone or `cargo clean` does not cost ten minutes again.

mod cache;
mod cargo_install;
mod chromium;
pub(crate) mod cxx;
mod debian;
mod node;
mod npm;
mod trunk;
mod wasm_bindgen;
mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use xshell::Shell;

pub(crate) use trunk::VERSION as TRUNK_VERSION;

#[derive(Args)]
pub(crate) struct Flags {
    /// Install what the tests need as well: npm packages and a browser
    #[arg(long)]
    test: bool,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    for_build(sh)?;
    if flags.test {
        for_tests(sh)?;
    }
    Ok(())
}

/// What `build` calls.
pub(crate) struct Build {
    pub(crate) trunk: PathBuf,
    /// `PATH` for Trunk, which finds `wasm-bindgen` and `wasm-opt` on it.
    pub(crate) path: OsString,
}

/// What the tests in tests/web and Lighthouse call.
pub(crate) struct Test {
    pub(crate) node: PathBuf,
    pub(crate) node_modules: PathBuf,
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

pub(crate) fn for_build(sh: &Shell) -> Result<Build> {
    wasm_target::install(sh)?;
    let trunk = trunk::install(sh)?;
    let wasm_bindgen = wasm_bindgen::install(sh)?;
    let node = node::install(sh)?;
    let wasm_opt = npm::install(sh, &node, "build")?.join(".bin");
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let ours = [trunk.clone(), wasm_bindgen, wasm_opt];
    Ok(Build {
        trunk: trunk.join(format!("trunk{}", std::env::consts::EXE_SUFFIX)),
        path: std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&inherited)))?,
    })
}

pub(crate) fn for_tests(sh: &Shell) -> Result<Test> {
    let node = node::install(sh)?;
    let node_modules = npm::install(sh, &node, "test")?;
    let browser = chromium::install(sh)?;
    Ok(Test {
        node: node.node,
        node_modules,
        chromium: browser.chromium,
        chromedriver: browser.chromedriver,
    })
}
