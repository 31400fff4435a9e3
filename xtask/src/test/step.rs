//! The steps of `cargo xtask test`, in the order in which they run.

use std::path::{Path, absolute};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use xshell::{Cmd, Shell, cmd};

use super::{firefox, stream, tally::Tally};
use crate::packages::{APART, BROWSER_FEATURES, BROWSER_TARGET, BUILDER, BUNDLES, PARTS, STUDIO};
use crate::places::{self, DIST};
use crate::{build, builder, fuzz, perfil, release, size, tools};

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Step {
    Fmt,
    Clippy,
    ClippyWasm,
    Native,
    Fuzz,
    Build,
    Size,
    Packages,
    Web,
    Firefox,
}

/// What the steps share: the tools of the tests, unless missing, and whether dist/ was just built.
pub(crate) struct Bench {
    pub(crate) test: Option<tools::Test>,
    pub(crate) firefox: Option<tools::Firefox>,
    pub(crate) built: Option<bool>,
}

impl Step {
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    pub(crate) fn about(self) -> &'static str {
        match self {
            Step::Fmt => "the code has one format",
            Step::Clippy => "the native code has no warnings",
            Step::ClippyWasm => "nor has the browser's",
            Step::Native => "unit tests and tests/it",
            Step::Fuzz => "every reader bears what nobody thought of",
            Step::Build => "the site builds",
            Step::Size => "a visit downloads little",
            Step::Packages => "what people install works where nothing else is",
            Step::Web => "the built site in a browser",
            Step::Firefox => "its core in another one",
        }
    }

    pub(crate) fn run(self, sh: &Shell, bench: &mut Bench) -> Result<Tally> {
        match self {
            Step::Fmt => check(cmd!(sh, "cargo fmt --all --check")),
            Step::Clippy => {
                // Checking libFuzzer's package compiles its C++ first.
                tools::cxx::install(sh)?;
                check(cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings"))?;
                // `--all-targets` leaves out the tests that `cargo test` alone does not run.
                check(cmd!(sh, "cargo clippy --workspace --test web -- -D warnings"))
            }
            Step::ClippyWasm => {
                tools::wasm_target::install(sh)?;
                let bundles =
                    BUNDLES.iter().flat_map(|it| ["--package", it.package, "--bin", it.bin]);
                check(cmd!(
                    sh,
                    "cargo clippy --target {BROWSER_TARGET} {bundles...} {BROWSER_FEATURES...} -- -D warnings"
                ))?;
                // Another side of Leptos, so another call.
                check(cmd!(
                    sh,
                    "cargo clippy --target {BROWSER_TARGET} --package {STUDIO} --features {STUDIO}/csr -- -D warnings"
                ))?;
                check(cmd!(
                    sh,
                    "cargo clippy --target {BROWSER_TARGET} --package {BUILDER} --package {PARTS} --features {APART} -- -D warnings"
                ))
            }
            Step::Native => stream::cargo_test(cmd!(sh, "cargo test --workspace --no-fail-fast")),
            Step::Fuzz => {
                let (passed, failed) = fuzz::bounded(sh)?;
                Ok(Tally { passed, failed })
            }
            Step::Build => {
                bench.built = Some(false);
                perfil::as_tested(sh)?;
                build::site(sh)?;
                bench.built = Some(true);
                Ok(Tally::PASS)
            }
            Step::Size => {
                bench.needs_site()?;
                size::run()?;
                Ok(Tally::PASS)
            }
            Step::Packages => {
                bench.needs_site()?;
                perfil::as_tested(sh)?;
                release::test(sh, &perfil::compile(sh)?)?;
                Ok(Tally::PASS)
            }
            Step::Web => {
                bench.needs_site()?;
                stream::cargo_test(bench.web_tests(sh)?)
            }
            Step::Firefox => {
                bench.needs_site()?;
                stream::cargo_test(bench.firefox_tests(sh)?)
            }
        }
    }
}

impl Bench {
    fn needs_site(&self) -> Result<()> {
        // After a failed build, dist/ holds an older site, which does not test this code.
        ensure!(self.built != Some(false), "not run, for the site was not built");
        ensure!(Path::new(DIST).is_dir(), "there is no {DIST}/: run `cargo xtask build` first");
        Ok(())
    }

    /// The tests in tests/web, with what they need.
    fn web_tests<'a>(&self, sh: &'a Shell) -> Result<Cmd<'a>> {
        let tools = self.test.as_ref().context("the tools above are missing")?;
        let builder = builder::build(sh)?;
        Ok(cmd!(sh, "cargo test --workspace --test web --no-fail-fast")
            .env("PERFIL_DIST", absolute(DIST)?)
            .env("PERFIL_SHELL", places::shell()?)
            .env("PERFIL_BUILDER", builder)
            .env("PERFIL_NPM", &tools.node_modules)
            .env("PERFIL_CHROMIUM", &tools.chromium)
            .env("PERFIL_CHROMEDRIVER", &tools.chromedriver))
    }

    /// Those of them that run in Firefox, too.
    fn firefox_tests<'a>(&self, sh: &'a Shell) -> Result<Cmd<'a>> {
        let browser = self.firefox.as_ref().context("the tools above are missing")?;
        firefox::say_skipped();
        let tests = self.web_tests(sh)?.arg("--").args(firefox::filter());
        Ok(tests
            .env("PERFIL_ENGINE", "firefox")
            .env("PERFIL_FIREFOX", &browser.firefox)
            .env("PERFIL_GECKODRIVER", &browser.geckodriver))
    }
}

fn check(command: Cmd) -> Result<Tally> {
    command.quiet().run()?;
    Ok(Tally::PASS)
}
