using System.CommandLine;
using System.Runtime.CompilerServices;
using CSharpChef.Converge.Workers.Inside;
using CSharpChef.Converge.Workers.Sandbox;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef worker</c>: evaluates recipes for a server, which alone starts it.</summary>
internal static class WorkerVerb
{
    public static Command Create()
    {
        var cookbooks = new Option<string[]>("--cookbooks") { Description = "A folder of cookbooks.", Required = true };
        var compiled = new Option<string>("--compiled") { Description = "The folder of compiled scripts.", Required = true };
        var cache = new Option<string?>("--cookbook-cache") { Description = "The cache of locked cookbooks." };
        var compiles = new Option<bool>("--compile") { Description = "Allow the memory that a compiler needs." };
        var command = new Command("worker", "Evaluate recipes for a server, which starts it in a sandbox.")
        {
            Hidden = true,
            Options = { cookbooks, compiled, cache, compiles },
        };
        command.SetAction(async (parsed, _) =>
        {
            ResourceLimit.Apply(parsed.GetValue(compiles) ? SandboxLimits.OfCompiler : new SandboxLimits());
            await RunAsync(parsed.GetValue(cookbooks)!, parsed.GetValue(compiled)!, parsed.GetValue(cache));
            return 0;
        });
        return command;
    }

    // Not inlined: the limits hold before more of the program loads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task RunAsync(string[] cookbooks, string compiled, string? cache) =>
        new WorkerProgram(cookbooks, compiled, cache).RunAsync();
}
