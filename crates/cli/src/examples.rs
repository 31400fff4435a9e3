//! Examples for the help. A test runs each line that begins with the command.

pub(crate) const ALL: &str = "\
Examples:
  perfil new                        Start a content folder, public/, by a few questions
  perfil check                      Find every problem in it
  perfil serve                      See the site on http://127.0.0.1:8080/ as you write
  perfil build --out dist           Make the site";

pub(crate) const NEW: &str = "\
Examples:
  perfil new                        Ask, and make public/
  perfil new ada --name \"Ada Lovelace\" --languages en,es
  perfil new team --import resume.json --base-url https://team.example/
  perfil new cv --name \"Ada Lovelace\" --host github-pages
  perfil new site --name 李小龍 --languages en --yes";

pub(crate) const CHECK: &str = "\
Examples:
  perfil check                      Check public/
  perfil check public/profiles/ada-lovelace.json
  perfil check --strict             Count missing translations as errors
  perfil check --format json        Write what was found for a program";

pub(crate) const IMPORT: &str = "\
Examples:
  perfil import resume.json         See the profile that it becomes
  perfil import resume.json --out public/profiles/ada.json
  perfil import cv.md --languages en,es --out public/profiles/grace.json
  perfil import resume.json --out public/profiles/ada.json --force";

pub(crate) const PDF: &str = "\
Examples:
  perfil pdf ada-lovelace           The whole CV, ada-lovelace.pdf
  perfil pdf ada-lovelace --language es --paper letter
  perfil pdf ada-lovelace --focus python,postgresql --out ada-for-acme.pdf";

pub(crate) const BUILD: &str = "\
Examples:
  perfil build                      public/ and the application in, dist/ out
  perfil build --base-url https://ada.example/ --out dist
  perfil build --quiet              Say nothing but errors
  perfil build --format json        Write what was made for a program";

pub(crate) const SERVE: &str = "\
Examples:
  perfil serve                      Serve public/ on http://127.0.0.1:8080/
  perfil serve --open               Open it in the browser too
  perfil serve --port 8000 --host 0.0.0.0
  perfil serve public --no-watch";

pub(crate) const STUDIO: &str = "\
Examples:
  perfil studio                     Edit public/ in the browser
  perfil studio me                  Edit another content folder
  perfil studio --no-open           Only say where it is";

pub(crate) const COMPLETIONS: &str = "\
Examples:
  perfil completions bash > ~/.local/share/bash-completion/completions/perfil
  perfil completions zsh > ~/.zfunc/_perfil
  perfil completions fish > ~/.config/fish/completions/perfil.fish
  perfil completions elvish > ~/.config/elvish/lib/perfil.elv
  perfil completions powershell > ~/perfil.ps1";
