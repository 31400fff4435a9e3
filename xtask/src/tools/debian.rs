//! Installs system packages where no permission is needed.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Installs the packages on a Debian-like system if we are root there, as in most containers.
/// Otherwise it does nothing and returns false: the caller then prints what to type.
pub(crate) fn install(sh: &Shell, packages: &[&str]) -> Result<bool> {
    if !cfg!(target_os = "linux") || which::which("apt-get").is_err() {
        return Ok(false);
    }
    if cmd!(sh, "id -u").quiet().read()? != "0" {
        return Ok(false);
    }
    println!("Installing {} with apt-get: some minutes.", packages.join(", "));
    let _calm = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -qq update").quiet().run().context("apt-get could not read its lists")?;
    cmd!(sh, "apt-get -qq install -y --no-install-recommends {packages...}")
        .quiet()
        .ignore_stdout()
        .run()
        .context("apt-get could not install them")?;
    Ok(true)
}
