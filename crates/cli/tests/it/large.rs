//! A profile of two thousand items, two hundred skills and forty roles.

use crate::content::Content;
use crate::crowd::long::ROLES;
use crate::page::Page;
use perfil_view::ITEMS;
use serde_json::Value;

const ITEM_COUNT: usize = 2_000;

#[test]
fn all_people_are_shown_numbered_and_drawn() {
    let tree = Content::long(ITEM_COUNT).build().tree;
    let page = Page::of(&tree, "en/index.html");
    assert_eq!(page.select(ITEMS).len(), ITEM_COUNT);
    assert_eq!(page.select(".chart a").len(), ROLES);
    let data: Value = serde_json::from_slice(tree.get("data/en.json").unwrap()).unwrap();
    let profile = &data["body"]["profile"];
    assert_eq!(profile["items"], ITEM_COUNT);
    let skills = profile["skills"].as_array().unwrap();
    assert!(skills.len() >= 200, "{} skills", skills.len());
    assert_eq!(page.select(".skill-index .chip").len(), skills.len());
    let is_sorted = |pair: &[Value]| {
        let count = |skill: &Value| skill["items"].as_array().unwrap().len();
        count(&pair[0]) >= count(&pair[1])
    };
    assert!(skills.windows(2).all(is_sorted), "the most evidence comes first");
}
