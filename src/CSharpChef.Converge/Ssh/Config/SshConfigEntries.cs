namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The hosts that ssh_config has entries for.</summary>
internal static class SshConfigEntries
{
    /// <summary>True when a Host line names the host. A pattern does not count: it also fits a mistyped name.</summary>
    public static bool Has(string host, string? configFile, LocalAccount account) =>
        Names(configFile, account).Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of Host lines that are not patterns.</summary>
    public static IEnumerable<string> Names(string? configFile, LocalAccount account)
    {
        var files = new SshConfigFiles(account);
        return Lines(files, files.ReadAll(configFile), 0).SelectMany(line => line.Words)
            .Where(word => !word.AsSpan().ContainsAny("*?!"));
    }

    private static IEnumerable<SshConfigLine> Lines(
        SshConfigFiles files, IEnumerable<SshConfigLine> lines, int depth) =>
        lines.SelectMany(line => line.Keyword switch
        {
            "host" => [line],
            "include" => Lines(files, files.Include(line, depth + 1), depth + 1),
            _ => Enumerable.Empty<SshConfigLine>(),
        });
}
