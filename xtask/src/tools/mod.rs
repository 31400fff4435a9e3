//! `cargo xtask tools`: installs every tool at the version that the repository was tested with.
//!
//! What is compiled or fetched goes into a cache outside the checkout (see `cache`), so that a
//! fresh clone or `cargo clean` does not repeat it.

mod cache;
mod chromium;
pub(crate) mod cxx;
mod debian;
mod firefox;
mod node;
mod npm;
mod program;
mod wasm_bindgen;
pub(crate) mod wasm_target;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use xshell::Shell;

pub(crate) use firefox::Firefox;

#[derive(Args)]
pub(crate) struct Flags {
    /// Install what the tests need as well: npm packages and browsers
    #[arg(long)]
    test: bool,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    for_build(sh)?;
    if flags.test {
        for_tests(sh)?;
        for_firefox(sh)?;
    }
    Ok(())
}

/// The tools of `build`.
pub(crate) struct Build {
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_opt: PathBuf,
    pub(crate) terser: PathBuf,
    pub(crate) esbuild: PathBuf,
}

/// The tools that bundle stylesheets.
pub(crate) struct Styles {
    pub(crate) node: PathBuf,
    pub(crate) node_modules: PathBuf,
}

/// The tools of the tests in tests/web and of Lighthouse.
pub(crate) struct Test {
    pub(crate) node: PathBuf,
    pub(crate) node_modules: PathBuf,
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// Installs what packages of npm are tried with.
pub(crate) fn for_packages(sh: &Shell) -> Result<()> {
    node::install(sh).map(drop)
}

pub(crate) fn for_styles(sh: &Shell) -> Result<Styles> {
    let node = node::install(sh)?;
    let node_modules = npm::install(sh, &node, "build")?;
    Ok(Styles { node: node.node, node_modules })
}

pub(crate) fn for_build(sh: &Shell) -> Result<Build> {
    wasm_target::install(sh)?;
    let node = node::install(sh)?;
    let commands = npm::install(sh, &node, "build")?.join(".bin");
    let command = |name: &str| {
        which::which_in(name, Some(&commands), &commands)
            .with_context(|| format!("{} has no {name}", commands.display()))
    };
    Ok(Build {
        wasm_opt: command("wasm-opt")?,
        terser: command("terser")?,
        esbuild: command("esbuild")?,
        wasm_bindgen: wasm_bindgen::install(sh)?,
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

/// Installs the second browser, which only `cargo xtask test` runs.
pub(crate) fn for_firefox(sh: &Shell) -> Result<Firefox> {
    firefox::install(sh)
}
