using System.Text;
using CSharpChef.Converge.Render;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Runs programs of resources on this machine, with their state in a folder of the test.</summary>
internal sealed class ResourceProgram : IDisposable
{
    private static readonly string[] OtherWords = ["hello", "run", "begin", "fact", "end", "output"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("program-");
    private int runs;

    /// <summary>Code that the program executes before its first action, such as a tool that fails.</summary>
    public string Replacements { get; init; } = "";

    /// <summary>A path in the folder of the test.</summary>
    public string In(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Converges the resources, and returns their result lines and output.</summary>
    public IReadOnlyList<string> Converge(string shell, params Resource[] resources) =>
        Run(shell, "converge", resources);

    public IReadOnlyList<string> Plan(string shell, params Resource[] resources) => Run(shell, "plan", resources);

    public void Dispose() => folder.Delete(recursive: true);

    private static string Text(Resource[] resources)
    {
        var machine = FakeNode.Debian12();
        var plan = StepResource.Plan(machine, resources);
        return ShellProgramRenderer.Render(plan, StepResource.NodeOf(machine), verify: false).Text;
    }

    private List<string> Run(string shell, string mode, Resource[] resources)
    {
        File.WriteAllText(In("program"), Text(resources).Replace(
            "\nsay hello\n", $"\n{Replacements}\nsay hello\n", StringComparison.Ordinal));
        var start = shell == "busybox" ? "busybox sh" : shell;
        var (_, output) = LocalShell.Run(
            "sh",
            "-c",
            $"cd '{folder.FullName}' && CSHARPCHEF_STATE=$PWD exec {start} -s token {mode} run{++runs} fail who <program");
        return
        [
            .. Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.StartsWith("token ", StringComparison.Ordinal) ? line[6..] : line)
                .Where(line => !OtherWords.Contains(line.Split(' ')[0])),
        ];
    }
}
