//! Replaces `printing.rs` when Perfil is compiled without its feature `pdf`.

use crate::environment::Files;
use crate::settings::Settings;
use perfil_export::{PaperSize, Subject};
use perfil_source::{Node, Problem};
use std::path::Path;

/// No fonts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glyphs;

impl Glyphs {
    pub(crate) fn read(_: &dyn Files, _: &Path, _: &Settings, _: &Node) -> (Self, Vec<Problem>) {
        (Self, Vec::new())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn are_there(&self) -> bool {
        false
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn file(&self, _: &Subject, _: PaperSize, _: &str) -> Result<Vec<u8>, String> {
        Err("Perfil was compiled without its feature `pdf`".to_owned())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn missing(&self, _: &Node) -> Option<Problem> {
        None
    }
}
