//! How each package is installed into an empty folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::registry::Registry;

/// An installed command.
pub(crate) struct Installed {
    /// What starts it: a path, or what changes the root folder and then a path.
    pub(crate) command: Vec<String>,
    /// The only folder of `PATH`.
    pub(crate) path: PathBuf,
    /// The folder in which it works, as this machine sees it.
    pub(crate) work: PathBuf,
    /// The same folder as the command sees it, if that is another one.
    pub(crate) inside: Option<PathBuf>,
}

impl Installed {
    /// A program that needs nothing.
    pub(crate) fn alone(program: &Path, place: &Path) -> Result<Self> {
        let (path, work) = (place.join("empty"), place.join("a folder"));
        fs::create_dir_all(&path)?;
        fs::create_dir_all(&work)?;
        Ok(Self { command: vec![text(program)?], path, work, inside: None })
    }
}

fn text(path: &Path) -> Result<String> {
    Ok(path.to_str().context("a path is not UTF-8")?.to_owned())
}

pub(super) fn exe() -> &'static str {
    if cfg!(windows) { "perfil.exe" } else { "perfil" }
}

/// Unpacks the archive.
pub(crate) fn archive(file: &Path, place: &Path) -> Result<Option<Installed>> {
    let sh = Shell::new()?;
    cmd!(sh, "tar -xf {file} -C {place}").quiet().run()?;
    let mut folders = fs::read_dir(place)?.collect::<Result<Vec<_>, _>>()?;
    let folder = folders.pop().context("the archive is empty")?.path();
    Installed::alone(&folder.join(exe()), place).map(Some)
}

/// Installs the wheel with pip, without any index of packages.
pub(crate) fn wheel(file: &Path, place: &Path) -> Result<Option<Installed>> {
    let (sh, target) = (Shell::new()?, place.join("python"));
    let pip = ["--quiet", "--no-index", "--no-deps", "--disable-pip-version-check"];
    cmd!(sh, "python3 -m pip install {pip...} --root-user-action=ignore --target {target} {file}")
        .quiet()
        .run()?;
    Installed::alone(&target.join("bin").join(exe()), place).map(Some)
}

/// Installs the Debian package: with dpkg as root, and else by unpacking it.
pub(crate) fn debian(file: &Path, place: &Path) -> Result<Option<Installed>> {
    let (sh, root) = (Shell::new()?, place.join("root"));
    if is_root(&sh)? {
        for folder in ["updates", "info", "triggers"] {
            fs::create_dir_all(root.join("var/lib/dpkg").join(folder))?;
        }
        fs::write(root.join("var/lib/dpkg/status"), "")?;
        cmd!(sh, "dpkg --root={root} --log=/dev/null --install {file}")
            .quiet()
            .ignore_stdout()
            .run()?;
    } else {
        cmd!(sh, "dpkg-deb --extract {file} {root}").quiet().run()?;
    }
    Installed::alone(&root.join("usr/bin/perfil"), place).map(Some)
}

/// The beginning of what a program that is not static names as its loader.
const LOADER: &[u8] = b"/ld-linux-";

/// Unpacks the image's only layer, and makes it the root folder of what runs.
pub(crate) fn image(file: &Path, place: &Path) -> Result<Option<Installed>> {
    let (sh, layout, root) = (Shell::new()?, place.join("layout"), place.join("root"));
    if !is_root(&sh)? {
        return Ok(None);
    }
    fs::create_dir_all(&layout)?;
    fs::create_dir_all(&root)?;
    cmd!(sh, "tar -xf {file} -C {layout}").quiet().run()?;
    let index = json(&layout.join("index.json"))?;
    let blob = |digest: &Value| {
        let digest = digest.as_str().unwrap_or_default().replace(':', "/");
        layout.join("blobs").join(digest)
    };
    let manifest = json(&blob(&index["manifests"][0]["digest"]))?;
    let config = json(&blob(&manifest["config"]["digest"]))?;
    let layer = blob(&manifest["layers"][0]["digest"]);
    cmd!(sh, "tar -xzf {layer} -C {root}").quiet().run()?;
    let config = &config["config"];
    let program = fs::read(root.join("perfil"))?;
    if program.windows(LOADER.len()).any(|part| part == LOADER) {
        return Ok(None);
    }
    let entry = config["Entrypoint"][0].as_str().context("the image starts nothing")?;
    let inside = config["WorkingDir"].as_str().context("the image has no folder to work in")?;
    Ok(Some(Installed {
        command: vec!["/usr/sbin/chroot".to_owned(), text(&root)?, entry.to_owned()],
        path: place.to_owned(),
        work: root.join(inside.trim_start_matches('/')),
        inside: Some(inside.into()),
    }))
}

/// Lets npm install from a registry that has the packages. `PATH` has Node then, and nothing else.
pub(crate) fn npm(file: &Path, place: &Path) -> Result<Option<Installed>> {
    let (sh, folder) = (Shell::new()?, place.join("npm"));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), "{}")?;
    let packages = file.parent().context("the packages are in no folder")?;
    let registry = Registry::serve(packages)?;
    let (url, cache, name) = (&registry.url, place.join("cache"), perfil_names::NPM);
    let _there = sh.push_dir(&folder);
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    cmd!(sh, "{npm} install --no-audit --no-fund --loglevel=error --registry {url} --cache {cache} {name}")
        .quiet()
        .ignore_stdout()
        .run()?;
    let program = folder.join("node_modules/.bin/perfil");
    let installed = Installed::alone(&program, place)?;
    let node = cmd!(sh, "node --print process.execPath").quiet().read()?;
    link(Path::new(&node), &installed.path.join("node"))?;
    Ok(Some(installed))
}

#[cfg(unix)]
pub(super) fn link(original: &Path, link: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(original, link)?)
}

#[cfg(not(unix))]
pub(super) fn link(original: &Path, link: &Path) -> Result<()> {
    fs::copy(original, link.with_extension("exe"))?;
    Ok(())
}

fn json(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn is_root(sh: &Shell) -> Result<bool> {
    Ok(cfg!(unix) && cmd!(sh, "id -u").quiet().read()? == "0")
}
