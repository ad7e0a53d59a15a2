using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Dependencies;

/// <summary>A locked cookbook whose source has another state now.</summary>
/// <param name="Locked">What the lock file pins.</param>
/// <param name="Allowed">What an update would pin; null when nothing asks for the cookbook any more.</param>
/// <param name="Newest">The newest that there is, also where a range excludes it.</param>
internal sealed record OutdatedCookbook(LockedCookbook Locked, LockedCookbook? Allowed, string? Newest);
