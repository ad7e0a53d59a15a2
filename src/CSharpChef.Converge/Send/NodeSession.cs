using System.Security.Cryptography;

namespace CSharpChef.Converge;

/// <summary>A run's way to one real machine: one connection, made at once while recipes are still evaluated.</summary>
internal sealed class NodeSession : INodeLink
{
    private readonly Target target;
    private readonly SessionOptions options;
    private readonly ConvergeMode mode;
    private readonly FactsKey key;
    private readonly Lazy<Task<IConnection>> connection;
    private Facts facts = Facts.None;

    public NodeSession(Target target, SessionOptions options, ConvergeMode mode, CancellationToken ct)
    {
        this.target = target;
        this.options = options;
        this.mode = mode;
        key = FactsKey.Of(target, options.Ssh);
        connection = new(() => Task.Run(() => Connector.ConnectAsync(target, options.Ssh, ct), ct));
    }

    public int RoundTrips => connection is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Connected.RoundTrips : 0;

#pragma warning disable RS0030 // It has completed.
    private IConnection Connected => connection.Value.Result;
#pragma warning restore RS0030

    public async Task<Facts> FactsAsync(CancellationToken ct)
    {
        var connecting = connection.Value;
        return facts = options.Facts.Load(key.User, key.Address, key.Port) ?? await DiscoverAsync(await connecting, ct);
    }

    public async Task<NodeAnswer> RunAsync(ConvergePlan plan, Node node, bool verify, NodeWatch watch, CancellationToken ct)
    {
        var program = ShellProgramRenderer.Render(plan, node, verify);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var reader = new ResultReader(token, plan, program, options.Clock) { OnChange = watch.Changing, OnResult = watch.Ended };
        var elevation = Elevate();
        var arguments = $"{token} {(mode == ConvergeMode.Plan ? "plan" : "converge")}";
        await using var process = await PrivilegedShell.StartAsync(await connection.Value, elevation, arguments, ct);
        await new ProgramRun(process, program, elevation).ReadAsync(reader, ct);
        Remember(reader);
        return new NodeAnswer(reader.Results, reader.Owed) { Fresh = reader.Stale ? facts : null };
    }

    public async Task<string> QueryAsync(string command, CancellationToken ct)
    {
        var end = await OneCommand.RunAsync(await connection.Value, Elevate(), command, ct);
        return end.ExitCode == 0 ? end.Output : throw new ConvergeException(
            $"Query(\"{command}\") on {target.Name} ended with exit code {end.ExitCode}{(end.Error.Length > 0 ? $": {end.Error.Trim()}" : "")}");
    }

    /// <summary>A command as it is typed, both its streams together.</summary>
    public async Task<CommandAnswer> RunCommandAsync(string command, CancellationToken ct)
    {
        if (options.Sudo != SudoUse.Never)
        {
            await FactsAsync(ct);
        }

        var end = await OneCommand.RunAsync(await connection.Value, Elevate(), $"exec 2>&1\n{command}", ct);
        return new CommandAnswer(target.Name, end.ExitCode, end.Output);
    }

    /// <summary>What it says now, whatever was known.</summary>
    public async Task<Facts> AskFactsAsync(CancellationToken ct) => await DiscoverAsync(await connection.Value, ct);

    public async ValueTask DisposeAsync()
    {
        if (connection.IsValueCreated)
        {
            await connection.Value.ContinueWith(async made => await (await made).DisposeAsync(), TaskContinuationOptions.OnlyOnRanToCompletion)
                .Unwrap().ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<Facts> DiscoverAsync(IConnection open, CancellationToken ct)
    {
        var told = await NodeDiscovery.DiscoverAsync(open, ct);
        options.Facts.Save(key.User, key.Address, key.Port, told);
        return told;
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
