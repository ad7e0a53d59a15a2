using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;
using Microsoft.Win32.SafeHandles;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// What a worker does: takes one request, answers it, and ends. Nothing of a run can reach the next one, because the
/// next one has another process.
/// </summary>
/// <param name="roots">The folders of cookbooks.</param>
/// <param name="compiled">The folder of compiled scripts.</param>
/// <param name="cache">The cache of locked cookbooks; null when no lock file counts.</param>
internal sealed class WorkerProgram(IReadOnlyList<string> roots, string compiled, string? cache)
{
    // The standard streams of the process belong to recipes, which may print.
    public const int Input = 3;
    public const int Output = 4;

    /// <summary>Serves one request of the pipes that the process was started with.</summary>
    public async Task RunAsync()
    {
        await using var input = Open(Input, FileAccess.Read);
        await using var output = Open(Output, FileAccess.Write);
        using var pipe = new ServerPipe(input, output);
        await RunAsync(pipe);
    }

    public async Task RunAsync(ServerPipe pipe)
    {
        var cookbooks = new CookbookStore(roots) { Cache = new CookbookCache(cache ?? compiled) };
        var recipes = new RecipeLibrary(cookbooks, new DiskCache(compiled, TimeProvider.System))
        {
            KeepsRenderedTemplates = false,
        };
        WarmUp.Run(pipe);
        pipe.Send(new WorkerMessage.Ready());
        switch (await pipe.ReceiveAsync())
        {
            case ServerMessage.Run run:
                await new WorkerRun(pipe, recipes).RunAsync(run);
                break;
            case ServerMessage.Compile compile:
                new WorkerCompilation(pipe, recipes).Run(compile.Recipes);
                break;
        }
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 1);
}
