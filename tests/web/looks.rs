//! Every theme looks as it did when somebody last looked at it: the places, sizes, type and colours of the
//! parts of a profile are written down in `tests/data/expected/looks/`. Unlike pictures, that can be read
//! in a review, and is the same with every version of a browser. `UPDATE_EXPECT=1` writes it anew.

use super::browser::Browser;
use super::dist::{LONG, root};
use super::engine::{Scheme, Setup};
use super::first_screen::screen;
use super::themes::{THEMES, themed};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// How far a part may be from its place: some pixels, and a share of the distance, over which roundings add
/// up.
const SLACK: (f64, f64) = (4.0, 0.005);

/// The screens, each in one of the schemes.
const SCREENS: [(u32, u32, Scheme); 3] =
    [(390, 844, Scheme::Light), (768, 1024, Scheme::Light), (1280, 900, Scheme::Dark)];

/// Shows the fonts, although they come late in a test and might move something.
const WITH_FONTS: &str = "{
    delete document.documentElement.dataset.fonts;
    // Words that have kept the width of another font, if this one came late.
    document.querySelectorAll('[style*=letter-spacing]').forEach(({ style }) => style.letterSpacing = '');
    window.areShown = false;
    document.body.offsetWidth;
    document.fonts.ready.then(() => window.areShown = true);
}";

/// Describes the parts, a line each: name, left, top, width, height, and how it is set.
const PARTS: &str = "return [...document.querySelectorAll(`.masthead, .masthead > *, .hero, .hero h1,
    .hero .headline, .hero dl > *, .hero .button, .hero .summary, .highlights > li, .bar, .sections > *,
    .sections h2, .footer`)].slice(0, 48).filter(part => part.checkVisibility()).map(part => {
    const box = part.getBoundingClientRect(), set = getComputedStyle(part);
    const name = [part.localName, ...[...part.classList].sort()].join('.');
    const place = [box.x, box.y + scrollY, box.width, box.height].map(Math.round).join(' ');
    const family = set.fontFamily.split(',')[0].replaceAll('\"', '');
    const type = `${family} ${set.fontSize} ${set.fontWeight} ${set.fontStyle}`;
    return `${name} | ${place} | ${type} | ${set.color} on ${set.backgroundColor}`;
}).join('\\n')";

/// Returns the description of a profile in a theme on every screen.
async fn look(theme: &str) -> String {
    let (site, _folder) = themed(theme, None).await;
    let mut all = String::new();
    for (width, height, scheme) in SCREENS {
        let setup = Setup { scheme, languages: "en", ..Setup::default() };
        let browser = Browser::start(&site, setup).await;
        let page = format!("/en/{LONG}/");
        // Only a page says that it fits a phone, and one that was narrow from its beginning is measured.
        browser.load(&page).await;
        screen(&browser, width, height).await;
        browser.load(&page).await;
        browser.ready().await;
        browser.wait("'whole' in document.documentElement.dataset").await;
        browser.run(WITH_FONTS).await;
        browser.wait("areShown").await;
        let parts = browser.run(PARTS).await;
        let parts = parts.as_str().unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(all, "{width} × {height}, {scheme:?}\n{parts}\n");
    }
    all
}

/// Returns what differs between two lines of a description, which may be the same within the slack.
fn is_alike(before: &str, now: &str) -> bool {
    let [before, now] = [before, now].map(|line| line.split(" | ").collect::<Vec<_>>());
    let ([name, place, type_, colours], [name_now, place_now, type_now, colours_now]) =
        (&before[..], &now[..])
    else {
        return before == now;
    };
    let numbers = |place: &str| -> Vec<f64> {
        place.split(' ').filter_map(|number| number.parse().ok()).collect()
    };
    let (place, place_now) = (numbers(place), numbers(place_now));
    (name, type_, colours) == (name_now, type_now, colours_now)
        && place.len() == place_now.len()
        && place
            .iter()
            .zip(&place_now)
            .all(|(one, other)| (one - other).abs() <= SLACK.0 + SLACK.1 * one.abs())
}

fn file(theme: &str) -> PathBuf {
    root().join("tests/data/expected/looks").join(format!("{theme}.txt"))
}

#[tokio::test]
async fn every_theme_looks_as_it_did() {
    let mut changed = Vec::new();
    for theme in THEMES {
        let now = look(theme).await;
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(file(theme).parent().unwrap()).unwrap();
            fs::write(file(theme), now).unwrap();
            continue;
        }
        let before = fs::read_to_string(file(theme)).unwrap_or_default();
        let (before, now): (Vec<_>, Vec<_>) = (before.lines().collect(), now.lines().collect());
        assert!(now.len() > 60, "{theme} has parts: {now:#?}");
        if before.len() != now.len() {
            changed.push(format!("{theme}: {} parts became {}", before.len(), now.len()));
        }
        let pairs = before.into_iter().zip(now).filter(|(before, now)| !is_alike(before, now));
        changed.extend(pairs.map(|(before, now)| format!("{theme}:\n- {before}\n+ {now}")));
    }
    assert!(changed.is_empty(), "look at these themes, then bless them:\n{}", changed.join("\n"));
}

#[test]
fn a_line_that_breaks_is_noticed() {
    let line =
        "h1 | 20 129 350 44 | Perfil Serif 33px 500 normal | rgb(1, 2, 3) on rgba(0, 0, 0, 0)";
    assert!(is_alike(line, line));
    assert!(is_alike(line, &line.replace("350 44", "347 46")));
    for (from, to) in [("350 44", "350 88"), ("33px", "32px"), ("rgb(1", "rgb(9"), ("h1", "h2")] {
        assert!(!is_alike(line, &line.replace(from, to)), "{from} {to}");
    }
}
