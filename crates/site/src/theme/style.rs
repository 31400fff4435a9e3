//! Adds the accent tones of a site's people to a stylesheet of the shell.

use super::accent;
use perfil_model::profile::Hue;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Returns the stylesheet with the tones of every hue in use.
pub(crate) fn with_tones(sheet: &str, hues: &BTreeSet<Hue>) -> String {
    let mut code = sheet.to_owned();
    if !hues.is_empty() {
        tones(&mut code, hues);
    }
    // The stylesheet is inside a `<style>` element, which nothing in it may close.
    code.replace("</", "<\\/")
}

fn tones(code: &mut String, hues: &BTreeSet<Hue>) {
    code.push_str("@layer tokens{");
    for hue in hues {
        let [light, dark] = accent::tones(hue.0);
        // Writing to a string cannot fail.
        let _ = write!(
            code,
            "[data-hue=\"{}\"]{{--accent:light-dark({},{});--tint:light-dark({},{})}}",
            hue.0, light.accent, dark.accent, light.tint, dark.tint,
        );
    }
    code.push('}');
}
