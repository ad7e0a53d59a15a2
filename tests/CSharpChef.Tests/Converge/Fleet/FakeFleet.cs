using System.Collections.Concurrent;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.Tests.Converge.Cookbooks;

namespace CSharpChef.Tests.Converge.Fleet;

/// <summary>Hosts in memory, named h1, h2 and so on, that end as they are told to.</summary>
internal sealed class FakeFleet : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly ConcurrentQueue<string> begun = new();

    /// <summary>The cookbook of the recipe.</summary>
    public string Cookbook { get; init; } = "web";

    public string Recipe { get; init; } = "File(\"/etc/motd\", f => f.Content = Node.Name);";

    public FleetOptions Options { get; init; } = new();

    public RunEvents Watch { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What a host does when its program arrives.</summary>
    public Func<Doing, Task<ResultStatus>> Do { get; init; } = _ => Task.FromResult(ResultStatus.Changed);

    public IReadOnlyList<string> Begun => [.. begun];

    public void Cancel() => cancel.Cancel();

    public Task<ConvergeReport> RunAsync(int hosts, CancellationToken ct = default)
    {
        cookbooks.With($"{Cookbook}/recipes/default.csx", Recipe);
        var request = new RunRequest(
            [RunListItem.Parse(Cookbook)], cookbooks.Recipes(DiskCache.Default()))
        { Events = Watch, Clock = Clock };
        var session = new SessionOptions(new SshOptions(), new FactsCache(cookbooks.Root)) { Cancel = cancel.Token };
        var run = new FleetRun(
            request,
            session,
            Options)
        { NewSession = (target, soft, hard) => new Link(this, new Doing(target.Name, soft, hard)) };
        return run.RunAsync([.. Enumerable.Range(1, hosts).Select(i => new Target($"h{i}"))], ct);
    }

    public void Dispose()
    {
        cookbooks.Dispose();
        cancel.Dispose();
    }

    public sealed record Doing(string Host, CancellationToken Cancel, CancellationToken Ct);

    private sealed class Link(FakeFleet fleet, Doing doing) : INodeSession
    {
        public int RoundTrips => 1;

        public Task<Facts> FactsAsync(CancellationToken ct)
        {
            fleet.begun.Enqueue(doing.Host);
            return Task.FromResult(Facts.None);
        }

        public async Task<ApplyResult> ApplyAsync(
            ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct)
        {
            var status = await fleet.Do(doing);
            var results = plan.Actions.Select(action => new ActionResult(action.Number, status)).ToList();
            results.ForEach(events.ActionEnded);
            return new ApplyResult(results, []) { Cancelled = doing.Cancel.IsCancellationRequested };
        }

        public Task<string> QueryAsync(string command, CancellationToken ct) => Task.FromResult("");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
