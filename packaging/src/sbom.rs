//! The list of what a release is made of (SBOM), in the form of `CycloneDX` 1.6.
//!
//! It has no time and no serial number, both of which are optional: equal sources give equal bytes.

use anyhow::Result;
use serde_json::{Value, json};

use crate::compiled::Package;
use crate::release::{LICENCE, Release, SUMMARY, VERSION};

pub(crate) fn make(release: &Release) -> Result<()> {
    let packages = &release.packages;
    let own = format!("pkg:cargo/{}@{VERSION}", perfil_names::CRATE);
    let used: Vec<_> =
        packages.iter().map(|package| purl(&package.name, &package.version)).collect();
    let mut dependencies = vec![json!({ "ref": own, "dependsOn": used })];
    dependencies.extend(packages.iter().map(|package| {
        let used = package.uses.iter().map(|(name, version)| purl(name, version));
        json!({
            "ref": purl(&package.name, &package.version),
            "dependsOn": used.collect::<Vec<_>>(),
        })
    }));
    let list = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": perfil_names::CRATE,
                "version": VERSION,
                "description": SUMMARY,
                "licenses": [{ "expression": LICENCE }],
                "purl": own,
            },
        },
        "components": packages.iter().map(component).collect::<Vec<_>>(),
        "dependencies": dependencies,
    });
    release.write(&format!("perfil-{VERSION}.cdx.json"), format!("{list:#}\n").as_bytes())
}

/// Returns the address of a package (package-url).
fn purl(name: &str, version: &str) -> String {
    // The only character of a version that an address writes otherwise.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

fn component(package: &Package) -> Value {
    let purl = purl(&package.name, &package.version);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "description": package.description,
        "licenses": [{ "expression": package.licence }],
        "purl": purl,
    });
    if let Some(checksum) = &package.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}
