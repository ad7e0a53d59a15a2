using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>The runs whose journals a host keeps: lists, cancels and follows them.</summary>
internal sealed class KeptRuns(IConnection connection, Elevation elevation, string host)
{
    /// <summary>The lines of a small program about runs, without their token.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string program, string arguments, CancellationToken ct)
    {
        var token = NewToken();
        var lines = await SideProgram.RunAsync(
            connection, elevation, program, $"{token} {arguments}".TrimEnd(), ct);
        return [.. lines.Where(line => line.StartsWith(token + " ", StringComparison.Ordinal))
            .Select(line => line[(token.Length + 1)..])];
    }

    /// <summary>The lines of a run's journal, to its end.</summary>
    public async IAsyncEnumerable<string> FollowAsync(RunName name, [EnumeratorCancellation] CancellationToken ct)
    {
        var token = NewToken();
        await using var process = await SideProgram.StartAsync(
            connection, elevation, SideProgram.Follow, $"{token} {name} 0", ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line == $"{token} none")
            {
                throw new UsageException(
                    $"{host} keeps no run {name}: csharpchef runs {host} lists them");
            }

            if (line == $"{token} over")
            {
                yield break;
            }

            yield return line.StartsWith(token + " ", StringComparison.Ordinal) ? line[(token.Length + 1)..] : line;
        }
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
