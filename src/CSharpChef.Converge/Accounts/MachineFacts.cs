namespace CSharpChef.Converge.Accounts;

/// <summary>What a machine told when it was registered.</summary>
internal sealed record MachineFacts
{
    private const string ErrorMark = "error ";

    /// <summary>The host name, without a domain.</summary>
    public required string Hostname { get; init; }

    /// <summary>The ID, NAME and VERSION_ID of its os-release; empty when it has none.</summary>
    public required (string Family, string Name, string Version) Os { get; init; }

    /// <summary>The public host keys.</summary>
    public required IReadOnlyList<string> HostKeys { get; init; }

    /// <summary>The addresses of its interfaces.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>The error that the program printed; null when it printed none.</summary>
    public static string? ErrorIn(string output) =>
        Lines(output).FirstOrDefault(line => line.StartsWith(ErrorMark, StringComparison.Ordinal))?[ErrorMark.Length..];

    public static MachineFacts Parse(string output)
    {
        var lines = Lines(output).ToList();
        return new()
        {
            Hostname = One(lines, "hostname").Split('.')[0],
            Os = (One(lines, "family"), One(lines, "name"), One(lines, "version")),
            HostKeys = [.. All(lines, "key")],
            Addresses = [.. All(lines, "address")],
        };
    }

    private static string One(IReadOnlyList<string> lines, string name) => All(lines, name).FirstOrDefault("");

    private static IEnumerable<string> All(IReadOnlyList<string> lines, string name) => lines
        .Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal))
        .Select(line => line[(name.Length + 1)..].Trim());

    private static string[] Lines(string output) => output.Split('\n');
}
