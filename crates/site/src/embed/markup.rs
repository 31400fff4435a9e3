//! The HTML that is copied into another page to show a card there.

use super::{FRAME_SIZE, folder};
use crate::content::Content;
use crate::outputs::OutputKind;
use leptos::prelude::*;
use perfil_model::profile::Id;
use perfil_text::escape_markdown;
use perfil_ui::embed::Markup;
use perfil_view::Page;

/// Returns the markup of a person's card, in the language of the person's page.
pub(crate) fn markup(content: &Content, page: &Page, slug: &Id, name: &str) -> Markup {
    let address = |path: &str| content.urls.canonical(&content.urls.path(path));
    let folder = folder(&page.lang, slug);
    let link = leptos::html::a().href(page.canonical.clone()).child(name.to_owned()).to_html();
    let element = [
        "<script type=\"module\" src=\"",
        &address("widget.js"),
        "\"></script>\n<perfil-card profile=\"",
        &slug.to_string(),
        "\" lang=\"",
        &page.lang,
        "\">\n  ",
        &link,
        "\n</perfil-card>",
    ];
    let (width, height) = FRAME_SIZE;
    // A frame whose colour scheme differs from that of its element has an opaque background, also
    // in its corners; the page in the frame declares none.
    let frame = leptos::html::iframe()
        .src(address(&folder))
        .title(name.to_owned())
        .width(width)
        .height(height)
        .attr("loading", "lazy")
        .attr("style", "border: 0; max-width: 100%; color-scheme: light");
    let picture = [
        "[![",
        &escape_markdown(name),
        "](",
        &address(&folder),
        "light.svg)](",
        &page.canonical,
        ")",
    ];
    let has = |kind| content.settings.has(kind);
    Markup {
        element: element.concat(),
        frame: has(OutputKind::Frame).then(|| frame.to_html()),
        picture: has(OutputKind::Picture).then(|| picture.concat()),
    }
}
