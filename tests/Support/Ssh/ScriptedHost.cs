using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>
/// A host in memory whose programs print what a test says. The token of a program is the first word behind "sh -s".
/// </summary>
/// <param name="print">Gets the words of a command behind its token; returns the lines to print, and whether the
/// command ends then. Lines get the token in front.</param>
internal sealed class ScriptedHost(Func<string[], (string[] Lines, bool Ends)> print) : IConnection
{
    private int commands;

    /// <summary>The commands that may run at once; more are refused.</summary>
    public int MaxSessions { get; init; } = 10;

    public int RoundTrips => commands;

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        if (++commands > MaxSessions)
        {
            throw new ConnectionException(ConnectionFailure.NoSession, "the host does not open another session");
        }

        var words = command.Split(' ').SkipWhile(word => word != "-s").Skip(1).ToArray();
        var (lines, ends) = print(words[1..]);
        return Task.FromResult<IRemoteProcess>(
            new Process(string.Concat(lines.Select(line => $"{words[0]} {line}\n")), ends));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Process(string output, bool ends) : IRemoteProcess
    {
        public Stream Input { get; } = new MemoryStream();

        public Stream Output { get; } = new SilentStream(output, ends);

        public Stream Error { get; } = new SilentStream("", ends);

        public Task<int?> Exit => ends ? Task.FromResult<int?>(0) : new TaskCompletionSource<int?>().Task;

        public void KeepRunning()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
