-- Opens each text of a folder in Neovim and writes down the diagnostics that it has.
local function read(path)
  return table.concat(vim.fn.readfile(path), '\n')
end

vim.opt.swapfile = false
vim.lsp.enable('resolute')

local function show(each)
  vim.cmd.edit(vim.fn.fnameescape(vim.env.PARITY_FOLDER .. '/' .. each.file))
  local buffer = vim.api.nvim_get_current_buf()
  vim.wait(8000, function()
    return vim.lsp.get_clients({ bufnr = buffer })[1] ~= nil
      and #vim.diagnostic.get(buffer) >= each.count
  end, 10)
  vim.wait(150, function() return false end) -- one that is not expected may come yet
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.json.encode({
      file = each.file, code = found.code, severity = found.severity, message = found.message,
      lnum = found.lnum, col = found.col, end_lnum = found.end_lnum, end_col = found.end_col,
    })
    vim.fn.writefile({ line }, vim.env.PARITY_RESULTS, 'a')
  end
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.schedule(function()
      for _, each in ipairs(vim.json.decode(read(vim.env.PARITY_FILES))) do show(each) end
      vim.cmd('qall!')
    end)
  end,
})
