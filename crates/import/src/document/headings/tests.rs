//! Headings and what they are about.

use super::*;

#[test]
fn headings_have_topics() {
    use ResumeList::{
        Awards, Certificates, Education, Languages, Projects, Skills, Volunteer, Work,
    };
    for (title, expected) in [
        ("Work Experience", Some(Topic::List(Work))),
        ("【職 歴】", Some(Topic::List(Work))),
        ("■ 学 歴", Some(Topic::List(Education))),
        ("💼 EXPERIENCE", Some(Topic::List(Work))),
        ("Present Academic Rank and Position", Some(Topic::List(Work))),
        ("Aktuelle Position", Some(Topic::List(Work))),
        ("Volunteer experience", Some(Topic::List(Volunteer))),
        ("Education & Certifications", Some(Topic::List(Education))),
        ("Professional Teaching & Writing Experience", Some(Topic::List(Work))),
        ("I - État civil", Some(Topic::Contact)),
        ("Licenses and certifications", Some(Topic::List(Certificates))),
        ("Head of Digital Customer Experience", None),
        ("Technical Skills", Some(Topic::List(Skills))),
        ("Programming Languages", Some(Topic::List(Skills))),
        ("Languages", Some(Topic::List(Languages))),
        ("Side Projects", Some(Topic::List(Projects))),
        ("Honors and Awards", Some(Topic::List(Awards))),
        ("Experiencia laboral", Some(Topic::List(Work))),
        ("Formación", Some(Topic::List(Education))),
        ("職務経歴", Some(Topic::List(Work))),
        ("工作经历", Some(Topic::List(Work))),
        ("경력", Some(Topic::List(Work))),
        ("कार्य अनुभव", Some(Topic::List(Work))),
        ("الخبرات العملية", Some(Topic::List(Work))),
        ("Kinh nghiệm làm việc", Some(Topic::List(Work))),
        ("Lebenslauf", Some(Topic::Document)),
        ("職務経歴書", Some(Topic::Document)),
        ("Über mich", Some(Topic::Summary)),
        ("Contact", Some(Topic::Contact)),
        ("What I Build", None),
        ("Engineering Principles", Some(Topic::Other)),
        ("Mira Solano", None),
    ] {
        assert_eq!(topic(title), expected, "{title}");
    }
}

#[test]
fn two_topics_are_a_whole_heading() {
    for (title, expected) in [
        ("FORMATION ET EXPERIENCES", true),
        ("Skills & Languages", true),
        ("個人情報 Personal information", true),
        ("Ausbildung und Segeln", false),
    ] {
        let is_whole = matched(title).is_some_and(|found| found.is_whole);
        assert_eq!(is_whole, expected, "{title}");
    }
}

#[test]
fn words_before_a_topic_may_leave_it_what_it_is() {
    for title in ["主要技能", "相关技能", "核心技能", "주요 기술", "保有スキル"]
    {
        assert!(matched(title).is_some_and(|found| found.is_whole), "{title}");
    }
    assert!(!matched("開発技能").is_some_and(|found| found.is_exact));
}
