//! Jobs with their dates and roles.

use crate::{EMAIL, NAME, at, check, check_text, file, imported};

#[test]
fn tables_are_letterheads_entries_and_skills() {
    let json = check(
        "m02-table.md",
        &[
            NAME,
            EMAIL,
            ("phone", "+351 912 345 678"),
            ("url", "https://mira.example.org"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/1/name", "Cometa | Labs"),
            ("sections/0/items/1/endDate", "2019-12"),
            ("sections/1/kind", "skills"),
            ("sections/1/items/0/keywords/2", "SQL"),
        ],
    );
    assert!(!json.contains("|--") && !json.contains("**"), "{json}");
}

#[test]
fn dates_are_found_wherever_they_are() {
    let periods = [
        ("2019-09", ""),
        ("2018-03", "2019-08"),
        ("2016-04", "2018-02"),
        ("2015-01", "2016-03"),
        ("2014-01", "2014-12"),
        ("", "2013"),
        ("2011", "2012"),
        ("2010", ""),
        ("2009-01-05", "2010-03"),
        ("", "2008"),
        ("2006-03-15", "2007-02-01"),
        ("2004", ""),
        ("", "2003"),
    ];
    let imported = file("m12-dates.md");
    for (index, (start, end)) in periods.into_iter().enumerate() {
        let entry = format!("sections/0/items/{index}");
        let date = |key: &str| at(&imported.node, &format!("{entry}/{key}"));
        assert_eq!((date("startDate").as_str(), date("endDate").as_str()), (start, end), "{entry}");
        assert_eq!(date("position"), "Engineer");
    }
    check(
        "m06-headerless.md",
        &[
            ("headline", ""),
            ("sections/0/items/0/position", "QA engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2021"),
            ("sections/0/items/1/endDate", "2021"),
            ("sections/0/items/1/highlights/0", "Tested things"),
        ],
    );
    check(
        "m22-h4.md",
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/location", "Porto"),
            ("sections/0/items/0/roles/0/position", "Engineer"),
            ("sections/0/items/0/roles/1/endDate", "2019"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2016"),
            ("sections/1/title", "Languages"),
        ],
    );
}

#[test]
fn entries_have_roles_and_their_places() {
    check(
        "roles.md",
        &[
            NAME,
            EMAIL,
            ("links/0/url", "https://github.com/mirasolano"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2018"),
            ("sections/0/items/0/roles/1/position", "Engineer"),
            ("sections/0/items/0/roles/1/endDate", "2021"),
            ("sections/0/items/1/summary", "Some prose about it that goes over lines."),
            ("sections/1/items/0/keywords/0/name", "Go"),
            ("sections/2/items/0/issuer", "CNCF"),
            ("sections/2/items/1/date", "2019"),
            ("sections/3/items/0/name", "On trains"),
            ("sections/4/list", "volunteer"),
            ("sections/5/items/0/awarder", "TrainConf"),
        ],
    );
    for name in ["one-line.md", "layout-tables.md", "rules.txt", "capitals.txt"] {
        let json = check(
            name,
            &[
                EMAIL,
                ("sections/0/items/0/name", "Kestrel"),
                ("sections/0/items/1/name", "Cometa"),
                ("sections/0/items/1/position", "Developer"),
            ],
        );
        assert!(json.contains("\"endDate\": \"2019"), "{name}: {json}");
        assert!(!json.contains("---") && !json.contains("___"), "{name}: {json}");
    }
}

#[test]
fn a_period_may_end_what_is_before_the_colon_of_a_text() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        Kestrel Lines 2017(May) - 2018(June): Planned the timetables of all the harbours between \
        Ovar and Porto, with tables that anybody could read, and halved the bill of the year.\n\n\
        2019: Sailed small ships for several companies of the coast, and wrote down what their \
        captains knew of every current, so that others could sail where they had sailed.\n";
    let node = crate::imported("cv.md", text).node;
    for (path, value) in [
        ("sections/0/items/0/name", "Kestrel Lines"),
        ("sections/0/items/0/startDate", "2017-05"),
        ("sections/0/items/1/endDate", "2019"),
    ] {
        assert_eq!(at(&node, path), value, "{}", perfil_source::to_json(&node));
    }
}

#[test]
fn what_is_below_an_unknown_heading_is_work_if_it_names_positions() {
    let text = "# Mira Solano\n\n## Harbours\n\n**Pilot, Kestrel**, 2019 – 2021\n\n\
        **Engineer, Cometa**, 2017 – 2019\n\n## Machines\n\n**Tidal clock**, 2019 – 2021\n\n\
        Shows the tides.\n\n**Lamp of the coast**, 2016 – 2018\n";
    let node = crate::imported("cv.md", text).node;
    for (path, value) in [
        ("sections/0/kind", "timeline"),
        ("sections/1/kind", "projects"),
        ("sections/1/items/0/startDate", "2019"),
    ] {
        assert_eq!(at(&node, path), value, "{}", perfil_source::to_json(&node));
    }
}

#[test]
fn the_lines_of_a_head_may_be_apart() {
    let expected = [
        ("sections/0/items/0/name", "Kestrel"),
        ("sections/0/items/0/position", "Engineer"),
        ("sections/0/items/0/startDate", "2019"),
        ("sections/0/items/1/name", "Cometa"),
        ("sections/0/items/1/position", "Developer"),
        ("sections/0/items/1/endDate", "2019"),
    ];
    let wide = "# Mira Solano\n\n## Experience\n\n**Kestrel**        *Porto*\n\nEngineer        2019 – present\n\n- Halved the bill\n\n\
        **Cometa**        *Ovar*\n\nDeveloper        2015 – 2019\n\n- Wrote the timetable\n";
    check_text("cv.md", wide, &expected);
    let titled = "# Mira Solano\n\n## Experience\n\nEngineer\n\n**Kestrel**\\\n2019 – present\n\n- Halved the bill\n\n\
        Developer\n\n**Cometa**\\\n2015 – 2019\n\n- Wrote the timetable\n";
    check_text("cv.md", titled, &expected);
    let joined = "# Mira Solano\n\n## Experience\n\n**Kestrel        Porto**\\\n*Engineer        2019 – present*\\\n\
        Halved the bill\\\nWrote the solver\\\n**Cometa        Ovar**\\\n*Developer        2015 – 2019*\\\nWrote the timetable\n";
    check_text("cv.md", joined, &expected);
    let pictured = "# Mira Solano\n\n## Experience\n\n### Engineer\n\nKestrel\n\n- 2019 – present\n- Porto, Portugal\n- Halved the bill\n\n\
        ### Developer\n\nCometa\n\n- 2015 – 2019\n- Ovar, Portugal\n- Wrote the timetable\n";
    check_text("cv.md", pictured, &expected);
}

#[test]
fn what_is_beside_an_organisation_is_where_it_is() {
    let text = "# Mira Solano\n\n## Experience\n\n**Kestrel Labs**        *Ovar, P. Norte*\n\nENGINEER        2019 – present\n\n\
        - Halved the bill\n\n**Cometa**        *Porto, P. Norte*\n\nDEVELOPER        2015 – 2019\n\n- Wrote the timetable\n";
    let expected = [
        ("sections/0/items/0/position", "ENGINEER"),
        ("sections/0/items/0/name", "Kestrel Labs"),
        ("sections/0/items/1/position", "DEVELOPER"),
        ("sections/0/items/1/name", "Cometa"),
    ];
    check_text("cv.md", text, &expected);
    let text = "# Mira Solano\n\n## Experience\n\n### The Tin Otter, Portland, OR\n\n*Chef* (2019 – present)\n\n- Cooked\n";
    let expected = [
        ("sections/0/items/0/position", "Chef"),
        ("sections/0/items/0/name", "The Tin Otter"),
        ("sections/0/items/0/location", "Portland, OR"),
    ];
    check_text("cv.md", text, &expected);
}

#[test]
fn a_line_below_each_position_is_its_organisation() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n### Engineer, May 2019 – June 2021\n\n\
        Institute for the lights of all coasts (Porto)\n\n- Steered boats.\n\n\
        ### Technician, May 2015 – June 2018\n\nHarbour of the old town\n\n- Kept lights.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/name", "Harbour of the old town"),
        ],
    );
}

#[test]
fn strong_rows_are_above_the_works_below_them() {
    let text = "<h1>Mira Solano</h1><p>mira@example.org</p><h2>Work experience</h2><table>\
        <tr><td><b>Engineer</b></td><td><b>Kestrel</b></td><td><b>2015 – 2017</b></td></tr>\
        <tr><td>Sea-Robot</td><td></td><td>2016 – 2017</td></tr></table>\
        <p>It finds the way to all of the lights there are.</p>";
    let json = check_text(
        "cv.html",
        text,
        &[("sections/0/items/0/name", "Kestrel"), ("sections/0/items/0/startDate", "2015")],
    );
    assert!(json.contains("Sea-Robot"), "{json}");
}

#[test]
fn how_long_it_took_is_no_day() {
    let text = "# Mira Solano\n\n## Experience\n\nUniversity of Porto at Ovar (Lights)\n\
        May 2012 – Feb 2015, 3 years experience\n\n- Steered boats.\n\n\
        - 2009 – 2011 Asst. keeper. Kestrel Luzes e Barcos do Porto LTDA\n";
    let json = check_text("cv.md", text, &[("sections/0/items/0/endDate", "2015-02")]);
    assert!(json.contains("University of Porto at Ovar"), "{json}");
}

#[test]
fn headings_may_have_lost_their_spaces() {
    let text = "# Mira Solano\n\n## Workexperience 1\n\nPilot, Kestrel, 2019 – 2021\n\nSteered the boats.\n";
    check_text("cv.md", text, &[("sections/0/list", "work")]);
}

#[test]
fn the_day_of_a_signature_is_no_job() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Career in short\n\nEngineer, Kestrel, May 2019 – June 2021\n\n\
        ## Work experience\n\n### Engineer, Kestrel, 12 May 2019 – 18 June 2021\n\nSteered the boats.\n\n\
        ### Technician, Cometa, 2 May 2015 – 8 June 2018\n\nMended the sails.\n\n\
        Porto, 22 July 2025\n\nMira Solano\n";
    let json = check_text(
        "cv.md",
        text,
        &[("sections/0/items/1/name", "Cometa"), ("sections/0/items/2/name", "")],
    );
    assert_eq!(json.matches("Kestrel").count(), 1, "{json}");
    assert!(json.contains("22 July 2025") && !json.contains("2025-07-22"), "{json}");
}

#[test]
fn entries_above_an_empty_heading_about_them_are_below_it() {
    let text = "# Mira Solano\n\nmira@example.org\n\n**University of Porto**\n\nPorto, Portugal | 2016 – 2020\n\n\
        Master in Lights and Boats\n\n## Experience\n\nEngineer, Kestrel, 2020 – 2022\n\n## Education\n\n\
        ## Interests\n\nSailing\n";
    check_text(
        "cv.md",
        text,
        &[
            NAME,
            ("sections/0/list", "work"),
            ("sections/1/list", "education"),
            ("sections/1/items/0/startDate", "2016"),
        ],
    );
}

#[test]
fn what_is_told_below_a_title_in_its_cell_is_no_part_of_it() {
    let told =
        "In charge of the charts, the lamps and the keepers of three lights along the whole coast";
    let text = format!(
        "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n|  |  |\n|--|--|\n\
         | 2015 – 2016 | **Engineer – Kestrel**<br>{told} |\n\
         | 2012 – 2014 | **Keeper**<br>Harbour Ltd<br>{told} |\n"
    );
    let node = imported("cv.md", &text).node;
    let json = perfil_source::to_json(&node);
    for (index, position, name) in [(0, "Engineer", "Kestrel"), (1, "Keeper", "Harbour Ltd")] {
        let of = |key: &str| at(&node, &format!("sections/0/items/{index}/{key}"));
        assert_eq!([of("position"), of("name"), of("summary")], [position, name, told], "{json}");
    }
}
