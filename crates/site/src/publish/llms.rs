//! `llms.txt` (<https://llmstxt.org>): leads programs that read Markdown to every profile as such.

use crate::content::Content;
use crate::export;
use crate::output::Output;
use crate::outputs::OutputKind;
use crate::pages::views::{site_chain, site_name};
use perfil_export::Format;
use perfil_localize::Localizer;
use perfil_model::language::Locale;
use perfil_text::escape_markdown;
use perfil_view::PersonTile;

/// The file, to which the people are added language by language.
pub(crate) struct Llms(String);

impl Llms {
    /// Begins the file with the title and the description of the site in its default language.
    pub(crate) fn new(content: &Content) -> Self {
        let default = &content.settings.default_language;
        let Some(locale) = content.locales.iter().find(|locale| locale.tag == *default) else {
            return Self(String::new());
        };
        let mut text = ["# ", &line(&site_name(content, locale).text), "\n"].concat();
        if let Some(description) = &content.settings.description {
            let chain = site_chain(content, &locale.tag);
            let description = Localizer::new(&chain, locale).unmarked(description);
            text.extend(["\n> ", &line(&description), "\n"]);
        }
        Self(text)
    }

    /// Adds a section with the people in a language. `tiles` are those of all people, in order.
    pub(crate) fn language(&mut self, content: &Content, locale: &Locale, tiles: &[PersonTile]) {
        self.0.extend(["\n## ", &line(&locale.name), "\n\n"]);
        let has_markdown = content.settings.has(OutputKind::Markdown);
        for (person, tile) in content.people.iter().zip(tiles) {
            let path = if has_markdown {
                export::path(content, Format::Markdown, &locale.tag, &person.slug)
            } else {
                tile.path.clone()
            };
            let address = content.urls.canonical(&path);
            self.0.extend(["- [", &line(&tile.name.text), "](", &address, ")"]);
            if let Some(headline) = &tile.headline {
                self.0.extend([": ", &line(&headline.text)]);
            }
            self.0.push('\n');
        }
    }

    /// Adds the file to the site.
    pub(crate) fn add(self, output: &dyn Output) {
        output.add("llms.txt", self.0.into_bytes());
    }
}

/// Returns a text on one line, in which nothing is markup.
fn line(text: &str) -> String {
    escape_markdown(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
