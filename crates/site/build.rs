//! Finds the files that this crate includes and shares with others: `PERFIL_FILES` is their folder while
//! the crate is compiled. It is the checkout, and in the published crate a folder of its own.

use std::env;
use std::error::Error;
use std::path::PathBuf;

/// The folder of the published crate, which has them at the same paths as the checkout.
const PUBLISHED: &str = "files";

fn main() -> Result<(), Box<dyn Error>> {
    // Nothing that is included decides where it is, and cargo finds out what is included without us.
    println!("cargo::rerun-if-changed=build.rs");
    let own = env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names no folder of the crate")?;
    let own = PathBuf::from(own);
    let published = own.join(PUBLISHED);
    let files = if published.is_dir() { published } else { own.join("../..") };
    println!("cargo::rustc-env=PERFIL_FILES={}", files.display());
    Ok(())
}
