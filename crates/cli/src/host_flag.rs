//! The hosts that `perfil new` knows, as its flag names them.

use clap::ValueEnum;
use perfil_site::Host;

/// Where a site can be hosted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HostFlag {
    /// Netlify, which makes the site of a repository
    Netlify,
    /// GitHub Pages, by a workflow
    #[value(name = "github-pages")]
    GitHubPages,
    /// Cloudflare Pages, which makes the site of a repository
    CloudflarePages,
    /// A container with nginx
    #[value(alias = "docker")]
    DockerNginx,
    /// A container with Caddy
    DockerCaddy,
    /// Any other host
    None,
}

impl From<HostFlag> for Host {
    fn from(flag: HostFlag) -> Self {
        match flag {
            HostFlag::Netlify => Self::Netlify,
            HostFlag::GitHubPages => Self::GitHubPages,
            HostFlag::CloudflarePages => Self::CloudflarePages,
            HostFlag::DockerNginx => Self::DockerNginx,
            HostFlag::DockerCaddy => Self::DockerCaddy,
            HostFlag::None => Self::None,
        }
    }
}
