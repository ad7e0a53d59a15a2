using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Tests.HouseRules;

/// <summary>Tests of the fast suite wait for events, conditions or a fake clock, never for a time to pass.</summary>
public sealed class SleepTests
{
    [Fact]
    public void No_fast_test_sleeps_for_a_finite_time() => Findings.None(
        from folder in new[] { "tests/CSharpChef.Tests", "tests/Support" }
        from path in Directory.EnumerateFiles(SourceTree.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin") && MentionsSleep(path)
        let file = SourceFile.Read(SourceTree.Root, path)
        from call in file.All<InvocationExpressionSyntax>()
        where IsFiniteSleep(call)
        select $"{file.Path}({SourceFile.LineOf(call)}): {call}");

    // Parsing all files takes a second.
    private static bool MentionsSleep(string path)
    {
        var text = File.ReadAllText(path);
        return text.Contains("Task.Delay", StringComparison.Ordinal)
            || text.Contains("Thread.Sleep", StringComparison.Ordinal);
    }

    private static bool IsFiniteSleep(InvocationExpressionSyntax call) => call.Expression.ToString() switch
    {
        "Thread.Sleep" => true,
        "Task.Delay" =>
            !call.ArgumentList.Arguments[0].ToString().StartsWith("Timeout.Infinite", StringComparison.Ordinal),
        _ => false,
    };
}
