//! The builder, compiled to WebAssembly, writes the same site as natively.

use super::dist::{env_path, root};
use perfil_cli::{machine, read_shell};
use perfil_site::{Input, build};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use walkdir::WalkDir;

fn size(file: &Path) -> u64 {
    file.metadata().unwrap().len()
}

#[test]
fn the_builder_writes_the_same_bytes_as_webassembly() {
    let (content, shell) = (root().join("public"), env_path("PERFIL_SHELL"));
    let input = Input { content: content.clone(), pdf: false, ..Input::default() };
    let native = build(machine(&()), &input, read_shell(Some(&shell)).unwrap());
    let native = native.unwrap_or_else(|findings| panic!("{findings:?}"));

    let (builder, out) = (env_path("PERFIL_BUILDER"), TempDir::new().unwrap());
    let output = Command::new("node")
        .arg(root().join("tests/web/builder.mjs"))
        .args([&builder, &content, &shell, &out.path().to_owned()])
        .output()
        .unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    for (path, bytes) in native.tree.iter() {
        let made = fs::read(out.path().join(path));
        assert!(made.is_ok_and(|made| made == bytes), "{path} differs");
    }
    let made = WalkDir::new(out.path()).into_iter().map(Result::unwrap);
    let made = made.filter(|entry| entry.file_type().is_file()).count();
    assert_eq!(made, native.tree.iter().count());
    let module = size(&builder.join("builder_bg.wasm"));
    println!("{made} files in {} ms by {module} bytes of WebAssembly", stdout.trim());
}
