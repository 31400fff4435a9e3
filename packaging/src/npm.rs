//! npm: a launcher, and one package for each system with its program, of which npm installs the one
//! that fits. Nothing is downloaded or run at the installation.

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::archive::{gzip, tar};
use crate::platform::{PLATFORMS, Platform};
use crate::release::{Entry, LICENCE, Release, SUMMARY, VERSION};

/// The launcher, a script for Node.
const LAUNCHER: &str = include_str!("../templates/perfil.js");

/// Returns the name of the package with a system's program.
fn name(platform: &Platform) -> String {
    let (os, cpu) = platform.node;
    format!("{}{os}-{cpu}", perfil_names::NPM_PREFIX)
}

/// Returns the name of the file that npm would make of a package.
pub(crate) fn file(name: &str) -> String {
    let name = name.trim_start_matches('@').replace('/', "-");
    format!("npm-{name}-{VERSION}.tgz")
}

/// Returns the name of the file with a system's program.
pub(crate) fn platform_file(platform: &Platform) -> String {
    file(&name(platform))
}

pub(crate) fn make(release: &Release) -> Result<()> {
    for program in &release.programs {
        let (platform, name) = (program.platform, name(program.platform));
        let (os, cpu) = platform.node;
        let manifest = manifest(&name, &json!({ "os": [os], "cpu": [cpu] }));
        let program = Entry::program(format!("bin/{}", platform.program()), program.bytes.clone());
        package(release, &name, manifest, [vec![program], release.licences.entries("")].concat())?;
    }
    let all = PLATFORMS.iter().map(|platform| (name(platform), Value::from(VERSION)));
    let own = json!({
        "bin": { "perfil": "bin/perfil.js" },
        "engines": { "node": ">=18" },
        "optionalDependencies": all.collect::<Map<_, _>>(),
    });
    let launcher = LAUNCHER.replace("{prefix}", perfil_names::NPM_PREFIX);
    let entries = vec![Entry::program("bin/perfil.js", launcher)];
    let licences = release.licences.own_entries("");
    package(
        release,
        perfil_names::NPM,
        manifest(perfil_names::NPM, &own),
        [entries, licences].concat(),
    )
}

/// Returns the manifest of a package.
fn manifest(name: &str, own: &Value) -> Value {
    let mut manifest = json!({
        "name": name,
        "version": VERSION,
        "description": SUMMARY,
        "license": LICENCE,
        "repository": { "type": "git", "url": format!("git+{}.git", perfil_names::REPOSITORY) },
    });
    if let (Some(all), Some(own)) = (manifest.as_object_mut(), own.as_object()) {
        all.extend(own.clone());
    }
    manifest
}

fn package(release: &Release, name: &str, manifest: Value, own: Vec<Entry>) -> Result<()> {
    let manifest = format!("{manifest:#}\n");
    let readme = format!(
        "# {name}\n\n{SUMMARY}.\n\n```sh\nnpx {npm} new me\nnpx {npm} serve me\n```\n\nSee {}\n",
        perfil_names::REPOSITORY,
        npm = perfil_names::NPM,
    );
    let mut entries = own;
    entries.push(Entry::file("package.json", manifest));
    entries.push(Entry::file("README.md", readme));
    for entry in &mut entries {
        entry.path = format!("package/{}", entry.path);
    }
    let bytes = gzip(&tar(&entries, release.time)?, release.compression)?;
    release.write(&file(name), &bytes)
}
