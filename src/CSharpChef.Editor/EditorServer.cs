using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Editor.Checks;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;
using Microsoft.VisualStudio.Threading;
using StreamJsonRpc;

namespace CSharpChef.Editor;

/// <summary>Speaks the language server protocol with an editor.</summary>
/// <param name="Roots">Finds the folders of cookbooks for the folder of one.</param>
/// <param name="Log">Gets lines for the person who looks why the server does not do what is expected.</param>
/// <param name="Time">The clock.</param>
internal sealed record EditorServer(
    Func<string, IReadOnlyList<string>> Roots, TextWriter Log, TimeProvider Time)
{
    /// <summary>Serves one editor until it says exit or ends the input.</summary>
    /// <returns>0, or 1 when the editor left without a shutdown.</returns>
    /// <exception cref="InvalidDataException">The input is not the protocol.</exception>
    public async Task<int> RunAsync(Stream input, Stream output, CancellationToken ct)
    {
        using var scripts = new ScriptSolution(Roots);
        using var handler = new HeaderDelimitedMessageHandler(output, input, Formatter());
        using var rpc = new JsonRpc(handler);
        using var diagnostics = new DiagnosticsLoop(
            new OpenCheck(Roots),
            found => rpc.NotifyWithParameterObjectAsync("textDocument/publishDiagnostics", found),
            e => Log.WriteLine(e),
            Time);
        var server = new LanguageServer(
            scripts, diagnostics, files => rpc.InvokeWithParameterObjectAsync(FileWatch.Method, files));
        rpc.AddLocalRpcTarget(server, new JsonRpcTargetOptions());
        // In the order in which they come, until a request waits for something.
        rpc.SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false);
        rpc.StartListening();
        await Task.WhenAny(rpc.Completion, server.Exited).WaitAsync(ct);
        if (server.Exited.IsCompleted)
        {
            return await server.Exited ? 0 : 1;
        }

        await EndAsync(rpc.Completion);
        return 1;
    }

    private static async Task EndAsync(Task completion)
    {
        try
        {
            await completion;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidDataException($"the input is not the language server protocol: {e.Message}", e);
        }
    }

    private static SystemTextJsonFormatter Formatter() => new()
    {
        JsonSerializerOptions = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        },
    };
}
