//! Nothing that a visitor loads names a folder of the machine on which it was made.

use super::dist::{self, env_path, root};
use std::env;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The folders of this machine that compilers write into programs: of crates, of Rust, and of this checkout.
fn folders() -> Vec<PathBuf> {
    let home = env::home_dir().expect("there is a home folder");
    let of = |variable: &str, otherwise: &str| {
        env::var_os(variable).map_or_else(|| home.join(otherwise), PathBuf::from)
    };
    vec![of("CARGO_HOME", ".cargo"), of("RUSTUP_HOME", ".rustup"), root().to_owned()]
}

fn named(folder: &Path) -> Vec<String> {
    let machine: Vec<String> = folders().iter().map(|it| format!("{}/", it.display())).collect();
    let files = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = files.map(|entry| entry.expect("it can be read"));
    let files: Vec<_> = files.filter(|entry| entry.file_type().is_file()).collect();
    assert!(files.iter().any(|file| file.path().extension() == Some("wasm".as_ref())));
    let shows = |file: &walkdir::DirEntry| {
        let bytes = std::fs::read(file.path()).expect("it can be read");
        let text = String::from_utf8_lossy(&bytes);
        machine.iter().any(|folder| text.contains(folder))
    };
    files.iter().filter(|file| shows(file)).map(|file| file.path().display().to_string()).collect()
}

#[test]
fn no_file_names_a_folder_of_this_machine() {
    assert_eq!(named(&dist::folder()), <[String; 0]>::default());
    assert_eq!(named(&env_path("PERFIL_SHELL")), <[String; 0]>::default());
}
