//! Adds Studio, the editor of profiles in a browser, with what its builder makes sites of.

use super::policy::{self, GITHUB};
use crate::content::Content;
use crate::finding::Finding;
use crate::output::{Output, hash};
use crate::shell::{Fonts, Shell};
use crate::theme::style;

/// The folder of Studio.
pub(super) const FOLDER: &str = "studio";

/// The folder in it of what its builder makes sites of.
const SHELL: &str = "shell";

/// The page. It has no text but what it says without scripts: Studio draws itself.
const PAGE: &str = include_str!("studio.html");

/// The service worker, which keeps Studio for visits without a network.
const OFFLINE: &str = include_str!("studio_offline.js");

/// The files of a shell's printer, which sets PDFs in a browser: its script, its module, and what is known of
/// the module.
const PRINTER: [&str; 3] = ["printer.js", "printer_bg.wasm", "printer.json"];

/// Studio's page and its policy's part.
pub(crate) struct Studio {
    page: &'static str,
    /// The files that are kept for visits without a network, each with the hash of its bytes; none where
    /// whoever opens Studio has the command, which serves it without a network.
    kept: Option<Vec<(String, String)>>,
    /// What the page says of the printer: its name, and the sizes of its module as it is loaded and as it is;
    /// none where there is no printer, or the command sets PDFs.
    printer: Option<String>,
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
    // What is served from this machine is not kept for when there is no network.
    let mut kept = is_offered.is_none().then(Vec::new);
    let mut add = |name: String, bytes: Vec<u8>| {
        if let Some(kept) = &mut kept {
            kept.push((name.clone(), hash(&bytes)));
        }
        output.add(&format!("{FOLDER}/{name}"), bytes);
    };
    let is_apart = |name: &str| name == "studio.css" || PRINTER.contains(&name);
    for (name, file) in shell.studio.iter().filter(|(name, _)| !is_apart(name)) {
        add(name.clone(), file.bytes().to_vec());
    }
    let mut names = Vec::new();
    for (name, bytes) in files(shell) {
        add(format!("{SHELL}/{name}"), bytes.to_vec());
        names.push(name);
    }
    add("shell.json".to_owned(), serde_json::to_vec(&names).unwrap_or_default());
    let printer = kept.as_ref().and_then(|_| add_printer(output, shell));
    let style = style::inlined(&String::from_utf8_lossy(sheet.bytes()));
    Ok(Some(Studio { page: PAGE, kept, printer, style }))
}

/// Adds the printer, if the shell has one, and returns what the page says of it.
///
/// It is too large to be kept for visits without a network before somebody needs it. Its name changes with it,
/// so that what is kept is never answered by another version.
fn add_printer(output: &dyn Output, shell: &Shell) -> Option<String> {
    let [script, module, known] = PRINTER.map(|name| shell.studio.get(name));
    let (script, module) = (script?.bytes(), module?.bytes());
    let known: serde_json::Value = serde_json::from_slice(known?.bytes()).ok()?;
    let name = format!("printer-{}", &hash(&[script, module].concat())[..8]);
    output.add(&format!("{FOLDER}/{name}.js"), script.to_vec());
    output.add(&format!("{FOLDER}/{name}_bg.wasm"), module.to_vec());
    Some(format!("{name} {} {}", known.get("download")?, module.len()))
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
    /// Adds the page, whose policy is that of the site, but for what publishes to a repository.
    pub(super) fn add_page(&self, output: &dyn Output, policy: &str, favicon: &str) {
        let policy = policy::of_studio(policy);
        let page = self.page.replace("{policy}", &perfil_text::escape_html(&policy));
        let page = page.replace("{github}", GITHUB);
        let page = page.replace("{icon}", &perfil_text::escape_html(favicon));
        let page = page.replace("{style}", &self.style);
        let page = page.replace("{command}", perfil_names::REPOSITORY);
        // Whoever has the command has the folder, too, and needs no network.
        let source = match (&self.kept, &self.printer) {
            (None, _) => {
                " data-content=\"/.perfil/content\" data-print=\"/.perfil/print\"".to_owned()
            }
            (Some(_), None) => " data-offline=\"offline.js\"".to_owned(),
            (Some(_), Some(printer)) => {
                format!(" data-offline=\"offline.js\" data-printer=\"{printer}\"")
            }
        };
        let page = page.replace("{source}", &source);
        if let Some(kept) = &self.kept {
            output.add(&format!("{FOLDER}/offline.js"), offline(kept, &page).into_bytes());
        }
        output.add(&format!("{FOLDER}/index.html"), page.into_bytes());
    }
}

/// Returns the service worker for a page and these files.
fn offline(kept: &[(String, String)], page: &str) -> String {
    let paths: Vec<&str> =
        std::iter::once("./").chain(kept.iter().map(|(name, _)| name.as_str())).collect();
    let version = hash(format!("{kept:?}{page}").as_bytes());
    let paths = serde_json::to_string(&paths).unwrap_or_default();
    OFFLINE.replace("{files}", &paths).replace("{version}", &version[..12])
}
