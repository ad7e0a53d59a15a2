using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Dependencies;

/// <summary>A locked package that a script names, and of which there is a newer version.</summary>
/// <param name="Locked">What the lock file pins.</param>
/// <param name="Allowed">The version that an update would pin; null when no script names the package any more.</param>
/// <param name="Newest">The newest stable version that the feeds have, or the newest one when none is stable.</param>
internal sealed record OutdatedPackage(LockedPackage Locked, string? Allowed, string Newest);
