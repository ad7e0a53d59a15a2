using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;
using Microsoft.Win32.SafeHandles;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// What a worker does: takes a request and answers it, and takes another one as long as no run has left anything.
/// </summary>
/// <param name="roots">The folders of cookbooks.</param>
/// <param name="compiled">The folder of compiled scripts.</param>
/// <param name="cache">The cache of locked cookbooks; null when no lock file counts.</param>
internal sealed class WorkerProgram(IReadOnlyList<string> roots, string compiled, string? cache)
{
    // The standard streams of the process belong to recipes, which may print.
    public const int Input = 3;
    public const int Output = 4;

    /// <summary>Serves the requests of the pipes that the process was started with.</summary>
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
        var leftovers = new Leftovers();
        do
        {
            pipe.SendReady();
        }
        while (await ServeAsync(pipe, recipes) && !leftovers.Exist());
    }

    /// <returns>Whether there may be another request.</returns>
    private static async Task<bool> ServeAsync(ServerPipe pipe, RecipeLibrary recipes)
    {
        switch (await pipe.ReceiveAsync())
        {
            case ServerMessage.Run run:
                await new WorkerRun(pipe, recipes).RunAsync(run);
                return true;
            case ServerMessage.Compile compile:
                new WorkerCompilation(pipe, recipes).Run(compile.Recipes);
                return false;
            default:
                return false;
        }
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 1);
}
