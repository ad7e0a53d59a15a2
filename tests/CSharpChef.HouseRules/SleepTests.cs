using System.Text.RegularExpressions;
using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>Tests of the fast suite wait for events, conditions or a fake clock, never for a time to pass.</summary>
public sealed partial class SleepTests
{
    private static readonly string[] Folders = ["tests/CSharpChef.Tests/", "tests/Support/"];

    // What waits, wherever it is a member of: a task, a thread, a wait handle, a source of cancellations.
    private static readonly string[] Waits =
        ["CancelAfter", "CancellationTokenSource", "Delay", "PeriodicTimer", "Sleep", "WaitOne"];

    // The waits that no event can replace, each with its file.
    private static readonly Dictionary<string, string> Unavoidable = new()
    {
        // The one place where conditions are checked again and again.
        ["new PeriodicTimer(period ?? DefaultPeriod)"] = "tests/Support/Eventually.cs",

        // Nothing tells when processes of others start, so the process list is read again and again.
        ["ct.WaitHandle.WaitOne(10)"] = "tests/Support/CommandLines/ProcessList.cs",

        // A real sshd answers the keep-alive of a silent command: the deadline has to pass.
        ["\"sleep 1; echo slept\""] = "tests/CSharpChef.Tests/Converge/Ssh/LostConnectionTests.cs",

        // A command of the product, which the test only reads.
        ["\"127.0.0.1 (sleep 1; systemctl reboot || reboot) </dev/null >/dev/null 2>&1 &\""] =
            "tests/CSharpChef.Tests/Stacks/Providers/StaticMachinesTests.cs",
    };

    [Fact]
    public void No_fast_test_waits_for_a_finite_time() => Findings.AssertNone(
        Found().Where(found => Unavoidable.GetValueOrDefault(found.Code) != found.File.Path)
            .Select(found => $"{found.File.Path}({SourceFile.LineOf(found.Node)}): {found.Code}"));

    [Fact]
    public void Every_unavoidable_wait_exists() =>
        Findings.AssertNone(Unavoidable.Keys.Except(Found().Select(found => found.Code)));

    [Theory]
    [InlineData("System.Threading.Tasks.Task.Delay(100)", true)]
    [InlineData("Delay(100)", true)]
    [InlineData("Thread.Sleep(span)", true)]
    [InlineData("done.Token.WaitHandle.WaitOne(10)", true)]
    [InlineData("new CancellationTokenSource(200)", true)]
    [InlineData("new System.Threading.CancellationTokenSource(200)", true)]
    [InlineData("Run(\"true; sleep 0.1\")", true)]
    [InlineData("Run($\"true; sleep 2; {x}\")", true)]
    [InlineData("Task.Delay(Timeout.Infinite, ct)", false)]
    [InlineData("Thread.Sleep(-1)", false)]
    [InlineData("handle.WaitOne()", false)]
    [InlineData("new CancellationTokenSource()", false)]
    [InlineData("Run(\"sleep infinity\")", false)]
    public void A_finite_wait_is_found(string code, bool isFinite) => Assert.Equal(
        isFinite, SyntaxFactory.ParseExpression(code).DescendantNodesAndSelf().Any(IsFiniteWait));

    private static IEnumerable<(SourceFile File, CSharpSyntaxNode Node, string Code)> Found() =>
        from file in SourceTree.Tests
        where Folders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)) && MayWait(file.Text)
        from node in file.Nodes<CSharpSyntaxNode>()
        where IsFiniteWait(node)
        select (file, node, $"{node}");

    // Parsing all files takes a second.
    private static bool MayWait(string text) =>
        Waits.Any(wait => text.Contains($"{wait}(", StringComparison.Ordinal)) || ShellSleep().IsMatch(text);

    private static bool IsFiniteWait(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => IsFinite(call.Expression, call.ArgumentList),
        ObjectCreationExpressionSyntax made => IsFinite(made.Type, made.ArgumentList),
        LiteralExpressionSyntax or InterpolatedStringTextSyntax => ShellSleep().IsMatch($"{node}"),
        _ => false,
    };

    private static bool IsFinite(CSharpSyntaxNode waiting, ArgumentListSyntax? arguments) =>
        Waits.Contains(
            waiting.DescendantTokens().LastOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).Text)
        && arguments?.Arguments.FirstOrDefault()?.ToString() is { } time
        && time != "-1"
        && !time.StartsWith("Timeout.Infinite", StringComparison.Ordinal);

    [GeneratedRegex(@"\bsleep [0-9.]")]
    private static partial Regex ShellSleep();
}
