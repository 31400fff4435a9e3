//! How much a command says, and to whom.

use crate::cli::Format;
use crate::report;
use perfil_site::Finding;
use serde_json::{Value, json};
use std::fmt::Display;

/// How a command speaks: text on the standard error, or one object on the standard output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reporter {
    /// Whether it says nothing but errors.
    pub is_quiet: bool,
    /// For whom it writes.
    pub format: Format,
}

impl Reporter {
    /// A sentence for people.
    pub(crate) fn note(self, sentence: impl Display) {
        if !self.is_quiet && self.format == Format::Text {
            anstream::eprintln!("{sentence}");
        }
    }

    /// What was found, for people; those who want quiet have errors only.
    pub(crate) fn findings(self, findings: &[Finding]) {
        if self.format == Format::Json {
            return;
        }
        let is_said = |finding: &&Finding| !self.is_quiet || finding.is_error();
        report::text(findings.iter().filter(is_said));
    }

    /// What stopped a command, for people or tools.
    pub(crate) fn failed(self, findings: &[Finding]) {
        self.findings(findings);
        self.object(findings, json!({}));
    }

    /// One object for tools: what was found, and what else the command has to tell.
    pub(crate) fn object(self, findings: &[Finding], others: Value) {
        if self.format == Format::Text {
            return;
        }
        let mut whole = json!({ "problems": report::problems(findings) });
        if let (Value::Object(whole), Value::Object(others)) = (&mut whole, others) {
            whole.extend(others);
        }
        anstream::println!("{whole:#}");
    }
}
