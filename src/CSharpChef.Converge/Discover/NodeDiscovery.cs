using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>Reads all facts of a node, in one round trip.</summary>
internal static class NodeDiscovery
{
    /// <summary>A command that all login shells understand.</summary>
    public const string Command = "exec /bin/sh -s";

    /// <param name="connection">The connection to the host.</param>
    /// <param name="ssh">The command with which a person can log in.</param>
    /// <param name="time">Measures the time without an answer.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="ConvergeException">The account runs something else than a shell.</exception>
    /// <exception cref="ConnectionException">The time is up, or the connection was lost.</exception>
    public static async Task<Facts> DiscoverAsync(
        IConnection connection, string ssh, TimeProvider time, CancellationToken ct)
    {
        using var limit = new DiscoveryTimeLimit(time, ct);
        var answer = new DiscoveryAnswer();
        try
        {
            await using var process = await connection.ExecAsync(Command, limit.Token);
            return await AskAsync(process, answer, limit);
        }
        catch (OperationCanceledException) when (limit.IsOver && !ct.IsCancellationRequested)
        {
            throw new ConnectionException(
                ConnectionFailure.NoAnswer,
                $"the host did not print its facts within {limit.Time.TotalSeconds:0} s{answer.Printed}\n"
                + $"try it by hand: {ssh} '{Command}'");
        }
    }

    private static async Task<Facts> AskAsync(
        IRemoteProcess process, DiscoveryAnswer answer, DiscoveryTimeLimit limit)
    {
        var ct = limit.Token;
        var errors = answer.ReadErrorsAsync(process.Error, ct);
        var writing = WriteAsync(process.Input, limit.Accepted, ct);
        if (await answer.ReadAsync(process.Output, limit.Begun, ct) is { } facts)
        {
            return facts;
        }

        await Task.WhenAll(writing, errors);
        if (answer.HasFailed)
        {
            throw new ConvergeException($"a program that reads the facts of the host failed{answer.Printed}");
        }

        throw await process.Exit.WaitAsync(ct) switch
        {
            null => new ConnectionException(
                ConnectionFailure.Lost, $"the connection was lost while the host printed its facts{answer.Printed}"),
            0 => new ConvergeException(
                $"`{Command}` ended and printed no facts: it did not get the program that reads them{answer.Printed}\n"
                + "a start file of the login shell (such as ~/.bashrc) must not read its input, and ForceCommand must not "
                + "run something else"),
            var code => new ConvergeException(
                $"this account does not run a shell: `{Command}` ended with {code} and printed no facts{answer.Printed}\n"
                + "log in as a user whose login shell runs commands, without ForceCommand"),
        };
    }

    private static async Task WriteAsync(Stream input, Action accepted, CancellationToken ct)
    {
        accepted();
        try
        {
            await using (input)
            {
                await input.WriteAsync(Encoding.UTF8.GetBytes(FactsProgram.Discovery), ct);
                await input.FlushAsync(ct);
                accepted();
            }
        }
        catch (IOException)
        {
            // The command ended without reading the whole program; its output explains why.
        }
    }
}
