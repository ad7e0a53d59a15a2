-- Asks the language server about the recipe that is open, as a user does, and writes the answers to the file that the variable
-- CSHARPCHEF_ANSWERS names. The recipe has |hover| at the word to hover, and |complete| behind the word to complete.
local limit = 60000
local answers = { version = tostring(vim.version().major) .. '.' .. vim.version().minor }

local function clients()
  return (vim.lsp.get_clients or vim.lsp.buf_get_clients)(vim.lsp.get_clients and { bufnr = 0 } or 0)
end

local function wait_for(what, condition)
  if not vim.wait(limit, condition) then
    error('no ' .. what .. ' within ' .. limit .. ' ms')
  end
end

-- Removes a mark from the recipe and returns its place.
local function take(mark)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local from, to = line:find(mark, 1, true)
    if from then
      vim.api.nvim_buf_set_text(0, row - 1, from - 1, row - 1, to, {})
      return { row, from - 1 }
    end
  end
  error('the recipe lacks ' .. mark)
end

local function ask(method, place)
  vim.api.nvim_win_set_cursor(0, place)
  local replies, failure = vim.lsp.buf_request_sync(0, method, vim.lsp.util.make_position_params(0, 'utf-16'), limit)
  assert(replies, failure)
  for _, reply in pairs(replies) do
    assert(not reply.err, vim.inspect(reply.err))
    return reply.result
  end
end

local function run()
  wait_for('language server', function() return next(clients()) ~= nil end)
  for _, client in pairs(clients()) do
    wait_for('initialized server', function() return client.initialized end)
    answers.client = client.name
    answers.root = client.config.root_dir
  end
  answers.filetype = vim.bo.filetype
  answers.omnifunc = vim.bo.omnifunc

  local complete, hover = take('|complete|'), take('|hover|')
  wait_for('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  answers.diagnostics = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(answers.diagnostics, { line = each.lnum + 1, message = each.message })
  end

  local list = ask('textDocument/completion', complete)
  answers.completion = {}
  for _, item in ipairs(list.items or list) do
    table.insert(answers.completion, item.label)
  end
  answers.hover = ask('textDocument/hover', hover).contents.value
end

local succeeded, failure = pcall(run)
answers.failure = not succeeded and failure or nil
vim.fn.writefile({ vim.fn.json_encode(answers) }, os.getenv('CSHARPCHEF_ANSWERS'))
vim.cmd('qall!')
