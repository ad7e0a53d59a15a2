using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Runs;

/// <summary>The programs that read a run's journal on a host, cancel the run, or send it missing content.</summary>
internal static class JournalProgram
{
    /// <summary>Prints the lines of a journal, and those to come, until the run ends.</summary>
    public static string Follow { get; } = Of("follow");

    /// <summary>Appends content whose transfer broke off.</summary>
    public static string Feed { get; } = Of("feed");

    /// <summary>Asks a run to stop after its current step.</summary>
    public static string Cancel { get; } = Of("cancel");

    /// <summary>Lists the runs whose journals the host keeps.</summary>
    public static string Runs { get; } = Of("runs");

    /// <summary>
    /// A command that removes the files of runs; its exit code is 0 when they were removed. Its output is for the user.
    /// </summary>
    /// <param name="runsCommand">The command that lists the runs of the host.</param>
    /// <param name="connectionWords">The options of that command, with a blank before each.</param>
    public static string Clean(string runsCommand, string connectionWords) =>
        $"set -- {ShellQuote.Word(runsCommand)} {ShellQuote.Word(connectionWords)}\n{ShellParts.CodeOf("clean")}";

    private static string Of(string part) =>
        $"{{\nexport LC_ALL=C\n{ShellParts.CodeOf(part)}exit\n}}\n";
}
