//! Files about the site for machines: sitemap, robots.txt and manifest.

use crate::content::Content;
use crate::output::Output;
use crate::pages::directory;
use crate::pages::views::site_name;
use crate::urls::{self, Target};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Adds the files.
pub(crate) fn add(output: &dyn Output, content: &Content) {
    // Writing into memory cannot fail.
    output.add("sitemap.xml", sitemap(content).unwrap_or_default());
    let sitemap = content.urls.canonical(&content.urls.path("sitemap.xml"));
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    output.add("robots.txt", robots.into_bytes());
    output.add("site.webmanifest", manifest(content).into_bytes());
}

/// Renders the sitemap (sitemaps.org), where each page lists its translations.
fn sitemap(content: &Content) -> io::Result<Vec<u8>> {
    let directory = [Target::Home]
        .into_iter()
        .chain((2..=directory::pages(content)).map(Target::Further))
        .filter(|_| !content.is_single())
        .map(|target| (target, None));
    // Of the other pages, nobody states when they were changed.
    let people = content.people.iter().map(|it| (content.target(it), it.last_modified));
    let widget = (Target::Widget(&content.settings.default_language), None);
    let targets: Vec<_> = directory.chain(people).chain([widget]).collect();
    let address =
        |tag, target| content.urls.canonical(&content.urls.path(&urls::page(tag, target)));

    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            for (target, changed) in targets {
                for locale in &content.locales {
                    writer.create_element("url").write_inner_content(|writer| {
                        let here = address(&locale.tag, target);
                        writer.create_element("loc").write_text_content(BytesText::new(&here))?;
                        if let Some(date) = changed {
                            let date = date.to_string();
                            writer
                                .create_element("lastmod")
                                .write_text_content(BytesText::new(&date))?;
                        }
                        for other in &content.locales {
                            let there = address(&other.tag, target);
                            writer
                                .create_element("xhtml:link")
                                .with_attribute(("rel", "alternate"))
                                .with_attribute(("hreflang", other.tag.as_str()))
                                .with_attribute(("href", there.as_str()))
                                .write_empty()?;
                        }
                        Ok(())
                    })?;
                }
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Renders the web app manifest (W3C).
fn manifest(content: &Content) -> String {
    let locale =
        content.locales.iter().find(|locale| locale.tag == content.settings.default_language);
    let name = locale.map(|locale| site_name(content, locale).text).unwrap_or_default();
    let manifest = serde_json::json!({
        "name": name,
        "lang": content.settings.default_language.as_str(),
        "start_url": content.urls.path(""),
        "scope": content.urls.path(""),
        "display": "browser",
        "icons": [{
            "src": content.urls.path("favicon.svg"),
            "sizes": "any",
            "type": "image/svg+xml",
        }],
    });
    format!("{manifest:#}\n")
}
