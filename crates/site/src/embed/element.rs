//! The script of the custom element, with the paths of its site's files.

use crate::content::Content;
use serde_json::json;

/// The files that describe the element for editors and other tools, by their names: its types, and
/// the manifest of custom elements (<https://github.com/webcomponents/custom-elements-manifest>).
///
/// `tests/web/card_interface.rs` compares both with the element itself.
pub(crate) const DESCRIPTIONS: [(&str, &str); 2] = [
    ("perfil-card.d.ts", include_str!("perfil-card.d.ts")),
    ("custom-elements.json", include_str!("custom-elements.json")),
];

/// The placeholder that the build replaces with what the script has to know.
const PLACE: &str = "\"__PERFIL__\"";

/// The paths of the files that the script loads.
pub(crate) struct Files<'a> {
    pub style: &'a str,
    pub script: &'a str,
    pub module: &'a str,
}

/// Returns the script for a site; `None` if it is not the script of this version of the program.
pub(crate) fn script(element: &str, content: &Content, files: &Files) -> Option<String> {
    let first = content.settings.default_language.to_string();
    let others = content.locales.iter().map(|locale| locale.tag.to_string());
    let others = others.filter(|tag| *tag != first);
    let languages: Vec<String> = [first.clone()].into_iter().chain(others).collect();
    let site = json!({
        "base": content.urls.path(""),
        "style": files.style,
        "script": files.script,
        "module": files.module,
        "languages": languages,
    });
    let (before, after) = element.split_once(PLACE)?;
    Some([before, &site.to_string(), after].concat())
}
