//! `cargo xtask resumes FOLDER`: how well Perfil reads the JSON Resumes and the documents in a folder.

mod content;
mod documents;
mod site;
mod words;

use std::fs;
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::table::{aligned, row};
use crate::{build, perfil, places, tools};
use site::Site;

/// Where the files are.
#[derive(Args)]
pub(crate) struct Flags {
    /// The folder with the files
    folder: PathBuf,
    /// Say of each file what is wrong
    #[arg(long)]
    list: bool,
    /// Open each site in a browser too, as wide as a phone
    #[arg(long)]
    phone: bool,
}

/// The folder of the sites.
const SITES: &str = "target/resumes";

/// An application of which a browser shows nothing.
const EMPTY_SHELL: &str = "tests/data/shell";

/// What was counted.
#[derive(Default)]
struct Counts {
    files: usize,
    built: usize,
    with_paths: usize,
    equal: usize,
    with_wrong_lists: usize,
}

/// Builds a site of each file, and prints how many have which fault.
pub(crate) fn run(sh: &Shell, flags: &Flags, started_in: &Path) -> Result<()> {
    let folder = started_in.join(&flags.folder);
    let files = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    files.sort();
    let with = |endings: &[&str]| -> Vec<&PathBuf> {
        let is_one = |file: &&PathBuf| {
            file.extension()
                .is_some_and(|it| endings.iter().any(|end| it.eq_ignore_ascii_case(end)))
        };
        files.iter().filter(is_one).collect()
    };
    let documents = with(&documents::ENDINGS.map(|(ending, _)| ending));
    let files = with(&["json"]);
    let shell = if flags.phone {
        build::site(sh)?;
        places::shell()?
    } else {
        EMPTY_SHELL.into()
    };
    let perfil = perfil::compile(sh)?;
    let sites = absolute(SITES)?;
    sh.remove_path(&sites)?;
    let tools = Tools { sh, perfil: &perfil, shell: &shell, sites: &sites };
    let mut counts = Counts::default();
    for file in files {
        let Some(resume) = named(file) else { continue };
        counts.files += 1;
        let faults = faults(&tools, file, &resume, &mut counts)?;
        if flags.list && !faults.is_empty() {
            println!("{}\n  {}", file.display(), faults.join("\n  "));
        }
    }
    let mut rows = vec![row([&"", &"files", &"of"])];
    if counts.files > 0 {
        rows.extend([
            row([&"builds with no error", &counts.built, &counts.files]),
            row([&"shows a machine path", &counts.with_paths, &counts.built]),
            row([&"exports the same content", &counts.equal, &counts.built]),
            row([&"exports an entry to another list", &counts.with_wrong_lists, &counts.built]),
        ]);
    }
    rows.extend(documents::measure(&tools, &folder, &documents, flags.list)?);
    if flags.phone {
        let sideways = sideways(sh, &sites)?;
        let all = fs::read_dir(&sites)?.count();
        rows.push(row([&"scrolls sideways on a phone", &sideways.lines().count(), &all]));
        if flags.list {
            print!("{sideways}");
        }
    }
    print!("{}", aligned(&rows));
    Ok(())
}

/// What sites are built with, and where.
struct Tools<'a> {
    sh: &'a Shell,
    perfil: &'a Path,
    shell: &'a Path,
    sites: &'a Path,
}

/// Returns a line for each site whose page is wider than the window of a phone.
fn sideways(sh: &Shell, sites: &Path) -> Result<String> {
    let tools = tools::for_tests(sh)?;
    cmd!(sh, "cargo test --quiet --workspace --test web -- --ignored resumes_on_a_phone")
        .quiet()
        .env("PERFIL_RESUMES", sites)
        .env("PERFIL_NPM", &tools.node_modules)
        .env("PERFIL_CHROMIUM", &tools.chromium)
        .env("PERFIL_CHROMEDRIVER", &tools.chromedriver)
        .run()?;
    Ok(fs::read_to_string(sites.join("sideways"))?)
}

/// Reads a file, if it is a JSON Resume that names a person.
fn named(file: &Path) -> Option<Value> {
    let written = fs::read(file).ok()?;
    // Some editors begin a file with a byte order mark.
    let written = written.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&written);
    let resume: Value = serde_json::from_slice(written).ok()?;
    let name = resume.get("basics")?.get("name")?.as_str()?;
    (!name.trim().is_empty()).then_some(resume)
}

/// Returns what is wrong with the site of a file.
fn faults(tools: &Tools, file: &Path, resume: &Value, counts: &mut Counts) -> Result<Vec<String>> {
    let site = match Site::build(tools, file)? {
        Ok(site) => site,
        Err(errors) => return Ok(vec![format!("does not build: {errors}")]),
    };
    counts.built += 1;
    let mut faults = Vec::new();
    let paths = site.machine_paths(resume);
    counts.with_paths += usize::from(!paths.is_empty());
    faults.extend(paths.into_iter().map(|path| format!("shows {path}")));
    let (before, after) = (content::of(resume), content::of(&site.exported));
    let lost = content::missing(&before, &after);
    counts.equal += usize::from(lost.is_empty());
    faults.extend(lost.into_iter().map(|lost| format!("lost {lost}")));
    let wrong = content::in_wrong_list(resume, &site.exported);
    counts.with_wrong_lists += usize::from(!wrong.is_empty());
    faults.extend(wrong.into_iter().map(|wrong| format!("exports {wrong}")));
    Ok(faults)
}
