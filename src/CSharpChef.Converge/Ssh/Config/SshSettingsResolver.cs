using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Resolves the settings of a connection: target over options over ssh_config over defaults.</summary>
internal static class SshSettingsResolver
{
    private static readonly string[] defaultKeys = ["id_ed25519", "id_ecdsa", "id_rsa"];

    public static SshSettings Resolve(Target target, SshOptions options)
    {
        if (options.Keys is not null)
        {
            return Given(target, options);
        }

        var config = SshConfig.For(target.Address, target.User ?? options.User, options.ConfigFile, options.Account);
        return Resolve(target, options, config);
    }

    public static SshSettings Resolve(Target target, SshOptions options, SshConfig config)
    {
        var settings = new SshSettings
        {
            Alias = target.Address,
            HostName = config.HostName,
            Port = target.Port ?? options.Port ?? config.Number("port", 1, 65535) ?? 22,
            User = target.User ?? options.User ?? config.Find("user")?.Value ?? options.Account.User,
            IdentitiesOnly = config.Flag("identitiesonly") ?? false,
            AllowsPassword = config.Flag("passwordauthentication") ?? true,
            Jumps = Jumps(config),
            HostKeyCheck = options.HostKeyCheck ?? Check(config),
            HashKnownHosts = config.Flag("hashknownhosts") ?? false,
            HostKeyAlias = config.Find("hostkeyalias")?.Value,
            KeyExchange = options.KeyExchange,
            Times = options.Times with { Connect = ConnectTime(options, config) },
        };
        var tokens = new SshTokens(settings, options.Account);
        return settings with
        {
            Identities = Identities(target.Identity ?? options.Identity, config, tokens),
            AgentSocket = Agent(config, tokens, options.Account),
            KnownHosts = KnownHosts(options, config, tokens),
        };
    }

    // Without ssh_config and the account of this process.
    private static SshSettings Given(Target target, SshOptions options) => new()
    {
        Alias = target.Address,
        HostName = target.Address,
        Port = target.Port ?? options.Port ?? 22,
        User = target.User ?? options.User ?? throw new UsageException($"the target {target.Name} names no user"),
        Keys = options.Keys,
        AllowsPassword = false,
        KeyExchange = options.KeyExchange,
        Times = options.Times with { Connect = options.ConnectTimeout ?? options.Times.Connect },
    };

    private static TimeSpan ConnectTime(SshOptions options, SshConfig config) =>
        options.ConnectTimeout
        ?? (config.Number("connecttimeout", 0, 86400) is > 0 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : options.Times.Connect);

    private static string[] Jumps(SshConfig config) =>
        config.Find("proxyjump") is { } line && !line.Value.Equals("none", StringComparison.OrdinalIgnoreCase)
        ? string.Concat(line.Words).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [];

    // A run cannot ask the user, so "ask" is strict. "no" still refuses a changed key: a warning would come too late.
    private static HostKeyCheck Check(SshConfig config) => config.Find("stricthostkeychecking") is not { } line
        ? HostKeyCheck.Strict
        : line.Value.ToLowerInvariant() switch
        {
            "yes" or "true" or "ask" => HostKeyCheck.Strict,
            "no" or "false" or "off" or "accept-new" => HostKeyCheck.AcceptNew,
            _ => throw line.InvalidLine(
                $"StrictHostKeyChecking must be yes, no, off, ask or accept-new, not \"{line.Value}\""),
        };

    private static List<IdentityFile> Identities(string? chosen, SshConfig config, SshTokens tokens)
    {
        var configured = config.IdentityFiles
            .Select(line => line.Value)
            .Where(path => !path.Equals("none", StringComparison.OrdinalIgnoreCase))
            .Select(path => tokens.Path(path));
        List<IdentityFile> files = [.. configured.Select(path => new IdentityFile(path, Named: false))];
        if (chosen is not null)
        {
            files.Insert(0, new(tokens.Path(chosen), Named: true));
        }

        return files.Count > 0 || config.IdentityFiles.Count > 0
            ? files
            : [.. defaultKeys.Select(name => new IdentityFile(tokens.Path("~/.ssh/" + name), Named: false))];
    }

    private static string? Agent(
        SshConfig config, SshTokens tokens, LocalAccount account) => config.Find("identityagent")?.Value switch
        {
            null or "SSH_AUTH_SOCK" => account.AgentSocket,
            "none" => null,
            ['$', .. var variable] => Environment.GetEnvironmentVariable(variable.Trim('{', '}')),
            var path => tokens.Path(path),
        };

    private static List<string> KnownHosts(SshOptions options, SshConfig config, SshTokens tokens)
    {
        if (options.KnownHosts is { } only)
        {
            return [tokens.Path(only)];
        }

        IEnumerable<string> users = config.Find("userknownhostsfile")?.Words
            ?? ["~/.ssh/known_hosts", "~/.ssh/known_hosts2"];
        IEnumerable<string> globals = config.Find("globalknownhostsfile")?.Words
            ?? ["/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2"];
        return [.. users.Concat(globals).Where(file => file != "none").Select(file => tokens.Path(file))];
    }
}
