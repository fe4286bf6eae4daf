-- Enables the server where Neovim knows how (0.11 and later), unless vim.g.resolute_manual is set.
if vim.g.loaded_resolute then return end
vim.g.loaded_resolute = true
if vim.lsp.enable and not vim.g.resolute_manual then vim.lsp.enable('resolute') end
