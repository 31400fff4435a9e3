//! Reads the skills: languages, texts about other skills, driving licences.

use super::date;
use crate::europass::element::Element;
use crate::europass::html;
use crate::europass::parts::{GRID, fluency, language, spoken, word_in};
use crate::europass::resume::{Entry, Resume, list_of};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::Node;

/// The skills that are described in a text, with the word for each.
const DESCRIBED: [(&str, &str); 5] = [
    ("Communication", "communication"),
    ("Organisational", "organisational"),
    ("JobRelated", "jobRelated"),
    ("Computer", "digital"),
    ("Other", "other"),
];

/// The parts of the self-assessment of digital skills, with the word for each.
const DIGITAL: [(&str, &str); 5] = [
    ("Information", "information"),
    ("Communication", "exchange"),
    ("ContentCreation", "contentCreation"),
    ("Safety", "safety"),
    ("ProblemSolving", "problemSolving"),
];

/// Reads the skills.
pub(super) fn read(skills: Element, resume: &mut Resume) {
    if let Some(linguistic) = skills.at("Linguistic") {
        languages(linguistic, resume);
    }
    for (name, id) in DESCRIBED {
        for skill in skills.all(name) {
            described(skill, word_in(id, resume.language.as_ref()), resume);
        }
    }
    let foreign = skills.at("Linguistic").map(|it| it.listed("ForeignLanguage"));
    let others = skills.children().filter(|skill| skill.name() != "Linguistic");
    for skill in foreign.into_iter().flatten().chain(others) {
        certificates(skill, resume);
        skill.all("Documentation").for_each(Element::mark);
    }
    if let Some(driving) = skills.at("Driving") {
        licences(driving, resume);
    }
}

fn languages(linguistic: Element, resume: &mut Resume) {
    let own = resume.language.clone();
    let named = |element: Element| {
        let description = element.at("Description")?;
        let label = description.short("Label");
        label
            .or_else(|| Some(description.value(language(&description.label_text()?, own.as_ref()))))
    };
    for tongue in linguistic.listed("MotherTongue") {
        let native = tongue.value(word_in("native", own.as_ref()));
        if let Some(code) = tongue.at("Description/Code") {
            code.mark();
        }
        let entry = spoken(named(tongue), Some(native), tongue.range());
        resume.add(ResumeList::Languages, entry);
    }
    for foreign in linguistic.listed("ForeignLanguage") {
        let levels = foreign.at("ProficiencyLevel").map(|level| {
            let of = |(skill, name, _): &(&'static str, &str, &[&str])| {
                Some((*skill, level.line_at(name)?.to_uppercase()))
            };
            (level, GRID.iter().filter_map(of).collect::<Vec<_>>())
        });
        let known =
            levels.and_then(|(level, levels)| Some(level.value(fluency(&levels, own.as_ref())?)));
        let name = named(foreign);
        if let Some(code) = foreign.at("Description/Code") {
            code.mark();
        }
        resume.add(ResumeList::Languages, spoken(name, known, foreign.range()));
    }
    linguistic.all("Documentation").for_each(Element::mark);
}

/// Reads a skill that is described in a text: names become a group of skills, prose a section.
fn described(skill: Element, title: &str, resume: &mut Resume) {
    let place = skill.range().start..skill.range().start + 1;
    let title = tree::text(title, place);
    let levels = levels(skill, resume);
    let text = skill.rich("Description");
    let names = text.as_ref().and_then(Node::as_str).and_then(html::names);
    let span = text.as_ref().map_or(skill.range(), |text| text.span.clone());
    let keyword = |name: String| tree::text(name, span.clone());
    let named: Vec<Node> = names.iter().flatten().cloned().map(keyword).collect();
    let is_named = !named.is_empty();
    if is_named || levels.is_some() {
        let mut entry = Entry::default();
        entry.put("name", Some(title.clone())).put("level", levels);
        entry.put("keywords", list_of(named));
        resume.add(ResumeList::Skills, entry.finish(skill.range()));
    }
    if !is_named {
        resume.add_text(title, text);
    }
}

/// Returns the self-assessment of digital skills.
fn levels(skill: Element, resume: &Resume) -> Option<Node> {
    let level = skill.at("ProficiencyLevel")?;
    let language = resume.language.as_ref();
    let of = |(name, id): &(&str, &str)| {
        let written = level.line_at(name)?;
        let id_of_level = match written.to_uppercase().as_str() {
            "A" => "basic",
            "B" => "independent",
            "C" => "proficient",
            _ => "",
        };
        let known = word_in(id_of_level, language);
        let known = if known.is_empty() { written.as_str() } else { known };
        Some(format!("{}: {known}", word_in(id, language)))
    };
    let levels: Vec<String> = DIGITAL.iter().filter_map(of).collect();
    (!levels.is_empty()).then(|| level.value(levels.join(", ")))
}

/// Reads the certificates of a skill.
fn certificates(skill: Element, resume: &mut Resume) {
    for certificate in skill.at("VerifiedBy").into_iter().flat_map(|it| it.all("Certificate")) {
        let mut entry = Entry::default();
        entry.put("name", certificate.label("Title"));
        entry.put("issuer", certificate.label("AwardingBody"));
        entry.put("date", date(certificate, "Date"));
        entry.put("level", certificate.label("Level"));
        resume.add(ResumeList::Certificates, entry.finish(certificate.range()));
    }
}

/// Reads the categories of a driving licence.
fn licences(driving: Element, resume: &mut Resume) {
    let Some(description) = driving.at("Description") else { return };
    let categories: Vec<String> = description.all("Licence").filter_map(Element::line).collect();
    let listed = (!categories.is_empty()).then(|| categories.join(", "));
    let text = listed.or_else(|| description.line());
    let Some(text) = text else { return };
    let word = word_in("driving", resume.language.as_ref());
    let mut entry = Entry::default();
    entry.put("name", Some(description.value(format!("{word} {text}"))));
    resume.add(ResumeList::Certificates, entry.finish(driving.range()));
}
