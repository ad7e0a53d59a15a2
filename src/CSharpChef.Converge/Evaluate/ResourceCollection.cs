using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>What recipes declared since the last barrier, in order.</summary>
internal sealed record ResourceCollection(IReadOnlyList<Resource> Resources, SecretTexts Secrets);
