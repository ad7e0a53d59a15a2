using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Runs programs of resources on this machine, with their state in a folder of the test.</summary>
internal sealed class ResourceProgram : IDisposable
{
    private static readonly string[] OtherWords = ["hello", "run", "begin", "fact", "end", "output"];

    private readonly ProgramFolder folder = new();

    /// <summary>Code that the program executes before its first action, such as a tool that fails.</summary>
    public string Replacements { get; init; } = "";

    /// <summary>Runs programs on a machine whose runuser ends with 1 and these words.</summary>
    public static ResourceProgram WithRunuserThatFails(string words) => new()
    {
        Replacements = $"""
            mkdir -p "$state/bin"
            printf '%s\n' '#!/bin/sh' 'echo "{words}" >&2; exit 1' >"$state/bin/runuser"
            chmod 755 "$state/bin/runuser"
            PATH=$state/bin:$PATH
            """,
    };

    /// <summary>A path in the folder of the test.</summary>
    public string In(string name) => folder.In(name);

    /// <summary>Converges the resources, and returns their result lines and output.</summary>
    public IReadOnlyList<string> Converge(string shell, params Resource[] resources) =>
        Run(shell, "converge", resources);

    public IReadOnlyList<string> Plan(string shell, params Resource[] resources) => Run(shell, "plan", resources);

    public void Dispose() => folder.Dispose();

    private List<string> Run(string shell, string mode, Resource[] resources) =>
    [
        .. folder.Run(shell, ProgramFolder.Render(resources).Text, mode, Replacements)
            .Where(line => !OtherWords.Contains(line.Split(' ')[0])),
    ];
}
