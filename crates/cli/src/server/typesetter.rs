//! PDFs and pictures that a rebuild leaves out, because setting them takes longer than everything else:
//! each is set when somebody asks for it.

use super::media_type::media_type;
use crate::disk::machine;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use perfil_site::Ready;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Sets what is asked for, for the last site that was built.
#[derive(Clone, Default)]
pub struct Typesetter(Arc<Mutex<Current>>);

/// The last site.
#[derive(Default)]
struct Current {
    ready: Option<Arc<Ready>>,
    /// What was set for it, by path: programs that show a PDF ask for it more than once.
    set: BTreeMap<String, Arc<[u8]>>,
}

impl Typesetter {
    /// Makes this the site for which it sets.
    pub fn follow(&self, ready: &Arc<Ready>) {
        *self.current() = Current { ready: Some(Arc::clone(ready)), set: BTreeMap::new() };
    }

    fn current(&self) -> MutexGuard<'_, Current> {
        // It is replaced as a whole, so a poisoned lock is usable.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what is set at a path of the site, or why it cannot be.
    fn file(&self, path: &str) -> Option<Result<Arc<[u8]>, String>> {
        let (ready, set) = {
            let current = self.current();
            (current.ready.clone()?, current.set.get(path).cloned())
        };
        if let Some(set) = set {
            return Some(Ok(set));
        }
        let made = ready.typeset(machine(&()), path)?;
        Some(match made {
            Ok(bytes) => {
                let bytes: Arc<[u8]> = bytes.into();
                let mut current = self.current();
                // Another site may have been built meanwhile.
                if current.ready.as_ref().is_some_and(|it| Arc::ptr_eq(it, &ready)) {
                    current.set.insert(path.to_owned(), Arc::clone(&bytes));
                }
                Ok(bytes)
            }
            Err(findings) => {
                Err(findings.into_iter().map(|it| it.problem.message + "\n").collect())
            }
        })
    }
}

/// Answers a request for a file that is not there, if it is one that is set.
pub(super) async fn set(
    State(typesetter): State<Typesetter>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND || !path.starts_with("export/") {
        return response;
    }
    let asked = path.clone();
    match tokio::task::spawn_blocking(move || typesetter.file(&asked)).await {
        Ok(None) => response,
        Ok(Some(Ok(bytes))) => {
            let headers = [(CONTENT_TYPE, media_type(&path)), (CACHE_CONTROL, "no-cache")];
            (headers, bytes.to_vec()).into_response()
        }
        Ok(Some(Err(problems))) => (StatusCode::INTERNAL_SERVER_ERROR, problems).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
