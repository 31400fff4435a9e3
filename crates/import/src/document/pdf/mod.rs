//! Reads PDFs into blocks.

use super::Document;
use perfil_source::Problem;

/// Whether a file is a PDF.
pub(super) fn is_file(_bytes: &[u8]) -> bool {
    false
}

/// Reads a document.
pub(super) fn read(_bytes: &[u8]) -> Result<Document, Problem> {
    Ok(Document::default())
}
