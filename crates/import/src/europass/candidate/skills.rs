//! Reads languages and other skills.

use crate::europass::element::Element;
use crate::europass::parts::{GRID, fluency, language, spoken, word_in};
use crate::europass::resume::{Entry, Resume, list_of};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::Node;
use std::ops::Range;

/// Groups of skills that are elements of their own, with the word for each.
const GROUPS: [(&str, &str); 4] = [
    ("CommunicationAndInterpersonalSkills", "communication"),
    ("OrganisationalSkills", "organisational"),
    ("ManagementAndLeadershipSkills", "management"),
    ("DigitalSkills", "digital"),
];

/// Reads the native languages of a person.
pub(super) fn native(person: Element, resume: &mut Resume) {
    for tongue in person.all("PrimaryLanguageCode") {
        let Some(text) = tongue.line() else { continue };
        let own = resume.language.clone();
        let name = if is_free(tongue) { text } else { language(&text, own.as_ref()) };
        let native = tongue.value(word_in("native", own.as_ref()));
        let entry = spoken(Some(tongue.value(name)), Some(native), tongue.range());
        resume.add(ResumeList::Languages, entry);
    }
}

/// Whether a name is written in words, and not as a code.
fn is_free(element: Element) -> bool {
    let kinds = ["name", "schemeName", "typeCode"].into_iter();
    let mut kinds = kinds.filter_map(|name| element.attribute(name));
    kinds.any(|kind| kind.replace('_', "").eq_ignore_ascii_case("freetext"))
}

/// Reads the skills of a profile.
pub(super) fn read(profile: Element, resume: &mut Resume) {
    let start = profile.range().start..profile.range().start + 1;
    let own = resume.language.clone();
    let word = |id: &str| tree::text(word_in(id, own.as_ref()), start.clone());
    for qualifications in profile.all("PersonQualifications") {
        let mut others = Vec::new();
        for competency in qualifications.all("PersonCompetency") {
            let kind = competency.line_at("TaxonomyID").unwrap_or_default();
            if kind.eq_ignore_ascii_case("language") {
                foreign(competency, resume);
            } else {
                others.extend(competence(competency));
            }
        }
        group(word("jobRelated"), others, qualifications.range(), resume);
        resume.add_text(word("jobRelated"), qualifications.rich("QualificationsSummary"));
    }
    for skills in profile.all("Skills") {
        let loose = skills.all("PersonCompetency").filter_map(competence).collect();
        group(word("digital"), loose, skills.range(), resume);
        for titled in skills.all("SkillsGroup") {
            let names = titled.all("PersonCompetency").filter_map(competence).collect();
            let title = titled.short("Title").unwrap_or_else(|| word("digital"));
            group(title, names, titled.range(), resume);
        }
        for (name, id) in GROUPS {
            described(skills, name, &word(id), resume);
        }
    }
    for (name, id) in GROUPS {
        described(profile, name, &word(id), resume);
    }
    licences(profile, &word("driving"), resume);
}

/// Reads a language with its levels.
fn foreign(competency: Element, resume: &mut Resume) {
    let own = resume.language.clone();
    competency.all("CompetencyDimension").for_each(|it| {
        it.all("CompetencyDimensionTypeCode").for_each(Element::mark);
    });
    let code = competency.at("CompetencyID");
    let named = code.and_then(|code| {
        let text = code.line()?;
        let is_name = is_free(code);
        Some(code.value(if is_name { text } else { language(&text, own.as_ref()) }))
    });
    let name = named.or_else(|| competency.short("CompetencyName"));
    let level = |(skill, _, codes): &(&'static str, &str, &[&str])| {
        let mut dimensions = competency.all("CompetencyDimension");
        let found = dimensions.find_map(|dimension| {
            let code = dimension.line_at("CompetencyDimensionTypeCode")?;
            codes.contains(&code.as_str()).then(|| dimension.line_at("Score/ScoreText"))?
        });
        Some((*skill, found?.to_uppercase()))
    };
    let levels: Vec<_> = GRID.iter().filter_map(level).collect();
    let overall = competency.line_at("ProficiencyLevel/ScoreText");
    let known = fluency(&levels, own.as_ref()).or(overall);
    let known = known.map(|known| competency.value(known));
    resume.add(ResumeList::Languages, spoken(name, known, competency.range()));
}

/// Returns the name of a skill.
fn competence(competency: Element) -> Option<Node> {
    competency.all("TaxonomyID").for_each(Element::mark);
    competency.short("CompetencyName").or_else(|| competency.short("CompetencyID"))
}

/// Adds a group of skills, if there are any.
fn group(title: Node, names: Vec<Node>, span: Range<usize>, resume: &mut Resume) {
    let Some(keywords) = list_of(names) else { return };
    let mut entry = Entry::default();
    entry.put("name", Some(title)).put("keywords", Some(keywords));
    resume.add(ResumeList::Skills, entry.finish(span));
}

/// Reads skills with descriptions: names become a group of skills, and a description stands below
/// its name in a section.
fn described(around: Element, name: &str, title: &Node, resume: &mut Resume) {
    for skills in around.all(name) {
        let mut names = Vec::new();
        for skill in skills.children() {
            let inner: Vec<Node> = skill.all("DigitalSkill").filter_map(digital).collect();
            if !inner.is_empty() {
                let title = skill.short("Title").unwrap_or_else(|| title.clone());
                group(title, inner, skill.range(), resume);
                continue;
            }
            let own = skill.at("Title").or(Some(skill).filter(|it| it.has_text()));
            let own = own.and_then(|own| Some(own.value(own.line()?)));
            match (own, skill.rich("Description")) {
                (Some(name), Some(text)) => {
                    let mut entry = Entry::default();
                    entry.put("name", Some(name)).put("description", Some(text));
                    resume.add_below(title, entry.finish(skill.range()));
                }
                (Some(name), None) => names.push(name),
                (None, text) => resume.add_text(title.clone(), text),
            }
        }
        group(title.clone(), names, skills.range(), resume);
    }
}

fn digital(skill: Element) -> Option<Node> {
    let named = skill.short("Title").or_else(|| skill.short("CompetencyName"));
    named.or_else(|| Some(skill.value(skill.line()?)))
}

/// Reads the categories of driving licences.
fn licences(profile: Element, word: &Node, resume: &mut Resume) {
    let licences = profile.all("Licenses").flat_map(|licences| licences.all("License"));
    let mut categories = Vec::new();
    for licence in licences {
        let code = licence.short("LicenseTypeCode").or_else(|| licence.short("LicenseName"));
        categories.extend(code);
    }
    let Some(span) = list_of(categories.clone()).map(|list| list.span) else { return };
    let text: Vec<&str> = categories.iter().filter_map(Node::as_str).collect();
    let name = format!("{} {}", word.as_str().unwrap_or_default(), text.join(", "));
    let mut entry = Entry::default();
    entry.put("name", Some(tree::text(name, span.clone())));
    resume.add(ResumeList::Certificates, entry.finish(span));
}
