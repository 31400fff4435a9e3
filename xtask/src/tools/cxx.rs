//! A C++ compiler, because libFuzzer is written in C++.

use anyhow::{Result, ensure};
use xshell::Shell;

use super::debian;

const COMMANDS: [&str; 3] = ["c++", "g++", "clang++"];

pub(crate) fn install(sh: &Shell) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    debian::install(sh, &["g++"])?;
    ensure!(
        is_there(),
        "fuzzing needs a compiler for C++. On Debian and Ubuntu type `sudo apt-get install g++`, \
         on macOS `xcode-select --install`"
    );
    Ok(())
}

fn is_there() -> bool {
    std::env::var_os("CXX").is_some() || COMMANDS.iter().any(|name| which::which(name).is_ok())
}
