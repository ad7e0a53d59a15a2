using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>The failure of a run as a text: each resource that failed, with its place and the reason.</summary>
internal static class RunFailure
{
    /// <summary>The text; null when nothing failed, or only resources with <c>IgnoreFailure</c>.</summary>
    public static string? Of(HostReport report)
    {
        var failed = report.Resources
            .Where(resource => resource is { Status: ResultStatus.Failed, Ignored: false }).ToList();
        return failed.Count == 0
            ? null
            : $"The run failed:\n{string.Join('\n', failed.Select(resource => $"    {Line(resource)}"))}";
    }

    private static string Line(ResourceReport resource) =>
        $"{resource.Source}: {resource.Resource}: {resource.Message}"
        + (resource.Output is { } output ? $"\n        {output.TrimEnd().ReplaceLineEndings("\n        ")}" : "");
}
