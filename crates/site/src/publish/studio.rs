//! Adds Studio, the editor of profiles in a browser, with what its builder makes sites of.

use crate::content::Content;
use crate::finding::Finding;
use crate::output::Output;
use crate::shell::{Fonts, Shell};
use crate::theme::style;

/// The folder of Studio.
const FOLDER: &str = "studio";

/// The folder of what its builder makes sites of.
const SHELL: &str = "studio/shell";

/// The page. It has no text but what it says without scripts: Studio draws itself.
const PAGE: &str = include_str!("studio.html");

/// Studio's page and its policy's part.
pub(crate) struct Studio {
    page: &'static str,
    /// The stylesheet, as it is in the page.
    pub(crate) style: String,
}

/// Adds the files of Studio, if the site has it, but for its page. If it is not said whether Studio is
/// offered, the settings decide.
pub(super) fn add_files(
    output: &dyn Output,
    content: &Content,
    shell: &Shell,
    is_offered: Option<bool>,
) -> Result<Option<Studio>, Finding> {
    let is_wanted = match is_offered {
        Some(is_offered) => is_offered && !shell.studio.is_empty(),
        None => content.settings.studio == Some(true),
    };
    if !is_wanted {
        return Ok(None);
    }
    let Some(sheet) = shell.studio.get("studio.css") else {
        let file = content.folder.join("site.json");
        let message = "the site has \"studio\", which this program was compiled without";
        let remedy =
            "Use a released program, build it with `cargo xtask build`, or remove the setting.";
        return Err(Finding::of_file(&file, message, remedy));
    };
    for (name, file) in shell.studio.iter().filter(|(name, _)| *name != "studio.css") {
        output.add(&format!("{FOLDER}/{name}"), file.bytes().to_vec());
    }
    let mut names = Vec::new();
    for (name, bytes) in files(shell) {
        output.add(&format!("{SHELL}/{name}"), bytes.to_vec());
        names.push(name);
    }
    let names = serde_json::to_vec(&names).unwrap_or_default();
    output.add(&format!("{FOLDER}/shell.json"), names);
    let style = style::inlined(&String::from_utf8_lossy(sheet.bytes()));
    Ok(Some(Studio { page: PAGE, style }))
}

/// Returns the files of a shell, by their paths in its folder.
fn files(shell: &Shell) -> Vec<(String, &[u8])> {
    let Fonts { files, style } = &shell.fonts;
    let own: [(&str, &[u8]); 9] = [
        ("app.js", &shell.script),
        ("app_bg.wasm", &shell.module),
        ("style/card.css", shell.card_style.as_bytes()),
        ("style/fonts.css", style.as_bytes()),
        ("style/index.css", shell.style.as_bytes()),
        ("style/widget.css", shell.about_cards_style.as_bytes()),
        (Shell::ELEMENT, &shell.element),
        ("widget/widget.js", &shell.card_script),
        ("widget/widget_bg.wasm", &shell.card_module),
    ];
    let fonts = files.iter().map(|(path, bytes)| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        (format!("style/fonts/{name}"), bytes.as_slice())
    });
    own.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).chain(fonts).collect()
}

impl Studio {
    /// Adds the page, whose policy is that of the site.
    pub(super) fn add_page(&self, output: &dyn Output, policy: &str, favicon: &str) {
        let page = self.page.replace("{policy}", &perfil_text::escape_html(policy));
        let page = page.replace("{icon}", &perfil_text::escape_html(favicon));
        let page = page.replace("{style}", &self.style);
        output.add(&format!("{FOLDER}/index.html"), page.into_bytes());
    }
}
