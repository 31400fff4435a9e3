//! A stand-in of GitHub's interface for the contents of repositories, with one repository, `ada/site`.
//!
//! It answers as <https://docs.github.com/en/rest/repos/contents> says, and browsers as api.github.com does: to
//! pages of any origin, after a question about the headers.

use super::bodies::broken;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    AUTHORIZATION,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::net::TcpListener;
use url::form_urlencoded::parse;

/// A token that may do everything.
pub(crate) const TOKEN: &str = "github_pat_11AAAAAAA0everything";

/// A token that may only read.
pub(crate) const READER: &str = "github_pat_11AAAAAAA0reader";

/// A repository.
pub(crate) struct Repository {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The messages of the commits, each with the path that it has written.
    pub(crate) commits: Vec<(String, String)>,
    /// Everything that it was asked.
    pub(crate) asked: Vec<String>,
    pub(crate) is_public: bool,
    /// The number of further files that are written before every connection breaks: a browser asks again by
    /// itself if one does.
    pub(crate) breaks_after: Option<usize>,
}

/// A running stand-in.
#[derive(Clone)]
pub(crate) struct GitHub {
    pub(crate) origin: String,
    repository: Arc<Mutex<Repository>>,
}

impl GitHub {
    /// One whose repository is empty.
    pub(crate) async fn start() -> Self {
        let repository = Repository {
            files: BTreeMap::new(),
            commits: Vec::new(),
            asked: Vec::new(),
            is_public: true,
            breaks_after: None,
        };
        let repository = Arc::new(Mutex::new(repository));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("there is a free port");
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let github = Self { origin, repository };
        let own = github.clone();
        let router = Router::new().fallback(move |request: Request| {
            let github = own.clone();
            async move { github.respond(request).await }
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        github
    }

    pub(crate) fn repository(&self) -> MutexGuard<'_, Repository> {
        self.repository.lock().unwrap()
    }

    async fn respond(&self, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let line = format!("{} {}", parts.method, parts.uri);
        self.repository().asked.push(line.clone());
        let header = |name: &str| parts.headers.get(name).and_then(|it| it.to_str().ok());
        let mut response = if parts.method == Method::OPTIONS || parts.uri.path() == "/" {
            StatusCode::NO_CONTENT.into_response()
        } else {
            assert_eq!(header("accept"), Some("application/vnd.github+json"), "{line}");
            assert_eq!(header("x-github-api-version"), Some("2022-11-28"), "{line}");
            let token = header(AUTHORIZATION.as_str()).and_then(|it| it.strip_prefix("Bearer "));
            let path = parts.uri.path();
            let branch = parse(parts.uri.query().unwrap_or_default().as_bytes())
                .find(|(name, _)| name == "ref")
                .map(|(_, branch)| branch.into_owned());
            let body = serde_json::from_slice(&body).unwrap_or_default();
            match token {
                Some(TOKEN | READER) if parts.method == Method::PUT => {
                    assert_eq!(header("content-type"), Some("application/json"), "{line}");
                    self.put(path, &body, token == Some(TOKEN))
                }
                Some(TOKEN | READER) => self.get(path, branch.as_deref()),
                _ => answer(StatusCode::UNAUTHORIZED, "Bad credentials"),
            }
        };
        let headers = "Authorization, Content-Type, If-Match, X-Requested-With, User-Agent, \
                       X-GitHub-Api-Version";
        for (name, value) in [
            (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PATCH, PUT, DELETE"),
            (ACCESS_CONTROL_ALLOW_HEADERS, headers),
        ] {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    fn get(&self, path: &str, branch: Option<&str>) -> Response {
        let repository = self.repository();
        if path == "/repos/ada/site" {
            let about = json!({
                "full_name": "ada/site", "private": !repository.is_public,
                "default_branch": "main", "html_url": "https://github.com/ada/site",
            });
            return (StatusCode::OK, about.to_string()).into_response();
        }
        let Some(folder) = path.strip_prefix("/repos/ada/site/contents/") else {
            return answer(StatusCode::NOT_FOUND, "Not Found");
        };
        if let Some(branch) = branch.filter(|branch| *branch != "main") {
            let message = format!("No commit found for the ref {branch}");
            return answer(StatusCode::NOT_FOUND, &message);
        }
        if repository.files.is_empty() {
            return answer(StatusCode::NOT_FOUND, "This repository is empty.");
        }
        let mut entries = BTreeMap::new();
        for (path, bytes) in &repository.files {
            let inner = if folder.is_empty() {
                Some(path.as_str())
            } else {
                path.strip_prefix(folder).and_then(|it| it.strip_prefix('/'))
            };
            match inner.map(|inner| inner.split_once('/')) {
                None => {}
                Some(Some((name, _))) => {
                    entries.insert(name, ("dir", "0".repeat(40)));
                }
                Some(None) => {
                    entries.insert(inner.unwrap_or_default(), ("file", hash(bytes)));
                }
            }
        }
        if entries.is_empty() {
            return answer(StatusCode::NOT_FOUND, "Not Found");
        }
        let entries = entries
            .into_iter()
            .map(|(name, (kind, sha))| json!({ "name": name, "type": kind, "sha": sha }));
        (StatusCode::OK, entries.collect::<Value>().to_string()).into_response()
    }

    fn put(&self, path: &str, body: &Value, may_write: bool) -> Response {
        let mut repository = self.repository();
        let Some(path) = path.strip_prefix("/repos/ada/site/contents/") else {
            return answer(StatusCode::NOT_FOUND, "Not Found");
        };
        if !may_write {
            let message = "Resource not accessible by personal access token";
            return answer(StatusCode::FORBIDDEN, message);
        }
        if let Some(left) = &mut repository.breaks_after {
            if *left == 0 {
                return broken(None);
            }
            *left -= 1;
        }
        let known = repository.files.get(path).map(|bytes| hash(bytes));
        match (known.as_deref(), body["sha"].as_str()) {
            (Some(_), None) => {
                let message = "Invalid request.\n\n\"sha\" wasn't supplied.";
                return answer(StatusCode::UNPROCESSABLE_ENTITY, message);
            }
            (known, Some(sha)) if known != Some(sha) => {
                return answer(StatusCode::CONFLICT, &format!("{path} does not match {sha}"));
            }
            _ => {}
        }
        assert!(body["branch"].is_null(), "the default branch needs no name: {body}");
        let content = STANDARD.decode(body["content"].as_str().unwrap()).unwrap();
        repository.files.insert(path.to_owned(), content);
        let message = body["message"].as_str().unwrap().to_owned();
        repository.commits.push((message, path.to_owned()));
        let status = if known.is_some() { StatusCode::OK } else { StatusCode::CREATED };
        answer(status, "")
    }
}

fn answer(status: StatusCode, message: &str) -> Response {
    (status, json!({ "message": message }).to_string()).into_response()
}

/// The hash of a file, by Git itself.
fn hash(bytes: &[u8]) -> String {
    let mut command = Command::new("git");
    command.args(["hash-object", "--stdin"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut git = command.spawn().expect("Git runs");
    git.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = git.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
