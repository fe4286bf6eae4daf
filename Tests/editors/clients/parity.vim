" Opens each text of a folder in Vim with ALE and writes down what ALE has found.
set nocompatible hidden noswapfile nomore viminfo= shortmess+=aoOtTIc encoding=utf-8
filetype plugin on
execute 'set runtimepath^=' . fnameescape($EDITORS_ALE)
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['resolute'], 'text': ['resolute']}

function! s:Show(each) abort
  execute 'edit' fnameescape($PARITY_FOLDER . '/' . a:each.file)
  let l:buffer = bufnr('')
  ALELint
  let l:start = reltime()
  while len(ale#engine#GetLoclist(l:buffer)) < a:each.count && reltimefloat(reltime(l:start)) < 8
    sleep 10m
  endwhile
  sleep 150m
  for l:found in ale#engine#GetLoclist(l:buffer)
    let l:one = {'file': a:each.file}
    for l:key in ['code', 'type', 'text', 'lnum', 'col', 'end_lnum', 'end_col']
      let l:one[l:key] = get(l:found, l:key, v:null)
    endfor
    call writefile([json_encode(l:one)], $PARITY_RESULTS, 'a')
  endfor
endfunction

function! s:Play(timer) abort
  try
    for l:each in json_decode(join(readfile($PARITY_FILES), "\n"))
      call s:Show(l:each)
    endfor
  catch
    call writefile([v:exception . ' at ' . v:throwpoint], $PARITY_RESULTS, 'a')
    cquit!
  endtry
  qall!
endfunction
autocmd VimEnter * call timer_start(10, function('s:Play'))
