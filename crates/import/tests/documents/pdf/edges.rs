//! What is at the right edge of a page, and signs at the left one.

use super::check;
use super::file::{File, text};
use crate::{EMAIL, NAME};

/// Returns the operators that draw a name and an address above jobs.
fn top() -> String {
    text("F2", 24.0, 50.0, 780.0, "Mira Solano")
        + &text("F1", 10.0, 50.0, 760.0, "mira@example.org")
        + &text("F2", 14.0, 50.0, 720.0, "Experience")
}

#[test]
fn dates_at_the_right_edge_are_above_their_title() {
    let mut content = top();
    for (y, dates, title) in [
        (700.0, "05/2022 - 04/2023", "Engineer - Kestrel"),
        (640.0, "08/2021 - 05/2022", "Developer - Cometa"),
        (580.0, "12/2018 - 08/2021", "Steward - Harbour"),
    ] {
        content += &text("F1", 10.0, 450.0, y, dates);
        content += &text("F2", 10.0, 50.0, y - 12.0, title);
        content += &text(
            "F1",
            10.0,
            60.0,
            y - 24.0,
            "\\225 Kept the ships of four countries on time, in all",
        );
        content +=
            &text("F1", 10.0, 70.0, y - 36.0, "weathers, and halved the bill of the harbours.");
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            EMAIL,
            ("sections/0/items/0/startDate", "2022-05"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/startDate", "2021-08"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/2/endDate", "2021-08"),
            ("sections/0/items/2/position", "Steward"),
        ],
    );
}

#[test]
fn towns_and_dates_at_the_right_edge_are_no_column() {
    let mut content = top();
    for (y, title, firm, town, dates) in [
        (700.0, "Engineer", "Kestrel", "Porto, Portugal", "2019 - 2021"),
        (620.0, "Developer", "Cometa", "Ovar, Portugal", "2016 - 2019"),
        (540.0, "Steward", "Harbour", "Braga, Portugal", "2014 - 2015"),
    ] {
        content += &text("F2", 10.0, 50.0, y, title);
        content += &text("F1", 10.0, 50.0, y - 14.0, firm);
        content += &text("F1", 9.0, 470.0, y - 4.0, town);
        content += &text("F1", 9.0, 470.0, y - 18.0, dates);
        content +=
            &text("F1", 10.0, 60.0, y - 30.0, "\\225 Kept the ships of four countries on time");
        content += &text("F1", 10.0, 60.0, y - 42.0, "\\225 Halved the bill");
        content += &text("F1", 10.0, 60.0, y - 54.0, "\\225 Led the move of the ticket office");
    }
    let json = check(&File::new(&[&content]).bytes(), &[NAME, EMAIL]);
    let at = |word: &str| json.find(word).unwrap_or_else(|| panic!("{word} in {json}"));
    assert!(at("2019") < at("Cometa") && at("2016") < at("Harbour"), "{json}");
}
