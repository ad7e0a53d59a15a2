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
    private const int Megabyte = 1024 * 1024;
    private const int MostQueryOutput = 16 * Megabyte;
    private const int MostCommandOutput = 64 * Megabyte;

    private readonly Target target;
    private readonly SessionOptions options;
    private readonly ConvergeMode mode;
    private readonly HostConnection connection;
    private readonly HostFacts facts;
    private readonly List<string> runs = [];
    private int parts;

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

    public CancellationToken Cancel => options.Cancel;

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
        var sent = new SentProgram(++parts, NameOfPart(), token, plan, program);
        var reader = new ResultReader(token, plan, program, options.Clock)
        {
            IsPlan = mode == ConvergeMode.Plan,
            OnBegin = events.Beginning,
            OnChange = events.Changed,
            OnResult = events.ActionEnded,
            OnNote = events.Note,
        };
        var run = new ProgramRun(connection, options, Elevation, program, token, sent.Name)
        {
            IsPlan = mode == ConvergeMode.Plan,
            OnLine = (number, line) =>
            {
                reader.Read(line);
                options.Programs?.OnLine(sent, number, RunToken.Remove(token, line));
            },
            OnNote = events.Note,
        };
        if (mode == ConvergeMode.Converge)
        {
            runs.Add(run.Name.Text);
            await (options.Programs?.OnSend(sent, ct) ?? Task.CompletedTask);
        }

        var stillRunning = await run.RunAsync(ct);
        return Result(reader) with { StillRunning = stillRunning };
    }

    /// <summary>
    /// Follows a program that another process sent, from the first line of its journal to its end.
    /// </summary>
    /// <param name="name">The name of its run.</param>
    /// <param name="token">The first word of each line of a result.</param>
    /// <param name="program">The program, for the content that it may still ask for.</param>
    /// <param name="onLine">Called with each line and its number in the journal; 0 when it is not in it.</param>
    /// <param name="onNote">Called with messages about the connection.</param>
    /// <param name="ct">Ends the wait; the program goes on.</param>
    public async Task<FollowEnd> FollowAsync(
        RunName name, string token, ShellProgram program, Action<int, string> onLine, Action<string> onNote,
        CancellationToken ct)
    {
        await NeedElevationAsync(ct);
        var run = new ProgramRun(connection, options, Elevation, program, token, name)
        {
            OnLine = onLine,
            OnNote = onNote,
        };
        return await run.FollowAsync(ct);
    }

    public async Task<string> QueryAsync(string command, CancellationToken ct)
    {
        var end = await UntilCancelledAsync(
            cancel => RunAsync(command, $"Query(\"{command}\")", MostQueryOutput, cancel), ct);
        return end.ExitCode == 0 ? end.Output : throw new ConvergeException(
            $"Query(\"{command}\") on {target.Name} ended with exit code {end.ExitCode}{(end.Error.Length > 0 ? $": {ShellErrors.WithoutShellName(end.Error.Trim())}" : "")}")
        {
            CommandExitCode = end.ExitCode,
        };
    }

    /// <summary>Connects, unless that is done already. It may be called again after a failure.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        try
        {
            await connection.GetAsync(ct);
        }
        catch (ConnectionException)
        {
            await connection.ResetAsync();
            throw;
        }
    }

    /// <summary>Runs a command as it was typed, both output streams together.</summary>
    public async Task<HostCommandResult> RunCommandAsync(string command, CancellationToken ct)
    {
        await NeedElevationAsync(ct);
        var end = await RunAsync($"exec 2>&1\n{command}", "the command", MostCommandOutput, ct);
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

    private async Task<CommandResult> RunAsync(string command, string shown, int mostOutput, CancellationToken ct)
    {
        try
        {
            return await RemoteCommand.RunAsync(
                new RemoteShell(await connection.GetAsync(ct), Elevation, options.Clock, connection.Ssh),
                Elevation, command, mostOutput, ct);
        }
        catch (InvalidDataException e)
        {
            throw new ConvergeException(
                $"{shown} on {target.Name} {e.Message} and was ended: let it write less, or write to a file", e);
        }
    }

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

    // A plan keeps no journal, so that its name is never asked for.
    private RunName NameOfPart() => mode == ConvergeMode.Converge && options.Programs is { } programs
        ? programs.NameOf(parts)
        : RunName.New(options.Clock);

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
