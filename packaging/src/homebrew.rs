//! Homebrew: a formula that takes the archive of the system.

use std::fmt::Write as _;

use anyhow::Result;

use crate::archive;
use crate::release::{LICENCE, Program, Release, SUMMARY, VERSION};
use crate::sums::digest;

const FORMULA: &str = include_str!("../templates/perfil.rb");

pub(crate) fn make(release: &Release) -> Result<()> {
    let mut systems = String::new();
    for (system, os) in [("macos", "darwin"), ("linux", "linux")] {
        let programs = release.programs.iter().filter(|program| program.platform.node.0 == os);
        let parts = programs.map(|program| part(release, program)).collect::<Result<String>>()?;
        if !parts.is_empty() {
            writeln!(systems, "\n  on_{system} do\n{parts}  end")?;
        }
    }
    let formula = FORMULA
        .replace("{summary}", &SUMMARY.replace(", or a CV,", ""))
        .replace("{repository}", perfil_names::REPOSITORY)
        .replace("{version}", VERSION)
        .replace("{licence}", &licence())
        .replace("{systems}", &systems);
    release.write("perfil.rb", formula.as_bytes())
}

/// Returns the licences in Homebrew's form.
fn licence() -> String {
    let names = LICENCE.split(" OR ").map(|name| format!("{name:?}")).collect::<Vec<_>>();
    format!("any_of: [{}]", names.join(", "))
}

fn part(release: &Release, program: &Program) -> Result<String> {
    let name = archive::name(program.platform);
    let cpu = if program.platform.node.1 == "x64" { "intel" } else { "arm" };
    let digest = digest(&std::fs::read(release.out.join(&name))?);
    let repository = perfil_names::REPOSITORY;
    Ok(format!(
        "    on_{cpu} do\n      \
         url \"{repository}/releases/download/v{VERSION}/{name}\"\n      \
         sha256 \"{digest}\"\n    \
         end\n"
    ))
}
