namespace CSharpChef.TestSupport;

/// <summary>Asserts that there are no violations of a rule. The failure lists each violation on a line.</summary>
internal static class Findings
{
    public static void AssertNone<T>(IEnumerable<T> findings)
    {
        var lines = findings.Select(finding => $"{finding}").ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
