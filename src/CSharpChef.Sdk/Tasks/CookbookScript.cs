namespace CSharpChef.Sdk.Tasks;

/// <summary>A script of a cookbook.</summary>
/// <param name="File">The path on this machine.</param>
/// <param name="Path">The logical path, such as <c>web/lib/options.csx</c>.</param>
internal sealed record CookbookScript(string File, string Path);
