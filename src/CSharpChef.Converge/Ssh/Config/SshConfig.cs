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
    private readonly SettingEffects effects;
    private readonly Dictionary<string, SshConfigLine> first = [];
    private readonly List<SshConfigLine> identities = [];
    private readonly List<UnsupportedSetting> unsupported = [];

    private SshConfig(string host, string? user, LocalAccount account) =>
        (this.host, this.user, this.account, files, effects) = (host, user, account, new(account), new(account));

    public IReadOnlyList<SshConfigLine> IdentityFiles => identities;

    /// <summary>
    /// The settings that the built-in client does not honour. A Match line counts when its block may apply: criteria
    /// such as exec are never evaluated here.
    /// </summary>
    public IReadOnlyList<UnsupportedSetting> Unsupported =>
        [.. unsupported.GroupBy(setting => setting.Place)
            .Select(line => line.Aggregate((first, other) => other.Effect > first.Effect ? other : first))];

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

    private void Apply(IEnumerable<SshConfigLine> lines, int depth, Block outer = default)
    {
        var block = outer;
        foreach (var line in lines)
        {
            block = line.Keyword switch
            {
                "host" => outer.With(line.Value.Length > 0 && HostPattern.MatchesAny(line.Words, host), line),
                "match" => outer.With(Matches(line), line),
                _ => block,
            };

            if (!block.IsSkipped)
            {
                Take(line, depth, block);
            }
        }
    }

    private void Take(SshConfigLine line, int depth, Block block)
    {
        switch (line.Keyword)
        {
            case "host" or "match":
                break;
            case "include":
                Apply(files.Include(line, depth + 1), depth + 1, block);
                break;
            case var keyword when block.Condition is { } condition:
                unsupported.Add(UnsupportedSetting.Of(
                    condition, first.ContainsKey(keyword) ? SettingEffect.Other : effects.Of(line)));
                break;
            case "identityfile":
                _ = line.Value;
                identities.Add(line);
                break;
            // Of these two, only the first counts.
            case "proxyjump" when first.ContainsKey("proxycommand"):
            case "proxycommand" when first.ContainsKey("proxyjump"):
                break;
            case var keyword when first.TryAdd(keyword, line) && effects.Unsupported(line) is { } effect:
                unsupported.Add(UnsupportedSetting.Of(line, effect));
                break;
        }
    }

    /// <summary>Whether a Match line applies; null when that depends on a criterion that is unknown here.</summary>
    private bool? Matches(SshConfigLine line)
    {
        var isKnown = true;
        for (var i = 0; i < line.Words.Count; i++)
        {
            var negated = line.Words[i].StartsWith('!');
            var criterion = line.Words[i].TrimStart('!').ToLowerInvariant();
            if (criterion is "all" or "canonical" or "final")
            {
                isKnown &= criterion == "all";
                continue;
            }

            var value = ++i < line.Words.Count ? line.Words[i] : null;
            var isMet = Evaluate(criterion, value, line);
            isKnown &= isMet is not null;
            if (isMet == negated)
            {
                return false;
            }
        }

        return line.Words.Count == 0 ? throw line.InvalidLine("match needs a criterion") : isKnown ? true : null;
    }

    // Null for a criterion that is not supported.
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

    /// <summary>The state of a Host or Match block while the files are read.</summary>
    /// <param name="IsSkipped">The block does not apply.</param>
    /// <param name="Condition">The Match line that decides whether the block applies, where nobody knows.</param>
    private readonly record struct Block(bool IsSkipped, SshConfigLine? Condition)
    {
        /// <summary>The state of a block within this one.</summary>
        public Block With(bool? applies, SshConfigLine line) =>
            new(IsSkipped || applies == false, Condition ?? (applies is null ? line : null));
    }
}
