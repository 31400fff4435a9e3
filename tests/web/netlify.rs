//! The site on Netlify, as its own emulator serves it.

use super::dist;
use super::emulator::Emulator;
use std::fs;
use std::process::Command;

/// With this header, the root is the chooser.
const NO_REDIRECT: (&str, &str) = ("Accept-Language", "de");

/// One test, because the emulator takes seconds to start.
#[test]
fn netlify_serves_the_site_as_intended() {
    let emulator = Emulator::start();
    the_root_leads_to_the_visitors_language(&emulator);
    pages_are_guarded(&emulator);
    pages_are_asked_for_again(&emulator);
    data_is_for_everybody(&emulator);
    cards_are_for_everybody(&emulator);
    files_have_their_types(&emulator);
    what_is_not_there_is_the_apology(&emulator);
    the_query_form_of_oembed_is_answered(&emulator);
}

fn the_root_leads_to_the_visitors_language(emulator: &Emulator) {
    for (wanted, cookie, home) in [
        (Some("es"), None, Some("/es/")),
        (Some("en"), None, Some("/en/")),
        (Some("en-GB,en;q=0.9"), None, Some("/en/")),
        (Some("es-MX,es;q=0.9,en;q=0.8"), None, Some("/es/")),
        // Netlify considers only the most preferred language; for the others, the chooser has a
        // script.
        (Some("de"), None, None),
        (Some("de,es;q=0.7,en;q=0.3"), None, None),
        // Without any preference, the language is English.
        (None, None, Some("/en/")),
        // A stored choice takes precedence over the browser's languages.
        (Some("en"), Some("nf_lang=es"), Some("/es/")),
        (Some("es"), Some("nf_lang=en"), Some("/en/")),
        (None, Some("nf_lang=es"), Some("/es/")),
    ] {
        let mut headers = Vec::new();
        headers.extend(wanted.map(|wanted| ("Accept-Language", wanted)));
        headers.extend(cookie.map(|cookie| ("Cookie", cookie)));
        let answer = emulator.get("/", &headers);
        let expected = (if home.is_some() { 302 } else { 200 }, home.unwrap_or_default());
        assert_eq!((answer.status, answer.header("location")), expected, "{headers:?}");
        if home.is_none() {
            assert!(answer.body.contains("hreflang=\"es\""), "{}", answer.body);
        }
    }
    // Only the root: a page is never replaced by one in another language.
    for page in dist::pages() {
        assert_eq!(emulator.get(&page, &[("Accept-Language", "de,es,en")]).status, 200, "{page}");
    }
}

fn pages_are_guarded(emulator: &Emulator) {
    for path in dist::documents() {
        let answer = emulator.get(&path, &[NO_REDIRECT]);
        let policy: Vec<&str> =
            answer.header("content-security-policy").split(';').map(str::trim).collect();
        assert!(policy.contains(&"default-src 'none'"), "{path}: {policy:?}");
        // A missing file has no page that could be misused in a frame.
        let is_guarded = path == dist::NOWHERE || policy.contains(&"frame-ancestors 'none'");
        assert!(is_guarded, "{path}: {policy:?}");
        assert!(policy.contains(&"base-uri 'none'"), "{path}: {policy:?}");
        let scripts = policy.iter().find(|part| part.starts_with("script-src")).unwrap();
        assert!(scripts.contains("'self' 'wasm-unsafe-eval' 'sha256-"), "{path}: {scripts}");
        assert!(!policy.concat().contains("unsafe-inline"), "{path}: {policy:?}");
        assert!(!policy.concat().contains("'unsafe-eval'"), "{path}: {policy:?}");
        let security = answer.header("strict-transport-security");
        assert!(security.starts_with("max-age=63072000"), "{path}: {security}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let referrer = answer.header("referrer-policy");
        assert_eq!(referrer, "strict-origin-when-cross-origin", "{path}");
        let permissions = answer.header("permissions-policy");
        assert!(permissions.contains("camera=()"), "{path}: {permissions}");
    }
}

fn pages_are_asked_for_again(emulator: &Emulator) {
    let paths = dist::documents().into_iter().chain(["/data/en.json".to_owned()]);
    for path in paths {
        let control = emulator.get(&path, &[NO_REDIRECT]).header("cache-control").to_owned();
        assert_eq!(control, "public, max-age=0, must-revalidate", "{path}");
    }
}

fn data_is_for_everybody(emulator: &Emulator) {
    for path in ["/data/en.json", "/data/es/marcus-rodriguez.json", "/schema/profile.json"] {
        let answer = emulator.get(path, &[("Origin", "https://elsewhere.example")]);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
    }
    assert_eq!(emulator.get("/en/", &[]).header("access-control-allow-origin"), "");
}

fn cards_are_for_everybody(emulator: &Emulator) {
    for path in ["/widget.js", "/embed/en/marcus-rodriguez/card.json"] {
        let answer = emulator.get(path, &[("Origin", "https://elsewhere.example")]);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
    }
    let frame = emulator.get("/embed/en/marcus-rodriguez/", &[]);
    let policy = frame.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("frame-ancestors"), "{policy}");
}

fn files_have_their_types(emulator: &Emulator) {
    let mut paths = vec![
        "/en/".to_owned(),
        "/data/en.json".to_owned(),
        "/robots.txt".to_owned(),
        "/schema/profile.json".to_owned(),
        "/site.webmanifest".to_owned(),
        "/sitemap.xml".to_owned(),
    ];
    let exported = |end| format!("/export/{end}/es/rodrigo-de-leon.{end}");
    paths.extend(["vcf", "svg", "txt", "md", "json"].map(exported));
    paths.extend(assets());
    for path in paths {
        let expected = match path.rsplit_once('.').map(|(_, extension)| extension) {
            None => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "application/javascript; charset=utf-8",
            Some("json") => "application/json; charset=utf-8",
            Some("md") => "text/markdown; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("txt") => "text/plain; charset=utf-8",
            // The emulator sends its own older name, whatever the site's headers are.
            Some("vcf") => "text/x-vcard; charset=utf-8",
            Some("wasm") => "application/wasm",
            Some("woff2") => "font/woff2",
            Some("webmanifest") => "application/manifest+json",
            Some("xml") => "application/xml",
            Some(other) => panic!("which type has a {other} file?"),
        };
        let answer = emulator.get(&path, &[]);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type").to_lowercase(), expected, "{path}");
    }
}

fn what_is_not_there_is_the_apology(emulator: &Emulator) {
    for path in [dist::NOWHERE, "/en/nobody/", "/data/en/nobody.json", "/assets/app.old.js"] {
        let answer = emulator.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("class=\"apology\""), "{path}: {}", answer.body);
    }
}

fn the_query_form_of_oembed_is_answered(emulator: &Emulator) {
    let page = "https://perfil.example/es/marcus-rodriguez/";
    let encoded = "https%3A%2F%2Fperfil.example%2Fes%2Fmarcus-rodriguez%2F";
    for query in [
        format!("url={encoded}"),
        format!("url={page}"),
        format!("url={encoded}&format=json"),
        format!("maxwidth=600&maxheight=400&format=json&url={encoded}"),
    ] {
        let answer = emulator.get(&format!("/oembed?{query}"), &[]);
        assert_eq!(answer.status, 200, "{query}");
        assert!(answer.header("content-type").starts_with("application/json"), "{query}");
        assert!(
            answer.body.contains("https://perfil.example/embed/es/marcus-rodriguez/"),
            "{query}"
        );
    }
    for query in [format!("format=xml&url={encoded}"), format!("url={encoded}x"), "url=".into()] {
        assert_eq!(emulator.get(&format!("/oembed?{query}"), &[]).status, 404, "{query}");
    }
}

/// The emulator's file server requires every file to be revalidated, whatever the site's headers
/// are. So this reads `_headers` with Netlify's own parser for each file.
#[test]
fn hashed_files_are_cached() {
    const SCRIPT: &str = "const [module, file, ...paths] = process.argv.slice(1);
        import(module).then(async ({ parseHeaders, headersForPath }) => {
            const headers = await parseHeaders({ config: {}, headersFiles: [file] });
            for (const path of paths) console.log(headersForPath(headers, path)['Cache-Control'] ?? '');
        });";
    let assets = assets();
    assert!(assets.len() >= 2, "{assets:?}");
    let output = Command::new("node")
        .args(["--eval", SCRIPT])
        .arg(dist::env_path("PERFIL_NPM").join("netlify-cli/dist/utils/headers.js"))
        .arg(dist::folder().join("_headers"))
        .args(&assets)
        .args(["/en/", "/data/en.json"])
        .output()
        .expect("Node runs");
    let stdout = String::from_utf8_lossy(&output.stdout);
    let mut expected = vec!["public, max-age=31536000, immutable"; assets.len()];
    expected.extend(["", ""]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(stdout.lines().collect::<Vec<_>>(), expected, "{assets:?}: {errors}");
}

/// The files that are named by their content.
fn assets() -> Vec<String> {
    let folder = fs::read_dir(dist::folder().join("assets")).expect("there are assets");
    let names = folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.map(|name| format!("/assets/{name}")).collect()
}
