using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
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
        var compiled = new ScriptCache(Read, disk).Get(
            new RecipeEntry(item, [$"{LoadPath.Stacks}/{name}"]) { Globals = typeof(StackContext) });
        var context = new StackContext(folder);
        await RunAsync(item, compiled, context, ct);
        return context.Stacks.Count > 0
            ? context.Stacks
            : throw new RecipeException(
                $"{path} declares no stack: begin it with Stack(\"shop\", s => {{ s.Region = \"local\"; }})");
    }

    private async Task RunAsync(RunListItem item, CompiledRecipe compiled, StackContext context, CancellationToken ct)
    {
        using var assemblies = new RecipeAssemblies();
        var runner = new RecipeRunner(TimeLimit, Clock, () => RecipeFailure.CurrentPlace(item, assemblies));
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
            throw RecipeFailure.Of(e, item, assemblies, new SecretTexts());
        }
    }

    private byte[]? Read(string logical)
    {
        try
        {
            var file = Path.Combine(folder, LoadPath.DisplayPath(logical));
            return LoadPath.IsOfStacks(logical) && File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
