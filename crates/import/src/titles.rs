//! Titles of sections, for formats that have none.

use super::tree;
use perfil_model::language::Tag;
use perfil_source::Node;
use std::ops::Range;

/// The languages of the table, in the order of its columns.
const LANGUAGES: [&str; 6] = ["en", "es", "fr", "de", "pt", "it"];

/// The titles in every language of the table, by the id of their section.
#[rustfmt::skip]
const TITLES: &[(&str, [&str; 6])] = &[
    ("work", ["Work", "Experiencia", "Expérience", "Berufserfahrung", "Experiência", "Esperienza"]),
    ("volunteer", ["Volunteering", "Voluntariado", "Bénévolat", "Ehrenamt", "Voluntariado", "Volontariato"]),
    ("education", ["Education", "Formación", "Formation", "Ausbildung", "Formação", "Formazione"]),
    ("awards", ["Awards", "Premios", "Distinctions", "Auszeichnungen", "Prêmios", "Riconoscimenti"]),
    ("certificates", ["Certificates", "Certificados", "Certifications", "Zertifikate", "Certificados", "Certificazioni"]),
    ("publications", ["Publications", "Publicaciones", "Publications", "Veröffentlichungen", "Publicações", "Pubblicazioni"]),
    ("skills", ["Skills", "Competencias", "Compétences", "Kenntnisse", "Competências", "Competenze"]),
    ("languages", ["Languages", "Idiomas", "Langues", "Sprachen", "Idiomas", "Lingue"]),
    ("interests", ["Interests", "Intereses", "Centres d’intérêt", "Interessen", "Interesses", "Interessi"]),
    ("references", ["References", "Referencias", "Références", "Referenzen", "Referências", "Referenze"]),
    ("projects", ["Projects", "Proyectos", "Projets", "Projekte", "Projetos", "Progetti"]),
    ("more", ["More", "Más", "Autres informations", "Weiteres", "Mais", "Altro"]),
];

/// Returns the title of a section in each of these languages that the table has, else in English.
pub(super) fn title(id: &str, languages: &[Tag], span: &Range<usize>) -> Node {
    let Some((_, titles)) = TITLES.iter().find(|(known, _)| *known == id) else {
        return tree::text(id, span.clone());
    };
    let written: Vec<_> = languages
        .iter()
        .filter_map(|language| {
            let same =
                |tag: &&str| Tag::parse(tag).is_some_and(|tag| tag.is_same_language(language));
            let column = LANGUAGES.iter().position(same)?;
            let text = tree::text(*titles.get(column)?, span.clone());
            Some(tree::member(language.as_str(), text))
        })
        .collect();
    if written.is_empty() {
        let english = tree::text(titles[0], span.clone());
        tree::object(vec![tree::member(LANGUAGES[0], english)], span.clone())
    } else {
        tree::object(written, span.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::TITLES;
    use perfil_model::profile::ResumeList;

    #[test]
    fn every_list_of_a_resume_has_a_title() {
        let named = TITLES.iter().map(|(id, _)| *id);
        assert!(named.eq(ResumeList::ALL.iter().map(|list| list.key()).chain(["more"])));
    }
}
