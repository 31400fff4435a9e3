//! Sections: each has an id, a title that the owner chooses, and content of one kind.

use super::contact::{Id, ImagePath};
use super::entries::{
    Award, Certificate, Entry, Interest, LanguageSkill, Note, Project, Publication, Reference,
};
use super::items::{ListItem, Metric, Skill, Step, Term};
use super::resume::TimelineList;
use crate::language::{Name, Prose, Text};
use perfil_source::{Context, Decode, Fields, Node, Shape, fields, shape, suggestion};

/// A section of the page.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Section {
    /// The identifier of the section in URLs, the same in every language.
    pub id: Id,
    /// The heading. A section without one continues the previous section.
    pub title: Option<Text>,
    /// The content, according to its `kind`.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub content: Content,
}

/// Declares every kind of section with its fields, and how to read it.
macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $kind:literal {
        $($(#[$field_meta:meta])* $field:ident: $type:ty,)*
    })*) => {
        /// The content of a section, according to its `kind`.
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(tag = "kind", rename_all = "camelCase")
        )]
        pub enum Content {
            $($(#[$meta])* $variant { $($(#[$field_meta])* $field: $type,)* },)*
        }

        impl Content {
            /// Every kind, in the order of the documentation.
            pub const KINDS: &[&str] = &[$($kind),*];

            /// Returns its kind, as it is named in a profile.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $kind,)*
                }
            }

            /// What the fields of each kind are made of.
            const SHAPES: &[(&str, &[shape::Field])] =
                &[$(($kind, fields!($($field: $type,)*))),*];

            fn read(kind: &str, fields: &mut Fields, context: &mut Context) -> Option<Self> {
                match kind {
                    $($kind => {
                        $(let $field = fields.field(stringify!($field), context);)*
                        Some(Self::$variant { $($field: $field?,)* })
                    })*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    /// Paragraphs of text.
    Prose = "prose" {
        /// The paragraphs.
        text: Prose,
    }
    /// A list.
    List = "list" {
        /// The items.
        items: Vec<ListItem>,
    }
    /// Terms with their explanations.
    Terms = "terms" {
        /// The terms.
        items: Vec<Term>,
    }
    /// Numbered steps.
    Steps = "steps" {
        /// The steps, in order.
        items: Vec<Step>,
    }
    /// Work, education or volunteering.
    Timeline = "timeline" {
        /// The entries, the most recent first.
        items: Vec<Entry>,
        /// Accomplishments that apply to all entries.
        highlights: Vec<Prose>,
        /// What the entries are. If absent, an entry with a degree or a subject is education, and
        /// any other is work.
        list: Option<TimelineList>,
    }
    /// Skills in groups.
    Skills = "skills" {
        /// The groups.
        items: Vec<Skill>,
    }
    /// Measurable results.
    Metrics = "metrics" {
        /// The results.
        items: Vec<Metric>,
    }
    /// A quotation.
    Quote = "quote" {
        /// The quotation, without quotation marks: the page adds those of its language.
        text: Prose,
        /// The author, if it is not the person of the profile.
        author: Option<Name>,
    }
    /// Projects.
    Projects = "projects" {
        /// The projects.
        items: Vec<Project>,
    }
    /// Certificates.
    Certificates = "certificates" {
        /// The certificates.
        items: Vec<Certificate>,
    }
    /// Publications.
    Publications = "publications" {
        /// The publications.
        items: Vec<Publication>,
    }
    /// Awards.
    Awards = "awards" {
        /// The awards.
        items: Vec<Award>,
    }
    /// Languages that the person speaks.
    Languages = "languages" {
        /// The languages.
        items: Vec<LanguageSkill>,
    }
    /// Interests.
    Interests = "interests" {
        /// The interests.
        items: Vec<Interest>,
    }
    /// References.
    References = "references" {
        /// The references.
        items: Vec<Reference>,
    }
    /// Notes and articles.
    Notes = "notes" {
        /// An introduction, which is also shown if there are no notes.
        text: Option<Prose>,
        /// The notes, the most recent first.
        items: Vec<Note>,
    }
    /// Sections with a common heading.
    Group = "group" {
        /// The sections; none of them can be a group.
        sections: Vec<Section>,
    }
}

impl Content {
    /// Returns the sections inside it.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        match self {
            Self::Group { sections } => sections,
            Self::Prose { .. }
            | Self::List { .. }
            | Self::Terms { .. }
            | Self::Steps { .. }
            | Self::Timeline { .. }
            | Self::Skills { .. }
            | Self::Metrics { .. }
            | Self::Quote { .. }
            | Self::Projects { .. }
            | Self::Certificates { .. }
            | Self::Publications { .. }
            | Self::Awards { .. }
            | Self::Languages { .. }
            | Self::Interests { .. }
            | Self::References { .. }
            | Self::Notes { .. } => &[],
        }
    }

    /// Returns the pictures of its items, and of those in the sections inside it.
    #[must_use]
    pub fn images(&self) -> Vec<&ImagePath> {
        match self {
            Self::Projects { items } => items.iter().filter_map(|it| it.image.as_ref()).collect(),
            Self::Group { sections } => {
                sections.iter().flat_map(|section| section.content.images()).collect()
            }
            Self::Prose { .. }
            | Self::List { .. }
            | Self::Terms { .. }
            | Self::Steps { .. }
            | Self::Timeline { .. }
            | Self::Skills { .. }
            | Self::Metrics { .. }
            | Self::Quote { .. }
            | Self::Certificates { .. }
            | Self::Publications { .. }
            | Self::Awards { .. }
            | Self::Languages { .. }
            | Self::Interests { .. }
            | Self::References { .. }
            | Self::Notes { .. } => Vec::new(),
        }
    }
}

impl Decode for Section {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let mut fields = Fields::new(node, "a section", context)?;
        let id = fields.field("id", context);
        let title = fields.field("title", context);
        let kind: Option<String> = fields.field("kind", context);
        let kind = kind?;
        if !Content::KINDS.contains(&kind.as_str()) {
            let kinds = Content::KINDS;
            let remedy = suggestion(&kind, kinds.iter().copied())
                .unwrap_or_else(|| format!("Use one of: {}.", kinds.join(", ")));
            let span = fields.member("kind").map_or(node.span.clone(), |m| m.value.span.clone());
            context.within(perfil_source::Step::Key("kind".into()), |context| {
                context.error(span, format!("there is no section of kind {kind:?}"), remedy);
            });
            return None;
        }
        let held = Content::read(&kind, &mut fields, context);
        fields.finish(context);
        Some(Self { id: id?, title: title?, content: held? })
    }
    fn shape() -> Shape {
        const FIELDS: &[shape::Field] = fields!(id: Id, title: Option<Text>,);
        Shape::Kinds { fields: FIELDS, kinds: Content::SHAPES }
    }
}
