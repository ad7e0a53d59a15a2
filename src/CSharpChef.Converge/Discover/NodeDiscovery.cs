using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>Asks a machine for all its facts, in one round trip.</summary>
internal static class NodeDiscovery
{
    /// <summary>A command that every login shell understands the same way.</summary>
    public const string Command = "exec /bin/sh -s";

    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="ConvergeException">The account answers, but not as a shell does.</exception>
    /// <exception cref="ConnectionException">The answer did not come in time, or the link was lost.</exception>
    public static Task<Facts> DiscoverAsync(IConnection connection, CancellationToken ct) =>
        DiscoverAsync(connection, Limit, TimeProvider.System, ct);

    public static async Task<Facts> DiscoverAsync(
        IConnection connection, TimeSpan limit, TimeProvider time, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        var answer = new DiscoveryAnswer();
        try
        {
            await using var process = await connection.ExecAsync(Command, either.Token);
            return await AskAsync(process, answer, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new ConnectionException(
                ConnectionFailure.TimedOut,
                $"the machine did not tell its facts within {limit.TotalSeconds:0} seconds{answer.Excerpt}\n"
                + $"try by hand what it does: ssh HOST '{Command}'");
        }
    }

    private static async Task<Facts> AskAsync(IRemoteProcess process, DiscoveryAnswer answer, CancellationToken ct)
    {
        var errors = answer.ReadErrorsAsync(process.Error, ct);
        var writing = WriteAsync(process.Input, ct);
        if (await answer.ReadAsync(process.Output, ct) is { } facts)
        {
            return facts;
        }

        await Task.WhenAll(writing, errors);
        throw await process.Exit.WaitAsync(ct) is { } code
            ? new ConvergeException(
                $"this account does not give a shell: `{Command}` ended with {code} and no facts{answer.Excerpt}\n"
                + "log in as a user whose login shell runs commands, without ForceCommand")
            : new ConnectionException(
                ConnectionFailure.Lost, $"the connection was lost while the machine told its facts{answer.Excerpt}");
    }

    private static async Task WriteAsync(Stream input, CancellationToken ct)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(Encoding.UTF8.GetBytes(FactsProgram.Discovery), ct);
                await input.FlushAsync(ct);
            }
        }
        catch (IOException)
        {
            // It ended without reading all. What it wrote tells why.
        }
    }
}
