//! The page for an iframe: the card with everything that it needs, readable without a script.

use crate::document::Assets;
use leptos::prelude::*;
use perfil_model::profile::Id;
use perfil_view::Page;

/// Applies the options in the address, and reports the size of the card to the embedding page.
pub(crate) const FRAME: &str = include_str!("frame.js");

/// The page has no space except the card's.
pub(crate) const STYLE: &str = "body{margin:0}perfil-card{display:block}";

/// Renders the document. `card` is the HTML of the card.
pub(super) fn document(page: &Page, assets: &Assets, slug: &Id, card: &str) -> String {
    let root = [
        "<style>",
        &assets.card,
        "</style><div class=\"frame\" data-theme=\"system\">",
        card,
        "</div>",
    ]
    .concat();
    let view = view! {
        <html lang=page.lang.clone() dir=page.dir.clone()>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=assets.policy.clone() />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{page.title.clone()}</title>
                // It has no content that the page itself does not present better.
                <meta name="robots" content="noindex" />
                <link rel="canonical" href=page.canonical.clone() />
                <link rel="icon" href="data:," />
                <base target="_blank" />
                <style inner_html=STYLE></style>
            </head>
            <body>
                <perfil-card profile=slug.to_string()>
                    {leptos::html::template().attr("shadowrootmode", "open").inner_html(root)}
                </perfil-card>
                <script inner_html=FRAME></script>
                <script type="module" src=assets.element.clone()></script>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>\n{}\n", view.to_html().replace(crate::document::MARK, ""))
}
