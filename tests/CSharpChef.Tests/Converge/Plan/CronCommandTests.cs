using System.Runtime.Versioning;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Plan;

/// <summary>Runs entries as cron does: the command in a shell, and what is behind its first % as the input.</summary>
[SupportedOSPlatform("linux")]
public sealed class CronCommandTests : IDisposable
{
    private const string Edges = " 'both' ";

    private readonly string folder = TemporaryFolder.Create("cron-");

    public CronCommandTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the test runs shells of Linux");

    public static TheoryData<string, string> Commands => new()
    {
        { @"printf '%s\\n' word", @"word\n" },
        { @"printf '%s' 'a\%b'", @"a\%b" },
        { @"printf '%s' '%\\%\%\\\%'; cat", @"%\\%\%\\\%" },
        { $"printf %s {new string('y', 600)}", new string('y', 600) },
        { @"printf '[%s]' ""$A""", $"[{Edges}]" },
        { "printf '%s' \"it's `echo so`\" #x", "it's so" },
    };

    private string FilePath => Path.Combine(folder, "entry");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, MemberData(nameof(Commands))]
    public void A_sensitive_command_of_another_user_runs_as_written_without_the_file(string command, string output)
    {
        var text = CronFile.Text(Entry(command, "ann"), FilePath, isSensitive: true);

        Assert.All(LocalShell.Tested, shell => Assert.Equal((0, output), Run(shell, text)));
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_sensitive_command_of_root_runs_as_written_from_the_file(string command, string output)
    {
        var text = CronFile.Text(Entry(command, "root"), FilePath, isSensitive: true);
        File.WriteAllText(FilePath, text);

        Assert.All(LocalShell.Tested, shell => Assert.Equal((0, output), Run(shell, text)));
    }

    [Theory]
    [InlineData("ann", true, "secret-word")]
    [InlineData("root", true, "secret-word")]
    [InlineData("ann", true, @"printf 'secret-word\\n%'")]
    [InlineData("root", true, @"printf 'secret-word\\n%'")]
    [InlineData("ann", false, @"printf 'secret-word\\n%'")]
    public void What_cron_shows_in_the_process_list_and_its_log_holds_no_evaluated_text(
        string user, bool isSensitive, string command)
    {
        var text = CronFile.Text(Entry(command, user), FilePath, isSensitive);

        var (shown, _) = Split(text);

        Assert.DoesNotContain("secret-word", shown, StringComparison.Ordinal);
        Assert.Contains("secret-word", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_in_comments_that_the_user_cannot_read_fails_with_a_message()
    {
        var text = CronFile.Text(Entry(new string('x', 1200), "ann"), FilePath, isSensitive: false);

        Assert.All(LocalShell.Tested, shell =>
        {
            var (code, output) = Run(shell, text);
            Assert.Equal(1, code);
            Assert.Contains(FilePath, output, StringComparison.Ordinal);
        });
    }

    private static CronStep Entry(string command, string user) => new("entry")
    {
        Schedule = "@daily",
        Command = command,
        User = user,
        Environment = command.Contains("$A", StringComparison.Ordinal)
            ? new Dictionary<string, string> { ["A"] = Edges }
            : new Dictionary<string, string>(),
    };

    private (int Code, string Output) Run(string shell, string text)
    {
        var (command, input) = Split(text);
        var inputFile = Path.Combine(folder, "input");
        File.WriteAllText(inputFile, input);
        string[] start = shell == "busybox" ? ["busybox", "sh"] : [shell];
        var (code, output) = LocalShell.Run(
            "sh", ["-c", "input=$1; shift; exec \"$@\" <\"$input\"", "sh", inputFile, .. start, "-c", command]);
        return (code, Encoding.UTF8.GetString(output));
    }

    /// <summary>Splits the last line of a crontab as do_command.c of Debian's cron and of cronie does.</summary>
    private static (string Command, string Input) Split(string text)
    {
        var parts = text.TrimEnd('\n').Split('\n')[^1].Split(' ', 3)[2]
            .Replace("\\%", "\0", StringComparison.Ordinal)
            .Split('%')
            .Select(part => part.Replace('\0', '%'))
            .ToList();
        // Implementations differ in how they read two backslashes in a command.
        Assert.DoesNotContain(@"\\", parts[0], StringComparison.Ordinal);
        return (parts[0], string.Concat(parts.Skip(1).Select(line => $"{line}\n")));
    }
}
