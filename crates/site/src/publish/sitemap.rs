//! Files about the site for machines: sitemap, robots.txt and manifest.

use crate::content::Content;
use crate::output::Output;
use crate::pages::directory;
use crate::pages::views::site_name;
use crate::urls::{self, Target, Urls};
use perfil_model::language::{Date, Locale, Tag};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// What the protocol (sitemaps.org) allows in one file.
struct Limits {
    /// The number of addresses.
    addresses: usize,
    /// The number of bytes.
    bytes: usize,
}

/// The limits, with room in a file for what is around its addresses.
const LIMITS: Limits = Limits { addresses: 50_000, bytes: (50 << 20) - 1024 };

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Adds the files.
pub(crate) fn add(output: &dyn Output, content: &Content) {
    // Writing into memory cannot fail.
    let addresses = addresses(content).unwrap_or_default();
    for (path, bytes) in sitemaps(&content.urls, &addresses, &LIMITS).unwrap_or_default() {
        output.add(&path, bytes);
    }
    let sitemap = content.urls.canonical(&content.urls.path("sitemap.xml"));
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    output.add("robots.txt", robots.into_bytes());
    output.add("site.webmanifest", manifest(content).into_bytes());
}

/// Renders the entry of each page in each language.
fn addresses(content: &Content) -> io::Result<Vec<Vec<u8>>> {
    let directory = [Target::Home]
        .into_iter()
        .chain((2..=directory::pages(content)).map(Target::Further))
        .filter(|_| !content.is_single())
        .map(|target| (target, None));
    // Of the other pages, nobody states when they were changed.
    let people = content.people.iter().map(|it| (content.target(it), it.last_modified));
    let widget = (Target::Widget(&content.settings.default_language), None);
    let pages = directory.chain(people).chain([widget]);
    let in_languages = pages.flat_map(|(target, changed)| {
        let in_language = move |it: &Locale| address(content, &it.tag, target, changed);
        content.locales.iter().map(in_language)
    });
    in_languages.collect()
}

/// Renders the sitemap: one file, or an index of as many as the limits require.
fn sitemaps(
    urls: &Urls,
    addresses: &[Vec<u8>],
    limits: &Limits,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut parts: Vec<(usize, Vec<u8>)> = Vec::new();
    for address in addresses {
        match parts.last_mut() {
            Some((count, bytes))
                if *count < limits.addresses && bytes.len() + address.len() <= limits.bytes =>
            {
                bytes.extend(address);
                *count += 1;
            }
            _ => parts.push((1, address.clone())),
        }
    }
    let attributes = [("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    if let [(_, addresses)] = parts.as_slice() {
        return Ok(vec![("sitemap.xml".to_owned(), file("urlset", &attributes, addresses)?)]);
    }
    let (mut files, mut listed) = (Vec::new(), Vec::new());
    for (number, (_, addresses)) in (1..).zip(&parts) {
        let path = format!("sitemap-{number}.xml");
        let location = urls.canonical(&urls.path(&path));
        listed.extend(element("sitemap", |writer| text(writer, "loc", &location))?);
        files.push((path, file("urlset", &attributes, addresses)?));
    }
    files.push(("sitemap.xml".to_owned(), file("sitemapindex", &attributes[..1], &listed)?));
    Ok(files)
}

type Xml = Writer<Vec<u8>>;

/// Renders the entry of a page, which lists its translations.
fn address(
    content: &Content,
    tag: &Tag,
    target: Target,
    changed: Option<Date>,
) -> io::Result<Vec<u8>> {
    let of = |tag: &Tag| content.urls.canonical(&content.urls.path(&urls::page(tag, target)));
    element("url", |writer| {
        text(writer, "loc", &of(tag))?;
        if let Some(date) = changed {
            text(writer, "lastmod", &date.to_string())?;
        }
        for other in &content.locales {
            writer
                .create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", other.tag.as_str()))
                .with_attribute(("href", of(&other.tag).as_str()))
                .write_empty()?;
        }
        Ok(())
    })
}

fn text(writer: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text)).map(|_| ())
}

/// Renders an element of a list, on a line of its own.
fn element(name: &str, inner: impl Fn(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.create_element(name).write_inner_content(inner)?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Renders a whole file from the elements that its root contains.
fn file(root: &str, attributes: &[(&str, &str)], elements: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.get_mut().push(b'\n');
    let start = BytesStart::new(root).with_attributes(attributes.iter().copied());
    writer.write_event(Event::Start(start))?;
    writer.get_mut().push(b'\n');
    writer.get_mut().extend(elements);
    writer.write_event(Event::End(BytesEnd::new(root)))?;
    writer.get_mut().push(b'\n');
    Ok(writer.into_inner())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn files(limits: &Limits) -> Vec<(String, String)> {
        let urls = Urls::new("https://a.example/b").expect("the address is good");
        let addresses = ["<url>1</url>\n", "<url>2</url>\n", "<url>3</url>\n"];
        let addresses = addresses.map(|it| it.as_bytes().to_vec());
        let files = sitemaps(&urls, &addresses, limits).expect("memory can be written");
        let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
        files.into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
    }

    #[test]
    fn what_fits_is_one_file() {
        let files = files(&LIMITS);
        let [(path, text)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(path, "sitemap.xml");
        assert!(text.contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""));
        assert!(text.contains("\n<url>1</url>\n<url>2</url>\n<url>3</url>\n</urlset>"), "{text}");
    }

    #[test]
    fn an_index_names_as_many_files_as_are_needed() {
        let one = "<url>1</url>\n".len();
        for limits in
            [Limits { addresses: 2, bytes: 1000 }, Limits { addresses: 9, bytes: 2 * one }]
        {
            let files = files(&limits);
            let [(_, first), (_, second), (path, index)] = files.as_slice() else {
                panic!("{files:?}")
            };
            assert!(first.contains("1</url>") && first.contains("2</url>"), "{first}");
            assert!(second.contains("3</url>") && !second.contains("2</url>"), "{second}");
            assert_eq!(path, "sitemap.xml");
            for number in [1, 2] {
                let address = format!("<loc>https://a.example/b/sitemap-{number}.xml</loc>");
                assert!(index.contains(&address), "{index}");
            }
            assert!(index.contains("<sitemapindex xmlns=") && !index.contains("xhtml"), "{index}");
        }
    }
}
