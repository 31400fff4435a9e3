//! Tests what counts as naming a skill, in several languages.

use super::*;
use perfil_model::language::Tag;

fn plain(name: &str) -> Text {
    Text::Plain(name.to_owned())
}

fn vocabulary(listed: &[&str]) -> Vocabulary {
    let names: Vec<_> = listed.iter().map(|name| plain(name)).collect();
    Vocabulary::named(&names.iter().collect::<Vec<_>>())
}

fn item(number: u32, parts: Vec<Part>) -> Item {
    Item { number, parts }
}

#[track_caller]
fn check(listed: &[&str], text: &str, expected: &[&str]) {
    let vocabulary = vocabulary(listed);
    let mut found: Vec<_> =
        vocabulary.found(text).into_iter().map(|skill| vocabulary.id_of(skill)).collect();
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn names_match_whole_words_only() {
    check(&["C", "Java", "Go"], "C++, JavaScript and Google", &["c-plus-plus", "javascript"]);
    check(&["C"], "C, C# and a C-level title", &["c", "c-sharp"]);
    check(&[], "ASP.NET on .NET, Node.js. Vue.js", &["asp-net", "dot-net", "node-js", "vue-js"]);
    check(&[], "CI/CD with JavaScript/TypeScript", &["ci-cd", "javascript", "typescript"]);
    check(&[], "at github.com/ada/x and kafka_tool", &[]);
    check(&[], "Kafka's (Postgres-based)", &["kafka", "postgresql"]);
}

#[test]
fn case_and_accents_are_ignored_except_in_ambiguous_names() {
    check(&["Ingeniería de datos"], "INGENIERIA  de\u{a0}DATOS", &["ingenieria-de-datos"]);
    check(&["IT"], "it is IT", &["it"]);
    check(&["IT"], "it is", &[]);
    check(&[], "the rest of REST", &["rest"]);
    check(&[], "React to it. We React. We react.", &["react"]);
    check(&[], "React to it. We react.", &[]);
}

#[test]
fn ambiguous_names_count_only_if_the_profile_lists_them() {
    check(&[], "Go, Swift, Spring and Chef", &[]);
    check(&["Go"], "services in Go", &["go"]);
    check(&["Golang"], "services in Go, on the go", &["go"]);
    check(&["Go"], "Go beyond. We go. A Go-to-market plan", &[]);
    check(&[], "services in Golang", &["go"]);
}

#[test]
fn aliases_are_the_same_skill() {
    let all = "Postgres PostgreSQL K8s Kubernetes GCP Apache-Kafka NodeJS RESTful";
    let expected = ["google-cloud", "kafka", "kubernetes", "node-js", "postgresql", "rest"];
    check(&[], all, &expected);
}

#[test]
fn the_longest_of_overlapping_names_counts_with_its_prefixes() {
    let listed = ["Redis Pub/Sub", "Redis", "Django REST Framework", "AWS SQS", "AWS"];
    check(&listed, "Redis Pub/Sub", &["redis", "redis-pub-sub"]);
    check(&listed, "Django REST Framework", &["django", "django-rest-framework"]);
    check(&listed, "AWS SQS", &["amazon-sqs", "aws"]);
}

#[test]
fn names_are_found_without_spaces_around_them() {
    let kafka = &["kafka"];
    check(&[], "使用Kafka处理消息", kafka);
    check(&[], "Kafkaを使った開発", kafka);
    check(&[], "Kafka를 사용한 개발", kafka);
    check(&[], "استخدمت Kafka وPostgreSQL", &["kafka", "postgresql"]);
    check(&[], "ב־Kafka ובPostgreSQL", &["kafka", "postgresql"]);
    let [chinese, arabic, korean] = ["分布式系统", "الحوسبة السحابية", "쿠버네티스"];
    for (name, text, is_there) in [
        (chinese, "我设计分布式系统架构", true),
        (chinese, "我设计分布式数据库", false),
        (arabic, "خبرة في الحَوسبة السحابية", true),
        (arabic, "خبرة بالحوسبة السحابية", true),
        ("كافكا", "بنيت الأنظمة بكافكا وكافكا", true),
        ("كافكا", "سكافكا", false),
        (korean, "쿠버네티스를 운영", true),
        ("자바", "자바스크립트", false),
    ] {
        let vocabulary = vocabulary(&[name]);
        assert_eq!(!vocabulary.found(text).is_empty(), is_there, "{name} in {text}");
    }
}

#[test]
fn a_name_in_several_languages_is_one_skill_with_one_id() {
    let tag = |tag| Tag::parse(tag).expect("the tag is known");
    let name = Text::ByLanguage(vec![
        (tag("en"), "Data engineering".to_owned()),
        (tag("es"), "Ingeniería de datos".to_owned()),
    ]);
    let other = plain("Data Engineering");
    let vocabulary = Vocabulary::named(&[&name, &other]);
    assert_eq!(vocabulary.id(&Name(other)).as_deref(), Some("data-engineering"));
    assert_eq!(vocabulary.found("ingeniería de datos").len(), 1);
    assert_eq!(vocabulary.written(0), ["Data engineering", "Ingeniería de datos"]);
}

#[test]
fn a_name_with_a_slash_may_be_several_skills_or_one() {
    let names = ["JavaScript/TypeScript", "Swagger/OpenAPI", "Redis Pub/Sub", "CI/CD"];
    let vocabulary = vocabulary(&names);
    let ids = names.map(|name| vocabulary.id(&Name(plain(name))).unwrap_or_default());
    assert_eq!(ids, ["javascript,typescript", "openapi", "redis-pub-sub", "ci-cd"]);
    let proofs = vocabulary.prove(&[item(0, vec![part("OpenAPI", None, None)])]);
    assert_eq!(proofs[0].name, Name(plain("Swagger/OpenAPI")));
}

#[test]
fn names_with_the_same_slug_get_different_ids() {
    let vocabulary = vocabulary(&["Crafts!", "Crafts?", "Node,js"]);
    let ids = ["Crafts!", "Crafts?", "Node,js"]
        .map(|name| vocabulary.id(&Name(plain(name))).unwrap_or_default());
    assert_eq!(ids, ["crafts", "crafts-2", "node-js-2"]);
}

#[expect(clippy::unnecessary_wraps, reason = "every time is one that may be unknown")]
fn date(year: i32, month: Option<u8>) -> Option<Date> {
    Some(Date { year, month, day: None })
}

fn part<'a>(text: &str, start: Option<Date>, end: Option<Date>) -> Part<'a> {
    Part { texts: vec![text.to_owned()], skills: Vec::new(), time: Time { start, end } }
}

#[test]
fn first_and_last_use_come_from_the_parts_that_prove_it() {
    let check = |parts: Vec<Part>, start, end| {
        let items: Vec<_> =
            (0..).zip(parts).map(|(number, part)| item(number, vec![part])).collect();
        let proofs = Vocabulary::default().prove(&items);
        assert_eq!((proofs[0].start, proofs[0].end), (start, End(end)));
    };
    let early = || part("Kafka", date(2012, None), date(2014, Some(5)));
    let late = || part("Kafka", date(2014, Some(2)), date(2014, None));
    let ongoing = || part("Kafka", date(2013, Some(3)), None);
    check(vec![late(), early()], date(2012, None), date(2014, None));
    check(vec![ongoing(), early()], date(2012, None), None);
    check(vec![part("Kafka", None, date(2010, None))], date(2010, None), date(2010, None));
    check(vec![part("Kafka", None, None)], None, None);

    let role = part("Rust-lang", date(2001, None), date(2002, None));
    let item = item(0, vec![part("Kafka", date(2000, None), date(2004, None)), role]);
    let proofs = Vocabulary::default().prove(&[item]);
    let times: Vec<_> = proofs.iter().map(|proof| (proof.start, proof.end.0)).collect();
    assert_eq!(times.len(), 2);
    assert!(times.contains(&(date(2001, None), date(2002, None))));
}

#[test]
fn many_items_and_skills_are_fast() {
    let names: Vec<_> = (0..200).map(|n| format!("Skill number{n}")).collect();
    let vocabulary = vocabulary(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let text = "Designed services with Kafka, PostgreSQL and ".repeat(4);
    let items: Vec<_> = (0..2000)
        .map(|n| item(n, vec![part(&format!("{text} skill number{}", n % 200), None, None)]))
        .collect();
    assert_eq!(vocabulary.prove(&items).len(), 202);
}
