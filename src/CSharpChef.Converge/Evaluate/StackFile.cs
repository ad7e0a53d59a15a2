using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate.Threads;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>Reads a file that declares stacks. It calls no server.</summary>
internal sealed class StackFile(string path, DiskCache? disk)
{
    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    private readonly string name = Path.GetFileName(path);

    /// <summary>The time limit of the script.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="UsageException">The file does not exist.</exception>
    /// <exception cref="RecipeException">The file does not compile, fails, or declares no stack.</exception>
    public async Task<IReadOnlyList<StackDeclaration>> ReadAsync(CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(
                $"there is no file {path}: name the file that declares the stack, like -f stack.csx");
        }

        var item = new RunListItem(LoadPath.Stacks, Path.GetFileNameWithoutExtension(name));
        var sources = new SourceLocator(PathOf, Read);
        var compiled = new ScriptCache(Read, sources, disk).Get(
            new RecipeEntry(item, [$"{LoadPath.Stacks}/{name}"]) { Globals = typeof(StackContext) });
        var context = new StackContext(
            folder, (file, line, word) => sources.Locate(SourceLocator.LogicalPath(LoadPath.Stacks, file), line, word));
        await RunAsync(item, compiled, context, sources, ct);
        return context.Stacks.Count > 0
            ? context.Stacks
            : throw new RecipeException(
                $"{path} declares no stack: begin it with Stack(\"shop\", s => {{ s.Region = \"local\"; }})");
    }

    private async Task RunAsync(
        RunListItem item, CompiledRecipe compiled, StackContext context, SourceLocator sources, CancellationToken ct)
    {
        using var assemblies = new RecipeAssemblies(new CookbookLoadContext(new PackageLoadContext()));
        var runner = new RecipeRunner(TimeLimit, Clock, () => RecipeFailure.CurrentPlace(item, assemblies, sources));
        Task? script = null;
        runner.Post(() => script = assemblies.Start(compiled, context));
        try
        {
            await runner.RunAsync(() => script is { IsCompleted: true }, ct);
            ct.ThrowIfCancellationRequested();
            await (runner.IsStopped ? throw RecipeFailure.TimedOut(item, TimeLimit, runner.StoppedAt) : script!);
        }
        catch (Exception e) when (e is not OperationCanceledException && script is { IsCompleted: true })
        {
            throw RecipeFailure.Of(e, item, assemblies, new SecretTexts(), sources);
        }
    }

    private string? PathOf(string logical) =>
        LoadPath.IsOfStacks(logical) ? Path.Combine(folder, LoadPath.DisplayPath(logical)) : null;

    private byte[]? Read(string logical)
    {
        try
        {
            return PathOf(logical) is { } file && File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
