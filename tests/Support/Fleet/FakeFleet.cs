using System.Collections.Concurrent;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.TestSupport.Fleet;

/// <summary>A run of hosts in memory, named h1, h2 and so on, whose results the test chooses.</summary>
internal sealed class FakeFleet : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly ConcurrentQueue<string> started = new();

    /// <summary>The name of the cookbook.</summary>
    public string Cookbook { get; init; } = "web";

    public string Recipe { get; init; } = "File(\"/etc/motd\", f => f.Content = Node.Name);";

    public FleetOptions Options { get; init; } = new();

    public RunEvents Events { get; init; } = new();

    /// <summary>
    /// Answers the questions of recipes to the controller. Default: no variable and no data bag exists.
    /// </summary>
    public ControllerAnswers Answers { get; init; } = ControllerAnswers.OfThisMachine(
        _ => null, new DataBagFolders([], new KeyRing(KeyFile.None)));

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The given options that choose how to connect, as they are typed.</summary>
    public string ConnectionWords { get; init; } = "";

    /// <summary>
    /// Called when a plan is applied to a host; returns how all its actions end, or the first of a host that was
    /// cancelled.
    /// </summary>
    public Func<HostCall, Task<ResultStatus>> OnApply { get; init; } = _ => Task.FromResult(ResultStatus.Changed);

    public IReadOnlyList<string> Started => [.. started];

    public void Cancel() => cancel.Cancel();

    public Task<ConvergeReport> RunAsync(int hosts, CancellationToken ct = default)
    {
        cookbooks.With($"{Cookbook}/recipes/default.csx", Recipe);
        var request = new RunRequest(
            [RunListItem.Parse(Cookbook)], cookbooks.Recipes(DiskCache.Default()))
        {
            Events = Events,
            Answers = Answers,
            Clock = Clock,
        };
        var session = new SessionOptions(new SshOptions(), new FactsCache(cookbooks.Root))
        {
            Cancel = cancel.Token,
            ConnectionWords = ConnectionWords,
        };
        var run = new FleetRun(
            request,
            session,
            Options)
        {
            NewSession = (target, cancel, ct) => new Session(this, new HostCall(target.Name, cancel, ct)),
        };
        return run.RunAsync([.. Enumerable.Range(1, hosts).Select(i => new Target($"h{i}"))], ct);
    }

    public void Dispose()
    {
        cookbooks.Dispose();
        cancel.Dispose();
    }

    public sealed record HostCall(string Host, CancellationToken Cancel, CancellationToken Ct);

    private sealed class Session(FakeFleet fleet, HostCall call) : INodeSession
    {
        public IReadOnlyList<string> Runs => [];

        public int RoundTrips => 1;

        public CancellationToken Cancel => call.Cancel;

        public Task<Facts> FactsAsync(CancellationToken ct)
        {
            fleet.started.Enqueue(call.Host);
            return Task.FromResult(Facts.None);
        }

        public async Task<ApplyResult> ApplyAsync(
            ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct)
        {
            var status = await fleet.OnApply(call);
            var ended = call.Cancel.IsCancellationRequested ? plan.Actions.Take(1) : plan.Actions;
            var results = ended.Select(action => new ActionResult(action.Number, status)).ToList();
            results.ForEach(events.ActionEnded);
            return new ApplyResult(results, []) { Cancelled = call.Cancel.IsCancellationRequested };
        }

        public Task<string> QueryAsync(string command, CancellationToken ct) => Task.FromResult("");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
