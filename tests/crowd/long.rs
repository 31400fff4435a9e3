//! One person with as many items as a test needs.

use super::{Dice, Lists, some};
use serde_json::{Value, json};

/// The number of positions that the person has held.
pub(crate) const ROLES: usize = 40;

/// The number of lines of a section.
const LINES: usize = 48;

/// A profile with this number of items and two hundred skills.
pub(crate) fn profile(items: usize) -> Value {
    let mut dice = Dice(11);
    let lists: Lists = serde_json::from_str(include_str!("lists.json")).unwrap();
    let groups: Vec<Value> = skills(&lists)
        .chunks(20)
        .enumerate()
        .map(|(index, skills)| json!({ "name": format!("Group {index}"), "keywords": skills }))
        .collect();
    let roles: Vec<Value> = (0..ROLES).map(|number| role(&mut dice, &lists, number)).collect();
    let mut left = items - ROLES - groups.len();
    let mut sections = vec![
        section("work", "Work", json!({ "kind": "timeline", "items": roles })),
        section("skills", "Skills", json!({ "kind": "skills", "items": groups })),
    ];
    for number in 0.. {
        let count = left.min(LINES);
        if count == 0 {
            break;
        }
        left -= count;
        let lines: Vec<Value> = (0..count).map(|_| line(&mut dice, &lists)).collect();
        let title = format!("Notes {number}");
        let id = format!("notes-{number}");
        sections.push(section(&id, &title, json!({ "kind": "list", "items": lines })));
    }
    json!({ "version": 1, "language": "en", "name": "Ada Everything", "sections": sections })
}

fn section(id: &str, title: &str, content: Value) -> Value {
    let mut section = json!({ "id": id, "title": { "en": title, "es": title } });
    section.as_object_mut().unwrap().extend(content.as_object().unwrap().clone());
    section
}

/// The skills of the lists, and generated ones up to two hundred.
fn skills(lists: &Lists) -> Vec<String> {
    let own = lists.skills.iter().cloned();
    own.chain((0..).map(|number| format!("Tool{number}"))).take(200).collect()
}

fn role(dice: &mut Dice, lists: &Lists, number: usize) -> Value {
    let (title, titulo) = dice.common(&lists.titles);
    let year = 1985 + number;
    json!({
        "name": format!("Company {number}"),
        "position": { "en": title, "es": titulo },
        "startDate": format!("{year}-03"),
        "endDate": format!("{}-09", year + dice.below(3)),
        "skills": some(dice, &lists.skills, 2, 4),
    })
}

fn line(dice: &mut Dice, lists: &Lists) -> Value {
    let known = some(dice, &lists.skills, 2, 3);
    let names: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
    let number = dice.below(900) + 100;
    let names = names.join(", ");
    json!({ "text": {
        "en": format!("Brought {names} to {number} services, with **fewer failures** than before."),
        "es": format!("Llevé {names} a {number} servicios, con **menos fallos** que antes."),
    } })
}
