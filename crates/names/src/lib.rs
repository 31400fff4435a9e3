//! The names and addresses under which Perfil is published. Any of them may be taken by somebody else
//! on the day of a release, so each stands here alone.

#![no_std]

/// The package of npm with the command.
pub const NPM: &str = "perfil";

/// The beginning of the names of npm's packages with the program of one system: `perfil-linux-x64`.
pub const NPM_PREFIX: &str = "perfil-";

/// The package of `PyPI`, where `perfil` is something else.
pub const PYPI: &str = "perfil-cv";

/// The package of the Rust registry. Those that it is made of begin with the same name: `perfil-site`.
pub const CRATE: &str = "perfil";

/// The package of Debian.
pub const DEBIAN: &str = "perfil";

/// Where the sources are.
pub const REPOSITORY: &str = "https://github.com/perfil/perfil";

/// The container image, without a tag.
pub const IMAGE: &str = "ghcr.io/perfil/perfil";

/// The GitHub Action, without a version.
pub const ACTION: &str = "perfil/perfil";

/// Who answers for the packages, as an e-mail address with a name.
pub const MAINTAINER: &str = "The founders of Perfil <perfil@users.noreply.github.com>";
