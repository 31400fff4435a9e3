//! Files as other people and programs write them: where one word is changed, that word is the
//! difference.

use crate::check::path;
use perfil_edit::{Edit, Format, Path, Step, apply, edit};
use perfil_source::Node;

fn at<'a>(root: &'a Node, path: &Path) -> &'a Node {
    path.0.iter().fold(root, |node, step| match step {
        Step::Key(key) => node.get(key).expect("the key is there"),
        Step::Index(index) => &node.elements()[*index],
    })
}

/// Fails unless replacing a word in the value at a path replaces it in the file, and nothing else.
#[track_caller]
pub(crate) fn check(format: Format, text: &str, place: &str, old: &str, new: &str) {
    let root = match format {
        Format::Json => perfil_source::parse(text.as_bytes()),
        Format::Yaml => perfil_source::parse_yaml(text.as_bytes()),
    };
    let root = root.expect("the file is read");
    let path = path(place);
    let value = at(&root, &path).as_str().expect("the value is a text").replacen(old, new, 1);
    let changes = edit(text, format, &Edit::set(path, value.as_str())).expect("it is changed");
    assert_eq!(text.matches(old).count(), 1, "{old} has to be in the file once");
    assert_eq!(apply(text, &changes), text.replacen(old, new, 1));
    assert_eq!(changes.len(), 1);
}

#[track_caller]
fn yaml(text: &str, place: &str, old: &str, new: &str) {
    for ending in ["\n", "\r\n"] {
        for start in ["", "\u{feff}"] {
            let text = [start, &text.replace('\n', ending)].concat();
            check(Format::Yaml, &text, place, old, new);
            check(Format::Yaml, text.trim_end(), place, old, new);
        }
    }
}

#[track_caller]
#[test]
fn a_cv_for_typesetting() {
    let text = "\
cv:
  name: Jonas Lind
  social_networks:
    - network: GitHub
      username: jlind   # same on GitLab
  sections:
    'summary of qualifications':
      - Builds *slow* things **carefully**.
    experience:
      - company: 'Lind''s Boats'
        start_date: 2019-03
        end_date: present
        highlights:
          - Reduced leaks by 40 % with [tar](https://tar.example).
          - >-
            Wrote the manual that
            every yard still uses.

# Colours follow.
design:
  theme: sb2nov
  page: {size: us-letter, top_margin: 2 cm}
";
    yaml(text, "cv.name", "Jonas", "Johan");
    yaml(text, "cv.social_networks.0.username", "jlind", "jonas-l");
    yaml(text, "cv.sections.summary of qualifications.0", "slow", "fast");
    yaml(text, "cv.sections.experience.0.company", "Boats", "Ships");
    yaml(text, "cv.sections.experience.0.start_date", "2019-03", "2018-11");
    yaml(text, "cv.sections.experience.0.end_date", "present", "2024-01");
    yaml(text, "cv.sections.experience.0.highlights.0", "40", "60");
    yaml(text, "cv.sections.experience.0.highlights.1", "manual", "handbook");
    yaml(text, "cv.sections.experience.0.highlights.1", "yard", "boatyard");
    yaml(text, "design.page.size", "us-letter", "a4");
}

#[test]
fn lists_that_are_not_indented() {
    let text = "\
# yaml-language-server: $schema=https://example.org/s.json
---
work:
- position: Night porter     # since the fire
  name: Hotel Aurora
  years: 2019
  # Commented out on purpose:
  # salary: 12

-   name:   \"Bäckerei Krämer\"
    position: >
      Baked bread
      and cakes.

      Mostly bread.
basics: # about
    name: Yusuf Demir
...
";
    yaml(text, "work.0.position", "porter", "manager");
    yaml(text, "work.0.years", "2019", "2020");
    yaml(text, "work.1.name", "Krämer", "Müller");
    yaml(text, "work.1.position", "cakes", "rolls");
    yaml(text, "work.1.position", "Mostly", "Only");
    yaml(text, "basics.name", "Demir", "Demirel");
}

#[test]
fn values_that_are_repeated() {
    let text = "\
defaults: &defaults
  city: Porto
  country: PT
jobs:
  - <<: *defaults
    title: \"Glazier\\twith care\"
    city: Braga
  - {<<: *defaults, title: 'Roofer', unknown: [1, 2, {a: b}]}
again: *defaults
";
    yaml(text, "jobs.0.title", "care", "skill");
    yaml(text, "jobs.0.city", "Braga", "Faro");
    yaml(text, "jobs.1.title", "Roofer", "Thatcher");
}

#[test]
fn texts_in_lines() {
    let text = "\
bio:
  en: |+
    First line.

      An indented line.
    Last line of it.


  es: |2-
      dos espacios delante
    fin
  de: >-   # folded
    Ein Satz, der
    umgebrochen ist.
      - Punkt eins
      - Punkt zwei

    Schluss
  fr: \"une phrase
    sur deux lignes\\
    \\ collées\"
  it: una frase
    su tre

    righe
";
    yaml(text, "bio.en", "indented", "very long");
    yaml(text, "bio.en", "Last", "Final");
    yaml(text, "bio.es", "espacios", "huecos");
    yaml(text, "bio.de", "Satz", "Absatz");
    yaml(text, "bio.de", "zwei", "drei");
    yaml(text, "bio.fr", "deux", "quelques");
    yaml(text, "bio.fr", "collées", "jointes");
    yaml(text, "bio.it", "tre", "quattro");
    yaml(text, "bio.it", "righe", "linee");
}

#[test]
fn braces_with_comments() {
    let text = "\
%YAML 1.2
---
{
  # who
  name: Nadia Haddad, # as on the door
  \"tags\": [ a,b , 'c d',\te, ],
  links: [ {label: site, href: https://nadia.example/#top},
           {label: mail, href: 'mailto:n@nadia.example'} ], # two
}
";
    yaml(text, "name", "Haddad", "Khoury");
    yaml(text, "tags.2", "c d", "c and d");
    yaml(text, "links.0.href", "#top", "#end");
    yaml(text, "links.1.href", "mailto:n", "mailto:hello");
}

#[test]
fn keys_that_few_people_write() {
    let text = "\
? complex key
: value one
'quoted: key' : value two
\"no\": norsk tekst
42: the answer
empty:
tagged: !!str 2020
anchored: &a   spaced value   # why
date: 2020-01-01
\"caf\\u00e9\":    tabbed
-x: dash key
";
    yaml(text, "complex key", "one", "1 and more");
    yaml(text, "quoted: key", "two", "2 and more");
    yaml(text, "no", "norsk", "nynorsk");
    yaml(text, "anchored", "spaced", "spread");
    yaml(text, "date", "2020-01-01", "2021-12-31");
    yaml(text, "café", "tabbed", "aligned");
    yaml(text, "-x", "dash", "hyphen");
}

#[test]
fn lists_in_lists() {
    let text = "\
- - one
  - - two # deep
    - three
-
  - four
-   -   five

    -   six
";
    yaml(text, "0.0", "one", "1st");
    yaml(text, "0.1.0", "two", "2nd");
    yaml(text, "1.0", "four", "4th");
    yaml(text, "2.1", "six", "6th");
}

#[test]
fn letters_of_many_scripts() {
    let text = "\
名前: 田中 太郎 # 氏名
שם: \"דנה לוי\"
емодзі: '😀 так'
λίστα: [ένα, δύο]
";
    yaml(text, "名前", "太郎", "花子");
    yaml(text, "שם", "לוי", "כהן");
    yaml(text, "емодзі", "так", "ні 😀");
    yaml(text, "λίστα.1", "δύο", "τρία");
}

#[test]
fn a_file_with_the_comments_of_a_template() {
    let text = "\
#######################################
##  MY CV - edit below               ##
#######################################

version: 1   # do not touch

#-- contact ---------------------------
email:   me@lea.example   #(work)
phone:   \"+41 00 000 00 00\"

#-- unused
#blog: https://old.example

skills:
    # languages
    - {name: Go, level: 3}    # ok
    # - {name: Perl, level: 5}
    #
    # tools
    - name:  Make
      level: 4

    ## end of skills
footer: |
    # this is no comment
    made by hand
";
    yaml(text, "email", "me@", "info@");
    yaml(text, "phone", "+41", "+49");
    yaml(text, "skills.0.name", "Go", "Zig");
    yaml(text, "skills.1.name", "Make", "Just");
    yaml(text, "footer", "no comment", "a heading");
    yaml(text, "footer", "hand", "hand and foot");
}
