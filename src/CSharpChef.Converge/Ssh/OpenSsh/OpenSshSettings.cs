using System.Globalization;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>The settings of a host as ssh resolves them itself: the output of <c>ssh -G</c>.</summary>
internal sealed class OpenSshSettings
{
    private readonly Dictionary<string, string> values;

    private OpenSshSettings(Dictionary<string, string> values) => this.values = values;

    public string HostName => values.GetValueOrDefault("hostname", "");

    public string User => values.GetValueOrDefault("user", "");

    public int Port => Number("port") ?? 22;

    public string Endpoint => HostName.Contains(':') ? $"[{HostName}]:{Port}" : $"{HostName}:{Port}";

    /// <summary>The last jump host; null when there is none.</summary>
    public string? Jump => Set("proxyjump");

    /// <summary>True when ssh reaches the host over another program.</summary>
    public bool HasProxy => Jump is not null || Set("proxycommand") is not null;

    /// <summary>The user's own control socket; null when there is none.</summary>
    public string? ControlPath => Set("controlpath");

    public TimeSpan? ConnectTimeout =>
        Number("connecttimeout") is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>False where ssh may accept an unknown host key.</summary>
    public bool AsksForUnknownKeys => values.GetValueOrDefault("stricthostkeychecking", "ask") is "true" or "yes" or "ask";

    public static OpenSshSettings Parse(string output)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            values.TryAdd(words[0], words.ElementAtOrDefault(1) ?? "");
        }

        return new OpenSshSettings(values);
    }

    /// <summary>Whether this ssh knows a keyword; older versions refuse a newer one.</summary>
    public bool Knows(string keyword) => values.ContainsKey(keyword);

    private string? Set(string keyword) => values.GetValueOrDefault(keyword) is { Length: > 0 } value && value != "none"
        ? value
        : null;

    private int? Number(string keyword) =>
        int.TryParse(values.GetValueOrDefault(keyword), CultureInfo.InvariantCulture, out var number) ? number : null;
}
