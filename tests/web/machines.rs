//! Machine-readable data, read by libraries that are not ours.

use super::browser::Browser;
use super::dist::{self, LANGUAGES, PROFILES};
use super::engine::Setup;
use super::site::Site;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a script in Node, with the folder of npm's packages and further arguments; it must print
/// JSON.
pub(crate) fn node(script: &str, arguments: &[&Path]) -> Value {
    let output = Command::new("node")
        .args(["--eval", script])
        .arg(dist::env_path("PERFIL_NPM"))
        .args(arguments)
        .output()
        .expect("Node runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {errors}"))
}

/// Every shipped profile in every language.
fn profiles() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.into_iter().flat_map(|lang| PROFILES.map(|slug| (lang, slug)))
}

/// The JSON-LD of a profile's page.
fn linked_data(lang: &str, slug: &str) -> String {
    let html = fs::read_to_string(dist::folder().join(format!("{lang}/{slug}/index.html")));
    let html = html.expect("the page is there");
    let (_, data) = html.split_once("<script type=\"application/ld+json\">").expect("it has data");
    data.split_once("</script>").expect("the data ends").0.to_owned()
}

/// Expands data as a crawler does. The context of schema.org maps every word to a term of its own,
/// and so does the one that replaces it here, where there is no network.
const EXPAND: &str = "const [npm, file] = process.argv.slice(1);
    const context = { '@context': { '@vocab': 'http://schema.org/' } };
    const documentLoader = async url => {
        if (url !== 'https://schema.org') throw new Error(`asked for ${url}`);
        return { contextUrl: null, documentUrl: url, document: context };
    };
    const data = JSON.parse(require('fs').readFileSync(file, 'utf8'));
    require(`${npm}/jsonld`).expand(data, { documentLoader })
        .then(expanded => console.log(JSON.stringify(expanded)))
        .catch(error => { console.error(error); process.exit(1); });";

#[test]
fn a_json_ld_processor_reads_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.jsonld");
    for (lang, slug) in profiles() {
        fs::write(&file, linked_data(lang, slug)).unwrap();
        let expanded = node(EXPAND, &[&file]);
        let word = |node: &Value, name: &str| node[format!("http://schema.org/{name}")].clone();
        let page = &expanded[0];
        assert_eq!(page["@type"][0], "http://schema.org/ProfilePage");
        assert_eq!(word(page, "inLanguage")[0]["@value"], lang);
        let person = &word(page, "mainEntity")[0];
        assert_eq!(person["@type"][0], "http://schema.org/Person");
        let name = word(person, "name")[0]["@value"].as_str().unwrap().to_lowercase();
        assert!(name.starts_with(slug.split('-').next().unwrap()), "{name}");
        assert!(word(person, "jobTitle")[0]["@value"].is_string());
        assert!(word(person, "knowsAbout").as_array().unwrap().len() > 2, "{slug}");
        assert_eq!(word(person, "hasOccupation")[0]["@type"][0], "http://schema.org/Occupation");
    }
}

/// Runs the compiler on a page's data with schema.org's types, and returns its output.
fn typed(folder: &Path, data: &str) -> String {
    let module = format!(
        "import type {{ ProfilePage, WithContext }} from \"schema-dts\";\n\
         export const page: WithContext<ProfilePage> = {data};\n"
    );
    fs::write(folder.join("page.ts"), module).unwrap();
    let output = Command::new(dist::npm_program("tsc"))
        .args(["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext", "page.ts"])
        .current_dir(folder)
        .output()
        .expect("the compiler runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_property_is_in_schema_org() {
    let folder = tempfile::tempdir().unwrap();
    let modules = folder.path().join("node_modules");
    std::os::unix::fs::symlink(dist::env_path("PERFIL_NPM"), modules).unwrap();
    let data = linked_data("en", dist::LONG);
    assert_eq!(typed(folder.path(), &data), "");
    let wrong = data.replace("\"jobTitle\"", "\"jobTitel\"");
    assert!(typed(folder.path(), &wrong).contains("jobTitel"), "a wrong word is found");
}

const CARD: &str = "const [npm, file] = process.argv.slice(1);
    const card = require(`${npm}/vcard4`).parse(require('fs').readFileSync(file, 'utf8'));
    const all = card.parsedVcard.map(line => [line.property, line.value]);
    console.log(JSON.stringify(all));";

/// The content of a vCard, as a library reads it.
fn card(file: &Path) -> Vec<(String, Value)> {
    serde_json::from_value(node(CARD, &[file])).expect("a card is a list of properties")
}

/// The first value of a property.
fn first_value<'a>(card: &'a [(String, Value)], name: &str) -> &'a Value {
    let found = card.iter().find(|(property, _)| property == name);
    found.map_or(&Value::Null, |(_, value)| value)
}

fn exported(extension: &str, lang: &str, slug: &str) -> PathBuf {
    dist::folder().join(format!("export/{extension}/{lang}/{slug}.{extension}"))
}

#[test]
fn a_vcard_reader_reads_the_person() {
    for (lang, slug) in profiles() {
        let card = card(&exported("vcf", lang, slug));
        let page = format!("https://perfil.example/{lang}/{slug}/");
        let name = first_value(&card, "FN").as_str().unwrap();
        assert!(slug.starts_with(&name.split(' ').next().unwrap().to_lowercase()), "{name}");
        assert_eq!(first_value(&card, "URL"), &Value::from(page));
        assert_eq!(first_value(&card, "LANG"), lang);
        assert!(
            first_value(&card, "TITLE").is_string() && first_value(&card, "N").is_object(),
            "{card:?}"
        );
    }
}

/// Draws a picture as a browser does, and reads the code in it.
const SCAN: &str = "const picture = new Image();
    picture.src = arguments[0];
    return picture.decode().then(() => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 600;
        const drawing = canvas.getContext('2d');
        drawing.drawImage(picture, 0, 0, 600, 600);
        const { data } = drawing.getImageData(0, 0, 600, 600);
        return module.exports(data, 600, 600)?.data;
    });";

#[tokio::test]
async fn a_qr_reader_reads_the_vcard() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let library =
        fs::read_to_string(dist::env_path("PERFIL_NPM").join("jsqr/dist/jsQR.js")).unwrap();
    let scan = format!("const exports = {{}}, module = {{ exports }};\n{library}\n{SCAN}");
    browser.load("/en/").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("read.vcf");
    for (lang, slug) in profiles() {
        let path = format!("/export/svg/{lang}/{slug}.svg");
        let read = browser.run_with(&scan, serde_json::json!([path])).await;
        let read = read.as_str().unwrap_or_else(|| panic!("{path} holds no code")).to_owned();
        fs::write(&file, &read).unwrap();
        let short = card(&file);
        let whole = card(&exported("vcf", lang, slug));
        for property in ["FN", "N", "TITLE", "URL"] {
            assert_eq!(
                first_value(&short, property),
                first_value(&whole, property),
                "{property} of {read}"
            );
        }
    }
}
