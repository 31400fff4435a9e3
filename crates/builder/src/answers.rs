//! What an editor is answered of what a build has found.

use perfil_form::{Opened, PathStep, Problem};
use perfil_site::{Finding, Started};

/// Returns what was made of a file.
pub(crate) fn opened(started: &Started) -> Opened {
    let understood = started.understood.as_ref();
    Opened {
        profile: format!("profiles/{}.json", started.slug),
        name: started.name.clone(),
        format: started.kind.map(|kind| kind.to_string()),
        contact: understood
            .map(|it| it.contact.iter().map(|it| it.field.to_owned()).collect())
            .unwrap_or_default(),
        sections: understood
            .map(|it| it.sections.iter().map(|it| (it.title.clone(), it.entries)).collect())
            .unwrap_or_default(),
        unsure: understood.map(|it| it.unsure.iter().map(doubt).collect()).unwrap_or_default(),
        findings: problems(&started.findings),
    }
}

fn doubt(doubt: &perfil_site::Doubt) -> String {
    match &doubt.place {
        Some(place) => format!("{} ({place})", doubt.message),
        None => doubt.message.clone(),
    }
}

/// Returns what is wrong, as an editor shows it.
pub(crate) fn problems(findings: &[Finding]) -> Vec<Problem> {
    let problem = |finding: &Finding| {
        let units = |at: usize| {
            let before = finding.text.get(..at).unwrap_or_default();
            before.trim_start_matches('\u{feff}').encode_utf16().count()
        };
        Problem {
            file: finding.file.display().to_string(),
            is_error: finding.is_error(),
            message: finding.problem.message.clone(),
            remedy: finding.problem.remedy.clone(),
            place: finding.place.map(|place| (place.line, place.column)),
            range: finding.problem.span.as_ref().map(|span| (units(span.start), units(span.end))),
            path: PathStep::of(&finding.problem.path),
        }
    };
    findings.iter().map(problem).collect()
}

/// Returns what is wrong as text, a line for each problem.
pub(crate) fn lines(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let place = problem.place.map(|(line, column)| format!(":{line}:{column}"));
        let place = place.unwrap_or_default();
        format!("{}{place}: {}. {}", problem.file, problem.message, problem.remedy)
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}
