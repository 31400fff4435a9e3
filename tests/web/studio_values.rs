//! Values of the form that are more than a text: dates as exact as known, privacy, and what decides how a profile
//! is read.

use super::engine::Setup;
use super::every_field::{Edition, Sample};
use super::studio::{PAGE, opened, push};
use super::studio_fields::{every_field, fill_field, source};

const FIRST: &str = "f-sections-0-items-0";

/// The period of the first entry.
const PERIOD: &str = "document.querySelector('iframe').contentDocument.querySelector('.entries > :first-child .period')?.textContent.replace(/\\s/g, ' ')";

#[tokio::test]
async fn dates_are_as_exact_as_they_are_known() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Experience").await;
    push(&browser, "Open: Analyst, Engine Works").await;
    browser.wait(&format!("document.getElementById('{FIRST}-endDate')")).await;
    for (key, value, shown) in [
        ("endDate", "2021-05", "2018 – May 2021"),
        ("startDate", "2018-03", "March 2018 – May 2021"),
        ("startDate", "2018-03-05", "March 5, 2018 – May 2021"),
        ("endDate", "2021-05-17", "March 5, 2018 – May 17, 2021"),
        ("endDate", "present", "March 5, 2018 – present"),
        ("endDate", "", "March 5, 2018 – present"),
        ("startDate", "", ""),
        ("duration", "P1Y6M", "1 year 6 months"),
        ("duration", "", ""),
        ("endDate", "2021", "2021"),
    ] {
        let before = source(&browser).await;
        fill_field(&browser, &format!("{FIRST}-{key}"), value).await;
        browser.see(&format!("{PERIOD} ?? ''"), shown.to_owned()).await;
        let after = source(&browser).await;
        let written = format!("{key:?}: {value:?}");
        assert_eq!(after.contains(&written), !value.is_empty(), "{written} in {after}");
        let lines = |text: &str| text.lines().count();
        assert!(lines(&after).abs_diff(lines(&before)) <= 1, "{before} became {after}");
    }
}

#[tokio::test]
async fn values_are_made_private_and_public() {
    let sample = Sample::new(Edition::First);
    let (_site, _folder, browser) = every_field(&sample).await;
    let before = source(&browser).await;
    let all = sample.part(None).filter(|leaf| leaf.is_text && !leaf.id.contains("-0-"));
    for leaf in all.filter(|leaf| !["name", "lastModified"].contains(&leaf.name.as_str())) {
        let field = format!("document.querySelector('[id^={}]')", leaf.id);
        let button = format!("{field}.parentElement.querySelector('.private')");
        let shown = format!("{PAGE}.includes({:?})", leaf.text);
        let was_shown: bool = browser.get(&shown).await;
        browser.run(&format!("{button}.click()")).await;
        browser.wait(&format!("'on' in {button}.dataset && !{shown}")).await;
        let written = format!("{:?}", leaf.text);
        let private = before.replacen(&written, &format!("{{\"private\":{written}}}"), 1);
        assert_eq!(joined(&source(&browser).await), joined(&private), "{}", leaf.name);
        browser.run(&format!("{button}.click()")).await;
        browser.wait(&format!("!('on' in {button}.dataset) && {shown} == {was_shown}")).await;
        assert_eq!(source(&browser).await, before, "{}", leaf.name);
    }
}

/// A file without the spaces between its values, of which no value has any.
fn joined(file: &str) -> String {
    file.split_whitespace().collect()
}

#[tokio::test]
async fn a_profile_is_a_draft_in_another_language() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let before = source(&browser).await;
    browser.run("document.querySelectorAll('.form details').forEach(it => (it.open = true))").await;
    browser.run("document.getElementById('f-draft').click()").await;
    browser.wait(&format!("/draft/i.test({PAGE})")).await;
    assert!(source(&browser).await.contains("\"draft\": true"));
    browser.run("document.getElementById('f-draft').click()").await;
    browser.wait(&format!("!/draft/i.test({PAGE})")).await;
    assert_eq!(source(&browser).await, before);
    fill_field(&browser, "f-language", "fr").await;
    let headline = "document.querySelector('iframe').contentDocument.querySelector('.headline [lang], .headline[lang]')";
    browser.wait(&format!("{headline}?.lang == 'fr'")).await;
    assert!(source(&browser).await.contains("\"language\": \"fr\""));
}
