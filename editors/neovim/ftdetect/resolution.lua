vim.filetype.add({ extension = { resolution = 'resolution' } })
