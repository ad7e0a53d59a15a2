namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>A script asks for a NuGet package.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Version">The version or range; null for the one that the cookbook names elsewhere.</param>
/// <param name="Place">The file, line and column.</param>
internal sealed record PackageDirective(string Id, string? Version, string Place);
