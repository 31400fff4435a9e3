//! What a command reports, and in which format.

use crate::cli::Format;
use crate::report;
use perfil_site::Finding;
use serde_json::{Value, json};
use std::fmt::Display;

/// How a command reports: text on the standard error, or one object on the standard output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reporter {
    /// Whether it reports only errors.
    pub is_quiet: bool,
    /// Whether it writes for people or for tools.
    pub format: Format,
}

impl Reporter {
    /// Reports a sentence for people.
    pub(crate) fn note(self, sentence: impl Display) {
        if !self.is_quiet && self.format == Format::Text {
            anstream::eprintln!("{sentence}");
        }
    }

    /// Reports findings for people; only errors if quiet.
    pub(crate) fn findings(self, findings: &[Finding]) {
        if self.format == Format::Json {
            return;
        }
        let is_reported = |finding: &&Finding| !self.is_quiet || finding.is_error();
        report::text(findings.iter().filter(is_reported));
    }

    /// Reports what stopped a command, for people or tools.
    pub(crate) fn failed(self, findings: &[Finding]) {
        self.findings(findings);
        self.object(findings, json!({}));
    }

    /// Reports one object for tools: the findings, and the command's other results.
    pub(crate) fn object(self, findings: &[Finding], others: Value) {
        if self.format == Format::Text {
            return;
        }
        let mut object = json!({ "problems": report::problems(findings) });
        if let (Value::Object(object), Value::Object(others)) = (&mut object, others) {
            object.extend(others);
        }
        anstream::println!("{object:#}");
    }
}
