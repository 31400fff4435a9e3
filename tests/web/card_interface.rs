//! What the card's manifest and types describe is what the element has.

use super::browser::Browser;
use super::dist;
use super::engine::Setup;
use super::host::Host;
use super::site::{Site, publish};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The manifest of the built site.
fn manifest() -> Value {
    let manifest = fs::read_to_string(dist::folder().join("custom-elements.json")).unwrap();
    serde_json::from_str(&manifest).unwrap()
}

/// The description of the element in it.
fn declaration() -> Value {
    let manifest = manifest();
    let module = &manifest["modules"][0];
    let path = module["path"].as_str().unwrap();
    assert!(dist::folder().join(path).is_file(), "{path} is beside the manifest");
    module["declarations"][0].clone()
}

/// The names of what a list of the manifest describes.
fn names(declaration: &Value, list: &str) -> Vec<String> {
    let items = declaration[list].as_array().unwrap().iter();
    items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// A site whose one person has everything that a card can show.
fn site() -> (TempDir, TempDir) {
    let (content, dist) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let settings = json!({
        "title": "Ada", "baseUrl": "https://ada.example/", "languages": ["en", "es"],
        "defaultLanguage": "en", "profiles": ["ada"],
    });
    let profile = json!({
        "version": 1, "name": "Ada Lovelace", "headline": "Analyst", "focus": ["Numbers"],
        "summary": "Wrote Note G.", "location": { "city": "London" },
        "links": [{ "label": "Mastodon", "url": "https://social.example/@ada" }],
        "sections": [
            { "id": "skills", "title": "Skills", "kind": "skills", "items": [
                { "name": "Analysis", "keywords": ["Calculus", "Algebra"] },
            ] },
        ],
    });
    fs::create_dir_all(content.path().join("profiles")).unwrap();
    fs::write(content.path().join("site.json"), settings.to_string()).unwrap();
    fs::write(content.path().join("profiles/ada.json"), profile.to_string()).unwrap();
    publish(content.path(), &dist.path().join("site"));
    (content, dist)
}

/// Keeps every event that an element makes itself.
const LISTEN: &str = "window.made = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
        if (event.type.startsWith('perfil-')) {
            made.push([event.type, Object.keys(event.detail).sort().join(),
                event.bubbles && event.composed]);
            event.preventDefault();
        }
        return dispatch.call(this, event);
    };";

/// The parts of what is in a shadow root.
const PARTS: &str = "[...document.querySelector('perfil-card').shadowRoot
    .querySelectorAll('[part]')].flatMap(element => [...element.part])";

/// A card of that person, opened, with a skill chosen.
async fn opened(browser: &Browser, site: &Site) {
    let body = "<perfil-card profile='ada' skills='algebra' variant='full' loading='eager'>Ada\
                </perfil-card>";
    let mut host = Host::of(site, body);
    host.head = ["<script src=\"/listen.js\"></script>", &host.head].concat();
    host.files.push(("/listen.js", "text/javascript", LISTEN.to_owned()));
    host.open(browser).await;
    let root = "document.querySelector('perfil-card').shadowRoot";
    browser.wait(&format!("{root}?.querySelector('.panel .section')")).await;
}

#[tokio::test]
async fn the_manifest_has_every_attribute_property_event_and_part() {
    let (_content, dist) = site();
    let site = Site::of(&dist.path().join("site")).await;
    let browser = Browser::start(&site, Setup::default()).await;
    opened(&browser, &site).await;
    let described = declaration();

    let observed: Vec<String> =
        browser.get("customElements.get('perfil-card').observedAttributes").await;
    assert_eq!(names(&described, "attributes"), observed);

    let properties: BTreeSet<String> = browser
        .get(
            "Object.getOwnPropertyNames(customElements.get('perfil-card').prototype)
                 .filter(name => !/^constructor$|Callback$/.test(name))",
        )
        .await;
    assert_eq!(BTreeSet::from_iter(names(&described, "members")), properties);

    let parts: BTreeSet<String> = browser.get(PARTS).await;
    assert_eq!(BTreeSet::from_iter(names(&described, "cssParts")), parts);

    browser
        .run(
            "const card = document.querySelector('perfil-card');
             card.shadowRoot.querySelector('.action').click();
             card.profile = 'nobody';",
        )
        .await;
    browser.wait("made.some(([name]) => name == 'perfil-error')").await;
    let mut made: Vec<(String, String, bool)> = browser.get("made").await;
    made.sort();
    made.dedup();
    let event = |name: &str, detail: &str| (name.to_owned(), detail.to_owned(), true);
    assert_eq!(
        made,
        [
            event("perfil-error", "message,reason"),
            event("perfil-load", "lang,url"),
            event("perfil-open", "url"),
        ]
    );
    let mut events = names(&described, "events");
    events.sort();
    assert!(made.iter().map(|(name, ..)| name).eq(&events), "{events:?}");
}

#[tokio::test]
async fn properties_and_attributes_agree() {
    let (_content, dist) = site();
    let site = Site::of(&dist.path().join("site")).await;
    let browser = Browser::start(&site, Setup::default()).await;
    opened(&browser, &site).await;
    for name in names(&declaration(), "members") {
        let script = "const [name] = arguments, card = document.createElement('perfil-card');
            const seen = () => [card[name], card.getAttribute(name)];
            const all = [seen()];
            card[name] = 'one'; all.push(seen());
            card.setAttribute(name, 'two'); all.push(seen());
            card[name] = null; all.push(seen());
            card[name] = ['a', 'b']; all.push(seen());
            card[name] = undefined; all.push(seen());
            return all;";
        assert_eq!(
            browser.run_with(script, json!([name])).await,
            json!([
                ["", null],
                ["one", "one"],
                ["two", "two"],
                ["", null],
                ["a,b", "a,b"],
                ["", null]
            ]),
            "{name}"
        );
    }
    // What was assigned before the element was defined counts as much.
    let early = "return (async () => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inner = frame.contentDocument, card = inner.createElement('perfil-card');
        card.profile = 'ada';
        card.loading = 'eager';
        inner.body.append(card);
        const script = inner.createElement('script');
        script.type = 'module';
        script.src = arguments[0];
        inner.head.append(script);
        while (!card.shadowRoot?.querySelector('.name'))
            await new Promise(done => setTimeout(done, 10));
        return [card.getAttribute('profile'), Object.hasOwn(card, 'profile'),
            card.shadowRoot.querySelector('.name').textContent.trim()];
    })()";
    let script = format!("{}/widget.js", site.origin);
    assert_eq!(
        browser.run_with(early, json!([script])).await,
        json!(["ada", false, "Ada Lovelace"])
    );
    browser.is_silent("properties").await;
}

/// Runs the compiler over a module beside the types of the element, and returns its messages.
fn compiled(folder: &Path, module: &str) -> String {
    fs::write(folder.join("card.ts"), module).unwrap();
    let output = Command::new(dist::npm_program("tsc"))
        .args(["--strict", "--noEmit", "--skipLibCheck", "--target", "es2022"])
        .args(["--module", "nodenext", "card.ts", "perfil-card.d.ts"])
        .current_dir(folder)
        .output()
        .expect("the compiler runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What holds of the types of the element if the manifest is right.
fn module(declaration: &Value) -> String {
    // The types of manifests have the fields of elements apart from their classes.
    let fields = &declaration["members"];
    let mut manifest = manifest();
    for field in manifest["modules"][0]["declarations"][0]["members"].as_array_mut().unwrap() {
        let field = field.as_object_mut().unwrap();
        field.remove("attribute");
        field.remove("reflects");
    }
    let mut module = format!(
        "import type {{ CustomElementField, Package }} from 'custom-elements-manifest/schema.d.ts';\n\
         export const manifest: Package = {manifest};\n\
         export const fields: CustomElementField[] = {fields};\n\
         type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2)\
             ? true : false;\n\
         const holds = <T extends true>() => {{}};\n\
         const card = document.createElement('perfil-card');\n\
         holds<Same<typeof card, PerfilCardElement>>();\n"
    );
    let union = |list: &str| {
        let names = names(declaration, list).into_iter();
        names.map(|name| format!("'{name}'")).collect::<Vec<_>>().join(" | ")
    };
    for (keys, list) in [
        ("Exclude<keyof PerfilCardElement, keyof HTMLElement>", "members"),
        ("keyof PerfilCardAttributes", "attributes"),
        ("Extract<keyof GlobalEventHandlersEventMap, `perfil-${string}`>", "events"),
    ] {
        writeln!(module, "holds<Same<{keys}, {}>>();", union(list)).unwrap();
    }
    for (owner, list) in [
        ("PerfilCardElement", "members"),
        ("Required<PerfilCardAttributes>", "attributes"),
        ("GlobalEventHandlersEventMap", "events"),
    ] {
        for item in declaration[list].as_array().unwrap() {
            let (name, kind) = (item["name"].as_str().unwrap(), item["type"]["text"].as_str());
            writeln!(module, "holds<Same<{owner}['{name}'], {}>>();", kind.unwrap()).unwrap();
        }
    }
    module
        + "card.skills = ['kafka']; card.theme = 'dark'; card.theme = null;\n\
              document.addEventListener('perfil-error', event => {\n\
                  const reason: PerfilCardFailure = event.detail.reason;\n\
                  return reason + event.detail.message;\n\
              });\n"
}

#[test]
fn the_types_are_those_of_the_manifest() {
    let folder = TempDir::new().unwrap();
    let modules = folder.path().join("node_modules");
    std::os::unix::fs::symlink(dist::env_path("PERFIL_NPM"), modules).unwrap();
    let types = dist::folder().join("perfil-card.d.ts");
    fs::copy(types, folder.path().join("perfil-card.d.ts")).unwrap();
    let right = module(&declaration());
    assert_eq!(compiled(folder.path(), &right), "");
    for (from, to) in [
        ("'profile' | 'src'", "'src'"),
        ("['perfil-open'], PerfilOpenEvent", "['perfil-open'], PerfilLoadEvent"),
        ("\"reflects\":true", "\"reflects\":1"),
        ("card.skills = ['kafka']", "card.skills = 7"),
    ] {
        let wrong = right.replacen(from, to, 1);
        assert_ne!(wrong, right, "{from}");
        assert_ne!(compiled(folder.path(), &wrong), "", "{to} is found");
    }
}
