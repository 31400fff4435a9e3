//! What Typst sets of an open folder, which only the printer does.

use super::{Session, slug};
use crate::answers::problems;
use perfil_export::PaperSize;
use perfil_form::Problem;
use perfil_site::{CvRequest, Environment, InTurn, cv};
use std::path::Path;

impl Session {
    /// Sets a profile as PDF.
    ///
    /// # Errors
    ///
    /// Returns everything that stops it.
    pub fn pdf(
        &self,
        profile: &str,
        language: &str,
        paper: PaperSize,
    ) -> Result<Vec<u8>, Vec<Problem>> {
        let environment = Environment { files: &self.files, workers: &InTurn, watch: &() };
        let request = CvRequest {
            profile: slug(profile).unwrap_or_default().to_owned(),
            language: Some(language.to_owned()),
            paper,
            focus: Vec::new(),
        };
        cv(environment, Path::new(""), &request).map_err(|findings| problems(&findings))
    }
}
