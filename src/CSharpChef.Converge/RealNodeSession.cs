using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// A run's session with one real host, over one connection: a plan is rendered, sent, and its results are read.
/// </summary>
internal sealed class RealNodeSession : INodeSession
{
    private readonly Target target;
    private readonly SessionOptions options;
    private readonly ConvergeMode mode;
    private readonly HostConnection connection;
    private readonly HostFacts facts;
    private readonly List<string> runs = [];

    public RealNodeSession(Target target, SessionOptions options, ConvergeMode mode, CancellationToken ct)
    {
        this.target = target;
        this.options = options;
        this.mode = mode;
        var route = new SshRoute(target, options.Ssh);
        connection = new HostConnection(target, route, ct);
        facts = new HostFacts(
            options.Facts, cancel => FactsKey.OfAsync(target, route, cancel), connection, options.Clock);
    }

    public int RoundTrips => connection.RoundTrips;

    public IReadOnlyList<string> Runs => runs;

    private Elevation Elevation => Elevation.For(
        options.Sudo, options.SudoPassword, target.IsLocal, isRoot: facts.Known.Text("login.root") == "true");

    /// <summary>A session that connects at once, while recipes are still compiled.</summary>
    public static RealNodeSession Begin(Target target, SessionOptions options, ConvergeMode mode, CancellationToken ct)
    {
        var session = new RealNodeSession(target, options, mode, ct);
        session.connection.Begin();
        return session;
    }

    public Task<Facts> FactsAsync(CancellationToken ct)
    {
        connection.Begin();
        return UntilCancelledAsync(facts.GetAsync, ct);
    }

    /// <summary>Asks the host for its facts, whatever the cache holds.</summary>
    public Task<Facts> DiscoverAsync(CancellationToken ct) => facts.DiscoverAsync(ct);

    public async Task<ApplyResult> ApplyAsync(
        ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct)
    {
        var program = ShellProgramRenderer.Render(plan, node, verify);
        var token = RunToken.New();
        var reader = new ResultReader(token, plan, program, options.Clock)
        {
            IsPlan = mode == ConvergeMode.Plan,
            OnBegin = events.Beginning,
            OnChange = events.Changed,
            OnResult = events.ActionEnded,
            OnNote = events.Note,
        };
        var run = new ProgramRun(connection, options, Elevation, program, token)
        {
            IsPlan = mode == ConvergeMode.Plan,
            OnLine = reader.Read,
            OnNote = events.Note,
        };
        if (mode == ConvergeMode.Converge)
        {
            runs.Add(run.Name.Text);
        }

        var stillRunning = await run.RunAsync(ct);
        return Result(reader) with { StillRunning = stillRunning };
    }

    public async Task<string> QueryAsync(string command, CancellationToken ct)
    {
        var end = await UntilCancelledAsync(cancel => RunAsync(command, cancel), ct);
        return end.ExitCode == 0 ? end.Output : throw new ConvergeException(
            $"Query(\"{command}\") on {target.Name} ended with exit code {end.ExitCode}{(end.Error.Length > 0 ? $": {ShellErrors.WithoutShellName(end.Error.Trim())}" : "")}")
        {
            CommandExitCode = end.ExitCode,
        };
    }

    /// <summary>Connects, unless that is done already.</summary>
    public async Task ConnectAsync(CancellationToken ct) => await connection.GetAsync(ct);

    /// <summary>Runs a command as it was typed, both output streams together.</summary>
    public async Task<HostCommandResult> RunCommandAsync(string command, CancellationToken ct)
    {
        await NeedElevationAsync(ct);
        var end = await RunAsync($"exec 2>&1\n{command}", ct);
        return new HostCommandResult(target.Name, end.ExitCode, end.Output);
    }

    /// <summary>The runs whose journals the host keeps.</summary>
    public async Task<RunJournals> JournalsAsync(CancellationToken ct)
    {
        await NeedElevationAsync(ct);
        return new RunJournals(
            new RemoteShell(await connection.GetAsync(ct), Elevation, options.Clock, connection.Ssh), target.Name,
            options.RunsCommand(target.Argument));
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<CommandResult> RunAsync(string command, CancellationToken ct) =>
        await RemoteCommand.RunAsync(
            new RemoteShell(await connection.GetAsync(ct), Elevation, options.Clock, connection.Ssh),
            Elevation, command, ct);

    /// <summary>Asks the host something that changes nothing, so that a cancelled run need not wait for it.</summary>
    private async Task<T> UntilCancelledAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, options.Cancel);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            throw new CancelledException();
        }
    }

    private async Task NeedElevationAsync(CancellationToken ct)
    {
        if (options.Sudo != SudoUse.Never && facts.Known.Values.Count == 0)
        {
            await FactsAsync(ct);
        }
    }

    private ApplyResult Result(ResultReader reader)
    {
        if (reader.OtherRun is { } other)
        {
            throw new ConvergeException(
                other.Refusal(target.Name, action => options.RunsCommand(target.Argument, action)));
        }

        facts.Merge(reader.Facts);
        return new ApplyResult(reader.Results, reader.Pending)
        {
            StillPending = reader.StillPending,
            NewFacts = reader.IsStale ? facts.Known : null,
            Cancelled = reader.IsCancelled || options.Cancel.IsCancellationRequested,
        };
    }
}
