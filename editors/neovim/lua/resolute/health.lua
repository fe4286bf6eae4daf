-- :checkhealth resolute
local health = {}

function health.check()
  vim.health.start('resolute')
  if vim.fn.has('nvim-0.11') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
  else
    vim.health.error('Neovim 0.11 or later is needed', { 'Update Neovim' })
  end
  local settings = vim.lsp.config and vim.lsp.config.resolute
  local command = settings and settings.cmd and settings.cmd[1] or 'resolute'
  if vim.fn.executable(command) == 1 then
    local run = vim.system({ command, '--version' }, { text = true }):wait()
    if run.code == 0 then
      vim.health.ok(vim.trim(run.stdout) .. ' (' .. vim.fn.exepath(command) .. ')')
    else
      vim.health.error(command .. ' --version ends with ' .. run.code)
    end
  else
    vim.health.error(command .. ' is not on the PATH', { 'Copy the program to a folder of $PATH' })
  end
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('resolute') then
    vim.health.warn('the server is not enabled', { "Call vim.lsp.enable('resolute')" })
  else
    vim.health.ok('the server is enabled')
  end
  local clients = vim.lsp.get_clients({ name = 'resolute' })
  vim.health.info(#clients .. ' running')
end

return health
