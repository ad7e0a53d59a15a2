namespace CSharpChef.Stacks.Cookbooks;

/// <summary>What a source has now.</summary>
/// <param name="State">See <see cref="ResolvedSource.State"/>.</param>
/// <param name="HostKey">See <see cref="ResolvedSource.SshHostKey"/>.</param>
internal sealed record FoundState(string State, string? HostKey = null);
