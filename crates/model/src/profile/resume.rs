//! The lists of JSON Resume (<https://jsonresume.org/schema>), and the kinds of section that they
//! become.

use std::fmt;

/// Declares the lists in the order of the schema.
macro_rules! lists {
    ($($(#[$meta:meta])* $variant:ident = $key:literal is $kind:literal,)*) => {
        /// A list of a résumé.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ResumeList {
            $($(#[$meta])* $variant,)*
        }

        impl ResumeList {
            /// Every list, in the order of the schema.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Returns its key in a résumé, which is also the id of the section that is made from
            /// it.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }

            /// Returns the kind of the section that contains its entries.
            #[must_use]
            pub fn kind(self) -> &'static str {
                match self {
                    $(Self::$variant => $kind,)*
                }
            }
        }
    };
}

lists! {
    /// Employment.
    Work = "work" is "timeline",
    /// Volunteering. A profile does not distinguish it from employment, so it is read but not
    /// written.
    Volunteer = "volunteer" is "timeline",
    /// Schools.
    Education = "education" is "timeline",
    /// Awards.
    Awards = "awards" is "awards",
    /// Certificates.
    Certificates = "certificates" is "certificates",
    /// Publications.
    Publications = "publications" is "publications",
    /// Skills in groups.
    Skills = "skills" is "skills",
    /// Languages spoken.
    Languages = "languages" is "languages",
    /// Interests.
    Interests = "interests" is "interests",
    /// References.
    References = "references" is "references",
    /// Projects.
    Projects = "projects" is "projects",
}

impl ResumeList {
    /// Returns the list with this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.key() == key)
    }
}

impl fmt::Display for ResumeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::ResumeList;
    use crate::profile::Content;

    #[test]
    fn every_list_has_an_existing_kind_of_section() {
        for list in ResumeList::ALL {
            assert!(Content::KINDS.contains(&list.kind()), "{list}");
            assert_eq!(ResumeList::of(list.key()), Some(*list));
        }
        assert!(ResumeList::ALL.is_sorted());
    }
}
