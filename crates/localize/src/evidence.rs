//! The evidence of a profile in the language of the page.

use super::text::Localizer;
use perfil_evidence::{Item, Proof, Vocabulary};
use perfil_model::language::{format_period, order};
use perfil_text::fold;
use perfil_view as view;
use std::cmp::Reverse;

impl Localizer<'_> {
    /// Returns every skill with its proofs, the best proven first.
    pub(super) fn evidence(&self, vocabulary: &Vocabulary, items: &[Item]) -> Vec<view::Evidence> {
        let proofs = vocabulary.prove(items).into_iter();
        let mut skills: Vec<_> = proofs.map(|proof| self.proven(proof)).collect();
        let order = order(&self.locale().tag);
        skills.sort_by(|a, b| {
            let count = |skill: &view::Evidence| Reverse(skill.items.len());
            count(a).cmp(&count(b)).then_with(|| order(&a.name.text, &b.name.text))
        });
        skills
    }

    fn proven(&self, proof: Proof) -> view::Evidence {
        let name = self.name(&proof.name);
        let (words, tag) = (&self.locale().dates, &self.locale().tag);
        let same = |alias: &String| fold(alias) == fold(&name.text);
        let aliases = proof.written.into_iter().filter(|alias| !same(alias)).collect();
        // A proof that starts and ends on the same date is shown as that date, not as a range.
        let start = proof.start.filter(|start| proof.end.0 != Some(*start));
        view::Evidence {
            id: proof.id,
            name,
            aliases,
            items: proof.items,
            period: format_period(start, proof.end, words, tag),
        }
    }
}
