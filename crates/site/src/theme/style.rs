//! Completes a stylesheet of the shell by the colours and the rules of a theme, and by the accent
//! tones of a site's people.

use super::Theme;
use super::accent;
use perfil_model::profile::Hue;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Returns the tokens of a theme as a stylesheet, with the tones of every hue in use.
pub(crate) fn tokens(theme: &Theme, hues: &BTreeSet<Hue>) -> String {
    let mut code = "@layer tokens{:root,.frame{".to_owned();
    let [light, dark] = theme.schemes();
    for (name, light, dark) in [
        ("paper", light.paper, dark.paper),
        ("ink", light.ink, dark.ink),
        ("panel", light.panel, dark.panel),
        ("soft", light.soft, dark.soft),
        ("perfil-border", light.border, dark.border),
    ] {
        // Writing to a string cannot fail.
        let _ = write!(code, "--{name}:light-dark({},{});", light.css(), dark.css());
    }
    let families = [("text", theme.text().name()), ("display", theme.display().name())];
    for (role, family) in families {
        let _ = write!(code, "--font-{role}:var(--{family});");
    }
    code.push('}');
    for hue in hues {
        let [light, dark] = theme.schemes().map(|colors| accent::tones(hue.0, colors));
        let _ = write!(
            code,
            "[data-hue=\"{}\"]{{--accent:light-dark({},{});--tint:light-dark({},{})}}",
            hue.0, light.accent, dark.accent, light.tint, dark.tint,
        );
    }
    code.push('}');
    code
}

/// Returns a stylesheet as it can be inside a `<style>` element, which nothing in it may close.
pub(crate) fn inlined(code: &str) -> String {
    code.replace("</", "<\\/")
}
