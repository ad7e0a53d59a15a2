namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>The result of a program of this host.</summary>
internal sealed record ProgramEnd(IReadOnlyList<string> Command, int ExitCode, string Output, string Errors)
{
    private const int Lines = 8;

    /// <param name="what">The start of the error: what failed, beginning with "Cannot".</param>
    /// <param name="advice">The end of the error: what the user can try.</param>
    /// <exception cref="ProviderException">The program failed.</exception>
    public void Expect(string what, string advice)
    {
        if (ExitCode != 0)
        {
            throw new ProviderException(
                $"{what}: {Command[0]} ended with {ExitCode}. {advice}{Tail(Errors.Trim().Length > 0 ? Errors : Output)}");
        }
    }

    /// <summary>The last lines of an output, each indented on its own line; empty for an empty output.</summary>
    public static string Tail(string text) =>
        string.Concat(text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(Lines)
            .Select(line => $"\n  {line}"));
}
