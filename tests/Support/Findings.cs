namespace CSharpChef.TestSupport;

/// <summary>What breaks a house rule, one line each.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> findings)
    {
        var lines = findings.Select(finding => $"{finding}").ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
