using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge;

public sealed class ChefRunFactsTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly string cache = TemporaryFolder.Create("chef-run-facts-");

    public void Dispose()
    {
        cookbooks.Dispose();
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public async Task A_run_that_starts_over_with_new_facts_gives_them_to_Nodes_and_Search_too() => Assert.Equal(
        [("old 0", true, FactGroups.Machine), ("new 1", true, FactGroups.Machine)],
        await RunAsync("Log($\"{Nodes.Single(n => n.Name == \"web1\").Hostname} {Search(\"hostname:new\").Count}\");"));

    [Fact]
    public async Task A_run_that_begins_with_a_query_verifies_its_facts_too() => Assert.Equal(
        [("old", true, FactGroups.Machine), ("new", true, FactGroups.Machine)],
        await RunAsync("await Query(\"true\"); Log(Node.Hostname);"));

    [Fact]
    public async Task Facts_are_verified_by_the_first_program_of_a_run_only() => Assert.Equal(
        ["old True", "new True", "behind the barrier False"],
        (await RunAsync("Log(Node.Hostname); await Converge(); Log(\"behind the barrier\");"))
            .Select(applied => $"{applied.Log} {applied.Verifies}"));

    private async Task<IReadOnlyList<(string Log, bool Verifies, FactGroups Read)>> RunAsync(string recipe)
    {
        cookbooks.With("web/recipes/default.csx", recipe);
        var target = new Target("web1");
        var request = new RunRequest([RunListItem.Parse("web")], cookbooks.Recipes())
        {
            Evaluation = new EvaluationOptions
            {
                Nodes = new TargetNodes(() => [target], new FactsCache(cache), () => new SshOptions()),
            },
        };
        await using var session = new ChangedNode();
        await new ChefRun(request, target, session).RunAsync(TestContext.Current.CancellationToken);
        return session.Applied;
    }

    /// <summary>A node whose facts are other than the cached ones.</summary>
    private sealed class ChangedNode : INodeSession
    {
        public List<(string Log, bool Verifies, FactGroups Read)> Applied { get; } = [];

        public int RoundTrips => Applied.Count;

        public IReadOnlyList<string> Runs => [];

        public Task<Facts> FactsAsync(CancellationToken ct) => Task.FromResult(FactsOf("old"));

        public Task<ApplyResult> ApplyAsync(
            ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct)
        {
            Applied.Add((plan[1].Resource.Name, verify, node.Facts.Read));
            return Task.FromResult(new ApplyResult([], []) { NewFacts = Applied.Count == 1 ? FactsOf("new") : null });
        }

        public Task<string> QueryAsync(string command, CancellationToken ct) => Task.FromResult("");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static Facts FactsOf(string hostname) =>
            new(new Dictionary<string, string> { ["hostname"] = hostname });
    }
}
