using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Identities;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh;

/// <summary>Which client connects to a host, and the settings of the host that only ssh honours.</summary>
internal sealed record TransportChoice(bool UsesOpenSsh, IReadOnlyList<UnsupportedSetting> Settings)
{
    private const int LongestChain = 8;

    /// <exception cref="UsageException">
    /// A setting would change the route, and no client that may be used honours it; or the settings have a mistake.
    /// </exception>
    public static TransportChoice Of(Target target, SshOptions options)
    {
        if (options.Keys is not null)
        {
            return new TransportChoice(false, []);
        }

        var settings = UnsupportedSettings(target, options, depth: 0).DistinctBy(setting => setting.Place).ToList();
        return options.Transport switch
        {
            Transport.OpenSsh when options.Program is null => throw new UsageException(
                "--transport openssh needs the program ssh, which is not in the PATH: install OpenSSH, or use --transport builtin"),
            Transport.OpenSsh => new TransportChoice(true, []),
            Transport.Auto when options.Program is not null => new TransportChoice(
                settings.Exists(setting => setting.Effect != SettingEffect.Other), settings),
            _ => new TransportChoice(false, WithoutRoute(settings, target, options)),
        };
    }

    /// <summary>Says with --verbose which client connects, and why.</summary>
    public void Tell(Target target, SshOptions options)
    {
        if (UsesOpenSsh)
        {
            var why = Named(setting => setting.Effect != SettingEffect.Other);
            options.OnDetail?.Invoke(
                target.Name, $"connects with {options.Program}{(why.Length > 0 ? $", which honours {why}" : "")}");
        }
        else if (Settings.Count > 0)
        {
            options.OnDetail?.Invoke(target.Name, $"the built-in SSH client passes over {Named(_ => true)}");
        }
    }

    /// <summary>The settings that could have made a login succeed, for an error; empty when there are none.</summary>
    public string LoginHint => Named(setting => setting.Effect == SettingEffect.Login) is { Length: > 0 } names
        ? $" The built-in SSH client passes over {names}; --transport openssh does not."
        : "";

    private static IReadOnlyList<UnsupportedSetting> WithoutRoute(
        List<UnsupportedSetting> settings, Target target, SshOptions options) =>
        settings.Find(setting => setting.Effect == SettingEffect.Route) is not { } route
            ? settings
            : throw new UsageException(
                $"{route} may change which host {target.Name} is, or how it is reached, trusted or logged in to, and the built-in SSH client does not honour it. "
                + (options.Program is null
                    ? "Install OpenSSH, so that ssh is in the PATH, or correct the line."
                    : "Use --transport openssh, or correct the line."));

    private static IEnumerable<UnsupportedSetting> UnsupportedSettings(Target target, SshOptions options, int depth)
    {
        var config = SshConfig.For(target.Address, target.User ?? options.User, options.ConfigFile, options.Account);
        var settings = SshSettingsResolver.Resolve(target, options, config);
        var own = config.Unsupported.Concat(UnsupportedKeys.Of(config, settings, options.Account));
        var ofJumps = depth == LongestChain
            ? []
            : settings.Jumps.SelectMany(jump => UnsupportedSettings(
                JumpHost.Parse(jump), options with { User = null, Port = null, Identity = null }, depth + 1));
        return own.Concat(ofJumps);
    }

    private string Named(Func<UnsupportedSetting, bool> isNamed) => string.Join(", ", Settings.Where(isNamed));
}
