using CSharpChef.Converge;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Local;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.Recipes;

namespace CSharpChef.FleetTests.Machines;

/// <summary>A run's session with a userland of busybox: its ash executes the real programs, as root.</summary>
internal sealed class BusyboxSession(BusyboxRoot root, ConvergeMode mode) : INodeSession, IConnection
{
    public IReadOnlyList<string> Runs => [];

    public int RoundTrips { get; private set; }

    public Task<Facts> FactsAsync(CancellationToken ct) => NodeDiscovery.DiscoverAsync(this, "ssh web1", TimeProvider.System, ct);

    public async Task<ApplyResult> ApplyAsync(
        ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct)
    {
        var program = ShellProgramRenderer.Render(plan, node, verify);
        var reader = new ResultReader("0123456789abcdef", plan, program, TimeProvider.System);
        await using var connection = new HostConnection("busybox", _ => Task.FromResult<IConnection>(this), ct);
        var options = new RunOptions { StartedBy = "a test" };
        var run = new ProgramRun(connection, options, Elevation.LoginUser, program, "0123456789abcdef")
        {
            IsPlan = mode == ConvergeMode.Plan,
            OnLine = (_, line) => reader.Read(line),
            OnNote = _ => { },
        };
        await run.RunAsync(ct);
        return new ApplyResult(reader.Results, reader.Pending);
    }

    public async Task<string> QueryAsync(string command, CancellationToken ct) =>
        (await RemoteCommand.RunAsync(
            new RemoteShell(this, Elevation.LoginUser, TimeProvider.System, "ssh web1"), Elevation.LoginUser, command,
            int.MaxValue, ct)).Output;

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        RoundTrips++;
        return Task.FromResult<IRemoteProcess>(new LocalProcess(root.Start(command)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
