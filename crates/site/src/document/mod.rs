//! The HTML document around a page, and the rendering of components to HTML.

mod assets;
mod preview;

pub(crate) use assets::{Assets, Face, Script, likeness};
pub(crate) use preview::PreviewImage;

use leptos::prelude::*;
use perfil_ui::parts::ErasedView;

/// Applies the chosen theme before the first paint, so that no other theme flashes, and shortens
/// the head of a page whose address asks for something, so that the answer does not push it away.
/// A page that may be shown at another position than its beginning is marked (`data-whole`), to be
/// laid out at once.
pub(crate) const THEME: &str = include_str!("scripts/theme.js");

/// Loads the fonts of the site after the page, and shows them unless something that is seen would
/// then move. Otherwise they are shown on the next page, or while the visitor looks at something else.
/// Words beside each other in a row, or in the middle of a line, keep their width by the space between
/// their letters, because everything beside them would move with it. Only scripts whose letters do not join
/// are spaced.
///
/// Finding out what is seen makes Chromium record what has moved, so that is done before the change.
/// Chromium tells of its first paint only some time after it, so the first frame counts instead.
pub(crate) const FONTS: &str = include_str!("scripts/fonts.js");

/// Redirects from the language chooser to the visitor's language.
pub(crate) const CHOOSER: &str = include_str!("scripts/chooser.js");

/// Starts the application after the first paint, so that it does not compete with anything that the
/// visitor waits for, or on the visitor's first tap or key. If it cannot start, the static page keeps
/// working, including every link. A link to a skill that is followed before is followed by the
/// application, so that the page need not be loaded again; if it is followed once more, the browser
/// follows it.
///
/// It also lays out the sections, which the stylesheet skips at first (`content-visibility`), one by
/// one whenever the browser is idle, and all at once before a link leads to one of them. Afterwards the
/// page is marked as laid out (`data-whole`).
pub(crate) const START: &str = include_str!("scripts/start.js");

/// The marker that Leptos writes where hydration has to find a position again.
pub(crate) const MARK: &str = "<!>";

/// A file with the same content as a page.
pub(crate) struct Alternate {
    pub media_type: &'static str,
    pub href: String,
    pub title: String,
}

/// The content of a document's `<head>`.
pub(crate) struct Head {
    pub lang: String,
    pub dir: String,
    pub title: String,
    pub description: String,
    pub hue: u32,
    /// The name of the theme.
    pub theme: String,
    /// The canonical URL of the document, if search engines should index it.
    pub canonical: Option<String>,
    /// The same page in every language: language tag and URL.
    pub alternates: Vec<(String, String)>,
    /// The URL of the oEmbed response for the page's card, if it has one.
    pub oembed: Option<String>,
    /// The files with the same content.
    pub files: Vec<Alternate>,
    /// The structured data of the document as JSON-LD, escaped so that it cannot end its element.
    pub linked: Option<String>,
    /// The type of the page (Open Graph).
    pub kind: &'static str,
    /// The name of the site.
    pub site: String,
    /// The name of the person whose page it is, in its URL.
    pub username: Option<String>,
    /// The image that other sites show beside a link to the page.
    pub preview: Option<PreviewImage>,
    /// The data that the browser hydrates the page from: path and revision.
    pub data: Option<(String, String)>,
    /// The web app manifest, which only the first pages of a site link.
    pub manifest: Option<String>,
    /// A script at the end of the body.
    pub last: Option<&'static str>,
    /// A stylesheet for this page only.
    pub style: Option<String>,
    /// The paths of further scripts (modules).
    pub modules: Vec<String>,
}

/// The length of the HTML of a page, in bytes, below which it is laid out at once (`data-whole`). Little
/// would be gained, and the end of a short page would come into sight when its sections get their real
/// heights.
const SHORT: usize = 20_000;

/// Renders a whole document. `body` is the HTML of the application, or of a page without it.
pub(crate) fn document(head: Head, assets: &Assets, body: String) -> String {
    let (view, revision) = head.data.clone().unzip();
    let properties = preview::properties(&head);
    let alternates = head
        .alternates
        .iter()
        .map(|(lang, href)| {
            view! { <link rel="alternate" hreflang=lang.clone() href=href.clone() /> }
        })
        .collect_view();
    let oembed = head.oembed.clone().map(|href| {
        let (form, title) = ("application/json+oembed", head.title.clone());
        view! { <link rel="alternate" type=form href=href title=title /> }
    });
    let files = head
        .files
        .iter()
        .map(|file| {
            let (href, title) = (file.href.clone(), file.title.clone());
            view! { <link rel="alternate" type=file.media_type href=href title=title /> }
        })
        .collect_view();
    let linked = head.linked.clone().map(|linked| {
        // This is data, to which no policy for scripts applies.
        view! { <script type="application/ld+json" inner_html=linked></script> }
    });
    let start = view.is_some().then(|| {
        view! {
            <script
                src=assets.start.linked()
                data-script=assets.script.clone()
                data-module=assets.module.clone()
                inner_html=assets.start.inline()
            ></script>
        }
    });
    let fonts = assets.font_script.as_ref().map(|script| {
        view! { <script src=script.linked() inner_html=script.inline()></script> }
    });
    let modules = head
        .modules
        .iter()
        .map(|path| view! { <script type="module" src=path.clone()></script> })
        .collect_view();
    let Head {
        lang, dir, title, description, hue, theme, canonical, manifest, last, style, ..
    } = head;
    let look = assets.styles.get(&theme).cloned().filter(|_| assets.linked.is_empty());
    let linked_look = assets.linked.get(&theme).cloned();
    let whole = (body.len() < SHORT).then_some("");
    let page = view! {
        <html lang=lang dir=dir data-view=view data-revision=revision data-hue=hue data-whole=whole>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=assets.policy.clone() />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <script inner_html=THEME></script>
                {fonts}
                <title>{title}</title>
                <meta name="description" content=description />
                <meta name="color-scheme" content="light dark" />
                {look.map(|look| view! { <style inner_html=look></style> })}
                {linked_look.map(|href| view! { <link rel="stylesheet" href=href /> })}
                {style.map(|style| view! { <style inner_html=style></style> })}
                <link rel="icon" href=assets.favicon.clone() type="image/svg+xml" />
                {manifest.map(|href| view! { <link rel="manifest" href=href /> })}
                {canonical.map(|href| view! { <link rel="canonical" href=href /> })}
                {alternates}
                {oembed}
                {files}
                {linked}
                {properties}
            </head>
            <body>
                <div id="app" inner_html=body></div>
                // A script in the head would let the browser lay out and paint an empty body first.
                {start}
                {modules}
                {last.map(|script| view! { <script inner_html=script></script> })}
            </body>
        </html>
    };
    // Only hydrated pages need Leptos' markers.
    format!("<!DOCTYPE html>\n{}\n", page.to_html().replace(MARK, ""))
}

/// Renders a part of a page that the browser need not be able to render.
pub(crate) fn fragment(view: impl FnOnce() -> ErasedView) -> String {
    rendered(|| view().to_html().replace(MARK, ""))
}

/// Runs a render in a reactive owner of its own, which is disposed afterwards.
pub(crate) fn rendered(render: impl FnOnce() -> String) -> String {
    let owner = Owner::new();
    let html = owner.with(render);
    owner.cleanup();
    html
}
