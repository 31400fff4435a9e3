//! What Typst sets for Studio in the same browser, of the folder that it sends: a program that has Typst does it
//! at once, where a published Studio would have to load it.

use super::content::{ContentFolder, own};
use crate::read_shell;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use perfil_export::PaperSize;
use perfil_site::{CvRequest, Environment, Finding, InTurn, Input, archive, build, cv as set_cv};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tokio::task::spawn_blocking;

/// The path of the finished site as a ZIP.
const SITE: &str = "/.perfil/print/site";

/// The path of one profile as PDF.
const PDF: &str = "/.perfil/print/pdf";

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Returns the service. Both answers are made of a content folder as a ZIP, the body of the request.
pub(super) fn routes(content: ContentFolder) -> Router {
    own(Router::new().route(SITE, post(site)).route(PDF, post(pdf))).with_state(content)
}

async fn site(State(content): State<ContentFolder>, folder: Bytes) -> Response {
    let shell = content.shell;
    answer("application/zip", folder, move |files| {
        let shell = read_shell(shell.as_deref()).map_err(|finding| finding.to_string())?;
        let input = Input { pdf: true, is_studio_offered: Some(false), ..Input::default() };
        let built =
            build(environment(files), &input, shell).map_err(|found| Finding::lines(&found))?;
        archive::pack(built.tree.iter().map(|(path, bytes)| (path.into(), bytes)))
    })
    .await
}

async fn pdf(uri: Uri, folder: Bytes) -> Response {
    let asked: BTreeMap<String, String> =
        url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
            .into_owned()
            .collect();
    let text = |name: &str| asked.get(name).map(String::as_str);
    let slug =
        text("profile").and_then(|path| Path::new(path).file_name()?.to_str()?.split('.').next());
    let request = CvRequest {
        profile: slug.unwrap_or_default().to_owned(),
        language: text("language").map(str::to_owned),
        paper: PaperSize::of(text("paper").unwrap_or_default()),
        focus: Vec::new(),
    };
    answer("application/pdf", folder, move |files| {
        set_cv(environment(files), Path::new(""), &request).map_err(|found| Finding::lines(&found))
    })
    .await
}

fn environment(files: &Files) -> Environment<'_> {
    Environment { files, workers: &InTurn, watch: &() }
}

/// Answers with what is made of a folder, or with why it cannot be made.
async fn answer(
    media_type: &'static str,
    folder: Bytes,
    make: impl FnOnce(&Files) -> Result<Vec<u8>, String> + Send + 'static,
) -> Response {
    let made = spawn_blocking(move || {
        let files = archive::unpack(&folder)?;
        make(&files.into_iter().map(|(path, bytes)| (path.into(), bytes)).collect())
    });
    match made.await {
        Ok(Ok(bytes)) => ([(CONTENT_TYPE, media_type)], bytes).into_response(),
        Ok(Err(reason)) => (StatusCode::UNPROCESSABLE_ENTITY, reason).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
