//! Stands for `pdf.rs` where Perfil is compiled without its feature `pdf`.

use super::settings::Settings;
use crate::export::{Paper, Subject};
use crate::profile::Hue;
use crate::source::{Node, Problem};
use std::path::Path;

/// No fonts.
#[derive(Clone, Debug, Default)]
pub(super) struct Glyphs;

impl Glyphs {
    pub(super) fn read(_: &Path, _: &Settings, _: &Node) -> (Self, Vec<Problem>) {
        (Self, Vec::new())
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "it stands for another")]
    pub(super) fn files(
        &self,
        _: &Subject,
        _: &[Paper],
        _: Hue,
    ) -> Result<Vec<(Paper, Vec<u8>)>, String> {
        Ok(Vec::new())
    }

    #[expect(clippy::unused_self, reason = "it stands for another")]
    pub(super) fn missing(&self, _: &Node) -> Option<Problem> {
        None
    }
}
