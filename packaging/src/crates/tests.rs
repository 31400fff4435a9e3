//! Tests that packed crates are complete, and the same bytes each time.

use std::env;
use std::ffi::OsStr;
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use super::*;

/// The files of an application, in the order of their names.
const APPLICATION: [(&str, &str); 2] = [("app.js", "app"), ("style/index.css", "a")];

/// What a program prints that has the application in it.
const LISTED: &str = "3 app.js\n1 style/index.css\n";

#[test]
fn crates_have_everything_in_them_and_are_the_same_bytes_again() -> Result<()> {
    env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))?;
    let place = tempfile::tempdir()?;
    let place = place.path().canonicalize()?;
    let [first, second, unpacked] = ["first", "second", "unpacked"].map(|name| place.join(name));
    let files = packed(&first, SystemTime::UNIX_EPOCH)?;
    assert_eq!(files, packed(&second, SystemTime::now())?);
    assert!(files.len() > 10, "{files:?}");
    let sh = Shell::new()?;
    fs::create_dir(&unpacked)?;
    for file in &files {
        assert!(file.starts_with(perfil_names::CRATE), "{file} has the name of somebody else");
        let [first, second] = [&first, &second].map(|folder| folder.join("out").join(file));
        assert!(fs::read(&first)? == fs::read(&second)?, "{file} is not the same again");
        cmd!(sh, "tar -xzf {first} -C {unpacked}").quiet().run()?;
    }
    assert_eq!(listed(&sh, &unpacked)?, LISTED);

    let (count, missing) = includes(&unpacked)?;
    assert!(count > 50, "{count} includes were found");
    assert_eq!(missing, [""; 0]);
    for gone in ["files/themes/rail/paper.typ", "src/start/profile.json"] {
        fs::remove_file(unpacked.join(format!("perfil-site-{VERSION}")).join(gone))?;
    }
    assert_eq!(includes(&unpacked)?.1.len(), 2, "what is missing is found");
    Ok(())
}

/// Packs the crates into `out` in a folder, with an application whose files have a time.
fn packed(folder: &Path, time: SystemTime) -> Result<Vec<String>> {
    let application = folder.join("application");
    for (path, text) in APPLICATION {
        let path = application.join(path);
        fs::create_dir_all(path.parent().context("it is in a folder")?)?;
        fs::write(&path, text)?;
        fs::File::options().write(true).open(path)?.set_modified(time + Duration::from_secs(1))?;
    }
    let licences = Licences::read(&[])?;
    pack(&licences, &application, &folder.join("sources"), &folder.join("out"))
}

/// Compiles a program with the crate of the application, and returns what it lists.
fn listed(sh: &Shell, unpacked: &Path) -> Result<String> {
    let program = unpacked.with_file_name("list");
    fs::create_dir_all(program.join("src"))?;
    fs::copy("crates/shell/examples/list.rs", program.join("src/main.rs"))?;
    let shell = unpacked.join(format!("perfil-shell-{VERSION}"));
    let manifest = format!(
        "package = {{ name = \"list\", edition = \"2024\" }}\nworkspace = {{}}\n\
         dependencies = {{ perfil-shell = {{ path = '{}' }} }}\n",
        shell.display()
    );
    fs::write(program.join("Cargo.toml"), manifest)?;
    let (cargo, target) = (cargo(), program.join("target"));
    let _there = sh.push_dir(program);
    let run = cmd!(sh, "{cargo} run --quiet --offline").env_remove("PERFIL_EMBED");
    Ok(run.env("CARGO_TARGET_DIR", target).quiet().read()? + "\n")
}

/// Counts what the sources of unpacked crates include, and returns what is not in their crates.
fn includes(unpacked: &Path) -> Result<(usize, Vec<String>)> {
    let (mut count, mut missing) = (0, Vec::new());
    let files = WalkDir::new(unpacked).sort_by_file_name().into_iter().flatten();
    let sources = files.map(DirEntry::into_path).filter(|it| it.extension() == Some("rs".as_ref()));
    for source in sources.filter(|it| it.file_name() != Some(OsStr::new("tests.rs"))) {
        let text = fs::read_to_string(&source)?;
        let inside = source.strip_prefix(unpacked)?.iter().next().context("it is in a crate")?;
        let of_crate = unpacked.join(inside);
        let beside = source.parent().context("it is in a folder")?;
        let literals = ["include_str!(\"", "include_bytes!(\""].map(|it| text.split(it).skip(1));
        let literals = literals.into_iter().flatten().filter_map(|rest| rest.split('"').next());
        let mut included: Vec<PathBuf> = literals.map(|literal| beside.join(literal)).collect();
        let shared = included::patterns(&text)?;
        // Every theme has the same files.
        let shared = shared.iter().map(|pattern| pattern.replace('*', "rail"));
        included.extend(shared.map(|path| of_crate.join("files").join(path)));
        count += included.len();
        let is_there = |path: &PathBuf| {
            path.canonicalize().is_ok_and(|path| path.is_file() && path.starts_with(&of_crate))
        };
        missing.extend(included.into_iter().filter(|path| !is_there(path)));
    }
    Ok((count, missing.iter().map(|path| path.display().to_string()).collect()))
}
