-- Neovim 0.11: copy to ~/.config/nvim/lsp/resolute.lua and call vim.lsp.enable('resolute').
return {
  cmd = { 'resolute', 'lsp' },
  filetypes = { 'markdown', 'text', 'resolution' },
  root_markers = { '.resolute.json', '.git' },
}
