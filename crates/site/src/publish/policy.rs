//! The Content Security Policy of a site.

use crate::document::{Assets, CHOOSER, Script, THEME};
use crate::embed::{FRAME, STYLE};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Where Studio publishes to a repository: the only origin beside the site's own that any page may ask.
pub(super) const GITHUB: &str = "https://api.github.com";

/// What pages may ask.
const OWN: &str = "connect-src 'self'";

/// Returns the Content Security Policy: only the site's own files, and inline only what is hashed.
pub(super) fn policy(assets: &Assets) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let shared = assets.font_script.iter().chain([&assets.start]).filter_map(Script::inline);
    let scripts: Vec<_> = [THEME, CHOOSER, FRAME].into_iter().chain(shared).map(hash).collect();
    let styles = assets.styles.values().map(String::as_str);
    let styles: Vec<_> = styles
        .chain([&*assets.card, &*assets.widget, STYLE])
        .chain(assets.studio.as_deref())
        .map(hash)
        .collect();
    let own = if assets.linked.is_empty() { "" } else { "'self' " };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        format!("style-src {own}{}", styles.join(" ")),
        "img-src 'self' data:".to_owned(),
        "font-src 'self'".to_owned(),
        OWN.to_owned(),
        // The page that documents how a card is embedded shows one in a frame.
        "frame-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// Returns the policy of Studio's page, which may also publish to a repository when somebody asks it to.
pub(super) fn of_studio(policy: &str) -> String {
    policy.replacen(OWN, &format!("{OWN} {GITHUB}"), 1)
}
