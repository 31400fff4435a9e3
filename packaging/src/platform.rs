//! The systems that Perfil is released for, and what each kind of package calls them.

use anyhow::{Context, Result};

/// A system.
#[derive(Debug, PartialEq)]
pub(crate) struct Platform {
    /// The target of rustc.
    pub(crate) target: &'static str,
    /// `process.platform` and `process.arch` of Node.
    pub(crate) node: (&'static str, &'static str),
    /// The platform tag of a Python wheel (PEP 425).
    pub(crate) wheel: &'static str,
    /// The architecture as Debian and containers call it, where there are such packages.
    pub(crate) linux: Option<&'static str>,
}

/// Every system. Linux programs are static, so they need no certain C library.
pub(crate) const PLATFORMS: [Platform; 5] = [
    Platform {
        target: "x86_64-unknown-linux-gnu",
        node: ("linux", "x64"),
        wheel: "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64",
        linux: Some("amd64"),
    },
    Platform {
        target: "aarch64-unknown-linux-gnu",
        node: ("linux", "arm64"),
        wheel: "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
        linux: Some("arm64"),
    },
    Platform {
        target: "x86_64-apple-darwin",
        node: ("darwin", "x64"),
        wheel: "macosx_10_12_x86_64",
        linux: None,
    },
    Platform {
        target: "aarch64-apple-darwin",
        node: ("darwin", "arm64"),
        wheel: "macosx_11_0_arm64",
        linux: None,
    },
    Platform {
        target: "x86_64-pc-windows-msvc",
        node: ("win32", "x64"),
        wheel: "win_amd64",
        linux: None,
    },
];

impl Platform {
    /// Returns the system that a target of rustc stands for.
    pub(crate) fn of(target: &str) -> Result<&'static Self> {
        let names = PLATFORMS.map(|platform| platform.target).join(", ");
        PLATFORMS
            .iter()
            .find(|platform| platform.target == target)
            .with_context(|| format!("{target} is none of {names}"))
    }

    /// Returns whether this machine can run the system's programs.
    pub(crate) fn is_ours(&self) -> bool {
        let os = match std::env::consts::OS {
            "macos" => "darwin",
            "windows" => "win32",
            os => os,
        };
        let cpu = match std::env::consts::ARCH {
            "x86_64" => "x64",
            "aarch64" => "arm64",
            cpu => cpu,
        };
        self.node == (os, cpu)
    }

    /// Returns the name of the program's file.
    pub(crate) fn program(&self) -> &'static str {
        if self.node.0 == "win32" { "perfil.exe" } else { "perfil" }
    }
}
