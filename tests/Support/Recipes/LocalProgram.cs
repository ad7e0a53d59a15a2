using System.Text;
using CSharpChef.Converge.Render;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Runs programs of steps on this machine, with their state in a folder of the test. Busybox uses its own tools.
/// </summary>
internal sealed class LocalProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("program-");
    private int runs;

    /// <summary>Code that the program executes before its first action, such as a tool that fails.</summary>
    public string Replacements { get; init; } = "";

    /// <summary>Runs programs as a user who is not root, also when root runs the test.</summary>
    public bool AsOrdinaryUser { get; init; }

    public void Dispose()
    {
        LocalShell.Run("chmod", "-R", "u+rwx", folder.FullName);
        folder.Delete(recursive: true);
    }

    /// <summary>A path in the folder of the test.</summary>
    public string In(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Runs the steps, each as an action, and returns their result lines without <c>begin</c>.</summary>
    public IReadOnlyList<string> Run(string shell, params Step[] steps) => Run(shell, "converge", steps);

    public IReadOnlyList<string> Plan(string shell, params Step[] steps) => Run(shell, "plan", steps);

    private static string Text(Step[] steps)
    {
        var machine = FakeNode.Debian12();
        var plan = StepResource.Plan(machine, [.. steps.Select(step => new StepResource(step))]);
        return ShellProgramRenderer.Render(plan, StepResource.NodeOf(machine), verify: false).Text;
    }

    private List<string> Run(string shell, string mode, Step[] steps)
    {
        var file = In("program");
        File.WriteAllText(file, Text(steps).Replace(
            "\nsay hello\n", $"\n{Replacements}\nsay hello\n", StringComparison.Ordinal));
        if (AsOrdinaryUser && Environment.IsPrivilegedProcess)
        {
            LocalShell.Run("chown", "-R", "65534:65534", folder.FullName);
        }

        return Lines(LocalShell.Run("sh", "-c", Command(shell, mode, file)).Output);
    }

    private string Command(string shell, string mode, string file)
    {
        var user = AsOrdinaryUser && Environment.IsPrivilegedProcess
            ? "setpriv --reuid 65534 --regid 65534 --clear-groups "
            : "";
        return $"CSHARPCHEF_STATE='{folder.FullName}' exec {user}{(shell == "busybox" ? "busybox sh" : shell)} -s token {mode} run{++runs} fail who <'{file}'";
    }

    private static List<string> Lines(byte[] output) =>
    [
        .. Encoding.Latin1.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('|'))
            .Select(line => line.StartsWith("token ", StringComparison.Ordinal) ? line[6..] : $"stray: {line}")
            .Where(line => line.Split(' ')[0] is "did" or "why" or "changed" or "unchanged" or "failed" or "stray:"),
    ];
}
