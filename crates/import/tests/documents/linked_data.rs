//! What pages say to programs about jobs and schools, in JSON-LD.

use crate::web_pages::{page, read};
use crate::{at, errors};

const GRAPH: &str = r#"<script type="application/ld+json">{
    "@context": "https://schema.org", "@type": "Person", "name": "Mira Solano",
    "worksFor": [
        { "@type": "EmployeeRole", "roleName": "Engineer", "startDate": "2019-03", "endDate": "2021-05",
          "worksFor": { "@type": "Organization", "name": "Kestrel" } },
        { "@type": "Organization", "name": "Cometa" }
    ],
    "hasOccupation": { "@type": "Role", "startDate": "2021-06",
        "hasOccupation": { "@type": "Occupation", "name": "Pilot" } },
    "alumniOf": { "@type": "OrganizationRole", "startDate": "2012", "endDate": "2016",
        "alumniOf": { "@type": "CollegeOrUniversity", "name": "Hill School" } }
}</script>"#;

#[test]
fn jobs_and_schools_that_only_programs_are_told_are_read() {
    let text = page(&format!("<p>I build bridges.</p>{GRAPH}"));
    let node = read("cv.html", text.as_bytes()).node;
    assert_eq!(errors(&node), Vec::<String>::new());
    let json = perfil_source::to_json(&node);
    for (path, value) in [
        ("sections/0/kind", "timeline"),
        ("sections/0/items/0/name", "Kestrel"),
        ("sections/0/items/0/position", "Engineer"),
        ("sections/0/items/0/startDate", "2019-03"),
        ("sections/0/items/0/endDate", "2021-05"),
        ("sections/0/items/1/name", "Cometa"),
        ("sections/0/items/2/position", "Pilot"),
        ("sections/0/items/2/startDate", "2021-06"),
        ("sections/1/items/0/name", "Hill School"),
        ("sections/1/items/0/startDate", "2012"),
    ] {
        assert_eq!(at(&node, path), value, "{path} in {json}");
    }
}

#[test]
fn what_a_page_shows_is_not_said_twice() {
    let shown = "<h2>Experience</h2><h3>Engineer, Kestrel</h3><p>2019 – 2021</p><p>Cometa</p>\
        <h2>Education</h2><p>Hill School, 2012 – 2016</p><p>Pilot</p>";
    let node = read("cv.html", page(&format!("{shown}{GRAPH}")).as_bytes()).node;
    let json = perfil_source::to_json(&node);
    assert_eq!(json.matches("Kestrel").count(), 1, "{json}");
    assert_eq!(json.matches("Hill School").count(), 1, "{json}");
}
