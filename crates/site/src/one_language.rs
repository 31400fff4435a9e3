//! The pages of one language, for an editor that shows one of them.

use crate::environment::Environment;
use crate::finding::Finding;
use crate::output::Output;
use crate::shell::Shell;
use crate::{Ready, publish};
use perfil_model::language::Tag;

impl Ready {
    /// Builds the files of each person in one language, and nothing of several people or languages, for an
    /// editor that shows one page.
    ///
    /// # Errors
    ///
    /// Returns what is wrong.
    pub fn publish_language(
        &self,
        environment: Environment,
        shell: Shell,
        output: &dyn Output,
        language: &Tag,
    ) -> Result<(), Vec<Finding>> {
        let when = self.when(Some(language));
        publish::publish(environment, output, &self.content, shell, when).map(drop)
    }

    /// Returns what a build need not do, of all languages or of one.
    pub(crate) fn when<'a>(&'a self, only: Option<&'a Tag>) -> publish::When<'a> {
        publish::When {
            is_typeset_later: self.is_typeset_later,
            is_studio_offered: self.is_studio_offered,
            only,
            memory: self.memory.as_ref().map(|it| &it.0.made),
        }
    }
}
