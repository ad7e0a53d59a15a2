using System.Collections.Concurrent;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers;
using CSharpChef.Converge.Workers.Pool;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Runs.Compilation;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// Gives the recipes of the cookbooks that stacks name as their sources. They are compiled and run in workers, never in
/// this process.
/// </summary>
internal sealed class StackCookbookRecipes : IStackRecipes, IAsyncDisposable
{
    private readonly StackSources stackSources;
    private readonly CookbookSources sources;
    private readonly WorkerPool workers = new(new WorkerPoolOptions());
    private readonly ConcurrentDictionary<string, VersionCompilation> compilations = new();
    private readonly UsedVersions used = new();
    private readonly WorkerCheck check;
    private readonly string folder;

    /// <param name="store">The store.</param>
    /// <param name="folder">The folder of the server's data.</param>
    /// <param name="options">What the operator allows.</param>
    /// <param name="log">Hears when recipes cannot be evaluated.</param>
    public StackCookbookRecipes(DocumentStore store, string folder, SourceOptions options, ILogger log)
    {
        this.folder = folder;
        check = WorkerCheck.Of(workers, log);
        sources = new(folder, options);
        stackSources = new(store, sources);
    }

    public async Task<StackRecipes?> OpenAsync(
        CommandContext context, IReadOnlyList<RunListItem> runList, bool isUpdate, Action<string> note,
        CancellationToken ct)
    {
        if (context.Stack.UseCustomCookbooks != true
            || await stackSources.OpenAsync(context.Stack, ct) is not { Url.Length: > 0 } source)
        {
            return null;
        }

        var (resolved, isKept) = await stackSources.ResolveAsync(context, source, isUpdate, ct);
        note($"cookbooks: {SourceUrl.FilteredText(source.Url)} at {resolved.State}");
        var use = used.Begin(context.Stack.StackId, resolved.VersionId);
        try
        {
            var version = await sources.FetchAsync(context.Stack.StackId, source, resolved, ct);
            await (isKept ? Task.CompletedTask : stackSources.KeepAsync(context, source, resolved, ct));
            await PruneAsync(context.Stack.StackId);
            await check.RequireAsync(ct);
            var (library, evaluator) = await OpenAsync(context, version, runList, note, ct);
            return new(library, evaluator, resolved.State, use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await check.DisposeAsync();
        await workers.DisposeAsync();
        sources.Dispose();
    }

    private async Task PruneAsync(string stack)
    {
        foreach (var version in sources.Prune(stack, used.Of(stack)))
        {
            compilations.TryRemove($"{stack}/{version}", out _);
            await workers.ForgetAsync(new WorkerKey(stack, version));
            CompiledVersions.Remove(folder, stack, [version]);
        }
    }

    private async Task<(RecipeLibrary Library, IEvaluator Evaluator)> OpenAsync(
        CommandContext context, CookbookVersion version, IReadOnlyList<RunListItem> runList, Action<string> note,
        CancellationToken ct)
    {
        var stack = context.Stack.StackId;
        var folders = new WorkerFolders(
            version.CookbookFolders, CompiledVersions.FolderOf(folder, stack, version.Id))
        {
            CookbookCache = version.Dependencies.Count > 0 ? version.CacheFolder : null,
            Packages = version.Dependencies.Count > 0 ? version.PackagesFolder : null,
            Locked = version.Dependencies,
        };
        var compilation = compilations.GetOrAdd(
            $"{stack}/{version.Id}", _ => new(workers, stack, folders));
        await compilation.CompileAsync([.. runList.Select(item => item.ToString())], note, ct);
        var key = new CommandKey(
            new WorkerKey(stack, version.Id), context.Command.DeploymentId ?? context.Command.Type);
        return (new RecipeLibrary(version.Open(), disk: null), workers.For(key, folders));
    }
}
