using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge;

/// <summary>One command that only reads, as a program of its own.</summary>
internal static class Query
{
    public static async Task<string> AskAsync(IConnection connection, Elevation elevation, string command, CancellationToken ct)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await using var process = await PrivilegedShell.StartAsync(connection, elevation, mark, ct);
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(Program(command)), ct);
        await process.Input.DisposeAsync();
        using var output = new StreamReader(process.Output);
        using var errors = new StreamReader(process.Error);
        var wrong = errors.ReadToEndAsync(ct);
        var said = await output.ReadToEndAsync(ct);
        return Answer(said, mark, command, await wrong) ?? throw PrivilegedShell.Explain(elevation, await process.Exit.WaitAsync(ct));
    }

    private static string Program(string command) =>
        $"{{ printf '%s\\n' \"$1\"; sh -c {ShellQuote.Word(command)} </dev/null; printf '%s %s' \"$1\" \"$?\"; exit; }}\n";

    private static string? Answer(string said, string mark, string command, string wrong)
    {
        var parts = said.Split(mark);
        if (parts.Length < 3)
        {
            return null;
        }

        var code = parts[^1].Trim();
        return code == "0" ? parts[^2][1..] : throw new ConvergeException(
            $"Query(\"{command}\") ended with exit code {code}{(wrong.Length > 0 ? $": {wrong.Trim()}" : "")}: ask with a command that ends with 0");
    }
}
