//! What is shown stays what it is while elements of lists are moved and removed.

use crate::studio::Studio;
use leptos::prelude::*;
use perfil_form::{Change, Part, PathStep, without_mark};

impl Studio {
    /// Shows the same part and the same open objects after a change as before it.
    pub(crate) fn follow(self, change: &Change) {
        if let Part::Section(index) = self.part.get_untracked() {
            let path = [PathStep::Key("sections".to_owned()), PathStep::Index(index)];
            let part = after(&path, change).map_or(Part::Head, |path| Part::of(&path));
            if part != Part::Section(index) {
                self.part.set(part);
            }
        }
        self.open.update(|open| *open = open.iter().filter_map(|it| after(it, change)).collect());
    }
}

/// Returns the path of a value after a change; `None` if it is removed.
fn after(shown: &[PathStep], change: &Change) -> Option<Vec<PathStep>> {
    let (list, from, to) = match change {
        Change::Move { path, from, to } => (path.clone(), *from, Some(*to)),
        // The mark of privacy is removed with its value.
        Change::Remove { path } => match without_mark(path).as_slice() {
            [list @ .., PathStep::Index(index)] => (list.to_vec(), *index, None),
            _ => return Some(shown.to_vec()),
        },
        _ => return Some(shown.to_vec()),
    };
    let Some([PathStep::Index(own), rest @ ..]) = shown.strip_prefix(list.as_slice()) else {
        return Some(shown.to_vec());
    };
    let index = match to {
        Some(to) if *own == from => to,
        None if *own == from => return None,
        Some(to) if (to..from).contains(own) => own + 1,
        Some(to) if (from..=to).contains(own) => own - 1,
        None if *own > from => own - 1,
        _ => *own,
    };
    Some([list.as_slice(), &[PathStep::Index(index)], rest].concat())
}
