//! The favicon.

use crate::content::Content;
use crate::environment::Files;
use crate::output::Output;
use crate::pages::views::site_name;
use crate::theme::accent;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_localize::initials;
use perfil_text::escape_html;

/// The maximum size of an icon that is inlined in pages, in bytes; a larger one is worth a request, as one
/// of a site of many people is.
const MAX_INLINE_BYTES: usize = 1024;

/// Adds the owner's icon, or a generated one, and returns the address that pages link to.
pub(crate) fn add(files: &dyn Files, output: &dyn Output, content: &Content) -> String {
    let own = files.read(&content.folder.join("static/favicon.svg"));
    let icon = own.unwrap_or_else(|_| draw(content).into_bytes());
    let href = if content.settings.is_large() || icon.len() > MAX_INLINE_BYTES {
        content.urls.path("favicon.svg")
    } else {
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(&icon))
    };
    output.add("favicon.svg", icon);
    href
}

/// Draws the first letter of the site's title on its accent colour.
fn draw(content: &Content) -> String {
    let locale = content.locales.first();
    let name = match content.people.as_slice() {
        [only] => match &only.name.0 {
            perfil_model::language::Text::Plain(name) => name.clone(),
            perfil_model::language::Text::ByLanguage(names) => {
                names.first().map(|(_, name)| name.clone()).unwrap_or_default()
            }
        },
        _ => locale.map(|locale| site_name(content, locale).text).unwrap_or_default(),
    };
    let letters = escape_html(&initials(&name));
    let (_, theme) = content.themes.site();
    let [light, dark] = theme.schemes().map(|colors| accent::tones(content.own_hue().0, colors));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><style>\
         rect{{fill:{}}}text{{fill:{};font:600 32px system-ui,sans-serif}}\
         @media(prefers-color-scheme:dark){{rect{{fill:{}}}text{{fill:{}}}}}</style>\
         <rect width=\"64\" height=\"64\" rx=\"32\"/>\
         <text x=\"32\" y=\"33\" dominant-baseline=\"central\" text-anchor=\"middle\">{letters}\
         </text></svg>\n",
        light.accent, light.tint, dark.tint, dark.accent,
    )
}
