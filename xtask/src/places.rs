//! Where things lie. `main` enters the checkout first, so these paths are relative to it.

use std::path::Path;

/// What the owner writes: profiles, words, pictures.
pub(crate) const CONTENT: &str = "public";

/// The finished site.
pub(crate) const DIST: &str = "dist";

/// What Trunk makes of the app before any page is written into it.
pub(crate) const SHELL: &str = "target/shell";

/// Says which sources the shell was made from.
pub(crate) const SHELL_FINGERPRINT: &str = "target/shell.fingerprint";

/// The checkout this command was compiled in; it may be called from any folder below.
pub(crate) fn checkout() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
