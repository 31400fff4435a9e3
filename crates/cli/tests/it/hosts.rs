//! What `perfil new` writes for hosts: that they can read it, and that its commands make a site.

use crate::architecture::paths;
use crate::command::{perfil, perfil_with};
use crate::content::{root, shell};
use perfil_source::{Node, parse_yaml};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Each host, with its files.
const HOSTS: [(&str, &[&str]); 6] = [
    ("netlify", &["netlify.toml"]),
    ("github-pages", &[".github/workflows/pages.yml"]),
    ("cloudflare-pages", &["package.json", "wrangler.json"]),
    ("docker-nginx", &[".dockerignore", "Dockerfile", "nginx.conf"]),
    ("docker-caddy", &[".dockerignore", "Caddyfile", "Dockerfile"]),
    ("none", &[]),
];

/// The files of every new folder.
const COMMON: [&str; 9] = [
    ".gitignore",
    ".vscode/settings.json",
    "README.md",
    "locales/en.json",
    "profiles/ada-lovelace.json",
    "schema/profile.json",
    "schema/site.json",
    "schema/theme.json",
    "site.json",
];

/// The address that a host tells the builds, and what the site then has.
const ADDRESS: &str = "https://7ea5ef0b.ada.pages.dev";

/// A new folder for a host.
pub(crate) fn new(host: &str, arguments: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let begin = ["new", ".", "--name", "Ada Lovelace", "--languages", "en", "--host", host];
    let outcome = perfil(folder.path(), &[&begin, arguments].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    folder
}

/// The text of a file in it.
pub(crate) fn read(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

/// The paths of all files of a folder, sorted.
fn files(folder: &Path) -> BTreeSet<String> {
    crate::build::files(folder).into_keys().collect()
}

/// The command by which a host makes the site.
fn build(host: &str, folder: &TempDir) -> String {
    match host {
        "netlify" => {
            let table: toml::Table = read(folder, "netlify.toml").parse().unwrap();
            assert_eq!(table["build"]["publish"].as_str(), Some("dist"));
            assert_eq!(table["build"]["environment"]["NODE_VERSION"].as_str(), Some("22"));
            table["build"]["command"].as_str().unwrap().to_owned()
        }
        "github-pages" => {
            let workflow = workflow(folder);
            let runs = values(&workflow, "run");
            assert_eq!(runs.len(), 1, "{runs:?}");
            runs[0].clone()
        }
        "cloudflare-pages" => {
            let wrangler: Value = serde_json::from_str(&read(folder, "wrangler.json")).unwrap();
            let expected = json!({ "name": "ada-lovelace", "pages_build_output_dir": "./dist" });
            assert_eq!(wrangler, expected);
            let package: Value = serde_json::from_str(&read(folder, "package.json")).unwrap();
            package["scripts"]["build"].as_str().unwrap().to_owned()
        }
        "none" => "npx --yes perfil@VERSION build --content . --out dist"
            .replace("VERSION", env!("CARGO_PKG_VERSION")),
        _ => {
            let dockerfile = read(folder, "Dockerfile");
            let runs: Vec<_> =
                dockerfile.lines().filter_map(|line| line.strip_prefix("RUN ")).collect();
            assert_eq!(runs.len(), 1, "{runs:?}");
            assert!(dockerfile.contains("COPY --from=site /content/dist "), "{dockerfile}");
            runs[0].to_owned()
        }
    }
}

fn workflow(folder: &TempDir) -> Node {
    parse_yaml(read(folder, ".github/workflows/pages.yml").as_bytes()).unwrap()
}

/// The texts of every member with this key, at any depth.
fn values(node: &Node, key: &str) -> Vec<String> {
    let own = node.members().iter().filter(|member| member.key == key);
    let own = own.filter_map(|member| member.value.as_str()).map(str::to_owned);
    let inner = node.members().iter().map(|member| &member.value).chain(node.elements());
    own.chain(inner.flat_map(|inner| values(inner, key))).collect()
}

#[test]
fn each_host_has_its_files() {
    for (host, own) in HOSTS {
        let folder = new(host, &[]);
        let expected: BTreeSet<String> =
            COMMON.iter().chain(own).map(|file| (*file).to_owned()).collect();
        assert_eq!(files(folder.path()), expected, "{host}");
        for file in own.iter().chain(&COMMON[..3]) {
            let text = read(&folder, file);
            assert!(!text.contains("cargo"), "{file} of {host} compiles Perfil");
            let placeholders = ["{build}", "{address", "{package}", "{version}", "{slug}"];
            let left = placeholders.iter().find(|name| text.contains(**name));
            assert_eq!(left, None, "{file} of {host}");
        }
        let readme = read(&folder, "README.md");
        for file in own.iter().chain(&COMMON[..2]) {
            assert!(readme.contains(&format!("- `{file}`: ")), "{file} of {host}: {readme}");
        }
        assert!(readme.contains("Edit `profiles/ada-lovelace.json`"), "{readme}");
        assert!(readme.contains("\n## Publish\n\n1. "), "{readme}");
    }
}

#[test]
fn each_build_command_makes_the_site() {
    for (host, own) in HOSTS {
        let folder = new(host, &[]);
        let command = build(host, &folder);
        let package = format!("npx --yes perfil@{} ", env!("CARGO_PKG_VERSION"));
        let arguments = command.strip_prefix(&package).unwrap_or_else(|| panic!("{command}"));
        for round in ["first", "second"] {
            let shell = shell();
            let line = format!("\"$PERFIL\" {arguments} --no-pdf --shell \"$SHELL_OF_TEST\"");
            let output = Command::new("sh")
                .args(["-c", &line])
                .current_dir(folder.path())
                .env("PERFIL", env!("CARGO_BIN_EXE_perfil"))
                .env("SHELL_OF_TEST", shell)
                .env_remove("PERFIL_BASE_URL")
                .envs(["URL", "BASE_URL", "CF_PAGES_URL"].map(|name| (name, ADDRESS)))
                .output()
                .unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{host}, {round}: {errors}");
        }
        let sitemap = read(&folder, "dist/sitemap.xml");
        let address = match host {
            "netlify" | "github-pages" => ADDRESS,
            "cloudflare-pages" => "https://ada.pages.dev",
            _ => "https://example.org",
        };
        assert!(sitemap.contains(&format!("<loc>{address}/en/</loc>")), "{host}: {sitemap}");
        // What is beside the content is not published, and the site is no part of the content.
        let published = files(&folder.path().join("dist"));
        for file in own.iter().chain(&COMMON[..3]) {
            assert!(!published.contains(*file), "{file} of {host} is published");
        }
        assert!(!published.iter().any(|file| file.contains("dist/")), "{published:?}");
        let checked = perfil(folder.path(), &["check", ".", "--strict"]);
        assert_eq!((checked.code, checked.stderr.as_str()), (0, ""), "{host}");
    }
}

#[test]
fn a_host_without_an_address_leaves_that_of_the_settings() {
    let folder = new("cloudflare-pages", &["--base-url", "https://ada.example/"]);
    assert!(!build("cloudflare-pages", &folder).contains("--base-url"));
    let folder = new("docker-nginx", &["--base-url", "https://ada.example/"]);
    assert!(!read(&folder, "README.md").contains("PERFIL_BASE_URL"));
    // On an own machine, the variables of hosts are empty.
    let folder = new("cloudflare-pages", &[]);
    let line = build("cloudflare-pages", &folder).replace("npx --yes perfil@", "printf '%s|' ");
    let output = Command::new("sh").args(["-c", &line]).env_remove("CF_PAGES_URL").output();
    let printed = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(printed.ends_with("|--base-url||"), "{printed}");
}

#[test]
fn actions_are_pinned_and_may_do_little() {
    let folder = new("github-pages", &[]);
    let text = read(&folder, ".github/workflows/pages.yml");
    let uses = values(&workflow(&folder), "uses");
    assert_eq!(uses.len(), 5, "{uses:?}");
    let own: Vec<String> = paths(".github/workflows", ".yml")
        .iter()
        .map(|path| fs::read_to_string(root().join(path)).unwrap())
        .collect();
    for action in uses {
        let (name, commit) = action.split_once('@').unwrap();
        let is_hash = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
        assert!(name.starts_with("actions/") && is_hash, "{action}");
        let line = text.lines().find(|line| line.contains(&action)).unwrap();
        assert!(line.contains(" # v"), "{line} names no version");
        // The same versions as in our own workflows.
        assert!(own.iter().any(|workflow| workflow.contains(line.trim())), "{line}");
    }
    let workflow = workflow(&folder);
    let allowed = |job: &str| {
        let permissions = workflow.get("jobs").unwrap().get(job).unwrap().get("permissions");
        let members = permissions.unwrap().members().iter();
        members.map(|it| format!("{}: {}", it.key, it.value.as_str().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(workflow.get("permissions").unwrap().members().len(), 0);
    assert_eq!(allowed("build"), ["contents: read", "pages: read"]);
    assert_eq!(allowed("deploy"), ["pages: write", "id-token: write"]);
    assert_eq!(values(workflow.get("concurrency").unwrap(), "group"), ["pages"]);
}

#[test]
fn the_steps_are_printed() {
    for (host, step) in [
        ("netlify", "https://app.netlify.com/start"),
        ("github-pages", "git push -u origin main"),
        ("cloudflare-pages", "build command `npm run build`"),
        ("docker-nginx", "docker build --build-arg PERFIL_BASE_URL=https://DOMAIN/ -t ada ."),
        ("docker", "docker build --build-arg PERFIL_BASE_URL=https://DOMAIN/ -t ada ."),
        ("docker-caddy", "-e SITE_ADDRESS=DOMAIN ada"),
        ("none", "perfil build --content . --out dist --shell SHELL\n"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let outcome = perfil_with(
            folder.path(),
            &["new", "my site", "--name", "Ada", "--host", host],
            &[("LC_ALL", "C")],
        );
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        let (next, publish) = outcome.stderr.split_once("\n\nPublish:\n").unwrap();
        assert!(publish.starts_with("  cd \"my site\"\n  "), "{publish}");
        assert!(publish.contains(step), "{host}: {publish}");
        let is_set = ["docker", "none"].iter().any(|kind| host.starts_with(kind));
        assert_eq!(next.contains("Set \"baseUrl\""), is_set, "{host}: {next}");
    }
}

#[test]
fn an_unknown_host_is_answered_with_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = perfil(folder.path(), &["new", "a", "--name", "Ada", "--host", "geocities"]);
    assert_eq!(outcome.code, 2);
    for (host, _) in HOSTS {
        assert!(outcome.stderr.contains(host), "{host}: {}", outcome.stderr);
    }
    assert!(files(folder.path()).is_empty());
}

#[test]
fn nothing_is_written_over_a_file_of_the_host() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("netlify.toml"), "precious").unwrap();
    let outcome = perfil(folder.path(), &["new", ".", "--name", "Ada", "--host", "netlify"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("the folder is not empty"), "{}", outcome.stderr);
    assert_eq!(read(&folder, "netlify.toml"), "precious");
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn editors_find_the_schemas() {
    let folder = new("none", &[]);
    let settings: Value = serde_json::from_str(&read(&folder, ".vscode/settings.json")).unwrap();
    let json = settings["json.schemas"].as_array().unwrap().iter();
    let json = json.map(|entry| entry["url"].as_str().unwrap().to_owned());
    let yaml = settings["yaml.schemas"].as_object().unwrap();
    for schema in json.chain(yaml.keys().cloned()) {
        assert!(folder.path().join(&schema).is_file(), "{schema}");
    }
    assert_eq!(yaml["./schema/profile.json"][0], "profiles/*.yaml");
}
