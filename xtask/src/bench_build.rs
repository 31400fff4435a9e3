//! Measures the time and memory of builds of many people: for each number, a site of copies of the
//! shipped profiles, which have a realistic length.

use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::bench_serve;
use crate::packages::{COMMAND, PERFIL, WITHOUT_PDF};
use crate::places::CONTENT;

/// The numbers of people for which a site is built, without PDFs.
const NUMBERS: [u32; 3] = [100, LIMITED, 10_000];

/// The number for which the limits of time count.
const LIMITED: u32 = 1000;

/// The maximum time of the build for which limits count, on two cores.
const LIMIT: Duration = Duration::from_secs(20);

/// The maximum exponent of the time from the smallest number to the largest: 1 is in proportion.
const EXPONENT: f64 = 1.1;

/// How many kilobytes of memory each further person may take.
const FURTHER: u64 = 60;

/// How often a word is changed before a build; the median counts.
const CHANGES: usize = 5;

/// The maximum time of that build after a change, on two cores.
const AGAIN: Duration = Duration::from_secs(1);

/// The maximum time for one profile from its import to its last export, without PDFs.
const ONE: Duration = Duration::from_millis(300);

/// The document that is imported.
const DOCUMENT: &str = "tests/data/seeds/marcus-rodriguez.md";

/// A placeholder for the application, which a build only copies.
const SHELL: &str = "tests/data/shell";

/// The folder of caches of the builds of a site.
const CACHES: &str = "caches";

/// How often the memory of a build is read.
const POLL_INTERVAL: Duration = Duration::from_millis(1);

/// Compiles a release build of `perfil`, and returns its program.
pub(crate) fn compile(sh: &Shell) -> Result<PathBuf> {
    let target = absolute("target/bench/release")?;
    // What is measured makes no PDFs, and Typst takes minutes to compile.
    cmd!(sh, "cargo build --release --quiet --package {COMMAND} --bin {PERFIL} {WITHOUT_PDF...}")
        .quiet()
        .env("CARGO_TARGET_DIR", &target)
        .run()?;
    Ok(target.join("release/perfil"))
}

/// Measures builds in this folder with a release build of `perfil`.
pub(crate) fn run(perfil: &Path, folder: &Path) -> Result<()> {
    let mut builds = Vec::new();
    for people in NUMBERS {
        let site = folder.join(format!("build-{people}"));
        content(&site.join("content"), people)?;
        let (time, memory) = build(perfil, &site)?;
        let (count, bytes) = weight(&site.join("dist"))?;
        println!("{people:>6} people built in {time:.1?}, with {memory} MB of memory");
        println!("{people:>6} people are {count} files and {} MB", bytes / 1_000_000);
        let again = build_again(perfil, &site)?;
        println!("{people:>6} people built again after a changed word in {again:.1?}");
        let change = bench_serve::run(perfil, SHELL, &site)?;
        println!("{people:>6} people served: a changed word is announced after {change:.1?}");
        if people == LIMITED {
            ensure!(time <= LIMIT, "{time:.1?} are more than {LIMIT:?}");
            ensure!(again <= AGAIN, "{again:.1?} are more than {AGAIN:?}");
        }
        builds.push((people, time, memory));
        if people > LIMITED {
            fs::remove_dir_all(&site)?;
        }
    }
    grows(&builds)?;
    let site = folder.join("build-1");
    content(&site.join("content"), 1)?;
    let profile = site.join("content/profiles/person-0.json");
    let start = Instant::now();
    let arguments = ["--quiet", "import", DOCUMENT, "--force", "--out"];
    let imported = Command::new(perfil).args(arguments).arg(&profile).status()?;
    ensure!(imported.success(), "the import failed");
    build(perfil, &site)?;
    let one = start.elapsed();
    println!("     1 profile imported, and its pages and exports made, in {one:.1?}");
    ensure!(one <= ONE, "{one:.1?} are more than {ONE:?}");
    Ok(())
}

/// Prints how time and memory grow from the smallest build to the largest, and checks it.
fn grows(builds: &[(u32, Duration, u64)]) -> Result<()> {
    let [first, .., last] = builds else { return Ok(()) };
    let times = last.1.as_secs_f64() / first.1.as_secs_f64();
    let exponent = times.ln() / (f64::from(last.0) / f64::from(first.0)).ln();
    let further = last.2.saturating_sub(first.2) * 1024 / u64::from(last.0 - first.0);
    println!(
        "from {} to {}: time grows with exponent {exponent:.2}, memory by {further} kB a person",
        first.0, last.0
    );
    ensure!(exponent <= EXPONENT, "the time grows faster than the number of people");
    ensure!(further <= FURTHER, "memory grows by more than {FURTHER} kB a person");
    Ok(())
}

/// Returns how many files a folder has, and their size in bytes.
fn weight(folder: &Path) -> Result<(usize, u64)> {
    let (mut count, mut bytes) = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        let (further, size) =
            if is_folder { weight(&entry.path())? } else { (1, entry.metadata()?.len()) };
        (count, bytes) = (count + further, bytes + size);
    }
    Ok((count, bytes))
}

/// Writes the content of a site with this number of people.
fn content(folder: &Path, people: u32) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let shipped = Path::new(CONTENT);
    for part in ["profiles", "locales"] {
        fs::create_dir_all(folder.join(part))?;
    }
    for file in files(&shipped.join("locales"))? {
        fs::copy(&file, folder.join("locales").join(file.file_name().unwrap_or_default()))?;
    }
    let mut site: Value = serde_json::from_slice(&fs::read(shipped.join("site.json"))?)?;
    let profiles = files(&shipped.join("profiles"))?;
    let mut slugs = Vec::new();
    for (number, file) in (0..people).zip(profiles.iter().cycle()) {
        let slug = format!("person-{number}");
        let mut profile: Value = serde_json::from_slice(&fs::read(file)?)?;
        // Portraits are only copied by a build, so leave them out.
        profile.as_object_mut().context("a profile is an object")?.remove("image");
        fs::write(folder.join(format!("profiles/{slug}.json")), profile.to_string())?;
        slugs.push(json!(slug));
    }
    site["profiles"] = slugs.into();
    // Below a number of people a site has more files of each, and builds would not compare.
    site["outputs"] = json!(["vcard"]);
    site["linkPictures"] = json!(false);
    fs::write(folder.join("site.json"), site.to_string())?;
    Ok(())
}

/// Returns the files of a folder, sorted by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|file| Ok(file?.path()));
    let mut files: Vec<PathBuf> = files.collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}

/// Builds a site from scratch; returns the time and the peak memory, in megabytes.
fn build(perfil: &Path, site: &Path) -> Result<(Duration, u64)> {
    for folder in ["dist", CACHES].map(|name| site.join(name)) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
    }
    build_into(perfil, site)
}

/// Changes a word of one person and builds the site again; returns the median time.
fn build_again(perfil: &Path, site: &Path) -> Result<Duration> {
    let mut times = Vec::new();
    for number in 0..CHANGES {
        bench_serve::change_headline(site, &format!("Engineer, edition {number}"))?;
        times.push(build_into(perfil, site)?.0);
    }
    times.sort();
    Ok(times[CHANGES / 2])
}

/// Builds a site over the one that is there.
fn build_into(perfil: &Path, site: &Path) -> Result<(Duration, u64)> {
    let out = site.join("dist");
    let mut command = Command::new(perfil);
    command.args(["build", "--no-pdf", "--quiet", "--shell", SHELL, "--content"]);
    command.arg(site.join("content")).arg("--out").arg(&out).stdout(Stdio::null());
    command.env("XDG_CACHE_HOME", site.join(CACHES));
    let (time, memory, is_built) = watched(&mut command)?;
    ensure!(is_built, "the build failed");
    Ok((time, memory))
}

/// Runs a command, and returns its time, its peak memory in megabytes, and whether it succeeded.
pub(crate) fn watched(command: &mut Command) -> Result<(Duration, u64, bool)> {
    let start = Instant::now();
    let mut child = command.spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        // The last read is shortly before the end, when the peak has passed.
        most = fs::read_to_string(&status).ok().and_then(|text| peak(&text)).unwrap_or(most);
        match child.try_wait()? {
            Some(ended) => break ended,
            None => sleep(POLL_INTERVAL),
        }
    };
    Ok((start.elapsed(), most / 1024, ended.success()))
}

/// Returns the peak memory of a process so far, in kilobytes, from Linux' `/proc/PID/status`.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
