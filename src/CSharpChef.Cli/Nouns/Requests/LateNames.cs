using System.Diagnostics;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>
/// Asks for names that did not come in time for one completion, so that the next one has them: another process of this
/// program asks the same again, with more time, and stores the answer. Nobody waits for it.
/// </summary>
internal static class LateNames
{
    private const string Variable = "CSHARPCHEF_LATE_NAMES";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>How long this process may ask: the other one has more time.</summary>
    public static TimeSpan LimitOr(TimeSpan usual) => IsLate ? Limit : usual;

    private static bool IsLate => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>Starts the other process, when this one was started by a shell for a completion.</summary>
    public static void Ask()
    {
        var arguments = Environment.GetCommandLineArgs();
        if (IsLate || arguments is not [var program, ['[', 's', 'u', 'g', ..], ..]
            || Environment.ProcessPath is not { } path)
        {
            return;
        }

        IEnumerable<string> host = Path.GetFileNameWithoutExtension(path) == "dotnet" ? [program] : [];
        var start = new ProcessStartInfo(path, host.Concat(arguments.Skip(1)))
        {
            // The shell waits for everything that holds its output.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Variable] = "1";
        Process.Start(start)?.Dispose();
    }
}
