//! Stands for `pdf.rs` where Perfil is compiled without its feature `pdf`.

use super::settings::Settings;
use perfil_export::{Paper, Subject};
use perfil_model::profile::Hue;
use perfil_source::{Node, Problem};
use std::path::Path;

/// No fonts.
#[derive(Clone, Debug, Default)]
pub(super) struct Glyphs;

impl Glyphs {
    pub(super) fn read(_: &Path, _: &Settings, _: &Node) -> (Self, Vec<Problem>) {
        (Self, Vec::new())
    }

    #[expect(clippy::unused_self, reason = "it stands for another")]
    pub(super) fn are_there(&self) -> bool {
        false
    }

    #[expect(clippy::unused_self, reason = "it stands for another")]
    pub(super) fn file(&self, _: &Subject, _: Paper, _: Hue) -> Result<Vec<u8>, String> {
        Err("Perfil was compiled without its feature `pdf`".to_owned())
    }

    #[expect(clippy::unused_self, reason = "it stands for another")]
    pub(super) fn missing(&self, _: &Node) -> Option<Problem> {
        None
    }
}
