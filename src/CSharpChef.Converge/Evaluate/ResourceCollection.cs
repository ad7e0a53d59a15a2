using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>The resources that recipes declared since the last barrier, in order.</summary>
internal sealed record ResourceCollection(IReadOnlyList<Resource> Resources, SecretTexts Secrets);
