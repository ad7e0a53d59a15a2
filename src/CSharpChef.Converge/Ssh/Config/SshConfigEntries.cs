namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The hosts that ssh_config has entries for.</summary>
internal static class SshConfigEntries
{
    /// <summary>True when a Host line names the host, also by a pattern other than that for all hosts.</summary>
    public static bool Has(string host, string? configFile, LocalAccount account)
    {
        var files = new SshConfigFiles(account);
        return Lines(files, files.ReadAll(configFile), 0)
            .Any(line => HostPattern.MatchesAny(line.Words, host) && line.Words.Any(word => Names(word, host)));
    }

    /// <summary>The names of Host lines that are not patterns.</summary>
    public static IEnumerable<string> Names(string? configFile, LocalAccount account)
    {
        var files = new SshConfigFiles(account);
        return Lines(files, files.ReadAll(configFile), 0).SelectMany(line => line.Words)
            .Where(word => !word.AsSpan().ContainsAny("*?!"));
    }

    private static bool Names(string word, string host) => word.Trim('*').Length > 0 && HostPattern.Matches(word, host);

    private static IEnumerable<SshConfigLine> Lines(
        SshConfigFiles files, IEnumerable<SshConfigLine> lines, int depth) =>
        lines.SelectMany(line => line.Keyword switch
        {
            "host" => [line],
            "include" => Lines(files, files.Include(line, depth + 1), depth + 1),
            _ => Enumerable.Empty<SshConfigLine>(),
        });
}
