namespace CSharpChef.Benchmarks;

/// <summary>Creates the commands of scenarios.</summary>
internal static class Commands
{
    public static MeasuredCommand SshTrue(string config, string host, string options = "") =>
        MeasuredCommand.OfShell("ssh true", $"exec ssh {options} -F '{config}' {host} true");

    /// <summary>One shell script that reads the same state without comparing it.</summary>
    public static MeasuredCommand SshScript(string config, string host, string script, string options = "") =>
        MeasuredCommand.OfShell("ssh script", $"exec ssh {options} -F '{config}' {host} sh -s <'{script}'");

    /// <summary>The same script on many hosts at once.</summary>
    public static MeasuredCommand ParallelScript(string config, IReadOnlyCollection<string> hosts, string script) =>
        MeasuredCommand.OfShell(
        "xargs ssh script",
        $"printf '%s\\n' {string.Join(' ', hosts)} | xargs -P {hosts.Count} -I HOST sh -c 'exec ssh -F \"$2\" \"$1\" sh -s <\"$3\"' sh HOST '{config}' '{script}'");

    public static MeasuredCommand Converge(
        string binary, string config, IEnumerable<string> hosts, string recipe, params string[] options) => new(
        "csharpchef converge",
        [
            binary,
            "converge",
            .. hosts,
            "-r",
            recipe,
            "--cookbooks",
            Repository.BenchmarkCookbooks,
            "--ssh-config",
            config,
            "--json",
            .. options
        ]);

    public static MeasuredCommand Fleet(params string[] arguments) =>
        new($"fleet {arguments[0]}", ["bash", Repository.FleetScript, .. arguments]);
}
