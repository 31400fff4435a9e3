//! The tests in tests/web that also run in Firefox.

/// The modules whose tests run in it: what a visitor and an owner do, and what an engine does in its own way.
/// The others are about files, or measure what was measured in one engine.
const MODULES: &[&str] = &[
    "card",
    "history",
    "hydration",
    "keyboard",
    "no_scripts",
    "search",
    "studio",
    "studio_bad",
    "studio_fields",
    "studio_folder",
    "studio_formats",
    "studio_link",
    "studio_lists",
    "studio_picture",
    "studio_undo",
    "studio_values",
    "studio_ways",
    "theme",
];

/// The tests of these modules that only Chromium can run, each with the reason.
const CHROMIUM_ONLY: &[(&str, &str)] = &[
    ("card::the_accessibility_tree_is_complete", "only Chromium's protocol tells the tree"),
    ("studio_folder::a_content_folder_is_dropped", "only Chromium makes entries for a test"),
    ("studio_folder::a_document_is_saved_in_a_folder_and_opened_again", NO_PICKER),
    ("studio_folder::what_somebody_else_has_changed_in_the_folder_is_not_lost", NO_PICKER),
];

const NO_PICKER: &str = "Firefox has no picker of folders (File System Access API)";

/// Returns the arguments that choose these tests.
pub(super) fn filter() -> impl Iterator<Item = String> {
    let modules = MODULES.iter().map(|module| format!("{module}::"));
    let skipped = CHROMIUM_ONLY.iter().flat_map(|(test, _)| ["--skip", test]).map(str::to_owned);
    modules.chain(skipped)
}

/// Prints which tests are skipped, and why.
pub(super) fn say_skipped() {
    for (test, reason) in CHROMIUM_ONLY {
        println!("not in Firefox: {test}: {reason}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::{Context, Result};

    use super::*;
    use crate::places;

    #[test]
    fn every_name_is_that_of_a_test() -> Result<()> {
        let source = |module: &str| {
            let path = places::checkout().join(format!("tests/web/{module}.rs"));
            fs::read_to_string(&path).with_context(|| path.display().to_string())
        };
        for module in MODULES {
            assert!(source(module)?.contains("test]\n"), "{module} has no tests");
        }
        for (test, _) in CHROMIUM_ONLY {
            let (module, name) = test.split_once("::").context("a test has a module")?;
            assert!(MODULES.contains(&module), "{module} does not run in Firefox");
            assert!(source(module)?.contains(&format!("fn {name}()")), "there is no {test}");
        }
        Ok(())
    }
}
