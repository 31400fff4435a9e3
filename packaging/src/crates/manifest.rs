//! The manifests of what is published: those of the checkout, without what only a checkout needs.

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::release::VERSION;

/// What the tests of a crate need; they stay in the checkout.
const OF_TESTS: [&str; 4] = ["bench", "dev-dependencies", "example", "test"];

/// Returns the manifest of a workspace that has the crates in these folders and nothing else.
pub(super) fn workspace(checkout: &str, folders: &[&str]) -> Result<String> {
    let mut manifest: Table = checkout.parse()?;
    let mut workspace = table(&mut manifest, "workspace")?.clone();
    workspace.remove("default-members");
    let members = folders.iter().map(|folder| Value::from(*folder));
    workspace.insert("members".to_owned(), Value::Array(members.collect()));
    let package = table(&mut workspace, "package")?;
    package.insert("publish".to_owned(), true.into());
    package.insert("repository".to_owned(), perfil_names::REPOSITORY.into());
    let all = table(&mut workspace, "dependencies")?;
    all.retain(|_, used| path(used).is_none_or(|path| folders.contains(&path)));
    for (_, used) in all.iter_mut().filter(|(_, used)| path(used).is_some()) {
        // They are parts of one program, so no other version fits.
        let used = used.as_table_mut().context("a dependency has a path and is no table")?;
        used.insert("version".to_owned(), format!("={VERSION}").into());
    }
    let workspace = Table::from_iter([("workspace".to_owned(), Value::from(workspace))]);
    Ok(toml::to_string(&workspace)?)
}

/// Returns the folder of a crate of the workspace.
fn path(used: &Value) -> Option<&str> {
    used.get("path")?.as_str()
}

/// Returns the manifest of a crate of that workspace.
pub(super) fn member(checkout: &str) -> Result<String> {
    let mut manifest: Table = checkout.parse()?;
    manifest.retain(|key, _| !OF_TESTS.contains(&key));
    if let Some(systems) = manifest.get_mut("target").and_then(Value::as_table_mut) {
        for (_, system) in systems.iter_mut() {
            let system = system.as_table_mut().context("a system has no dependencies")?;
            system.retain(|key, _| !OF_TESTS.contains(&key));
        }
        systems.retain(|_, system| system.as_table().is_some_and(|it| !it.is_empty()));
    }
    let inherited = Table::from_iter([("workspace".to_owned(), Value::from(true))]);
    table(&mut manifest, "package")?.insert("repository".to_owned(), inherited.into());
    Ok(toml::to_string(&manifest)?)
}

fn table<'a>(parent: &'a mut Table, key: &str) -> Result<&'a mut Table> {
    let value = parent.get_mut(key).and_then(Value::as_table_mut);
    value.with_context(|| format!("a manifest has no [{key}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_published_is_left() -> Result<()> {
        let checkout = r#"
            [workspace]
            members = ["crates/*", "xtask"]
            default-members = ["xtask"]
            [workspace.package]
            publish = false
            [workspace.dependencies]
            used = { path = "crates/used", default-features = false }
            unused = { path = "crates/unused" }
            serde = "1"
            [package]
            name = "app"
        "#;
        let manifest: Table = workspace(checkout, &["crates/used"])?.parse()?;
        let expected = format!(
            r#"
            [workspace]
            members = ["crates/used"]
            [workspace.package]
            publish = true
            repository = "{}"
            [workspace.dependencies]
            used = {{ path = "crates/used", default-features = false, version = "={VERSION}" }}
            serde = "1"
            "#,
            perfil_names::REPOSITORY
        );
        assert_eq!(manifest, expected.parse()?);
        Ok(())
    }

    #[test]
    fn a_crate_is_published_without_its_tests() -> Result<()> {
        let checkout = r#"
            [package]
            name = "used"
            publish.workspace = true
            [[test]]
            name = "it"
            [dependencies]
            serde = "1"
            [dev-dependencies]
            tempfile = "3"
            [target.'cfg(unix)'.dependencies]
            rustix = "1"
            [target.'cfg(unix)'.dev-dependencies]
            rexpect = "0.7"
            [target.'cfg(windows)'.dev-dependencies]
            junction = "1"
        "#;
        let expected = r#"
            [package]
            name = "used"
            publish.workspace = true
            repository.workspace = true
            [dependencies]
            serde = "1"
            [target.'cfg(unix)'.dependencies]
            rustix = "1"
        "#;
        assert_eq!(member(checkout)?.parse::<Table>()?, expected.parse()?);
        Ok(())
    }
}
