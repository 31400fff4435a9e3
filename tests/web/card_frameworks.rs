//! The card in pages that frameworks render, that are added later, or that a server has rendered.

use super::browser::Browser;
use super::engine::Setup;
use super::host::{Host, script};
use super::site::Site;

/// The production files of React, which import each other by `require`.
const REACT: [(&str, &str); 5] = [
    ("scheduler", "scheduler/cjs/scheduler.production.js"),
    ("react", "react/cjs/react.production.js"),
    ("react-dom", "react-dom/cjs/react-dom.production.js"),
    ("react-dom/client", "react-dom/cjs/react-dom-client.production.js"),
    ("react/jsx-runtime", "react/cjs/react-jsx-runtime.production.js"),
];

/// A page with an empty element, and this script after the packages.
fn host(site: &Site, packages: &str, page: &str) -> Host {
    let mut host = Host::of(site, "<div id=\"place\"></div><script src=\"/page.js\"></script>");
    host.head = [packages, &host.head].concat();
    host.files.push(("/page.js", "text/javascript", page.to_owned()));
    host
}

async fn assert_shown(browser: &Browser, name: &str) {
    let shown = "document.querySelector('perfil-card')?.shadowRoot?.querySelector('.name')
        ?.textContent.trim()";
    browser.see(shown, name.to_owned()).await;
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());
}

/// A module of Node.js as a script, which adds it to `modules`.
fn module(name: &str, code: &str) -> String {
    format!(
        "(() => {{ const module = {{ exports: {{}} }}; ((module, exports) => {{ {code}\n }})
         (module, module.exports); modules['{name}'] = module.exports; }})();\n"
    )
}

#[tokio::test]
async fn react_renders_changes_and_removes_cards() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let page = "const { useState } = require('react');
        const { jsx, jsxs } = require('react/jsx-runtime');
        const App = () => {
            const [profile, setProfile] = useState('rodrigo-de-leon');
            const [loads, setLoads] = useState(0);
            return jsxs('div', { children: [
                jsx('button', { id: 'change', onClick: () => setProfile('marcus-rodriguez'), children: 'Change' }),
                jsx('button', { id: 'remove', onClick: () => setProfile(null), children: 'Remove' }),
                jsx('output', { children: loads }),
                profile && jsx('perfil-card', { profile, 'onperfil-load': () => setLoads(count => count + 1), children: 'Fallback' }),
            ] });
        };
        require('react-dom/client').createRoot(document.querySelector('#place')).render(jsx(App, {}));";
    let mut react = host(&site, "<script src=\"/react.js\"></script>", page);
    let npm = super::dist::env_path("PERFIL_NPM");
    let mut modules = "const process = { env: { NODE_ENV: 'production' } }, modules = {};
        const require = name => modules[name];\n"
        .to_owned();
    for (name, file) in REACT {
        let code = std::fs::read_to_string(npm.join(file)).unwrap();
        modules += &module(name, &code);
    }
    react.files.push(("/react.js", "text/javascript", modules));
    react.open(&browser).await;
    assert_shown(&browser, "Rodrigo de León").await;
    browser.see("document.querySelector('output').textContent", "1".to_owned()).await;
    browser.run("document.querySelector('#change').click()").await;
    assert_shown(&browser, "Marcus Rodriguez").await;
    browser.see("document.querySelector('output').textContent", "2".to_owned()).await;
    browser.run("document.querySelector('#remove').click()").await;
    browser.see("document.querySelectorAll('perfil-card').length", 0).await;
    browser.is_silent("React").await;
}

#[tokio::test]
async fn vue_renders_and_changes_cards() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let page = "const { createApp, h, ref } = Vue;
        window.profile = ref('rodrigo-de-leon');
        const app = createApp({ render: () => h('perfil-card',
            { profile: window.profile.value, onPerfilLoad: () => {} }, 'Fallback') });
        app.config.compilerOptions.isCustomElement = tag => tag == 'perfil-card';
        app.mount('#place');";
    let packages = "<script src=\"/npm/vue/dist/vue.global.prod.js\"></script>";
    host(&site, packages, page).open(&browser).await;
    assert_shown(&browser, "Rodrigo de León").await;
    browser.run("window.profile.value = 'marcus-rodriguez'").await;
    assert_shown(&browser, "Marcus Rodriguez").await;
    browser.is_silent("Vue").await;
}

#[tokio::test]
async fn late_cards_and_repeated_scripts_work() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = &site.origin;
    let page = format!(
        "history.pushState(null, '', '/?view=card');
         setTimeout(() => {{
             document.querySelector('#place').innerHTML =
                 '<perfil-card profile=\"rodrigo-de-leon\">Fallback</perfil-card>';
             for (const version of ['', '?again', '']) {{
                 const script = document.createElement('script');
                 script.type = 'module';
                 script.src = '{origin}/widget.js' + version;
                 document.head.append(script);
             }}
         }}, 200);"
    );
    let mut late = host(&site, "", &page);
    late.head = late.head.replace(&script(&site), "");
    late.open(&browser).await;
    assert_shown(&browser, "Rodrigo de León").await;
    assert_eq!(browser.get::<usize>("window.events.length").await, 1);
    assert_eq!(browser.get::<String>("location.search").await, "?view=card");
    browser.is_silent("a late card").await;
}

#[tokio::test]
async fn a_server_rendered_card_is_upgraded() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let framed =
        std::fs::read_to_string(super::dist::folder().join("embed/en/rodrigo-de-leon/index.html"))
            .unwrap();
    let start = framed.find("<perfil-card").unwrap();
    let end = framed.find("</perfil-card>").unwrap();
    let card = format!("{}</perfil-card>", &framed[start..end]);
    Host::of(&site, &card).open(&browser).await;
    assert_shown(&browser, "Rodrigo de León").await;
    browser.wait("customElements.get('perfil-card')").await;
    assert_eq!(site.asked_for("json"), [""; 0]);
    let root = "document.querySelector('perfil-card').shadowRoot";
    browser.run(&format!("{root}.querySelector('.more').click()")).await;
    browser.wait(&format!("{root}.querySelector('.panel .section')")).await;
    browser.run(&format!("{root}.querySelector('[hreflang=es]').click()")).await;
    browser
        .see(
            &format!("{root}.querySelector('.headline').textContent"),
            "Ingeniero de software backend".to_owned(),
        )
        .await;
    browser.is_silent("a card that came with the page").await;
}
