//! The HTML is valid.

use super::dist;
use std::path::Path;
use std::process::Command;

#[test]
fn every_document_is_valid_html() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/htmlvalidate.json");
    let output = Command::new(dist::npm_program("html-validate"))
        .arg("--config")
        .arg(rules)
        .args(["--ext", "html", "--max-warnings", "0"])
        .arg(dist::folder())
        .output()
        .expect("html-validate runs");
    let report = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{report}");
}
