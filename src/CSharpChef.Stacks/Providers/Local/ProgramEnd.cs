namespace CSharpChef.Stacks.Providers.Local;

/// <summary>How a program of this host ended.</summary>
internal sealed record ProgramEnd(IReadOnlyList<string> Command, int ExitCode, string Output, string Errors)
{
    private const int Lines = 8;

    /// <param name="what">Began with "Cannot".</param>
    /// <param name="advice">What to try.</param>
    /// <exception cref="ProviderException">It failed.</exception>
    public void Expect(string what, string advice)
    {
        if (ExitCode != 0)
        {
            throw new ProviderException(
                $"{what}: {Command[0]} ended with {ExitCode}. {advice}{Tail(Errors.Trim().Length > 0 ? Errors : Output)}");
        }
    }

    /// <summary>The last lines of what a program wrote, each on a line of its own; nothing of nothing.</summary>
    public static string Tail(string text) =>
        string.Concat(text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(Lines)
            .Select(line => $"\n  {line}"));
}
