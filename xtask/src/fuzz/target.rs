//! The fuzz targets: their programs, their seeds, and how many inputs CI runs.

use anyhow::{Result, ensure};

/// A reader that is fuzzed.
pub(crate) struct Target {
    /// Its name: `fuzz/targets/{name}.rs`.
    pub(crate) name: &'static str,
    /// Folders with seed files, and the end of the files' names. Those of `tests/data/fuzz/{name}/`
    /// are always included.
    pub(crate) seeds: &'static [(&'static str, &'static str)],
    /// How many inputs CI runs: a few seconds' worth.
    pub(crate) runs: u32,
}

pub(crate) const TARGETS: [Target; 12] = [
    Target {
        name: "json",
        seeds: &[
            ("public/profiles", ".json"),
            ("tests/data/arabic/profiles", ".json"),
            ("tests/data/every-kind/profiles", ".json"),
            ("tests/data/expected/export", ".json"),
            ("tests/data/json-resume", ".json"),
            ("tests/data/mistakes/profiles", ".json"),
            ("tests/data/reactive-resume", ".json"),
            ("tests/data/small/profiles", ".json"),
        ],
        runs: 3_000,
    },
    Target {
        name: "yaml",
        seeds: &[("tests/data/rendercv", ".yaml"), ("tests/data/yaml-resume", ".yml")],
        runs: 1_000,
    },
    Target {
        name: "markdown",
        seeds: &[("tests/data/seeds", ".md"), ("tests/data/expected/export", ".md")],
        runs: 250,
    },
    Target {
        name: "plain_text",
        seeds: &[("tests/data/seeds", ".txt"), ("tests/data/expected/export", ".txt")],
        runs: 250,
    },
    Target { name: "web_page", seeds: &[("crates/import/tests/data", ".html")], runs: 250 },
    Target { name: "word", seeds: &[], runs: 1_000 },
    Target { name: "pdf", seeds: &[("crates/import/tests/data", ".pdf")], runs: 200 },
    Target { name: "linkedin", seeds: &[], runs: 1_000 },
    Target { name: "europass", seeds: &[("tests/data/europass", ".xml")], runs: 1_000 },
    Target {
        name: "site",
        seeds: &[("public/locales", ".json"), ("public", "site.json"), ("tests/data", "site.json")],
        runs: 3_000,
    },
    Target {
        name: "prose",
        seeds: &[("tests/data/seeds", ".md"), ("src/site/widget", ".md")],
        runs: 3_000,
    },
    Target { name: "evidence", seeds: &[], runs: 1_000 },
];

impl Target {
    /// The name of its program.
    pub(crate) fn program(&self) -> String {
        format!("fuzz_{}", self.name)
    }
}

/// Returns the targets with these names, or all if there are none.
pub(crate) fn named(names: &[String]) -> Result<Vec<&'static Target>> {
    let known: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    for name in names {
        let all = known.join(", ");
        ensure!(known.contains(&name.as_str()), "there is no target {name:?}, but: {all}");
    }
    let is_meant = |target: &&Target| names.is_empty() || names.iter().any(|it| it == target.name);
    Ok(TARGETS.iter().filter(is_meant).collect())
}
