-- Starts "csharpchef lsp" for recipes of CSharpChef, with Neovim 0.7 and later.
-- Written by "csharpchef editor setup", which replaces this file: put settings of your own into another one.
-- vim.g.csharpchef_program names another program.

local uv = vim.uv or vim.loop
local clients = {}

local function program()
  local named = vim.g.csharpchef_program or 'csharpchef'
  local installed = vim.fn.expand('~/.dotnet/tools/csharpchef')
  if vim.fn.executable(named) == 1 then
    return named
  end
  return vim.fn.executable(installed) == 1 and installed or nil
end

-- The nearest folder, from this one upwards, that has a file of that name.
local function folder_with(name, folder)
  while not uv.fs_stat(folder .. '/' .. name) do
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return nil
    end
    folder = parent
  end
  return folder
end

local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  return folder_with('csharpchef.json', folder) or folder_with('cookbook.json', folder) or folder
end

-- Neovim 0.7 has no function that starts a server once for each root.
local function attach(buffer, config)
  local id = clients[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    clients[config.root_dir] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
    vim.api.nvim_buf_set_option(buffer, 'omnifunc', 'v:lua.vim.lsp.omnifunc')
    vim.api.nvim_buf_set_option(buffer, 'tagfunc', 'v:lua.vim.lsp.tagfunc')
  end
end

local function start(buffer)
  local command = program()
  if not command then
    vim.notify_once(
      'csharpchef was not found, so recipes have no completion: dotnet tool install --global csharpchef',
      vim.log.levels.WARN)
    return
  end

  local config = { name = 'csharpchef', cmd = { command, 'lsp' }, root_dir = root_of(buffer) }
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function() vim.lsp.start(config) end)
  else
    attach(buffer, config)
  end
end

vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
  group = vim.api.nvim_create_augroup('csharpchef', { clear = true }),
  pattern = '*.csx',
  callback = function(event)
    vim.api.nvim_buf_set_option(event.buf, 'filetype', 'cs')
    start(event.buf)
  end,
})
