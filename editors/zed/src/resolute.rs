use zed_extension_api as zed;

/// Starts the `resolute` that is on the PATH.
struct Resolute;

impl zed::Extension for Resolute {
    fn new() -> Self {
        Resolute
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree
            .which("resolute")
            .ok_or("resolute is not on the PATH")?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".into()],
            env: Vec::new(),
        })
    }
}

zed::register_extension!(Resolute);
