namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// The ssh_config settings of one host: the first value of each keyword counts, IdentityFile collects all.
/// </summary>
internal sealed class SshConfig
{
    private readonly SshConfigFiles files;
    private readonly string host;
    private readonly string? user;
    private readonly LocalAccount account;
    private readonly Dictionary<string, SshConfigLine> first = [];
    private readonly List<string> identities = [];

    private SshConfig(string host, string? user, LocalAccount account) =>
        (this.host, this.user, this.account, files) = (host, user, account, new(account));

    public IReadOnlyList<string> IdentityFiles => identities;

    public string HostName =>
        (Find("hostname")?.Value ?? host).Replace("%h", host, StringComparison.Ordinal)
            .Replace("%%", "%", StringComparison.Ordinal);

    public static SshConfig For(string host, string? user, string? configFile, LocalAccount account)
    {
        var config = new SshConfig(host, user, account);
        config.Apply(config.files.ReadAll(configFile), depth: 0);
        return config;
    }

    public static SshConfig For(string host, string? user, IEnumerable<SshConfigLine> lines, LocalAccount account)
    {
        var config = new SshConfig(host, user, account);
        config.Apply(lines, depth: 0);
        return config;
    }

    public SshConfigLine? Find(string keyword) => first.GetValueOrDefault(keyword);

    public bool? Flag(string keyword) => Find(keyword) is not { } line ? null : line.Value.ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => throw line.InvalidLine($"{line.Keyword} must be yes or no, not \"{line.Value}\""),
    };

    public int? Number(string keyword, int min, int max) => Find(keyword) is not { } line
        ? null
        : int.TryParse(line.Value, out var number) && number >= min && number <= max
            ? number
            : throw line.InvalidLine($"{line.Keyword} must be a number from {min} to {max}, not \"{line.Value}\"");

    private void Apply(IEnumerable<SshConfigLine> lines, int depth)
    {
        var active = true;
        foreach (var line in lines)
        {
            active = line.Keyword switch
            {
                "host" => line.Value.Length > 0 && HostPattern.MatchesAny(line.Words, host),
                "match" => Matches(line),
                _ => active,
            };

            if (active)
            {
                Take(line, depth);
            }
        }
    }

    private void Take(SshConfigLine line, int depth)
    {
        switch (line.Keyword)
        {
            case "host" or "match":
                break;
            case "include":
                Apply(files.Include(line, depth + 1), depth + 1);
                break;
            case "identityfile":
                identities.Add(line.Value);
                break;
            default:
                first.TryAdd(line.Keyword, line);
                break;
        }
    }

    private bool Matches(SshConfigLine line)
    {
        for (var i = 0; i < line.Words.Count; i++)
        {
            var negated = line.Words[i].StartsWith('!');
            var criterion = line.Words[i].TrimStart('!').ToLowerInvariant();
            if (criterion == "all")
            {
                continue;
            }

            var value = ++i < line.Words.Count ? line.Words[i] : null;
            if (Evaluate(criterion, value, line) is not { } isMet || isMet == negated)
            {
                return false;
            }
        }

        return line.Words.Count > 0 ? true : throw line.InvalidLine("match needs a criterion");
    }

    // Null for a criterion that is not supported: its block does not apply.
    private bool? Evaluate(string criterion, string? value, SshConfigLine line)
    {
        var subject = criterion switch
        {
            "host" => HostName,
            "originalhost" => host,
            "user" => user ?? Find("user")?.Value ?? account.User,
            _ => null,
        };
        return subject is null
            ? null
            : HostPattern.MatchesAny(
                (value ?? throw line.InvalidLine($"match {criterion} needs a value")).Split(','), subject);
    }
}
