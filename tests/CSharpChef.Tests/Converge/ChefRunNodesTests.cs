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

public sealed class ChefRunNodesTests
{
    [Fact]
    public async Task A_run_that_starts_over_with_new_facts_gives_them_to_Nodes_and_Search_too()
    {
        using var cookbooks = new CookbookFolder().With(
            "web/recipes/default.csx",
            "Log($\"{Nodes.Single(n => n.Name == \"web1\").Hostname} {Search(\"hostname:new\").Count}\");");
        var folder = TemporaryFolder.Create("chef-run-nodes-");
        var target = new Target("web1");
        var request = new RunRequest([RunListItem.Parse("web")], cookbooks.Recipes())
        {
            Evaluation = new EvaluationOptions
            {
                Nodes = new TargetNodes(() => [target], new FactsCache(folder), () => new SshOptions()),
            },
        };
        await using var session = new ChangedNode();

        await new ChefRun(request, target, session).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("old 0", true, FactGroups.Machine), ("new 1", true, FactGroups.Machine)], session.Applied);
        Directory.Delete(folder, recursive: true);
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

        public Task<string> QueryAsync(string command, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static Facts FactsOf(string hostname) =>
            new(new Dictionary<string, string> { ["hostname"] = hostname });
    }
}
