namespace CSharpChef.Converge.Ssh.Config;

/// <summary>A setting of ssh_config for a host that the built-in client does not honour.</summary>
/// <param name="Place">The file, and the line in it.</param>
/// <param name="Name">The keyword, or the Match line whose block may apply.</param>
/// <param name="Effect">What the setting changes.</param>
internal sealed record UnsupportedSetting(string Place, string Name, SettingEffect Effect)
{
    public static UnsupportedSetting Of(SshConfigLine line, SettingEffect effect) =>
        new($"{line.File}:{line.Number}", line.Keyword == "match" ? string.Join(' ', line.Words.Prepend("Match")) : line.Typed, effect);

    public override string ToString() => $"{Place}: {Name}";
}
