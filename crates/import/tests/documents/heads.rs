//! Which part of the head of an entry is the organisation, the position, the place.

use crate::check_text;

/// Reads one job with this heading and this text below it.
#[track_caller]
fn check_job(heading: &str, below: &str, name: &str, position: &str, place: &str) -> String {
    let text = format!(
        "# Mira Solano\n\n## Experience\n\n### {heading}\n\n{below}\n\n- Wrote the solver\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", name),
            ("sections/0/items/0/position", position),
            ("sections/0/items/0/location", place),
            ("sections/0/items/0/highlights/0", "Wrote the solver"),
        ],
    )
}

#[test]
fn organisations_positions_and_places_are_told_apart() {
    for (heading, name, position, place) in [
        ("Tide team, Kestrel Group Inc (2019 – 2021)", "Kestrel Group Inc", "Tide team", ""),
        ("Kestrel, Eilat — Tidero (2019 – 2021)", "Kestrel", "Tidero", "Eilat"),
        ("KESTREL, Staff SE\tBoston MA\t2019 – 2021", "KESTREL", "Staff SE", "Boston MA"),
        ("Kestrel, VN, March 2019 - March 2021", "Kestrel", "", "VN"),
        (
            "Engineer, Kestrel Ltd, Tallinn, Estonia (2019 – 2021)",
            "Kestrel Ltd",
            "Engineer",
            "Tallinn, Estonia",
        ),
        (
            "**Engineer**, Kestrel Ltd, Perugia, Italy (2019 – 2021)",
            "Kestrel Ltd",
            "Engineer",
            "Perugia, Italy",
        ),
        (
            "Kestrel (Villach, Austria) | Engineer | 2019 – 2021",
            "Kestrel",
            "Engineer",
            "Villach, Austria",
        ),
        (
            "Team Lead · Full Stack Developer — Kestrel (2019 – 2021)",
            "Kestrel",
            "Team Lead · Full Stack Developer",
            "",
        ),
        (
            "Developer | Tide Engineering | 2019 – 2021 | Remote",
            "Tide Engineering",
            "Developer",
            "Remote",
        ),
        (
            "Specialist | Kestrel (Retail expert) | 2019 – 2021",
            "Kestrel (Retail expert)",
            "Specialist",
            "",
        ),
        ("Freelance Programmer — Freelance (2019 – 2021)", "Freelance", "Freelance Programmer", ""),
    ] {
        check_job(heading, "", name, position, place);
    }
}

#[test]
fn what_is_beside_dates_is_the_place_or_how_long_it_took() {
    for line in [
        "*Jul 2019 – Jun 2021 · Ciudad de Mar, MX*",
        "*Jul 2019 – Jun 2021 · 2 yrs · Ciudad de Mar, MX*",
        "**Jul 2019 – Jun 2021 (2 years) | Ciudad de Mar, MX**",
    ] {
        let json =
            check_job("Engineer — Kestrel", line, "Kestrel", "Engineer", "Ciudad de Mar, MX");
        assert!(json.contains("\"startDate\": \"2019-07\"") && !json.contains("closing"), "{json}");
    }
    let json = check_job(
        "Engineer — Kestrel — Tides",
        "*2019 – 2021 · Ciudad de Mar, MX*",
        "Kestrel",
        "Engineer",
        "Ciudad de Mar, MX",
    );
    assert!(json.contains("Tides"), "{json}");
}
