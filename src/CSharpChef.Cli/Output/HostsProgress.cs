using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>Tells how a command on machines gets on, as for a run.</summary>
internal static class HostsProgress
{
    /// <param name="hosts">The number of hosts.</param>
    /// <param name="work">The work, which raises events of hosts.</param>
    public static Task<T> DuringAsync<T>(int hosts, Func<RunEvents, Task<T>> work)
    {
        var progress = new FleetProgress(hosts, TimeProvider.System);
        var output = new RunProgressOutput(
            progress, Console.Error, RunProgressOutput.StatusOfConsole(), TimeProvider.System);
        return output.DuringAsync(() => work(progress.Events));
    }
}
