//! The collation of names in a language (CLDR).

use super::Tag;
use icu_collator::Collator;
use std::cmp::Ordering;

/// Returns a function that compares two names by the collation of the language.
pub fn order(tag: &Tag) -> impl Fn(&str, &str) -> Ordering + use<> {
    let here = (!cfg!(feature = "apart")).then(|| order_here(tag));
    let tag = tag.clone();
    move |a, b| match &here {
        // The compiler leaves out what is never called, and its data.
        Some(order) if !cfg!(feature = "apart") => order(a, b),
        _ => asked(&tag, a, b),
    }
}

/// Asks a part of the builder.
fn asked(tag: &Tag, a: &str, b: &str) -> Ordering {
    match perfil_apart::ask("order", [tag.as_str(), a, b].join("\0").as_bytes()).as_slice() {
        [0] => Ordering::Less,
        [2] => Ordering::Greater,
        _ => a.cmp(b),
    }
}

/// Returns the same without asking a part of the builder.
pub fn order_here(tag: &Tag) -> impl Fn(&str, &str) -> Ordering + use<> {
    let collator = Collator::try_new(
        tag.identifier().into(),
        icu_collator::options::CollatorOptions::default(),
    );
    move |a, b| {
        collator
            .as_ref()
            .map_or(Ordering::Equal, |collator| collator.compare(a, b))
            .then_with(|| a.cmp(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_the_rules_of_the_language() {
        let mut names = ["Zig", "élan", "Ñandú", "nube", "Nz", "C#", "Ada"];
        let tag = Tag::parse("es").expect("the tag is known");
        let order = order(&tag);
        names.sort_by(|a, b| order(a, b));
        assert_eq!(names, ["Ada", "C#", "élan", "nube", "Nz", "Ñandú", "Zig"]);
    }
}
