-- Plays an author in Neovim, key by key. It is the user's init file as well: the author has
-- editors/neovim/lsp/resolute.lua in ~/.config/nvim/lsp.
local function read(path)
  return table.concat(vim.fn.readfile(path), '\n')
end
local scenario = vim.json.decode(read(vim.env.EDITORS_SCENARIO))

vim.opt.swapfile = false
vim.opt.cmdheight = 5 -- no prompt to go on after a long message
vim.lsp.enable('resolute')
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event) vim.lsp.completion.enable(true, event.data.client_id, event.buf) end,
})

local function report(verdict, step, detail)
  local line = verdict .. '\t' .. step .. '\t' .. (detail or ''):gsub('%s+', ' ')
  vim.fn.writefile({ line }, vim.env.EDITORS_RESULTS, 'a')
end

local author -- the coroutine of the session
local function resume()
  local fine, fault = coroutine.resume(author)
  if not fine then
    report('fail', 'session', tostring(fault))
    vim.cmd('cquit')
  end
end

local function pause(milliseconds)
  vim.defer_fn(resume, milliseconds)
  coroutine.yield()
end

--- Waits for a condition and returns its value; false after the limit.
local function wait(condition, limit)
  local stop = vim.uv.now() + (limit or 5000)
  while true do
    local value = condition()
    if value or vim.uv.now() > stop then return value end
    pause(5)
  end
end

local function keys(text)
  vim.api.nvim_input(text)
end

local function line(number)
  return vim.api.nvim_buf_get_lines(0, number - 1, number, false)[1]
end

--- Puts the cursor after some words of a line.
local function go(place)
  local words = line(place.line):sub(1, #place.before)
  assert(words == place.before, 'line ' .. place.line .. ' does not begin with ' .. place.before)
  vim.api.nvim_win_set_cursor(0, { place.line, #place.before })
end

local function shown(diagnostics)
  local list = {}
  for _, each in ipairs(diagnostics) do
    local text = line(each.lnum + 1)
    local marked =
      vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})
    list[#list + 1] = ('%d: %s«%s» %s'):format(
      each.lnum + 1, text:sub(1, each.col), table.concat(marked, '\n'), each.code)
  end
  table.sort(list)
  return table.concat(list, ' | ')
end

local function expected_diagnostics(without)
  local list = {}
  for _, each in ipairs(scenario.diagnostics) do
    if each.code ~= without then
      list[#list + 1] = ('%d: %s«%s» %s'):format(each.line, each.before, each.text, each.code)
    end
  end
  table.sort(list)
  return table.concat(list, ' | ')
end

--- Waits until `actual()` is `expected`, and reports.
local function expect(step, expected, actual, limit)
  local got
  if wait(function() got = actual(); return got == expected end, limit) then
    report('ok', step)
    return true
  end
  report('fail', step, ('expected %s got %s'):format(vim.inspect(expected), vim.inspect(got)))
end

local function floating()
  local window = vim.b.lsp_floating_preview
  if not window or not vim.api.nvim_win_is_valid(window) then return nil end
  local buffer = vim.api.nvim_win_get_buf(window)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local steps = {}

function steps.diagnostics()
  wait(function()
    local client = vim.lsp.get_clients({ bufnr = 0 })[1]
    return client and client.initialized
  end)
  expect('diagnostics', expected_diagnostics(), function() return shown(vim.diagnostic.get(0)) end)
end

function steps.hover()
  local place = scenario.hover
  go(place)
  keys('K')
  local text
  wait(function() text = floating(); return text end)
  local found = text and text:lower():find(place.says:lower(), 1, true)
  report(found and 'ok' or 'fail', 'hover',
    found and '' or ('expected %q in the window, got %q'):format(place.says, text or 'no window'))
  keys('<Esc>')
end

function steps.jump()
  go(scenario.jump)
  keys('<C-]>')
  expect('jump', scenario.jump.to, function() return vim.api.nvim_win_get_cursor(0)[1] end)
end

function steps.complete()
  local place = scenario.complete
  go(place)
  keys('i' .. place.type .. '<C-x><C-o>')
  wait(function() return vim.fn.pumvisible() == 1 end)
  local words = {}
  for index, item in ipairs(vim.fn.complete_info({ 'items' }).items or {}) do
    words[index] = item.abbr ~= '' and item.abbr or item.word
    if words[index] == place.choose then
      -- The first entry is selected when the menu opens.
      keys(('<C-n>'):rep(index - 1) .. '<C-y>')
      break
    end
  end
  if not expect('complete', place.becomes, function() return line(place.line) end) then
    report('note', 'complete', 'offered: ' .. table.concat(words, ' | '))
  end
  -- The entry's details are asked for once more when it is accepted, and the text is set again when
  -- they come: nobody types on within a few milliseconds.
  pause(400)
  keys('<Esc>')
  wait(function() return vim.api.nvim_get_mode().mode == 'n' end)
end

function steps.rename()
  local place = scenario.rename
  go(place)
  keys('grn')
  wait(function() return vim.fn.getcmdtype() == '@' end)
  local offered = vim.fn.getcmdline()
  keys('<C-u>' .. place.name .. '<CR>')
  local function after()
    local lines = {}
    for number in pairs(place.becomes) do lines[number] = line(tonumber(number)) end
    return vim.inspect(lines)
  end
  expect('rename', vim.inspect(place.becomes), after)
  if offered ~= place.label then
    report('fail', 'rename prompt', ('expected %q got %q'):format(place.label, offered))
  else
    report('ok', 'rename prompt')
  end
end

function steps.fix()
  local place = scenario.fix
  local titles = {}
  -- As plugins for choosing do: the choice is made by title.
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      titles[#titles + 1] = options.format_item(item)
    end
    for index, title in ipairs(titles) do
      if vim.startswith(title, place.title) then return choose(items[index], index) end
    end
    choose(nil)
  end
  go({ line = place.line, before = place.before:sub(1, -2) })
  keys('gra')
  if expect('fix', place.becomes, function() return line(place.line) end) then
    expect('diagnostics after the fix', expected_diagnostics(place.code),
      function() return shown(vim.diagnostic.get(0)) end)
  else
    report('note', 'fix', 'offered: ' .. table.concat(titles, ' | '))
  end
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    author = coroutine.create(function()
      pause(1)
      for name in vim.gsplit(vim.env.EDITORS_STEPS, ' ') do
        local fine, fault = xpcall(steps[name], debug.traceback)
        if not fine then report('fail', name, tostring(fault)) end
      end
      vim.cmd.write()
      report('quit', '')
      vim.cmd('qall!')
    end)
    resume()
  end,
})
