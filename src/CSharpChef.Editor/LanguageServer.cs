using CSharpChef.Editor.Answers;
using CSharpChef.Editor.Answers.Signatures;
using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Protocol.Documents;
using CSharpChef.Editor.Scripts;
using CSharpChef.Editor.Texts;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CSharpChef.Editor;

/// <summary>
/// The methods of the language server protocol. Notifications are handled in the order in which they come.
/// </summary>
/// <param name="scripts">The scripts that answers are about.</param>
/// <param name="diagnostics">Gets each state of the texts.</param>
/// <param name="watch">Asks the client to tell when files change on the disk.</param>
internal sealed class LanguageServer(
    ScriptSolution scripts, DiagnosticsLoop diagnostics, Func<FileWatch, Task> watch)
{
    private readonly Completions completions = new();
    private readonly TaskCompletionSource<bool> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EditorState state = new();
    private bool canWatchFiles;
    private bool isShutDown;

    /// <summary>Ends when the client says exit: whether it asked for shutdown before.</summary>
    public Task<bool> Exited => exited.Task;

    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams client)
    {
        canWatchFiles = client.CanWatchFiles;
        var version = typeof(LanguageServer).Assembly.GetName().Version!.ToString(fieldCount: 3);
        return new InitializeResult(new ServerCapabilities(), new InitializeResult.Server("csharpchef", version));
    }

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public Task InitializedAsync(NoParams? _ = null) => canWatchFiles ? watch(new FileWatch()) : Task.CompletedTask;

    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        isShutDown = true;
        return null;
    }

    [JsonRpcMethod("exit")]
    public void Exit() => exited.TrySetResult(isShutDown);

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(DidOpenParams opened) => Become(state.Open(opened.TextDocument));

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(DidChangeParams changed) =>
        Become(state.Change(changed.TextDocument, changed.ContentChanges));

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(DocumentParams closed) => Become(state.Close(closed.TextDocument));

    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void DidSave(DocumentParams _) => ReadDisk();

    [JsonRpcMethod("workspace/didChangeWatchedFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeWatchedFiles(NoParams? _ = null) => ReadDisk();

    [JsonRpcMethod("workspace/didChangeWorkspaceFolders", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeWorkspaceFolders(NoParams? _ = null) => ReadDisk();

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public Task<CompletionList> CompletionAsync(PositionParams at, CancellationToken ct) => AnswerAsync(
        at, CompletionList.Empty, (script, position) => completions.AtAsync(script, position, ct), ct);

    [JsonRpcMethod("completionItem/resolve", UseSingleObjectParameterDeserialization = true)]
    public Task<CompletionItem> ResolveAsync(CompletionItem item, CancellationToken ct) =>
        Task.Run(() => completions.ResolveAsync(item, ct), ct);

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<Hover?> HoverAsync(PositionParams at, CancellationToken ct) => AnswerAsync(
        at, (Hover?)null, (script, position) => Hovers.AtAsync(script, position, ct), ct);

    [JsonRpcMethod("textDocument/signatureHelp", UseSingleObjectParameterDeserialization = true)]
    public Task<SignatureHelp?> SignatureHelpAsync(PositionParams at, CancellationToken ct) => AnswerAsync(
        at, (SignatureHelp?)null, (script, position) => SignatureAnswers.AtAsync(script, position, ct), ct);

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<Location>> DefinitionAsync(PositionParams at, CancellationToken ct) => AnswerAsync(
        at, (IReadOnlyList<Location>)[], (script, position) => Definitions.AtAsync(script, position, ct), ct);

    private Task<T> AnswerAsync<T>(
        PositionParams at, T none, Func<BoundScript, Position, Task<T>> answer, CancellationToken ct)
    {
        if (at.TextDocument?.Uri is null || at.Position is null)
        {
            throw new LocalRpcException("the parameters need the members textDocument, with its uri, and position")
            {
                ErrorCode = (int)JsonRpcErrorCode.InvalidParams,
            };
        }

        // The state of this moment: later changes are not waited for.
        var now = state;
        return now.Find(at.TextDocument.Uri) is { } open && !IsStack(open)
            ? Task.Run(async () => await answer(await scripts.BindAsync(now, open, ct), at.Position), ct)
            : Task.FromResult(none);
    }

    private static bool IsStack(OpenText open) => ScriptPlace.Find(open.Path) is null && StackText.Is(open.Text);

    private void ReadDisk() => Become(state with { DiskChanges = state.DiskChanges + 1 });

    private void Become(EditorState next)
    {
        state = next;
        diagnostics.Update(next);
    }
}
