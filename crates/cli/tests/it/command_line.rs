//! What all verbs share: help with examples, completions, quiet, reports for tools, exit codes.

use crate::command::{perfil, perfil_with};
use crate::content::{Content, data, shell};
use serde_json::Value;
use std::fs;
use std::process::{Command, Stdio};

const VERBS: [&str; 7] = ["new", "check", "import", "pdf", "build", "serve", "completions"];

/// A checkout as far as the command needs one: the shipped content, a shell, and a CV.
fn checkout() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = Content::shipped();
    fs::rename(content.path(), folder.path().join("public")).unwrap();
    fs::rename(
        folder.path().join("public/profiles/rodrigo-de-leon.json"),
        folder.path().join("public/profiles/ada-lovelace.json"),
    )
    .unwrap();
    let settings = folder.path().join("public/site.json");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("rodrigo-de-leon", "ada-lovelace")).unwrap();
    fs::create_dir(folder.path().join("target")).unwrap();
    std::os::unix::fs::symlink(shell(), folder.path().join("target/shell")).unwrap();
    fs::copy(data().join("json-resume/sample.json"), folder.path().join("resume.json")).unwrap();
    fs::write(folder.path().join("cv.md"), "# Grace Hopper\n\n## Work\n\n- Compilers\n").unwrap();
    for folder_of in ["bash-completion/completions", "../../.zsh"] {
        fs::create_dir_all(folder.path().join(".local/share").join(folder_of)).unwrap();
    }
    for folder_of in [".zfunc", ".config/fish/completions", ".config/elvish/lib"] {
        fs::create_dir_all(folder.path().join(folder_of)).unwrap();
    }
    folder
}

/// The examples of a help text, one command each.
fn examples(help: &str) -> Vec<String> {
    let lines = help.split("\nExamples:\n").nth(1).unwrap_or_default().lines();
    let lines = lines.take_while(|line| line.starts_with("  perfil "));
    // The description of a command follows after two spaces.
    lines.map(|line| line.trim_start().split("  ").next().unwrap().to_owned()).collect()
}

#[test]
fn every_example_in_the_help_runs() {
    let help_calls = VERBS.iter().map(|verb| vec![*verb, "--help"]).chain([vec!["--help"]]);
    for arguments in help_calls {
        let folder = checkout();
        let help = perfil(folder.path(), &arguments);
        assert_eq!(help.code, 0);
        let examples = examples(&help.stdout);
        assert!((2..=5).contains(&examples.len()), "{}", help.stdout);
        for example in examples {
            if example == "perfil new" {
                fs::remove_dir_all(folder.path().join("public")).unwrap();
            }
            run(&folder, &example);
        }
    }
}

/// Runs a line in a shell. `serve` does not end, so it is enough that it starts; nobody can answer,
/// so the questions of `perfil new` are answered here.
fn run(folder: &tempfile::TempDir, line: &str) {
    let line = match line {
        "perfil new" => "perfil new --name Ada".to_owned(),
        serve if serve.starts_with("perfil serve") => {
            let line = serve.split(" --port ").next().unwrap();
            return begin(folder, &format!("exec {line} --port 0"));
        }
        line => line.to_owned(),
    };
    let output = shell_command(folder, &line).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {errors}");
}

fn begin(folder: &tempfile::TempDir, line: &str) {
    let mut child = shell_command(folder, line).stderr(Stdio::piped()).spawn().unwrap();
    let reader = std::io::BufReader::new(child.stderr.take().unwrap());
    let is_serving =
        std::io::BufRead::lines(reader).any(|line| line.unwrap().starts_with("Serving on"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(is_serving, "{line}");
}

fn shell_command(folder: &tempfile::TempDir, line: &str) -> Command {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_perfil")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder.path()).env("HOME", folder.path());
    command.env("PATH", format!("{}:{path}", binary.display())).env("LC_ALL", "C");
    command.env_remove("PERFIL_BASE_URL").stdin(Stdio::null()).stdout(Stdio::null());
    command
}

#[test]
fn without_arguments_it_shows_help() {
    let content = Content::fixture("small");
    let alone = perfil::<&str>(content.path(), &[]);
    assert_eq!(alone.code, 2);
    assert!(alone.stderr.contains("Examples:") && alone.stderr.contains("Exit codes:"));
}

#[test]
fn the_version_is_that_of_the_package() {
    let content = Content::fixture("small");
    let version = perfil(content.path(), &["--version"]);
    assert_eq!(version.stdout, format!("perfil {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn completions_contain_the_verbs() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = perfil(folder.path(), &["completions", shell]);
        assert_eq!(script.code, 0);
        for verb in VERBS {
            assert!(script.stdout.contains(verb), "{shell} lacks {verb}");
        }
        fs::write(folder.path().join(shell), &script.stdout).unwrap();
    }
    let read = Command::new("bash").arg("-n").arg(folder.path().join("bash")).status().unwrap();
    assert!(read.success());
    let asked = "source ./bash; COMP_WORDS=(perfil ch); COMP_CWORD=1; _perfil perfil ch perfil; \
                 echo \"${COMPREPLY[*]}\"";
    let completed = Command::new("bash").args(["-c", asked]).current_dir(folder.path()).output();
    assert_eq!(String::from_utf8(completed.unwrap().stdout).unwrap(), "check\n");
}

#[test]
fn quiet_shows_only_errors() {
    let content = Content::fixture("small");
    let shell = shell();
    let build =
        ["build", "--quiet", "--content", ".", "--out", "out", "--shell", shell.to_str().unwrap()];
    let new = ["new", "-q", "a", "--name", "Ada", "--languages", "de"];
    let import = ["--quiet", "import", "profiles/ada-lovelace.json", "--out", "b.json"];
    for arguments in [&build[..], &new, &import, &["check", ".", "--quiet"]] {
        let outcome = perfil(content.path(), arguments);
        assert_eq!(outcome.snapshot(), "exit code 0\n", "{arguments:?}");
    }
    let strict = perfil(content.path(), &["check", ".", "--quiet", "--strict"]);
    assert!(strict.code == 1 && strict.stderr.contains("is not written in es"));
    let content = Content::fixture("mistakes");
    let broken = perfil(content.path(), &["check", ".", "-q"]);
    assert_eq!((broken.code, broken.stdout.as_str()), (1, ""));
    assert_eq!(broken.stderr.matches("error: ").count(), 12);
}

#[test]
fn every_json_report_is_one_object() {
    let content = Content::fixture("small");
    let shell = shell();
    let build = ["build", "--content", ".", "--out", "out", "--shell", shell.to_str().unwrap()];
    let import = ["import", "profiles/ada-lovelace.json", "--out", "b.json"];
    let broken = ["import", "nobody.json"];
    let nowhere = ["build", "--content", "nowhere"];
    let taken = ["new", ".", "--name", "Ada"];
    for (arguments, code) in [
        (&build[..], 0),
        (&import, 0),
        (&["check", "."], 0),
        (&broken, 1),
        (&nowhere, 1),
        (&taken, 1),
    ] {
        let arguments = [arguments, &["--format", "json"]].concat();
        let outcome = perfil(content.path(), &arguments);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (code, ""), "{arguments:?}");
        let object: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let errors = object["problems"].as_array().unwrap();
        let errors = errors.iter().filter(|problem| problem["severity"] == "error");
        assert_eq!(errors.count() > 0, code == 1, "{arguments:?}");
    }
    let again = perfil(content.path(), &[&build[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&again.stdout).unwrap();
    assert_eq!((&report["pages"], &report["written"]), (&6.into(), &Value::Array(Vec::new())));
    assert!(report["unchanged"].as_u64() > Some(10));
}

#[test]
fn io_errors_have_their_own_exit_code() {
    let content = Content::fixture("small");
    content.write("file", "");
    let shell = shell();
    let build = ["build", "--content", ".", "--shell", shell.to_str().unwrap(), "--out"];
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let serve = ["serve", "--content", ".", "--shell", shell.to_str().unwrap(), "--out", "out"];
    let import = ["import", "profiles/ada-lovelace.json", "--out", "nowhere/b.json"];
    for (arguments, code) in [
        ([&build[..], &["file/of/site"]].concat(), 3),
        ([&build[..], &["profiles"]].concat(), 1),
        ([&serve[..], &["--no-watch", "--port", &port]].concat(), 3),
        (import.to_vec(), 3),
    ] {
        let outcome = perfil_with(content.path(), &arguments, &[]);
        assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("cannot be ") && outcome.stderr.contains("help: "));
    }
}
