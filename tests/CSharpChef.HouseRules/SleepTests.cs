using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>Tests of the fast suite wait for events, conditions or a fake clock, never for a time to pass.</summary>
public sealed class SleepTests
{
    private static readonly string[] Folders = ["tests/CSharpChef.Tests/", "tests/Support/"];

    [Fact]
    public void No_fast_test_sleeps_for_a_finite_time() => Findings.AssertNone(
        from file in SourceTree.Tests
        where Folders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            && MentionsSleep(file.Text)
        from call in file.Nodes<InvocationExpressionSyntax>()
        where IsFiniteSleep(call)
        select $"{file.Path}({SourceFile.LineOf(call)}): {call}");

    // Parsing all files takes a second.
    private static bool MentionsSleep(string text) =>
        text.Contains("Task.Delay", StringComparison.Ordinal)
        || text.Contains("Thread.Sleep", StringComparison.Ordinal);

    private static bool IsFiniteSleep(InvocationExpressionSyntax call) => call.Expression.ToString() switch
    {
        "Thread.Sleep" => true,
        "Task.Delay" =>
            !call.ArgumentList.Arguments[0].ToString().StartsWith("Timeout.Infinite", StringComparison.Ordinal),
        _ => false,
    };
}
