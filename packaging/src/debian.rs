//! Debian: a `.deb` with the program, its manual and completions.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::archive::{gzip, place};
use crate::release::{Entry, LICENCE, Program, Release, SUMMARY, VERSION};

/// Returns the name of the package for an architecture.
pub(crate) fn name(architecture: &str) -> String {
    format!("{}_{VERSION}_{architecture}.deb", perfil_names::DEBIAN)
}

pub(crate) fn make(release: &Release, program: &Program) -> Result<()> {
    let Some(architecture) = program.platform.linux else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let (root, deb) = (folder.path().join("root"), folder.path().join("deb"));
    for entry in entries(release, program, architecture)? {
        place(&root, &entry)?;
    }
    let sh = Shell::new()?;
    // It would be read by others than its owner.
    cmd!(sh, "chmod -R u=rwX,go=rX {root}").quiet().run()?;
    let kind = if release.compression < 9 { "-Znone" } else { "-Zxz" };
    cmd!(sh, "dpkg-deb {kind} --root-owner-group --build {root} {deb}")
        .env("SOURCE_DATE_EPOCH", release.time.to_string())
        .quiet()
        .ignore_stdout()
        .run()
        .context("dpkg-deb makes the packages of Debian")?;
    release.write(&name(architecture), &std::fs::read(deb)?)
}

fn entries(release: &Release, program: &Program, architecture: &str) -> Result<Vec<Entry>> {
    let package = perfil_names::DEBIAN;
    let doc = format!("usr/share/doc/{package}");
    let mut entries = vec![
        Entry::program("usr/bin/perfil", program.bytes.clone()),
        Entry::file(format!("{doc}/copyright"), copyright(release)?),
        Entry::file(format!("{doc}/THIRD-PARTY.md.gz"), gzip(release.licences.others(), 9)?),
    ];
    for (name, page) in &release.manual.pages {
        entries.push(Entry::file(format!("usr/share/man/man1/{name}.gz"), gzip(page, 9)?));
    }
    let places = [
        ("perfil", "usr/share/bash-completion/completions/perfil"),
        ("_perfil", "usr/share/zsh/vendor-completions/_perfil"),
        ("perfil.fish", "usr/share/fish/vendor_completions.d/perfil.fish"),
    ];
    for (name, place) in places {
        let script = release.manual.completion(name).context("a shell has no completions")?;
        entries.push(Entry::file(place, script));
    }
    let size: usize = entries.iter().map(|entry| entry.bytes.len().div_ceil(1024)).sum();
    entries.push(Entry::file("DEBIAN/control", control(architecture, size)));
    Ok(entries)
}

fn control(architecture: &str, kilobytes: usize) -> String {
    let (package, repository) = (perfil_names::DEBIAN, perfil_names::REPOSITORY);
    format!(
        "Package: {package}\n\
         Version: {VERSION}\n\
         Architecture: {architecture}\n\
         Maintainer: {maintainer}\n\
         Installed-Size: {kilobytes}\n\
         Section: web\n\
         Priority: optional\n\
         Homepage: {repository}\n\
         Description: {summary}\n \
         One program writes the pages, PDFs and downloads of people's profiles, and\n \
         serves them while they are written.\n",
        maintainer = perfil_names::MAINTAINER,
        summary = SUMMARY.split(',').next().unwrap_or(SUMMARY),
    )
}

/// Returns the licences in Debian's form (DEP 5).
fn copyright(release: &Release) -> Result<String> {
    let mut text = format!(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\
         Upstream-Name: Perfil\n\
         Source: {}\n\
         Comment: The packages that are compiled into it are in THIRD-PARTY.md.gz.\n\n\
         Files: *\n\
         Copyright: the authors of Perfil\n\
         License: {}\n",
        perfil_names::REPOSITORY,
        LICENCE.replace(" OR ", " or "),
    );
    for (name, licence) in release.licences.own() {
        writeln!(text, "\nLicense: {name}")?;
        for line in licence.lines() {
            // An empty line ends the licence.
            let line = if line.trim().is_empty() { "." } else { line.trim_end() };
            writeln!(text, " {line}")?;
        }
    }
    Ok(text)
}
