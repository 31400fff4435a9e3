//! The oEmbed response, read by a consumer.

use super::dist;
use super::site::Site;
use serde_json::Value;
use std::process::Command;

/// Reads a page as a forum does with its URL: follows the link in it, and reads the response. The
/// page has the final URL of the site, which is this server here.
const READ: &str = "const [library, page, origin, here] = process.argv.slice(1);
    const { unfurl } = require(library);
    const get = address => fetch(String(address).replace(origin, here));
    unfurl(page, { fetch: get })
        .then(read => console.log(JSON.stringify(read.oEmbed ?? null)))
        .catch(error => { console.error(error); process.exit(1); });";

const ORIGIN: &str = "https://perfil.example";

fn read(page: &str, here: &str) -> Value {
    let output = Command::new("node")
        .args(["--eval", READ])
        .arg(dist::env_path("PERFIL_NPM").join("unfurl.js"))
        .args([page, ORIGIN, here])
        .output()
        .expect("Node runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {errors}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_oembed_consumer_finds_the_card() {
    let site = Site::start().await;
    for lang in dist::LANGUAGES {
        for slug in dist::PROFILES {
            let page = format!("{ORIGIN}/{lang}/{slug}/");
            let card = read(&page, &site.origin);
            assert_eq!(
                (&card["type"], &card["version"]),
                (&"rich".into(), &"1.0".into()),
                "{card}"
            );
            assert_eq!(card["author_url"], page);
            assert_eq!(card["provider_name"], "Perfil");
            let html = card["html"].as_str().expect("it has HTML");
            assert!(html.contains(&format!("src=\"{ORIGIN}/embed/{lang}/{slug}/\"")), "{html}");
            assert!(card["width"].is_u64() && card["height"].is_u64(), "{card}");
        }
        assert!(
            read(&format!("{ORIGIN}/{lang}/"), &site.origin).is_null(),
            "the directory has none"
        );
    }
}
