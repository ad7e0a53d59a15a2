namespace CSharpChef.Dependencies;

/// <summary>What the feeds say of the locked packages of a cookbook.</summary>
/// <param name="Outdated">Those that have newer versions.</param>
/// <param name="Warnings">Known vulnerabilities and deprecations.</param>
internal sealed record PackageReport(IReadOnlyList<OutdatedPackage> Outdated, IReadOnlyList<string> Warnings);
