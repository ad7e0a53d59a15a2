using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Summarize;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Send;

/// <summary>A run's way to one real machine: one connection, made at once while recipes are still evaluated.</summary>
internal sealed class NodeSession : INodeLink
{
    private readonly Target target;
    private readonly SessionOptions options;
    private readonly ConvergeMode mode;
    private readonly FactsKey key;
    private readonly HostConnection connection;
    private Facts facts = Facts.None;

    public NodeSession(Target target, SessionOptions options, ConvergeMode mode, CancellationToken ct)
    {
        this.target = target;
        this.options = options;
        this.mode = mode;
        key = FactsKey.Of(target, options.Ssh);
        connection = new HostConnection(target, options.Ssh, ct);
    }

    public int RoundTrips => connection.RoundTrips;

    /// <summary>One that connects from now on, whatever is still to do before it is used.</summary>
    public static NodeSession Begin(Target target, SessionOptions options, ConvergeMode mode, CancellationToken ct)
    {
        var session = new NodeSession(target, options, mode, ct);
        session.connection.Begin();
        return session;
    }

    public async Task<Facts> FactsAsync(CancellationToken ct)
    {
        connection.Begin();
        return facts = options.Facts.Load(key.User, key.Address, key.Port) ?? await AskFactsAsync(ct);
    }

    /// <summary>What it says now, whatever was known.</summary>
    public async Task<Facts> AskFactsAsync(CancellationToken ct)
    {
        var told = await NodeDiscovery.DiscoverAsync(await connection.GetAsync(), ct);
        options.Facts.Save(key.User, key.Address, key.Port, told);
        return told;
    }

    public async Task<NodeAnswer> RunAsync(
        ConvergePlan plan, Node node, bool verify, NodeWatch watch, CancellationToken ct)
    {
        if (options.Cancel.IsCancellationRequested)
        {
            throw new ConvergeException("cancelled before it began");
        }

        var program = ShellProgramRenderer.Render(plan, node, verify);
        var token = NewToken();
        var reader = new ResultReader(
            token,
            plan,
            program,
            options.Clock)
        { OnChange = watch.Changing, OnResult = watch.Ended, OnNote = watch.Note };
        var name = RunName.New(options.Clock);
        await new NodeRun(connection, options, Elevate(), program, reader, name, target.Name).RunAsync(token, mode, ct);
        if (reader.Busy is { } holder)
        {
            throw new ConvergeException(
                $"another run has {target.Name}: {holder}\n" +
                $"wait for it with --wait, or see it with: csharpchef runs {target.Name} follow {holder.Split(' ')[0]}");
        }

        Remember(reader);
        return new NodeAnswer(
            reader.Results,
            reader.Owed)
        { Fresh = reader.Stale ? facts : null, Cancelled = options.Cancel.IsCancellationRequested };
    }

    public async Task<string> QueryAsync(string command, CancellationToken ct)
    {
        var end = await RemoteCommand.RunAsync(await connection.GetAsync(), Elevate(), command, ct);
        return end.ExitCode == 0 ? end.Output : throw new ConvergeException(
            $"Query(\"{command}\") on {target.Name} ended with exit code {end.ExitCode}{(end.Error.Length > 0 ? $": {end.Error.Trim()}" : "")}");
    }

    /// <summary>A command as it is typed, both its streams together.</summary>
    public async Task<CommandAnswer> RunCommandAsync(string command, CancellationToken ct)
    {
        await NeedFactsAsync(ct);
        var end = await RemoteCommand.RunAsync(await connection.GetAsync(), Elevate(), $"exec 2>&1\n{command}", ct);
        return new CommandAnswer(target.Name, end.ExitCode, end.Output);
    }

    /// <summary>The lines of a small program about runs, without their token.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string program, string arguments, CancellationToken ct)
    {
        await NeedFactsAsync(ct);
        var token = NewToken();
        var lines = await SideProgram.RunAsync(
            await connection.GetAsync(), Elevate(), program, $"{token} {arguments}".TrimEnd(), ct);
        return [.. lines.Where(line => line.StartsWith(token + " ", StringComparison.Ordinal))
            .Select(line => line[(token.Length + 1)..])];
    }

    /// <summary>The lines of a run's journal, to its end.</summary>
    public async IAsyncEnumerable<string> FollowAsync(RunName name, [EnumeratorCancellation] CancellationToken ct)
    {
        await NeedFactsAsync(ct);
        var token = NewToken();
        await using var process = await SideProgram.StartAsync(
            await connection.GetAsync(), Elevate(), SideProgram.Follow, $"{token} {name} 0", ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line == $"{token} none")
            {
                throw new UsageException(
                    $"{target.Name} keeps no run {name}: csharpchef runs {target.Name} lists them");
            }

            if (line == $"{token} over")
            {
                yield break;
            }

            yield return line.StartsWith(token + " ", StringComparison.Ordinal) ? line[(token.Length + 1)..] : line;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private async Task NeedFactsAsync(CancellationToken ct)
    {
        if (options.Sudo != SudoUse.Never && facts.Values.Count == 0)
        {
            await FactsAsync(ct);
        }
    }

    private void Remember(ResultReader reader)
    {
        if (reader.Facts.Count > 0)
        {
            facts = FactsReader.Merge(facts, reader.Facts);
            options.Facts.Save(key.User, key.Address, key.Port, facts);
        }
    }

    /// <summary>Root needs no sudo, and this machine is changed as whoever asks unless they say otherwise.</summary>
    private Elevation Elevate() => options.Sudo switch
    {
        SudoUse.Never => Elevation.LoginUser,
        _ when facts.Text("login.root") == "true" => Elevation.LoginUser,
        SudoUse.Always => new Elevation.Sudo(options.SudoPassword),
        _ => target.IsLocal ? Elevation.LoginUser : new Elevation.Sudo(options.SudoPassword),
    };
}
