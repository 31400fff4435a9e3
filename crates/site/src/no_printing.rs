//! Replaces `printing.rs` when Perfil is compiled without its feature `pdf`.

use crate::environment::Files;
use crate::settings::Settings;
use crate::theme::Look;
use perfil_export::{PaperSize, Picture, Subject};
use perfil_source::{Node, Problem};
use std::ops::Range;
use std::path::Path;

/// No portrait.
#[derive(Clone, Debug)]
pub(crate) enum Portrait {}

/// The width and height of a picture in pixels.
pub(crate) const PICTURE_SIZE: (u32, u32) = (0, 0);

/// Why a CV cannot be set.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// What is wrong.
    pub message: String,
    /// The bytes of the theme's layout that cause it.
    pub range: Option<Range<usize>>,
}

/// Returns nothing, because nobody sets anything in the layout.
pub(crate) fn faults(_: &str) -> Vec<Fault> {
    Vec::new()
}

/// Why nothing is rendered.
const LEFT_OUT: &str = "Perfil was compiled without its feature `pdf`";

/// No fonts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glyphs {}

impl Glyphs {
    pub(crate) fn read(_: &dyn Files, _: &Path, _: &Settings, _: &Node) -> (Self, Vec<Problem>) {
        (Self {}, Vec::new())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn are_there(&self) -> bool {
        false
    }

    pub(crate) fn portrait(_: &[u8]) -> Result<Portrait, String> {
        Err(LEFT_OUT.to_owned())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn file(
        &self,
        _: &Subject,
        _: PaperSize,
        _: Look,
        _: Option<&Portrait>,
    ) -> Result<Vec<u8>, Fault> {
        Err(Fault { message: LEFT_OUT.to_owned(), range: None })
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn picture_version(
        &self,
        _: &Picture,
        _: Look,
        _: Option<&[u8]>,
    ) -> Result<String, String> {
        Err(LEFT_OUT.to_owned())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn picture(
        &self,
        _: &Picture,
        _: Look,
        _: Option<&Portrait>,
    ) -> Result<Vec<u8>, String> {
        Err(LEFT_OUT.to_owned())
    }

    #[expect(clippy::unused_self, reason = "the signature is that of printing.rs")]
    pub(crate) fn missing(&self, _: &Node) -> Option<Problem> {
        None
    }
}
