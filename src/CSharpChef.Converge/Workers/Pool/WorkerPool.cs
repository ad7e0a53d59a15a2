using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Sandbox;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>
/// Workers for the runs of a server. A process has one run at a time, and only runs of one command: the same recipes on
/// other nodes. While it runs, one more for the same stack and version of its cookbooks is started, so that the next
/// command does not wait for the start.
/// </summary>
internal sealed class WorkerPool(WorkerPoolOptions options) : IAsyncDisposable
{
    private readonly FairTurns running = new(options.Running);
    private readonly FairTurns computing = new(options.Computing);
    private readonly SandboxUsers users = new();
    private readonly SpareWorkers spares = new(options.Idle, options.Clock);
    private readonly ReturnedWorkers returned = new(options.Returned, options.Clock);

    /// <summary>Evaluates the runs of a command.</summary>
    /// <param name="key">The command, its stack, and what identifies the content of the cookbooks.</param>
    /// <param name="folders">Where they are, and where their compiled scripts are.</param>
    public IEvaluator For(CommandKey key, WorkerFolders folders) => new WorkerEvaluator(this, key, folders);

    /// <summary>Compiles recipes, and those that they include, into their folder of compiled scripts.</summary>
    /// <param name="stack">The id of the stack.</param>
    /// <param name="folders">Where the cookbooks are, and the folder to write to.</param>
    /// <param name="recipes">The names of the recipes.</param>
    /// <param name="ct">Cancels the compilation.</param>
    /// <returns>The warnings.</returns>
    /// <exception cref="RecipeException">They do not compile; one line for each error.</exception>
    public async Task<IReadOnlyList<string>> CompileAsync(
        string stack, WorkerFolders folders, IReadOnlyList<string> recipes, CancellationToken ct)
    {
        using var turn = await computing.TakeAsync(stack, ct);
        using var user = users.Take();
        CompiledFolder.Prepare(folders.Compiled, user.Id);
        await using var worker = await StartAsync(folders with { IsCompiling = true }, user, ct);
        var warnings = await new RemoteCompilation(worker).RunAsync(recipes, ct);
        await worker.KillAsync();
        CompiledFolder.Publish(folders.Compiled);
        return warnings;
    }

    /// <summary>Starts a worker, and ends it.</summary>
    /// <exception cref="ConvergeException">It cannot start.</exception>
    public async Task TryAsync(WorkerFolders folders, CancellationToken ct)
    {
        await using var worker = await StartInTurnAsync(new WorkerKey("", ""), folders, ct);
    }

    /// <summary>A worker for one run, in its turn.</summary>
    public async Task<IWorker> TakeAsync(CommandKey key, WorkerFolders folders, CancellationToken ct)
    {
        var run = await running.TakeAsync(key.Worker.Stack, ct);
        IDisposable? turn = null;
        try
        {
            turn = await computing.TakeAsync(key.Worker.Stack, ct);
            var worker = returned.Take(key) ?? await NewAsync(key.Worker, folders, ct);
            return new PooledWorker(
                worker, run, turn,
                token => computing.TakeAsync(key.Worker.Stack, token),
                () => returned.Add(key, worker));
        }
        catch
        {
            turn?.Dispose();
            run.Dispose();
            throw;
        }
    }

    /// <summary>Ends the workers that wait for a run with a version, whose files are removed.</summary>
    public async Task ForgetAsync(WorkerKey key)
    {
        await spares.EndAsync(key);
        await returned.EndAsync(key);
    }

    public async ValueTask DisposeAsync()
    {
        await spares.DisposeAsync();
        await returned.DisposeAsync();
    }

    private async Task<StartedWorker> NewAsync(WorkerKey key, WorkerFolders folders, CancellationToken ct)
    {
        var worker = await spares.TakeAsync(key) ?? await StartForRunsAsync(folders, ct);
        spares.Begin(key, token => StartInTurnAsync(key, folders, token));
        return worker;
    }

    private async Task<StartedWorker> StartInTurnAsync(WorkerKey key, WorkerFolders folders, CancellationToken ct)
    {
        using var turn = await computing.TakeAsync(key.Stack, ct);
        return await StartForRunsAsync(folders, ct);
    }

    private async Task<StartedWorker> StartForRunsAsync(WorkerFolders folders, CancellationToken ct)
    {
        var user = users.Take();
        try
        {
            return new StartedWorker(await StartAsync(folders, user, ct), user);
        }
        catch
        {
            user.Dispose();
            throw;
        }
    }

    private async Task<SandboxedProcess> StartAsync(WorkerFolders folders, SandboxUser user, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(options.Start, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            var limits = folders.IsCompiling ? SandboxLimits.OfCompiler : new SandboxLimits();
            return await SandboxedProcess.StartAsync(
                SandboxCommand.Of(folders, limits, user.Id), options.Pipe, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ConvergeException(
                $"the process that evaluates recipes did not start within {options.Start.TotalSeconds:0} s");
        }
    }
}
