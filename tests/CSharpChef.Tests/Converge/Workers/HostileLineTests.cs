using System.Text;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers;
using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

public sealed class HostileLineTests
{
    private const string Place = """{"kind":"place","at":"web/recipes/default.csx:7:1"}""";

    [Theory]
    [InlineData("", "wrote a line that no run has")]
    [InlineData("{}", "wrote a line that no run has")]
    [InlineData("null", "wrote a line without a message")]
    [InlineData("[[[", "wrote a line that no run has")]
    [InlineData("""{"kind":"reboot"}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"ready","more":1}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"secret-texts","texts":[null]}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"secret-question","name":null}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"data-bag-question","bag":"../keys"}""", "asked for what no recipe can ask")]
    [InlineData("""{"kind":"item-question","bag":"a","item":"../b"}""", "asked for what no recipe can ask")]
    [InlineData("""{"kind":"compiled","warnings":[]}""", "asked for what no recipe can ask")]
    [InlineData("""{"kind":"place","at":"a\nb"}""", "named a place that no script has")]
    [InlineData("""{"kind":"barrier","resources":[1],"factsRead":0}""", "named a resource, 1, that it did not declare")]
    [InlineData("""{"kind":"barrier","resources":[99999999999],"factsRead":0}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"barrier","resources":[],"factsRead":-1}""", "read facts that do not exist")]
    [InlineData("""{"kind":"content","number":1,"bytes":"%","isLast":true}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"finished","resources":[],"recipes":[],"published":{"port":"1"},"factsRead":0}""", "published a value outside of a stack")]
    [InlineData("{\"kind\":\"content\",\"number\":1,\"bytes\":\"\",\"isLast\":true}\n{\"kind\":\"content\",\"number\":1,\"bytes\":\"\",\"isLast\":true}", "sent a content of a file twice")]
    public async Task A_line_that_no_run_has_ends_the_worker_with_the_last_place(string line, string reason)
    {
        var worker = new WrittenWorker($"{Place}\n{line}\n");
        await using var evaluation = new WorkerEvaluation(worker, Request(), Node(), new EvaluationOptions());

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => evaluation.NextAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("web/recipes/default.csx:7:1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.True(worker.IsKilled);
    }

    [Fact]
    public async Task A_step_with_a_wrong_value_is_refused_when_it_is_planned()
    {
        var step = """{"step":"absent","path":"/../etc","kind":"Directory","recursive":true}""";
        var worker = new WrittenWorker($"{Declared(step)}\n" + """{"kind":"finished","resources":[1],"recipes":[],"published":{},"factsRead":0}""" + "\n");
        await using var evaluation = new WorkerEvaluation(worker, Request(), Node(), new EvaluationOptions());
        var finished = Assert.IsType<Pause.Finished>(
            await evaluation.NextAsync(TestContext.Current.CancellationToken));

        var error = Assert.Throws<RecipeException>(() =>
            CSharpChef.Converge.Plan.Planner.Plan(finished.Resources, Node(), [], final: true));

        Assert.Contains("is not in its plain form", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"step":"absent","path":"/a","kind":"Device","recursive":true}""")]
    [InlineData("""{"step":"absent","path":"/a","kind":1,"recursive":true}""")]
    [InlineData("""{"step":"absent","path":null,"kind":"File","recursive":true}""")]
    [InlineData("""{"step":"absent","path":"/a","kind":"File"}""")]
    [InlineData("""{"step":"CSharpChef.Recipes.Steps.AbsentStep","path":"/a","kind":"File","recursive":true}""")]
    [InlineData("null")]
    public async Task A_step_that_is_not_of_the_closed_set_ends_the_worker(string step)
    {
        var worker = new WrittenWorker($"{Declared(step)}\n" + """{"kind":"finished","resources":[1],"recipes":[],"published":{},"factsRead":0}""" + "\n");
        await using var evaluation = new WorkerEvaluation(worker, Request(), Node(), new EvaluationOptions());

        await Assert.ThrowsAsync<RecipeException>(() => evaluation.NextAsync(TestContext.Current.CancellationToken));

        Assert.True(worker.IsKilled);
    }

    private static string Declared(string step) =>
        """{"kind":"declared","resource":{"number":1,"word":"Directory","name":"/a","recipe":"web::default","at":{"file":"web/recipes/default.csx","line":7,"column":1},"ignoreFailure":false,"retries":0,"retryDelay":"00:00:02","timeout":null,"runAs":null,"sensitive":false,"isMessage":false,"isNamedByCommand":false,"surroundings":null,"guards":[],"notifications":[],"scheduled":["delete"],"scheduledError":null,"actions":[{"name":"delete","steps":[STEP],"error":null}],"uselessProperty":null}}"""
            .Replace("STEP", step, StringComparison.Ordinal);

    private static Node Node() => new("web1", Facts.None, NodeAttributes.None);

    private static ServerMessage.Run Request() => new(["web::default"], NodeMessages.Of(Node(), Node()), null, null, 1000);

    /// <summary>A worker that writes a text and ends.</summary>
    private sealed class WrittenWorker(string text) : IWorker
    {
        public bool IsKilled { get; private set; }

        public WorkerChannel Channel { get; } =
            new(Stream.Null, new MemoryStream(Encoding.UTF8.GetBytes(text)), new PipeLimits());

        public Task<IDisposable> TakeTurnAsync(CancellationToken ct) =>
            Task.FromResult<IDisposable>(new MemoryStream());

        public Task KillAsync()
        {
            IsKilled = true;
            return Task.CompletedTask;
        }

        public async Task<string> EndAsync()
        {
            await KillAsync();
            return "ended early";
        }

        public Task ReturnAsync(TimeSpan used) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
