//! What a host needs beside the content to publish it, with the released packages.

use crate::output::Tree;
use perfil_names as names;

/// Where a new site will be hosted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// Netlify, which builds the site from a repository.
    Netlify,
    /// GitHub Pages, by a workflow of GitHub Actions.
    GitHubPages,
    /// Cloudflare Pages, which builds the site from a repository.
    CloudflarePages,
    /// A container with nginx.
    DockerNginx,
    /// A container with Caddy.
    DockerCaddy,
    /// Any other host, or none yet.
    #[default]
    None,
}

/// A file beside the content.
struct Template {
    path: &'static str,
    text: &'static str,
    /// What it is, in the list of the folder's files.
    what: &'static str,
}

/// The command that makes the site of the folder in which it runs.
const BUILD: &str = "npx --yes {package}@{version} build . --out dist";

/// The address of a site at Cloudflare Pages, whose variable has that of one deployment of it, with a
/// further label at its front. It replaces the one in `site.json`, if the owner has none yet.
const CLOUDFLARE_ADDRESS: &str = r#" --base-url \"${CF_PAGES_URL:+https://${CF_PAGES_URL#*.}}\""#;

/// How the address of a site is stated when a container is built, if the owner has none yet.
const DOCKER_ADDRESS: &str = " --build-arg PERFIL_BASE_URL=https://DOMAIN/";

const DOCKERIGNORE: Template = Template {
    path: ".dockerignore",
    text: include_str!("every-host/dockerignore"),
    what: "what is not copied into the container",
};

const NETLIFY: [Template; 1] = [Template {
    path: "netlify.toml",
    text: include_str!("netlify/netlify.toml"),
    what: "how Netlify makes the site",
}];

const GITHUB_PAGES: [Template; 1] = [Template {
    path: ".github/workflows/pages.yml",
    text: include_str!("github-pages/pages.yml"),
    what: "how GitHub makes and publishes the site",
}];

const CLOUDFLARE_PAGES: [Template; 2] = [
    Template {
        path: "package.json",
        text: include_str!("cloudflare-pages/package.json"),
        what: "how Cloudflare makes the site: `npm run build`",
    },
    Template {
        path: "wrangler.json",
        text: include_str!("cloudflare-pages/wrangler.json"),
        what: "the project's name at Cloudflare, and the folder of the site",
    },
];

const DOCKER_NGINX: [Template; 3] = [
    Template {
        path: "Dockerfile",
        text: include_str!("nginx/Dockerfile"),
        what: "a container that makes the site and serves it with nginx",
    },
    DOCKERIGNORE,
    Template {
        path: "nginx.conf",
        text: include_str!("nginx/nginx.conf"),
        what: "how nginx serves it",
    },
];

const DOCKER_CADDY: [Template; 3] = [
    Template {
        path: "Caddyfile",
        text: include_str!("caddy/Caddyfile"),
        what: "how Caddy serves the site",
    },
    Template {
        path: "Dockerfile",
        text: include_str!("caddy/Dockerfile"),
        what: "a container that makes the site and serves it with Caddy",
    },
    DOCKERIGNORE,
];

/// What every folder has.
const COMMON: [Template; 2] = [
    Template {
        path: ".gitignore",
        text: include_str!("every-host/gitignore"),
        what: "what a repository leaves out",
    },
    Template {
        path: ".vscode/settings.json",
        text: include_str!("every-host/settings.json"),
        what: "how editors find the schemas",
    },
];

/// The parts of the content, as the list of the folder's files explains them.
const CONTENT: [(&str, &str); 6] = [
    ("site.json", "what the site is called, its address, languages and profiles"),
    ("profiles/", "one person each; the name of the file is the last part of the address"),
    ("locales/", "the interface's words in each language"),
    ("images/", "portraits"),
    ("static/", "files that are published as they are"),
    ("schema/", "what an editor needs to complete and check what you write"),
];

const README: &str = include_str!("every-host/README.md");

/// What is known of a new site.
pub(super) struct Site<'a> {
    /// The file name of its first profile.
    pub(super) slug: &'a str,
    /// Whether its owner has stated its address.
    pub(super) has_address: bool,
    /// The branch that is published.
    pub(super) branch: &'a str,
}

/// The branch of a new repository.
pub(super) const BRANCH: &str = "main";

/// Returns the workflow that publishes a branch on GitHub Pages, with its path, as a new content folder has it.
#[must_use]
pub fn pages_workflow(branch: &str) -> (&'static str, String) {
    let [Template { path, text, .. }] = GITHUB_PAGES;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    // What else a name may have is part of YAML, or of a pattern.
    let branch = if branch.chars().all(is_plain) {
        branch.to_owned()
    } else {
        let pattern = branch.replace('+', "\\+").replace('!', "\\!");
        format!("'{}'", pattern.replace('\'', "''"))
    };
    (path, Site { slug: "", has_address: true, branch: &branch }.fill(text))
}

impl Host {
    fn templates(self) -> &'static [Template] {
        match self {
            Self::Netlify => &NETLIFY,
            Self::GitHubPages => &GITHUB_PAGES,
            Self::CloudflarePages => &CLOUDFLARE_PAGES,
            Self::DockerNginx => &DOCKER_NGINX,
            Self::DockerCaddy => &DOCKER_CADDY,
            Self::None => &[],
        }
    }

    /// Whether this host tells each build the address of the site.
    #[must_use]
    pub fn knows_address(self) -> bool {
        matches!(self, Self::Netlify | Self::GitHubPages | Self::CloudflarePages)
    }

    /// Returns the steps to the published site, in the folder of the content. Commands are in backticks.
    pub(super) fn steps(self, site: &Site) -> Vec<String> {
        let steps = match self {
            Self::Netlify => include_str!("netlify/steps.txt"),
            Self::GitHubPages => include_str!("github-pages/steps.txt"),
            Self::CloudflarePages => include_str!("cloudflare-pages/steps.txt"),
            Self::DockerNginx => include_str!("nginx/steps.txt"),
            Self::DockerCaddy => include_str!("caddy/steps.txt"),
            Self::None => include_str!("every-host/steps.txt"),
        };
        steps.lines().map(|step| site.fill(step)).collect()
    }

    /// Adds the files beside the content.
    pub(super) fn add(self, tree: &mut Tree, site: &Site) {
        let templates = self.templates().iter().chain(&COMMON);
        for template in templates.clone() {
            tree.add(template.path, site.fill(template.text).into_bytes());
        }
        let templates = templates.map(|template| (template.path, template.what));
        let files = CONTENT.into_iter().chain(templates);
        let files: Vec<_> = files.map(|(path, what)| format!("- `{path}`: {what}")).collect();
        let steps = self.steps(site).into_iter().enumerate();
        let steps: Vec<_> = steps.map(|(at, step)| format!("{}. {step}", at + 1)).collect();
        let readme = README.replace("{files}", &files.join("\n"));
        let readme = readme.replace("{publish}", &steps.join("\n"));
        tree.add("README.md", site.fill(&readme).into_bytes());
    }
}

impl Site<'_> {
    /// Replaces the placeholders of a template.
    fn fill(&self, template: &str) -> String {
        let (address, argument) =
            if self.has_address { ("", "") } else { (CLOUDFLARE_ADDRESS, DOCKER_ADDRESS) };
        let values = [
            // A build command has placeholders of its own.
            ("{build}", BUILD),
            ("{address}", address),
            ("{package}", names::NPM),
            ("{version}", env!("CARGO_PKG_VERSION")),
            ("{repository}", names::REPOSITORY),
            ("{slug}", self.slug),
            ("{branch}", self.branch),
            ("{address_argument}", argument),
        ];
        let fill = |text: String, (name, value): (&str, &str)| text.replace(name, value);
        values.into_iter().fold(template.to_owned(), fill)
    }
}
