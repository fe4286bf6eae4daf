" Plays an author in Vim with ALE, key by key. It is the user's vimrc as well: the author has
" editors/vim/plugin/resolute.vim in ~/.vim/plugin.
set nocompatible hidden noswapfile nomore viminfo= completeopt=menuone shortmess+=aoOtTIc
set encoding=utf-8 cmdheight=4
filetype plugin on
syntax on
execute 'set runtimepath^=' . fnameescape($EDITORS_ALE)
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['resolute'], 'text': ['resolute'], 'resolution': ['resolute']}
let g:ale_lint_on_text_changed = 'always'
let g:ale_lint_delay = 20
let g:ale_hover_to_preview = 1

let s:scenario = json_decode(join(readfile($EDITORS_SCENARIO), "\n"))

function! s:Report(verdict, step, detail) abort
  let l:detail = substitute(a:detail, '[\t\n ]\+', ' ', 'g')
  call writefile([a:verdict . "\t" . a:step . "\t" . l:detail], $EDITORS_RESULTS, 'a')
endfunction

" Reports what was expected and what was there, from the value of an expectation.
function! s:Judge(step, expected, actual) abort
  if a:expected ==# a:actual
    call s:Report('ok', a:step, '')
  else
    call s:Report('fail', a:step, 'expected ' . string(a:expected) . ' got ' . string(a:actual))
  endif
endfunction

function! s:Go(place) abort
  let l:line = getline(a:place.line)
  if strpart(l:line, 0, len(a:place.before)) !=# a:place.before
    throw 'line ' . a:place.line . ' does not begin with ' . a:place.before
  endif
  call cursor(a:place.line, len(a:place.before) + 1)
endfunction

function! s:Units(text) abort
  return strchars(a:text) + len(filter(split(a:text, '\zs'), 'char2nr(v:val) > 0xFFFF'))
endfunction

" ALE takes the protocol's UTF-16 columns for its own: column and end column are compared as such.
function! s:Diagnostics() abort
  return sort(map(copy(ale#engine#GetLoclist(s:buffer)),
  \   {_, each -> printf('%d:%d-%d %s', each.lnum, each.col, each.end_col, each.code)}))
endfunction

function! s:ExpectedDiagnostics(without) abort
  let l:list = filter(copy(s:scenario.diagnostics), {_, each -> each.code isnot# a:without})
  return sort(map(l:list, {_, each -> printf('%d:%d-%d %s', each.line,
  \   s:Units(each.before) + 1, s:Units(each.before . each.text), each.code)}))
endfunction

function! s:Preview() abort
  for l:window in getwininfo()
    if getbufvar(l:window.bufnr, '&filetype') =~# '^ale-preview'
      return join(getbufline(l:window.bufnr, 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

function! s:Lines(numbers) abort
  return map(copy(a:numbers), {_, number -> getbufline(s:buffer, number)[0]})
endfunction

" A step: what it does, what it waits for (a function that returns [expected, actual]).
function! s:StartNothing() abort
endfunction

function! s:SeeDiagnostics() abort
  return [s:ExpectedDiagnostics(''), s:Diagnostics()]
endfunction

function! s:StartHover() abort
  call s:Go(s:scenario.hover)
  ALEHover
endfunction

function! s:SeeHover() abort
  let l:says = tolower(s:scenario.hover.says)
  let l:text = s:Preview()
  return [l:says, stridx(tolower(l:text), l:says) >= 0 ? l:says : l:text]
endfunction

function! s:StartJump() abort
  pclose!
  call s:Go(s:scenario.jump)
  ALEGoToDefinition
endfunction

function! s:SeeJump() abort
  return [s:scenario.jump.to, line('.')]
endfunction

function! s:StartComplete() abort
  call s:Go(s:scenario.complete)
  let s:accepted = 0
  call feedkeys('i' . s:scenario.complete.type . "\<C-x>\<C-o>", 't')
endfunction

function! s:SeeComplete() abort
  if !s:accepted && pumvisible()
    let l:index = 0
    for l:item in complete_info(['items']).items
      if (empty(l:item.abbr) ? l:item.word : l:item.abbr) ==# s:scenario.complete.choose
        let s:accepted = 1
        call feedkeys(repeat("\<C-n>", l:index) . "\<C-y>\<Esc>", 't')
        break
      endif
      let l:index += 1
    endfor
  endif
  let l:lines = s:Lines([s:scenario.complete.line])
  return [[s:scenario.complete.becomes, 'n'], [l:lines[0], mode()]]
endfunction

function! s:StartRename() abort
  call s:Go(s:scenario.rename)
  call feedkeys("\<C-\>\<C-n>:ALERename\<CR>\<C-u>" . s:scenario.rename.name . "\<CR>", 't')
endfunction

function! s:SeeRename() abort
  let l:numbers = map(sort(keys(s:scenario.rename.becomes)), 'str2nr(v:val)')
  return [map(copy(l:numbers), {_, number -> s:scenario.rename.becomes[number]}),
  \   s:Lines(l:numbers)]
endfunction

function! s:StartFix() abort
  let l:place = s:scenario.fix
  call s:Go(l:place)
  let s:chosen = 0
  ALECodeAction
endfunction

function! s:SeeFix() abort
  " ALE asks for a number once the list is there; the fix of a diagnostic comes first.
  if !s:chosen && getcmdtype() is# '@'
    let s:chosen = 1
    call feedkeys("1\<CR>", 't')
  endif
  return [[s:scenario.fix.becomes], s:Lines([s:scenario.fix.line])]
endfunction

function! s:SeeDiagnosticsAfter() abort
  return [s:ExpectedDiagnostics(s:scenario.fix.code), s:Diagnostics()]
endfunction

let s:ways = {
\ 'diagnostics': [function('s:StartNothing'), function('s:SeeDiagnostics')],
\ 'hover': [function('s:StartHover'), function('s:SeeHover')],
\ 'jump': [function('s:StartJump'), function('s:SeeJump')],
\ 'complete': [function('s:StartComplete'), function('s:SeeComplete')],
\ 'rename': [function('s:StartRename'), function('s:SeeRename')],
\ 'fix': [function('s:StartFix'), function('s:SeeFix')],
\ 'diagnostics after the fix': [function('s:StartNothing'), function('s:SeeDiagnosticsAfter')],
\}
let s:steps = split($EDITORS_STEPS)
if index(s:steps, 'fix') >= 0
  call insert(s:steps, 'diagnostics after the fix', index(s:steps, 'fix') + 1)
endif
let s:step = 0
let s:started = 0
let s:limit = 5.0

function! s:Next() abort
  let s:step += 1
  let s:started = 0
endfunction

" Called every few milliseconds: starts the step, or looks whether it has come to its end.
function! s:Tick(timer) abort
  if s:step >= len(s:steps)
    call timer_stop(a:timer)
    write
    call s:Report('quit', '', '')
    qall!
  endif
  let l:name = s:steps[s:step]
  let [l:Start, l:See] = s:ways[l:name]
  try
    if !s:started
      let s:started = 1
      let s:since = reltime()
      call l:Start()
      return
    endif
    let [l:expected, l:actual] = l:See()
    if l:expected ==# l:actual || reltimefloat(reltime(s:since)) > s:limit
      call s:Next()
      call s:Judge(l:name, l:expected, l:actual)
    endif
  catch
    call s:Next()
    call s:Report('fail', l:name, v:exception . ' at ' . v:throwpoint)
  endtry
endfunction

function! s:Play() abort
  let s:buffer = bufnr('')
  call timer_start(10, function('s:Tick'), {'repeat': -1})
endfunction
autocmd VimEnter * call s:Play()
