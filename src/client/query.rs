//! Queries in addresses: `?q=kafka`, `?skill=kafka,aws`.

use crate::browser;
use perfil_ui::app::Query;

/// Returns the query in the address.
pub(super) fn query_in_url() -> Query {
    let list = |name: &str| {
        let value = browser::parameter(name);
        let ids = value.split(',').filter(|id| !id.is_empty());
        ids.map(str::to_owned).collect()
    };
    Query {
        text: browser::parameter("q"),
        skills: list("skill"),
        focus: list("focus"),
        languages: list("lang"),
        places: list("place"),
    }
}

/// Returns the address of a query on a page.
pub(super) fn address(path: &str, query: &Query) -> String {
    let mut url = path.to_owned();
    let lists = [
        ("skill", &query.skills),
        ("focus", &query.focus),
        ("lang", &query.languages),
        ("place", &query.places),
    ];
    let lists = lists.map(|(name, ids)| {
        // The ids come from the address, so they may contain anything.
        let ids: Vec<String> = ids.iter().map(|id| browser::encoded(id)).collect();
        (name, ids.join(","))
    });
    let mut mark = '?';
    for (name, value) in [("q", browser::encoded(&query.text))].into_iter().chain(lists) {
        if !value.is_empty() {
            url.push(mark);
            url.push_str(name);
            url.push('=');
            url.push_str(&value);
            mark = '&';
        }
    }
    url
}
