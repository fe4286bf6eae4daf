" The language server resolute in Vim with ALE: copy this folder to ~/.vim/pack/resolute/start/resolute.
" ALE drops from an accepted entry what follows a bracket, and a citation has one: CTRL-X CTRL-O
" takes the whole citation.
if exists('g:loaded_resolute') | finish | endif
let g:loaded_resolute = 1
runtime autoload/ale/linter.vim
if !exists('*ale#linter#Define') | finish | endif

" The folder with the nearest .resolute.json or .git, else that of the text.
function! s:Root(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, '.resolute.json')
  let l:history = ale#path#FindNearestDirectory(a:buffer, '.git')
  if !empty(l:settings) | return fnamemodify(l:settings, ':p:h') | endif
  if !empty(l:history) | return fnamemodify(l:history, ':p:h:h') | endif
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

let s:filetypes = ['markdown', 'text', 'resolution']
for s:filetype in s:filetypes
  call ale#linter#Define(s:filetype, {
  \   'name': 'resolute',
  \   'lsp': 'stdio',
  \   'executable': 'resolute',
  \   'command': '%e lsp',
  \   'language': s:filetype,
  \   'project_root': function('s:Root'),
  \})
endfor

" A position of the protocol counts UTF-16 units: one a character, two beyond U+FFFF.
function! s:Units(text) abort
  let l:codes = str2list(a:text)
  return len(l:codes) + len(filter(l:codes, 'v:val > 0xFFFF'))
endfunction

" The byte of a line at which a number of UTF-16 units ends.
function! s:Byte(line, units) abort
  let l:byte = 0
  let l:left = a:units
  for l:code in str2list(a:line)
    if l:left <= 0 | break | endif
    let l:left -= l:code > 0xFFFF ? 2 : 1
    let l:byte += len(nr2char(l:code, 1))
  endfor
  return l:byte
endfunction

function! s:Ask() abort
  let l:reply = {}
  " What was typed last goes first.
  for l:linter in filter(ale#linter#Get(&filetype), {_, each -> each.name is# 'resolute'})
    call ale#lsp_linter#StartLSP(bufnr(''), l:linter,
    \   {_, details -> ale#lsp#NotifyForChanges(details.connection_id, details.buffer)})
  endfor
  let l:before = strpart(getline('.'), 0, col('.') - 1)
  call ale#lsp_linter#SendRequest(bufnr(''), 'resolute', [0, 'textDocument/completion', {
  \   'textDocument': {'uri': ale#util#ToURI(expand('%:p'))},
  \   'position': {'line': line('.') - 1, 'character': s:Units(l:before)},
  \}], {message -> extend(l:reply, message)})
  let l:start = reltime()
  while empty(l:reply) && reltimefloat(reltime(l:start)) < 1 && !complete_check()
    sleep 2m
  endwhile
  let l:result = get(l:reply, 'result', v:null)
  return type(l:result) is v:t_dict ? l:result.items : type(l:result) is v:t_list ? l:result : []
endfunction

function! ResoluteComplete(findstart, base) abort
  if a:findstart
    let s:items = s:Ask()
    let l:starts = []
    for l:item in s:items
      let l:edit = get(l:item, 'textEdit', {})
      if has_key(l:edit, 'range')
        call add(l:starts, s:Byte(getline('.'), l:edit.range.start.character))
      endif
    endfor
    return empty(l:starts) ? -3 : min(l:starts)
  endif
  let l:words = []
  for l:item in s:items
    let l:text = has_key(l:item, 'textEdit') ? l:item.textEdit.newText
    \   : get(l:item, 'insertText', l:item.label)
    call add(l:words, {'word': l:text, 'abbr': l:item.label, 'menu': get(l:item, 'detail', '')})
  endfor
  return l:words
endfunction

augroup resolute
  autocmd!
  execute 'autocmd FileType' join(s:filetypes, ',') 'setlocal omnifunc=ResoluteComplete'
augroup END
