using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>Small programs about a run: they read its journal, end it, or bring what it waits for.</summary>
internal static class SideProgram
{
    public static string Follow { get; } = Of("follow");

    public static string Feed { get; } = Of("feed");

    public static string Cancel { get; } = Of("cancel");

    public static string Runs { get; } = Of("runs");

    /// <summary>A command: it tells by its exit code.</summary>
    public static string Clean { get; } = ShellParts.CodeOf("clean");

    /// <summary>Starts one; its input stays open.</summary>
    public static async Task<IRemoteProcess> StartAsync(
        IConnection connection, Elevation elevation, string program, string arguments, CancellationToken ct)
    {
        var process = await RemoteShell.StartAsync(connection, elevation, arguments, ct);
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(program), ct);
        await process.Input.FlushAsync(ct);
        return process;
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(
        IConnection connection, Elevation elevation, string program, string arguments, CancellationToken ct)
    {
        await using var process = await StartAsync(connection, elevation, program, arguments, ct);
        var lines = new List<string>();
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static string Of(string part) =>
        $"{{\nexport LC_ALL=C\n{ShellParts.CodeOf(part)}exit\n}}\n";
}
