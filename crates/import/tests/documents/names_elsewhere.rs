//! Names that stand below other things, and that the e-mail address tells.

use crate::{at, imported};

#[test]
fn a_name_beside_the_text_is_told_by_the_address() {
    for (text, name) in [
        (
            "<html><h2>Contact</h2><p>mira.solano@example.org</p><h2>Languages</h2><p>Galician</p>\
            <p>Mira Anxos Solano</p><p>Engineer</p></html>",
            "Mira Anxos Solano",
        ),
        (
            "<html><h1>Aside</h1><h3>Contact</h3><p>m.solano@example.org</p><h1>Main</h1>\
            <h2>Mira-Anxos Solano</h2><p>Engineer</p></html>",
            "Mira-Anxos Solano",
        ),
    ] {
        let node = imported("cv.html", text).node;
        assert_eq!(at(&node, "name"), name, "{}", perfil_source::to_json(&node));
    }
}

#[test]
fn a_likely_name_stays_whatever_the_address_is() {
    let text = "# Mira Solano\n\nkestrel.labs@example.org\n\n## Experience\n\nKestrel Labs\n";
    assert_eq!(at(&imported("cv.md", text).node, "name"), "Mira Solano");
}

#[test]
fn an_address_may_be_a_heading() {
    let text = "<html><h1>Mira Solano</h1><h3>About</h3><h6>Ovar</h6><h6>mira@example.org</h6>\
        <h3>Skills</h3><p>Rust</p></html>";
    assert_eq!(at(&imported("cv.html", text).node, "email"), "mira@example.org");
}

#[test]
fn the_address_of_an_office_tells_no_name() {
    let text = "<html><p>contact@example.org</p><h2>Skills</h2><p>Contact Management</p></html>";
    assert_ne!(at(&imported("cv.html", text).node, "name"), "Contact Management");
}
