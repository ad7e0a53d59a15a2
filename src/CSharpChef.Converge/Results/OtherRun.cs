namespace CSharpChef.Converge.Results;

/// <summary>What has the lock of a host: another run, or a process that is not a run.</summary>
/// <param name="Name">The name of the run; empty when it is not known.</param>
/// <param name="Who">Who started the run, and from where; without a run, the process that has the lock.</param>
internal sealed record OtherRun(string Name, string Who)
{
    private bool IsRun => Name.Length > 0;

    private string Process => Who.Length > 0 ? Who : "another process";

    /// <summary>The note of a run that waits.</summary>
    public string Waits => IsRun
        ? $"waits for run {Name} {Who}".TrimEnd()
        : $"waits for {Process}, which has the lock of the machine and is not a run";

    /// <summary>The error of a run that does not wait.</summary>
    /// <param name="host">The name of the host.</param>
    /// <param name="runsCommand">Makes the command that does something with a run of the host.</param>
    public string Refusal(string host, Func<string, string> runsCommand) => IsRun
        ? $"another run is active on {host}: {$"{Name} {Who}".TrimEnd()}\n"
            + $"wait for it with --wait, or see it with: {runsCommand($"follow {Name}")}"
        : $"{Process} has the lock of {host} and is not a run\nend it, or wait for it with --wait";
}
