using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Runs programs of steps on this machine, with their state in a folder of the test. Busybox uses its own tools.
/// </summary>
internal sealed class LocalProgram : IDisposable
{
    private readonly ProgramFolder folder = new();

    /// <summary>Code that the program executes before its first action, such as a tool that fails.</summary>
    public string Replacements { get; init; } = "";

    /// <summary>Runs programs as a user who is not root, also when root runs the test.</summary>
    public bool AsOrdinaryUser
    {
        init => folder.AsOrdinaryUser = value;
    }

    /// <summary>A path in the folder of the test.</summary>
    public string In(string name) => folder.In(name);

    /// <summary>Runs the steps, each as an action, and returns their result lines without <c>begin</c>.</summary>
    public IReadOnlyList<string> Run(string shell, params Step[] steps) => Run(shell, "converge", steps);

    public IReadOnlyList<string> Plan(string shell, params Step[] steps) => Run(shell, "plan", steps);

    public void Dispose() => folder.Dispose();

    private List<string> Run(string shell, string mode, Step[] steps)
    {
        var program = ProgramFolder.Render([.. steps.Select(step => new StepResource(step))]);
        return
        [
            .. folder.Run(shell, program.Text, mode, Replacements).Where(line =>
                line.Split(' ')[0] is "did" or "why" or "changed" or "unchanged" or "failed" or "stray:"),
        ];
    }
}
