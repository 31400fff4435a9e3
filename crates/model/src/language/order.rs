//! The collation of names in a language (CLDR).

use super::Tag;
use icu_collator::Collator;
use std::cmp::Ordering;

/// Returns a function that compares two names by the collation of the language.
pub fn order(tag: &Tag) -> impl Fn(&str, &str) -> Ordering {
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
