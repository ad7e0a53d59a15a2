using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Runs shell programs on this machine, with their state in a folder of the test. The runs are run1, run2 and so on.
/// </summary>
internal sealed class ProgramFolder : IDisposable
{
    private const string Token = "token ";
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("program-"));
    private int runs;

    /// <summary>Runs programs as a user who is not root, also when root runs the test.</summary>
    public bool AsOrdinaryUser { get; set; }

    public string Folder => folder.FullName;

    private bool ChangesUser => AsOrdinaryUser && Environment.IsPrivilegedProcess;

    /// <summary>A path in the folder of the test.</summary>
    public string In(string name) => Path.Combine(Folder, name);

    public void Dispose()
    {
        LocalShell.Run("chmod", "-R", "u+rwx", Folder);
        folder.Delete(recursive: true);
    }

    /// <summary>The program of resources on a Debian machine.</summary>
    public static ShellProgram Render(params Resource[] resources) =>
        Render(StepResource.Plan(FakeNode.Debian12(), resources));

    public static ShellProgram Render(ConvergePlan plan) =>
        ShellProgramRenderer.Render(plan, StepResource.NodeOf(FakeNode.Debian12()), verify: false);

    /// <summary>Runs a program.</summary>
    /// <param name="shell">The shell; busybox uses its own tools.</param>
    /// <param name="program">The text of the program.</param>
    /// <param name="mode">What the program does: converge or plan.</param>
    /// <param name="replacements">Code that it executes before its first action, such as a tool that fails.</param>
    /// <returns>
    /// What the program printed: its own lines without the token, the output of commands, and each other line with
    /// the word stray before it.
    /// </returns>
    public IReadOnlyList<string> Run(
        string shell, string program, string mode = "converge", string replacements = "")
    {
        File.WriteAllText(
            In("program"),
            program.Replace("\nsay hello\n", $"\n{replacements}\nsay hello\n", StringComparison.Ordinal));
        if (ChangesUser)
        {
            LocalShell.Run("chown", "-R", "65534:65534", Folder);
        }

        var (_, output) = LocalShell.Run("sh", "-c", Command(shell, mode));
        var lines = Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(WithoutToken)];
    }

    private static string WithoutToken(string line) =>
        line.StartsWith(Token, StringComparison.Ordinal) ? line[Token.Length..]
        : line.StartsWith('|') ? line
        : $"stray: {line}";

    private string Command(string shell, string mode)
    {
        var user = ChangesUser ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
        var start = shell == "busybox" ? "busybox sh" : shell;
        return $"cd '{Folder}' && CSHARPCHEF_STATE=$PWD exec {user}{start} -s {Token}{mode} run{++runs} fail who <program";
    }
}
