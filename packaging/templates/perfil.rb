class Perfil < Formula
  desc "{summary}"
  homepage "{repository}"
  version "{version}"
  license {licence}
{systems}
  def install
    bin.install "perfil"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/perfil"
    fish_completion.install "completions/perfil.fish"
    zsh_completion.install "completions/_perfil"
  end

  test do
    system bin/"perfil", "new", "me", "--name", "Ada Lovelace", "--languages", "en", "--yes"
    system bin/"perfil", "build", "--content", "me", "--out", "site"
    assert_path_exists testpath/"site/index.html"
  end
end
