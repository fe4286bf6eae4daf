autocmd BufRead,BufNewFile *.resolution setfiletype resolution
