//! Optional content: layers that a reader may switch off (ISO 32000-1, 8.11).

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use std::collections::HashSet;

/// The layers that nobody sees at first.
#[derive(Default)]
pub(super) struct Layers {
    hidden: HashSet<ObjectIdentifier>,
}

impl Layers {
    /// Reads them from the catalog of a document.
    pub(super) fn of(catalog: &Dict) -> Self {
        let Some(properties) = catalog.get::<Dict>("OCProperties") else { return Self::default() };
        let settings = properties.get::<Dict>("D").unwrap_or_default();
        let ids = |array: Option<Array>| -> Vec<ObjectIdentifier> {
            let array = array.iter().flat_map(Array::raw_iter);
            let id = |object: MaybeRef<Object>| object.as_obj_ref().map(ObjectIdentifier::from);
            array.filter_map(id).collect()
        };
        let mut hidden = HashSet::new();
        if settings.get::<Name>("BaseState").as_deref() == Some(b"OFF") {
            hidden.extend(ids(properties.get("OCGs")));
            for id in ids(settings.get("ON")) {
                hidden.remove(&id);
            }
        }
        hidden.extend(ids(settings.get("OFF")));
        Self { hidden }
    }

    /// Whether the content of a group, or of all groups of a membership, is hidden.
    pub(super) fn is_hidden(&self, group: &Dict) -> bool {
        if self.hidden.is_empty() {
            return false;
        }
        if group.get::<Name>("Type").as_deref() != Some(b"OCMD") {
            return group.obj_id().is_some_and(|id| self.hidden.contains(&id));
        }
        let one = group.get_ref("OCGs").map(ObjectIdentifier::from);
        let groups = group.get::<Array>("OCGs");
        let mut ids: Vec<ObjectIdentifier> = groups
            .iter()
            .flat_map(Array::raw_iter)
            .filter_map(|object| object.as_obj_ref().map(ObjectIdentifier::from))
            .collect();
        if groups.is_none() {
            ids.extend(one);
        }
        let policy = group.get::<Name>("P");
        let is_off = |id: &ObjectIdentifier| self.hidden.contains(id);
        match policy.as_deref() {
            _ if ids.is_empty() => false,
            Some(b"AllOn") => ids.iter().any(is_off),
            Some(b"AnyOff") => !ids.iter().any(is_off),
            Some(b"AllOff") => !ids.iter().all(is_off),
            _ => ids.iter().all(is_off),
        }
    }
}
