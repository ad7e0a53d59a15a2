namespace CSharpChef.TestSupport;

/// <summary>Asserts that nothing breaks a house rule, and lists each finding on a line.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> findings)
    {
        var lines = findings.Select(finding => $"{finding}").ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
