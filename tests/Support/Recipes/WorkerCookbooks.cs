using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Converge.Workers;
using CSharpChef.Converge.Workers.Pool;
using CSharpChef.Converge.Workers.Sandbox;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Cookbooks whose recipes run in workers. Tests that use it are skipped where bubblewrap is missing.
/// </summary>
internal sealed class WorkerCookbooks : IAsyncDisposable
{
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private readonly CookbookFolder cookbooks = new();

    public WorkerCookbooks(WorkerPoolOptions? options = null)
    {
        Assert.SkipUnless(
            ProgramPath.Find("bwrap") is not null, "there is no bwrap here: it is in the package bubblewrap");
        Directory.CreateDirectory(Compiled);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Root, ReadableByAll);
        }

        Pool = new WorkerPool(options ?? new WorkerPoolOptions());
    }

    public WorkerPool Pool { get; }

    public string Root => cookbooks.Root;

    public string Compiled { get; } = TemporaryFolder.Create("compiled-");

    public WorkerFolders Folders => new([Root], Compiled);

    public WorkerCookbooks With(string path, string text)
    {
        cookbooks.With(path, text);
        return this;
    }

    /// <summary>A text with positions below the folder of cookbooks instead of full ones.</summary>
    public string Below(string text) => cookbooks.Below(text);

    /// <summary>Converges a machine in memory.</summary>
    /// <param name="node">The machine. Default: a new one.</param>
    /// <param name="inProcess">Whether the recipes run in this process instead of a worker.</param>
    /// <param name="timeLimit">The time limit of the recipes. Default: the usual one.</param>
    /// <param name="command">The id of the command that the run belongs to. Default: one of its own.</param>
    public async Task<(HostReport Report, IReadOnlyList<AppliedPlan> Plans)> ConvergeAsync(
        FakeNode? node = null, bool inProcess = false, TimeSpan? timeLimit = null, string? command = null)
    {
        await using var session = new FakeNodeSession(node ?? FakeNode.Debian12(), ConvergeMode.Converge);
        var recipes = cookbooks.Recipes(new DiskCache(Compiled, TimeProvider.System));
        CompileHere(recipes);
        var request = new RunRequest([RunListItem.Parse("web")], recipes)
        {
            Evaluator = inProcess ? new InProcessEvaluator(recipes) : Pool.For(KeyOf(command), Folders),
            Evaluation = new EvaluationOptions { TimeLimit = timeLimit ?? new EvaluationOptions().TimeLimit },
            Stack = node?.StackData,
            Answers = cookbooks.Answers(_ => "variable value"),
        };
        var report = await new ChefRun(request, new Target("web1"), session)
            .RunAsync(TestContext.Current.CancellationToken);
        return (report, session.Plans);
    }

    /// <summary>The names of the resources of a run in a worker, such as <c>log[text]</c>.</summary>
    /// <param name="command">The id of the command that the run belongs to. Default: one of its own.</param>
    public async Task<IReadOnlyList<string>> ResourcesAsync(string? command = null)
    {
        var (report, _) = await ConvergeAsync(command: command);
        Assert.True(report.Error is null, report.Error?.Message);
        return [.. report.Resources.Select(resource => resource.Resource)];
    }

    /// <summary>The error of a run in a worker.</summary>
    public async Task<string> ErrorAsync(TimeSpan? timeLimit = null) =>
        (await ConvergeAsync(timeLimit: timeLimit)).Report.Error?.Message ?? "no error";

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        cookbooks.Dispose();
    }

    private static CommandKey KeyOf(string? command) =>
        new(new WorkerKey("stack", "1"), command ?? Guid.NewGuid().ToString());

    // The compiler of this process has been used before, and is much faster than that of a new one.
    private void CompileHere(RecipeLibrary recipes)
    {
        try
        {
            recipes.Get(RunListItem.Parse("web"));
        }
        catch (RecipeException)
        {
            // The worker reports it.
        }

        CompiledFolder.Prepare(Compiled, user: null);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Compiled, ReadableByAll);
        }

        CompiledFolder.Publish(Compiled);
    }
}
