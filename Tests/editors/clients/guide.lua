-- Tries what the plugin's help shows: its settings, which are the init file here, and its keys.
-- Writes the settings that the running client has, then each key that is nothing.
local function look()
  vim.wait(10000, function() return #vim.lsp.get_clients({ name = 'resolute' }) > 0 end, 20)
  local settings = vim.lsp.get_clients({ name = 'resolute' })[1].config.settings.resolute
  local rows = { settings.profile .. ' ' .. tostring(settings.calm) }
  for _, line in ipairs(vim.fn.readfile(vim.env.EDITORS_GUIDE)) do
    local key = line:match('^    (K)  ') or line:match('^    (g%w+)  ')
    local mapped = key and vim.fn.maparg(key, 'n')
    if key then table.insert(rows, key .. (mapped ~= '' and '' or ' is nothing')) end
  end
  return rows
end
local fine, rows = pcall(look)
vim.fn.writefile(fine and rows or { rows }, 'guide')
vim.cmd('quitall!')
