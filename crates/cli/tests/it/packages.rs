//! The dependencies: licences and sources as in `deny.toml`, and a limited number of packages.

use crate::architecture::none;
use crate::content::root;
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::fs;
use std::process::Command;
use toml::Table;

/// The maximum number of packages of others in `Cargo.lock`: each of them is compiled, reviewed or
/// trusted by somebody. Before the limit is raised, look at what pulls the most for the least (`cargo tree`).
const MAX_PACKAGES: usize = 583;

fn toml(file: &str) -> Table {
    fs::read_to_string(root().join(file)).unwrap().parse().unwrap()
}

/// A list of strings in `deny.toml`.
fn allowed(section: &str, key: &str) -> Vec<String> {
    let list = toml("deny.toml")[section][key].as_array().unwrap().clone();
    list.into_iter().map(|entry| entry.as_str().unwrap().to_owned()).collect()
}

/// Every package of the workspace, with its licence and its source.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Whether a package can be used under one of the allowed licences.
fn is_licensed(package: &Value, allowed: &[String]) -> bool {
    let Some(written) = package["license"].as_str() else { return false };
    // Older packages have a slash instead of "or".
    let Ok(expression) = Expression::parse_mode(written, ParseMode::LAX) else { return false };
    expression.evaluate(|request| allowed.contains(&request.to_string()))
}

/// Whether a package comes from an allowed registry, or is part of the workspace.
fn has_allowed_source(package: &Value, allowed: &[String]) -> bool {
    let Some(source) = package["source"].as_str() else {
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        return std::path::Path::new(manifest).starts_with(root());
    };
    source.strip_prefix("registry+").is_some_and(|url| allowed.iter().any(|it| it == url))
}

/// Names of packages, as a failure shows them.
fn names(packages: &[Value], is_good: impl Fn(&Value) -> bool) -> Vec<String> {
    let bad = packages.iter().filter(|package| !is_good(package));
    bad.map(|it| format!("{} {}: {}, {}", it["name"], it["version"], it["license"], it["source"]))
        .collect()
}

#[test]
fn every_package_has_an_allowed_licence_and_source() {
    let packages = packages();
    let licences = allowed("licenses", "allow");
    none(&names(&packages, |package| is_licensed(package, &licences)));
    let registries = allowed("sources", "allow-registry");
    none(&names(&packages, |package| has_allowed_source(package, &registries)));
}

#[test]
fn other_licences_and_sources_are_found() {
    let licences = ["MIT", "Apache-2.0"].map(str::to_owned);
    let is_good = |written| is_licensed(&serde_json::json!({ "license": written }), &licences);
    for good in ["MIT", "GPL-3.0-only OR MIT", "MIT/GPL-3.0", "(MIT OR X11) AND Apache-2.0"] {
        assert!(is_good(good), "{good}");
    }
    for bad in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0 WITH LLVM-exception", "free"] {
        assert!(!is_good(bad), "{bad}");
    }
    assert!(!is_licensed(&serde_json::json!({ "license": null }), &licences));

    let registries = ["https://index.example".to_owned()];
    let source = |source| has_allowed_source(&serde_json::json!({ "source": source }), &registries);
    assert!(source("registry+https://index.example"));
    assert!(!source("registry+https://other.example"));
    assert!(!source("git+https://index.example#0123456"));
    let outside = serde_json::json!({ "source": null, "manifest_path": "/elsewhere/Cargo.toml" });
    assert!(!has_allowed_source(&outside, &registries));
}

#[test]
fn the_number_of_packages_is_limited() {
    let packages = toml("Cargo.lock")["package"].as_array().unwrap().clone();
    let count = packages.iter().filter(|package| package.get("source").is_some()).count();
    println!("{count} packages of others are in Cargo.lock, {MAX_PACKAGES} may be");
    assert!(
        count > 1 && count <= MAX_PACKAGES,
        "{count} packages of others are in Cargo.lock, {MAX_PACKAGES} may be"
    );
}
