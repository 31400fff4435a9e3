//! Configuration of the host: headers and redirects, in the format that Netlify and Cloudflare
//! read.

use super::{policy, studio};
use crate::content::Content;
use crate::document::Assets;
use crate::embed::oembed;
use crate::export;
use crate::output::Output;
use crate::urls::{self, Target, WIDGET};
use std::fmt::Write as _;

/// A header and the paths that it is sent for.
struct Header {
    /// A path; `*` at its end matches anything.
    path: String,
    name: &'static str,
    value: String,
}

/// The header of the policy.
const POLICY: &str = "Content-Security-Policy";

/// What takes that of shorter paths back at Cloudflare. Netlify, where the last one counts, passes over it.
const TAKEN_BACK: &str = "! Content-Security-Policy";

/// Returns the headers of a site with these files. Paths are within the site.
fn headers(content: &Content, assets: &Assets) -> Vec<Header> {
    let header = |path: &str, name, value: &str| Header {
        path: path.to_owned(),
        name,
        value: value.to_owned(),
    };
    let policy = &assets.policy;
    let full_policy = format!("{policy}; frame-ancestors 'none'");
    let mut transport = "max-age=63072000".to_owned();
    if content.settings.include_sub_domains == Some(true) {
        transport.push_str("; includeSubDomains");
    }
    let mut headers = vec![
        header("*", POLICY, policy),
        header("*", "Strict-Transport-Security", &transport),
        header("*", "X-Content-Type-Options", "nosniff"),
        header("*", "Referrer-Policy", "strict-origin-when-cross-origin"),
        header(
            "*",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        ),
        header("*", "Cross-Origin-Opener-Policy", "same-origin"),
        // Pages of any origin may read what is published as data.
        header("data/*", "Access-Control-Allow-Origin", "*"),
        header("schema/*", "Access-Control-Allow-Origin", "*"),
    ];
    headers.push(header("export/*", "Access-Control-Allow-Origin", "*"));
    for format in export::formats(content) {
        // Not every host knows the media types of these files, and that they are in UTF-8.
        let form = format.media_type();
        if form.starts_with("text/") {
            let path = format!("{}*", export::folder(format));
            headers.push(header(&path, "Content-Type", &format!("{form}; charset=utf-8")));
        }
    }
    // Some hosts take TypeScript for video, and others do not know the encoding of texts.
    for path in ["llms.txt", "perfil-card.d.ts"] {
        headers.push(header(path, "Content-Type", "text/plain; charset=utf-8"));
    }
    let forever = "public, max-age=31536000, immutable";
    headers.push(header("assets/*", "Cache-Control", forever));
    for path in ["assets/*", "embed/*", "widget.js"] {
        headers.push(header(path, "Access-Control-Allow-Origin", "*"));
        headers.push(header(path, "Cross-Origin-Resource-Policy", "cross-origin"));
    }
    // Only cards may be framed by other pages. Hosts differ in whether the policy for a longer path
    // is added to that of the shorter one or replaces it, so each of the two is complete.
    let languages = content.locales.iter().map(|locale| format!("{}/*", locale.tag));
    for path in [String::new(), format!("{WIDGET}/*")].into_iter().chain(languages) {
        headers.push(header(&path, POLICY, &full_policy));
    }
    if assets.studio.is_some() {
        // The page alone: its worker needs nothing of another origin.
        let path = format!("{}/", studio::FOLDER);
        // A host that adds policies would keep the page to that of all paths, unless it is taken back.
        headers.push(header(&path, TAKEN_BACK, ""));
        headers.push(header(&path, POLICY, &policy::of_studio(&full_policy)));
    }
    headers
}

/// Adds `_headers` and `_redirects`.
pub(crate) fn add(output: &dyn Output, content: &Content, assets: &Assets) {
    output.add("_headers", headers_file(content, assets).into_bytes());
    output.add("_redirects", redirects_file(content).into_bytes());
}

fn headers_file(content: &Content, assets: &Assets) -> String {
    let mut file = String::new();
    let mut last = None;
    // Writing to a string cannot fail.
    for Header { path, name, value } in headers(content, assets) {
        if last.as_ref() != Some(&path) {
            let _ = writeln!(file, "{}", content.urls.path(&path));
            last = Some(path);
        }
        let _ = match value.as_str() {
            "" => writeln!(file, "  {name}"),
            _ => writeln!(file, "  {name}: {value}"),
        };
    }
    file
}

/// Returns the redirects: from the root to the visitor's language, on hosts that know it, and from
/// the query form of oEmbed to its responses. The first are forced (`!`), because the chooser is a
/// file at the same path.
fn redirects_file(content: &Content) -> String {
    let mut file = String::new();
    for locale in &content.locales {
        let tag = &locale.tag;
        let home = content.urls.path(&urls::page(tag, Target::Home));
        // Writing to a string cannot fail.
        let _ = writeln!(file, "{} {home} 302! Language={tag}", content.urls.path(""));
    }
    file + &oembed::rules(content)
}
