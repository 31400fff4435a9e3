//! Archives: a `.tar.xz` for each system, and a `.zip` for Windows.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use xshell::{Shell, cmd};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::platform::Platform;
use crate::release::{Entry, Program, Release, VERSION};

/// Returns the name of a system's archive, without its ending.
fn stem(platform: &Platform) -> String {
    format!("perfil-{VERSION}-{}", platform.target)
}

/// Returns the name of a system's archive.
pub(crate) fn name(platform: &Platform) -> String {
    format!("{}.{}", stem(platform), if is_zip(platform) { "zip" } else { "tar.xz" })
}

/// Returns whether the system opens ZIP archives without further programs.
fn is_zip(platform: &Platform) -> bool {
    platform.node.0 == "win32"
}

pub(crate) fn make(release: &Release, program: &Program) -> Result<()> {
    let stem = stem(program.platform);
    let mut entries = vec![Entry::program(program.platform.program(), program.bytes.clone())];
    entries.extend(release.licences.entries(""));
    entries.extend(release.manual.entries("man/", "completions/"));
    entries.push(Entry::file("README.md", readme()));
    for entry in &mut entries {
        entry.path = format!("{stem}/{}", entry.path);
    }
    let name = name(program.platform);
    let bytes = if is_zip(program.platform) {
        zip(entries, release.compression)?
    } else {
        xz(&tar(&entries, release.time)?, release.compression)?
    };
    release.write(&name, &bytes)
}

fn readme() -> String {
    format!(
        "# Perfil {VERSION}\n\n\
         `perfil` is one program with everything in it. Put it into a folder of your PATH, then:\n\n\
         ```sh\nperfil new me\nperfil serve me\n```\n\n\
         `man/` has its manual, `completions/` what a shell needs to complete it, and\n\
         {} is where it comes from.\n",
        perfil_names::REPOSITORY
    )
}

/// Returns a tar archive of files, in the order of their paths, that belong to nobody.
pub(crate) fn tar(entries: &[Entry], time: u64) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    for entry in entries {
        place(folder.path(), entry)?;
    }
    let mut tops: Vec<_> =
        entries.iter().filter_map(|entry| entry.path.split('/').next()).collect();
    tops.sort_unstable();
    tops.dedup();
    let (sh, place) = (Shell::new()?, folder.path());
    let time = format!("--mtime=@{time}");
    let output = cmd!(
        sh,
        "tar --create --format=ustar --sort=name --mode=u=rwX,go=rX --owner=0 --group=0 --numeric-owner {time} --directory {place} {tops...}"
    )
    .quiet()
    .output()
    .context("GNU tar makes the archives")?;
    Ok(output.stdout)
}

/// Writes a file of a package into a folder.
pub(crate) fn place(folder: &Path, entry: &Entry) -> Result<()> {
    let path = folder.join(&entry.path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, &entry.bytes)?;
    if entry.is_program { make_executable(&path) } else { Ok(()) }
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<()> {
    Ok(())
}

/// Compresses, without a name or time in the header.
pub(crate) fn gzip(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Compresses to two thirds of what `gzip` leaves.
pub(crate) fn xz(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    let (sh, level) = (Shell::new()?, format!("-{level}"));
    let output = cmd!(sh, "xz --compress --stdout --threads=1 {level}").quiet().stdin(bytes);
    Ok(output.output().context("xz makes the archives")?.stdout)
}

/// Returns a ZIP archive of files in the order of their paths. Its times are those of 1980, the first
/// that the format can say.
pub(crate) fn zip(mut entries: Vec<Entry>, level: u32) -> Result<Vec<u8>> {
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(i64::from(level)));
    for entry in entries {
        let mode = if entry.is_program { 0o755 } else { 0o644 };
        zip.start_file(&entry.path, options.unix_permissions(mode))?;
        zip.write_all(&entry.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use xshell::{Shell, cmd};

    use super::*;

    fn entries() -> Vec<Entry> {
        vec![Entry::program("top/bin/run", "#!"), Entry::file("top/a.txt", "a")]
    }

    #[test]
    fn equal_files_make_equal_archives() -> Result<()> {
        let mut reversed = entries();
        reversed.reverse();
        assert_eq!(tar(&entries(), 7)?, tar(&reversed, 7)?);
        assert_eq!(zip(entries(), 9)?, zip(reversed, 9)?);
        assert_eq!(gzip(b"a", 9)?, gzip(b"a", 9)?);
        assert_ne!(tar(&entries(), 7)?, tar(&entries(), 8)?);
        Ok(())
    }

    #[test]
    fn files_belong_to_nobody_and_programs_can_be_run() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let archive = folder.path().join("a.tar");
        fs::write(&archive, tar(&entries(), 86_400)?)?;
        let sh = Shell::new()?;
        let list = cmd!(sh, "tar --list --verbose --utc --full-time --file {archive}").read()?;
        let lines = [
            "drwxr-xr-x 0/0               0 1970-01-02 00:00:00 top/",
            "-rw-r--r-- 0/0               1 1970-01-02 00:00:00 top/a.txt",
            "drwxr-xr-x 0/0               0 1970-01-02 00:00:00 top/bin/",
            "-rwxr-xr-x 0/0               2 1970-01-02 00:00:00 top/bin/run",
        ];
        assert_eq!(list.lines().collect::<Vec<_>>(), lines);
        Ok(())
    }
}
